"""An incident is recorded: one draft, one reference, whatever is pressed twice."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.incidents import actions
from second_question_web.incidents.errors import NotNow
from second_question_web.incidents.models import Notification, Referral
from second_question_web.trail.models import Entry
from tests.notifications import NOW, begun
from tests.people import organisation, partnership, person

pytestmark = pytest.mark.django_db


def referral(state: str = "notify", at: str = "Wessenmere") -> Referral:
    return Referral.objects.create(
        reference="REF-2026-0001",
        state=state,
        partnership=partnership(at),
        organisation=organisation("Alder Lane Academy"),
        made_at=NOW,
        made_by="Colm Addy",
        made_by_key="person:1",
        start_token="r1",
        incident_on=date(2026, 11, 16),
        nature="serious_harm",
        what_happened="A pupil did not come back from a weekend at home.",
        decided_at=NOW,
    )


def test_references_count_up() -> None:
    assert [begun(start=token).reference for token in "abc"] == ["SIN-2026-0001", "SIN-2026-0002", "SIN-2026-0003"]


def test_a_second_press_finds_the_first_draft() -> None:
    assert begun(start="once") == begun(start="once")
    assert Notification.objects.count() == 1
    assert Entry.objects.filter(action="notification.start").count() == 1


def test_a_draft_knows_who_notifies_and_for_which_authority() -> None:
    said = begun().all_answers()
    assert said["notifier_name"] == "Bea Okafor"
    assert said["local_authority"] == "Z06000001"


@pytest.mark.parametrize("who", ["Noor", "Sam", "Colm", "Petra", "Chidi", "Audra", "Adam"])
def test_nobody_else_starts_one_for_wessenmere(who: str) -> None:
    with pytest.raises(PermissionDenied):
        begun(who, "Wessenmere")


def test_a_referral_is_turned_into_one_draft_with_what_it_says() -> None:
    made = referral()
    first, second = (
        actions.start(by=person("Bea"), partnership=partnership(), start_token=token, now=NOW, referral=made)
        for token in ("a", "b")
    )
    assert first == second
    assert first.answers["nature"] == "serious_harm"
    assert first.incident_on == date(2026, 11, 16)
    assert first.sealed_answers["what_happened"].startswith("A pupil did not come back")


@pytest.mark.parametrize(("state", "at"), [("near_miss", "Wessenmere"), ("notify", "Norvale")])
def test_a_referral_that_is_not_to_be_notified_here_is_refused(state: str, at: str) -> None:
    made = referral(state, at)
    with pytest.raises(NotNow, match="REF-2026-0001"):
        actions.start(by=person("Bea"), partnership=partnership(), start_token="a", now=NOW, referral=made)
    assert not Notification.objects.exists()
