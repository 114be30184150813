"""Sending: once, complete, by a local authority, with what follows (N1, N7, N8, P1)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.incidents import actions
from second_question_web.incidents.errors import LikelyDuplicate, NotComplete, NotNow
from second_question_web.incidents.models import DraftText, Informed, Notification
from second_question_web.panel.models import Arrival
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.models import Entry
from tests.notifications import NOW, answered, begun, complete, sent
from tests.people import organisation, person

pytestmark = pytest.mark.django_db


def send(draft: Notification, who: str = "Bea") -> Notification:
    return actions.send(by=person(who), notification=draft, now=NOW)


def test_a_complete_draft_is_sent_with_its_receipt_snapshot_and_ruleset() -> None:
    made = send(complete(begun()))
    assert (made.state, made.receipt_number, made.sent_on) == ("sent", "R-2026-0001", date(2026, 11, 20))
    assert made.ruleset == "working-together-2026"
    assert made.snapshot["children"][0]["age_group"] == "<1"
    assert made.snapshot["incident"]["nature"] == {"answer": "serious_harm"}
    assert "Thistlewood" not in str(made.snapshot)


def test_sending_reaches_the_panel_and_opens_the_rapid_review() -> None:
    made = send(complete(begun()))
    assert Arrival.objects.get().notification == made
    assert RapidReview.objects.get().opened_on == made.sent_on
    assert list(Informed.objects.values_list("body", "how")) == [
        ("panel", "here"),
        ("department", "here"),
        ("ofsted", "here"),
    ]


def test_a_second_press_gives_the_same_receipt() -> None:
    draft = complete(begun())
    assert send(draft).receipt_number == send(draft).receipt_number == "R-2026-0001"
    assert Entry.objects.filter(action="notification.send").count() == 1
    assert Informed.objects.count() == 3


def test_receipts_have_no_gap_after_a_refusal() -> None:
    with pytest.raises(NotComplete):
        send(begun(start="empty"))
    assert sent(begun(start="a")).receipt_number == "R-2026-0001"
    assert sent(begun(start="b")).receipt_number == "R-2026-0002"


def test_an_incomplete_draft_says_what_is_missing() -> None:
    with pytest.raises(NotComplete) as refused:
        send(begun())
    said = {(obstacle.section, obstacle.question) for obstacle in refused.value.obstacles}
    assert {("when", "aware_on"), ("nature", "nature"), ("child_identity", "birth_status")} <= said
    assert Notification.objects.get().state == "draft"


@pytest.mark.parametrize(("who", "may"), [("Bea", True), ("Dana", True), ("Sam", False), ("Noor", False)])
def test_only_a_local_authority_of_the_area_sends(who: str, may: bool) -> None:
    draft = complete(begun())
    if may:
        assert send(draft, who).sent_by == person(who).name
    else:
        with pytest.raises(PermissionDenied):
            send(draft, who)


def test_the_office_of_a_partnership_sends_for_the_authority() -> None:
    bea, office = person("Bea"), organisation("Wessenmere Partnership Office")
    office.kind = "partnership_office"
    office.save()
    bea.organisation = office
    bea.save()
    assert send(complete(begun())).state == "sent"


@pytest.mark.parametrize("reason", ["looked_after_death", "care_leaver_death"])
def test_a_death_without_suspicion_reaches_the_panel_and_opens_no_rapid_review(reason: str) -> None:
    draft = complete(begun())
    answers = {"nature": "death", "likely_cause": "not_maltreatment_or_unclear", "reason": reason}
    answered(draft, "nature", answers)
    send(draft)
    assert Arrival.objects.count() == 1
    assert RapidReview.objects.count() == 0


def test_a_notification_after_a_review_began_is_sent_and_says_so() -> None:
    draft = complete(begun())
    days = {"incident_on": date(2026, 11, 2), "aware_on": date(2026, 11, 2), "review_began_on": date(2026, 11, 9)}
    answered(draft, "when", {**days, "review_already_begun": True})
    assert send(draft).all_answers()["review_began_on"] == "2026-11-09"


def test_nothing_wrong_is_sent_even_when_it_became_wrong_later() -> None:
    draft = complete(begun(), date_of_birth=date(2026, 3, 3))
    answered(draft, "when", {"incident_on": date(2024, 1, 2), "aware_on": date(2026, 11, 17)})
    with pytest.raises(NotComplete) as refused:
        send(draft)
    assert [finding.question for finding in refused.value.findings] == ["date_of_birth"]


def test_a_likely_duplicate_stops_sending_until_somebody_judged_it() -> None:
    first, second = sent(begun(start="a")), complete(begun(start="b"))
    with pytest.raises(LikelyDuplicate):
        send(second)
    actions.judge_not_the_same(
        by=person("Bea"), notification=second, others=[first.pk], reason="Twins in two homes.", now=NOW
    )
    assert send(second).state == "sent"
    assert Entry.objects.filter(action="notification.not_the_same").count() == 1


def test_sending_forgets_unsaved_text_and_a_discarded_draft_is_never_sent() -> None:
    draft = complete(begun())
    page = f"{draft.reference}/when/0"
    actions.keep_draft_text(by=person("Bea"), page=page, fields={"a": ["b"]}, version=1, now=NOW)
    send(draft)
    assert not DraftText.objects.exists()
    other = complete(begun(start="b"))
    actions.discard(by=person("Bea"), notification=other, reason="Entered twice.", now=NOW)
    with pytest.raises(NotNow, match="Discarded"):
        send(other)
