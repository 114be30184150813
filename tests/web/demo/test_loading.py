"""The demo is whole, fictional, and made through the actions."""

from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from second_question.rules.access import ROLES
from second_question_web import demo
from second_question_web.incidents.models import Child, Notification, Referral
from second_question_web.installation import NotADemo
from second_question_web.partnerships.actions import load_reference
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.people.models import Grant, Person
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import System
from second_question_web.trail.models import Entry
from tests.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(settings: Settings, tmp_path: Path) -> Settings:
    """An installation with the demo in it."""
    settings.HOME = tmp_path
    load_reference(by=System("tests"))
    demo.load(lambda text: None)
    return settings


def test_there_are_three_partnerships_and_some_twenty_incidents_over_years(loaded: Settings) -> None:
    assert Partnership.objects.count() == 3
    assert 20 <= Notification.objects.count() <= 30
    sent = Notification.objects.exclude(sent_on=None).order_by("sent_on")
    assert (timezone.localdate() - sent[0].sent_on).days > 1000  # type: ignore[operator]  # every one of them was sent
    assert Child.objects.filter(notification__state="sent").count() > sent.count()


def test_every_role_but_the_reviewers_can_sign_in_with_a_grant(loaded: Settings) -> None:
    held = set(Grant.objects.values_list("role", flat=True))
    assert held == {role.id for role in ROLES}


def test_nobody_and_no_place_of_the_demo_is_real(loaded: Settings) -> None:
    assert not Person.objects.filter(fictional=False, state=Person.State.ACTIVE).exists()
    assert not Partnership.objects.filter(fictional=False).exists()
    used = Organisation.objects.filter(memberships__isnull=False)
    assert used.exists()
    assert not used.filter(fictional=False).exists()


def test_something_is_due_late_paused_extended_withdrawn_and_amended(loaded: Settings) -> None:
    assert set(Notification.objects.values_list("state", flat=True)) >= {"draft", "sent", "withdrawn"}
    assert RapidReview.objects.filter(state="submitted").exists()
    assert RapidReview.objects.filter(state="open").exists()
    assert set(RapidReview.objects.values_list("clock_changes__kind", flat=True)) >= {"pause", "extension"}
    assert Notification.objects.filter(amendments__isnull=False).exists()
    assert Referral.objects.filter(state="near_miss").exists()


def test_every_step_is_in_the_trail_and_nobody_got_mail(loaded: Settings) -> None:
    sent = Notification.objects.exclude(sent_at=None).count()
    assert Entry.objects.filter(action="notification.send").count() == sent
    assert mail.outbox == []


def test_loading_again_changes_nothing(loaded: Settings) -> None:
    rows = Entry.objects.count()
    demo.load(lambda text: None)
    assert Entry.objects.count() == rows


def test_it_refuses_where_real_people_are(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    person("Bea")
    with pytest.raises(NotADemo, match="is no demo"):
        demo.load(lambda text: None)
    assert not (tmp_path / "this-is-a-demo").exists()
