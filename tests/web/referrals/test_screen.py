"""The partners say what they think, decide with a reason, and can take it up again; the history keeps all of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoCaptureOnCommitCallbacks

from second_question_web.incidents import actions as incidents
from second_question_web.incidents.models import PartnerView, Referral
from second_question_web.incidents.referrals import actions, queries
from second_question_web.incidents.referrals.errors import CannotScreen, ViewsMissing
from second_question_web.incidents.referrals.partners import latest_views
from second_question_web.trail.models import Entry
from tests.people import organisation, partnership, person
from tests.web.referrals.making import FRIDAY, all_views, referral

pytestmark = pytest.mark.django_db


def view(
    of: Referral, who: str = "Sam", body: str = "Police", said_by: str = "", reason: str = "Old injuries."
) -> PartnerView:
    return actions.record_view(
        by=person(who),
        referral=of,
        partner=organisation(f"Wessenmere {body}"),
        view="notify",
        reason=reason,
        said_by=said_by,
        now=FRIDAY,
    )


def decide(
    of: Referral, decision: str = "near_miss", who: str = "Bea", reason: str = "No lasting harm.", why: str = ""
) -> Referral:
    return actions.decide(
        by=person(who), referral=of, decision=decision, reason=reason, why_without_views=why, now=FRIDAY
    )


def state(of: Referral) -> str:
    return Referral.objects.get(pk=of.pk).state


def test_a_first_view_begins_the_screening() -> None:
    made = referral()
    view(made)
    assert state(made) == "screening"
    assert [step.step for step in queries.steps_of(made)] == ["screen"]


def test_a_partner_speaks_for_the_own_organisation_only() -> None:
    with pytest.raises(PermissionDenied, match="does not speak for Wessenmere Care Board"):
        view(referral(), "Sam", "Care Board")


def test_a_business_manager_writes_a_view_down_and_names_who_gave_it() -> None:
    made = view(referral(), "Bea", "Care Board", said_by="Jo Lindley, director of nursing")
    assert (made.given_by, made.recorded_by) == ("Jo Lindley, director of nursing", "Bea Okafor")


def test_a_business_manager_must_name_who_gave_it() -> None:
    with pytest.raises(CannotScreen, match="Name who gave this view"):
        view(referral(), "Bea", "Care Board")


def test_a_view_needs_a_reason() -> None:
    with pytest.raises(CannotScreen, match="Say why"):
        view(referral(), reason="  ")


def test_the_same_view_again_adds_nothing_and_another_stands_beside_it() -> None:
    made = referral()
    assert view(made) == view(made)
    later = view(made, reason="The scan came back clear.")
    views = queries.views_of(made)
    assert len(views) == 2
    assert latest_views(views) == [later]


@pytest.mark.parametrize("decision", ["notify", "near_miss", "not_notifiable"])
def test_a_decision_is_kept_with_reason_and_who(decision: str) -> None:
    made = referral()
    all_views(made)
    decide(made, decision, who="Sam")
    kept = Referral.objects.get(pk=made.pk)
    assert (kept.state, kept.decided_by, kept.decision_reason) == (decision, "Sam Pritchard", "No lasting harm.")
    row = Entry.objects.get(action="referral.decide")
    assert (row.before["state"], row.after["state"]) == ("screening", decision)
    assert "lasting" not in f"{row.after}{row.reason}"


def test_deciding_without_every_view_asks_why() -> None:
    made = referral()
    view(made)
    with pytest.raises(ViewsMissing, match="the local authority, the integrated care board"):
        decide(made)
    assert state(made) == "screening"


def test_deciding_without_every_view_keeps_why() -> None:
    made = referral()
    decide(made, why="The meeting is on Monday and the child needs an answer today.")
    step = queries.steps_of(made)[-1]
    assert step.without_all_views
    assert step.why_without_views.startswith("The meeting is on Monday")
    assert len(Entry.objects.get(action="referral.decide").after["without_views_of"]) == 3


def test_a_decision_needs_a_reason() -> None:
    made = referral()
    all_views(made)
    with pytest.raises(CannotScreen, match="Say why you decide so"):
        decide(made, reason="")


def test_the_same_decision_twice_is_one() -> None:
    made = referral()
    all_views(made)
    decide(made)
    decide(made)
    assert Entry.objects.filter(action="referral.decide").count() == 1


def test_another_decision_needs_reopening_first() -> None:
    made = referral()
    all_views(made)
    decide(made)
    with pytest.raises(CannotScreen, match="only when it is “Being screened”"):
        decide(made, "not_notifiable")


def test_reopening_keeps_what_was_decided_before() -> None:
    made = referral()
    all_views(made)
    decide(made)
    actions.reopen(by=person("Bea"), referral=made, reason="The hospital found a fracture.", now=FRIDAY + timedelta(1))
    decide(made, "notify")
    steps = [(step.step, step.reason) for step in queries.steps_of(made)]
    assert ("decide_near_miss", "No lasting harm.") in steps
    assert ("screen_again", "The hospital found a fracture.") in steps
    assert state(made) == "notify"


def test_what_is_not_decided_cannot_be_reopened() -> None:
    with pytest.raises(CannotScreen, match="Received"):
        actions.reopen(by=person("Bea"), referral=referral(), reason="New.", now=FRIDAY)


def test_no_view_after_the_decision() -> None:
    made = referral()
    all_views(made)
    decide(made)
    with pytest.raises(CannotScreen, match="Reopen"):
        view(made)


@pytest.mark.parametrize("who", ["Noor", "Colm", "Leila", "Chidi", "Audra", "Adam", "Petra"])
def test_nobody_else_screens(who: str) -> None:
    made = referral()
    partnership("Norvale")
    with pytest.raises(PermissionDenied):
        decide(made, who=who, why="x")
    with pytest.raises(PermissionDenied):
        view(made, who=who)
    assert state(made) == "received"


def test_the_agency_gets_the_number_and_nothing_else(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    made = referral()
    all_views(made)
    person("Leila")  # leads another agency
    with django_capture_on_commit_callbacks(execute=True):
        decide(made)
    assert [message.to for message in mail.outbox] == [["colm@example.org"]]
    written = mail.outbox[0].subject + str(mail.outbox[0].body)
    assert "REF-2026-0001" in written
    assert "near miss" not in written.lower()


def test_a_decision_to_notify_begins_one_notification_with_what_is_known() -> None:
    made = referral()
    all_views(made, "notify")
    decide(made, "notify")
    made.refresh_from_db()
    drafts = [
        incidents.start(by=person("Bea"), partnership=partnership(), start_token=token, now=FRIDAY, referral=made)
        for token in ("a", "b")
    ]
    assert drafts[0] == drafts[1]
    assert drafts[0].sealed_answers["what_happened"] == made.what_happened
