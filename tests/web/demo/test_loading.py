"""The demo is whole, fictional, and made through the actions."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker, Settings

from second_question.library.access import EVERYBODY
from second_question.rules.access import ROLES
from second_question.rules.calendar import DayOne
from second_question.rules.clocks import clock
from second_question.rules.deadlines import deadline
from second_question_web import demo
from second_question_web.demo.loading import every_story
from second_question_web.demo.story import Story, weekday
from second_question_web.incidents.models import Child, Notification, Referral
from second_question_web.installation import NotADemo
from second_question_web.library.alerts.queries import new_in
from second_question_web.library.collection import library
from second_question_web.library.models import SavedSearch
from second_question_web.partnerships.actions import load_reference
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.people.models import Grant, Person
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import System
from second_question_web.trail.models import Entry
from tests.people import person

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """An installation with the demo in it, loaded once and taken back after the last test."""
    home = tmp_path_factory.mktemp("home")
    with (
        django_db_blocker.unblock(),
        override_settings(HOME=home, LIBRARY=home / "library", PASSWORD_HASHERS=QUICK),
        transaction.atomic(),
    ):
        load_reference(by=System("tests"))
        demo.load(lambda text: None)
        yield
        transaction.set_rollback(True)


def test_there_are_three_partnerships_and_some_twenty_incidents_over_years(loaded: None) -> None:
    assert Partnership.objects.count() == 3
    assert 20 <= Notification.objects.count() <= 30
    sent = Notification.objects.exclude(sent_on=None).order_by("sent_on")
    assert (timezone.localdate() - sent[0].sent_on).days > 1000  # type: ignore[operator]  # every one of them was sent
    assert Child.objects.filter(notification__state="sent").count() > sent.count()


def test_every_role_but_the_reviewers_can_sign_in_with_a_grant(loaded: None) -> None:
    held = set(Grant.objects.values_list("role", flat=True))
    assert held == {role.id for role in ROLES}


def test_nobody_and_no_place_of_the_demo_is_real(loaded: None) -> None:
    assert not Person.objects.filter(fictional=False, state=Person.State.ACTIVE).exists()
    assert not Partnership.objects.filter(fictional=False).exists()
    used = Organisation.objects.filter(memberships__isnull=False)
    assert used.exists()
    assert not used.filter(fictional=False).exists()


def test_something_is_due_late_paused_extended_withdrawn_and_amended(loaded: None) -> None:
    assert set(Notification.objects.values_list("state", flat=True)) >= {"draft", "sent", "withdrawn"}
    assert RapidReview.objects.filter(state="submitted").exists()
    assert RapidReview.objects.filter(state="open").exists()
    assert set(RapidReview.objects.values_list("clock_changes__kind", flat=True)) >= {"pause", "extension"}
    assert Notification.objects.filter(amendments__isnull=False).exists()
    assert Referral.objects.filter(state="near_miss").exists()


def test_every_step_is_in_the_trail_and_nobody_got_mail(loaded: None) -> None:
    sent = Notification.objects.exclude(sent_at=None).count()
    assert Entry.objects.filter(action="notification.send").count() == sent
    assert mail.outbox == []


def test_a_saved_search_has_something_new_that_was_written_of(loaded: None) -> None:
    search = SavedSearch.objects.get()
    new = new_in(library(), {search: search.seen_upto}, search.person)[search]
    assert "Yearly report 2023–24" in [one.title for one in new]
    assert search.written_at
    assert new_in(library(), {search: search.told_upto}, search.person)[search] == []


def test_a_review_of_several_pages_can_be_read_beside_them(loaded: None, client: Client) -> None:
    (hazel,) = [one for one in library().documents(EVERYBODY, {}, limit=None).documents if "Baby Hazel" in one.title]
    assert hazel.pages > 1
    page = client.get(reverse("library_document", args=[hazel.key])).content.decode()
    assert reverse("library_page", args=[hazel.key, hazel.pages]) in page


def test_loading_again_changes_nothing(loaded: None) -> None:
    rows = Entry.objects.count()
    demo.load(lambda text: None)
    assert Entry.objects.count() == rows


@pytest.mark.django_db
def test_it_refuses_where_real_people_are(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    person("Bea")
    with pytest.raises(NotADemo, match="is no demo"):
        demo.load(lambda text: None)
    assert not (tmp_path / "this-is-a-demo").exists()


STORIES = [story for story in every_story() if any(later.what == "review_sent" for later in story.later)]


@pytest.mark.parametrize("day", [date(2026, 11, 16) + timedelta(n) for n in range(7)], ids=lambda day: f"{day:%a}")
@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.place}-{story.aware}")
def test_whatever_the_weekday_of_loading_reviews_were_sent_when_the_story_says(story: Story, day: date) -> None:
    sent = weekday(day, story.aware - (story.sent or 0))
    later = next(later for later in story.later if later.what == "review_sent")
    review_sent = weekday(day, story.aware - (story.sent or 0) - later.after)
    convention = DayOne.SAME_DAY if story.place == "norvale" else DayOne.DAY_AFTER
    due = deadline(clock("rapid_review"), sent, ruleset="working-together-2023", convention=convention).due
    assert (review_sent > due) is bool(later.reason)
