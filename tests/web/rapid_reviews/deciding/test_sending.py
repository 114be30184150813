"""A version is frozen and sent: what stands in the way, what is kept, and that nothing of it changes afterwards (R2, N8)."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from docx import Document

from second_question.exchange.review import check, content_hash, from_json
from second_question_web import pathway
from second_question_web.files.models import StoredFile
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.deciding import actions, versions
from second_question_web.rapid_reviews.deciding.actions.common import NotComplete
from second_question_web.rapid_reviews.deciding.freezing import as_it_would_be_sent
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import RapidReview, Version
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, organisation, person
from tests.reviews import NOW, fresh, record_of
from tests.web.rapid_reviews.deciding.decisions import (
    A_REVIEW,
    CARE_BOARD,
    COUNCIL,
    LATE,
    ON_LEAVE,
    POLICE,
    answered,
    answered_in,
    decided,
    found,
    reasons,
    sent,
    signed,
    told,
)

pytestmark = pytest.mark.django_db


def signatures_in(version: Version) -> dict[str, tuple[str, bool, str]]:
    """Under the decision that stands: each partner's view, whether it signed, and why not."""
    content = from_json(json.loads(version.content))
    return {s.partner: (s.view, s.signed_at is not None, s.why_missing) for s in content.decisions[-1].signatures}


def test_it_is_numbered_and_with_the_panel(review: RapidReview) -> None:
    version = sent(review)
    assert (version.number, version.sent_on, version.sent_by) == (1, NOW.date(), "Bea Okafor")
    assert (fresh(review).state, fresh(review).submitted_on) == ("submitted", NOW.date())


def test_the_digest_is_that_of_the_content_and_stands_in_the_trail(review: RapidReview) -> None:
    version = sent(review)
    assert version.content_hash == hashlib.sha256(version.content.encode()).hexdigest()
    row = Entry.objects.filter(action="rapid_review.send").get()
    assert row.after["sha256"] == version.content_hash
    assert versions.is_intact(version)


def test_the_content_fits_the_published_schema_and_reads_back(review: RapidReview) -> None:
    version = sent(review)
    data = json.loads(version.content)
    assert check(data) == []
    assert content_hash(from_json(data)) == version.content_hash


def test_it_says_what_the_review_says(review: RapidReview) -> None:
    content = versions.content_in(sent(review))
    assert content is not None
    assert (content.version, content.sent_on, content.reference) == (1, NOW.date(), "SIN-2026-0001")
    assert content.review.answers["instead"] == "An audit."


def test_word_and_pdf_are_kept_with_the_case(review: RapidReview) -> None:
    version = sent(review)
    assert version.word
    assert version.pages >= 2
    kept = {one.name: one.purpose for one in StoredFile.objects.filter(case="SIN-2026-0001")}
    assert kept == {f"SIN-2026-0001-rapid-review-version-1.{kind}": "rapid_review_version" for kind in ("docx", "pdf")}
    with version.word.file.open("rb") as opened:
        assert "SIN-2026-0001" in "\n".join(paragraph.text for paragraph in Document(opened).paragraphs)


def test_pressing_twice_gives_one_version(review: RapidReview) -> None:
    first = sent(review)
    again = actions.send(
        by=person("Bea"), review=review, late_reason="", unsigned_reasons={}, version=review.version, now=NOW
    )
    assert first == again == Version.objects.get()
    assert Entry.objects.filter(action="rapid_review.send").count() == 1


CHANGES = (
    ("review", {"rationale": "Other words."}),
    ("review", {"outcome": "local_review"}),
    ("child", {"full_name": "Somebody Else"}),
)


@pytest.mark.parametrize(("kind", "answers"), CHANGES)
def test_a_version_stays_when_the_draft_changes(review: RapidReview, kind: str, answers: Mapping[str, object]) -> None:
    before = sent(review)
    stages.move(fresh(review), "record_reply")
    stages.move(fresh(review), "reconsider")
    answered_in(record_of(review, kind), answers)
    after = Version.objects.get()
    assert (after.content, after.content_hash, after.pdf) == (before.content, before.content_hash, before.pdf)


def test_sent_again_after_advice_it_is_the_next_version_and_keeps_its_first_day(review: RapidReview) -> None:
    sent(review)
    stages.move(fresh(review), "record_reply")
    stages.move(fresh(review), "reconsider")
    answered(review, A_REVIEW)
    decided(review, why="The Panel asked.")
    second = sent(review, now=LATE)
    assert (second.number, second.decision.outcome, second.late_reason) == (2, "local_review", "")
    assert fresh(review).submitted_on == NOW.date()


def test_late_asks_why_and_says_when_it_was_due(review: RapidReview) -> None:
    with pytest.raises(Refusal, match="11 December 2026") as refused:
        sent(review, now=LATE)
    assert refused.value.field == "late_reason"
    version = sent(review, now=LATE, late="The police asked us to wait.")
    assert version.late_reason == fresh(review).late_reason == "The police asked us to wait."


@pytest.mark.parametrize(("day", "late"), [(date(2026, 12, 11), False), (date(2026, 12, 12), True)])
def test_the_due_day_itself_is_in_time(review: RapidReview, day: date, late: bool) -> None:
    at = NOW + timedelta(days=(day - NOW.date()).days)
    assert sent(review, now=at, late="Because.").late_reason == ("Because." if late else "")


def test_everything_starred_is_needed(review: RapidReview) -> None:
    answered_in(record_of(review, "child"), {"full_name": None, "ethnicity": None})
    answered(review, {"immediate_learning": None})
    with pytest.raises(NotComplete) as refused:
        sent(review)
    missing = {gap.question.id for gap in refused.value.gaps if gap.question}
    assert {"ethnicity", "immediate_learning"} <= missing
    assert not Version.objects.exists()


@pytest.mark.parametrize("state", ["open", "gathering", "meeting", "drafting", "panel_replied", "closed"])
def test_it_is_sent_when_it_is_decided(review: RapidReview, state: str) -> None:
    RapidReview.objects.filter(pk=review.pk).update(state=state)
    with pytest.raises(NotNow):
        sent(review)


def test_answers_that_differ_from_the_decision_are_decided_first(review: RapidReview) -> None:
    answered(review, A_REVIEW)
    with pytest.raises(NotNow, match="Record the decision again"):
        sent(review)


@pytest.mark.parametrize("by", sorted(set(CHARACTERS) - {"Bea"}))
def test_the_business_manager_sends(review: RapidReview, by: str) -> None:
    with pytest.raises(PermissionDenied):
        actions.send(
            by=person(by), review=review, late_reason="", unsigned_reasons={}, version=fresh(review).version, now=NOW
        )


def test_each_partner_s_place_is_filled(review: RapidReview) -> None:
    signed(review, "Dana")
    told(review, how="by telephone on Thursday")
    assert signatures_in(sent(review, reasons(POLICE))) == {
        COUNCIL: ("Agrees", True, ""),
        CARE_BOARD: ("Agrees", False, "by telephone on Thursday; written down by Bea Okafor"),
        POLICE: ("", False, ON_LEAVE),
    }


def test_a_partner_who_never_signs_needs_a_reason(review: RapidReview) -> None:
    signed(review, "Dana")
    with pytest.raises(Refusal, match=POLICE) as refused:
        sent(review, reasons(CARE_BOARD))
    assert refused.value.field == f"unsigned-{organisation(POLICE).pk}"


def test_a_lapsed_signature_needs_a_reason_and_is_no_view_of_what_is_sent(review: RapidReview) -> None:
    signed(review, "Dana")
    answered(review, {"rationale": "Other grounds."})
    version = sent(review, reasons(COUNCIL, POLICE, CARE_BOARD))
    assert signatures_in(version)[COUNCIL] == ("", False, ON_LEAVE)
    assert f"{COUNCIL}: {ON_LEAVE}" in version.unsigned_reasons


def test_a_disagreement_with_an_earlier_text_reaches_the_panel_as_that(review: RapidReview) -> None:
    signed(review, "Dana", "disagrees", "Not yet.")
    answered(review, {"rationale": "Other grounds."})
    view, is_signed, why = signatures_in(sent(review, reasons(COUNCIL, POLICE, CARE_BOARD)))[COUNCIL]
    assert (view, is_signed) == ("", False)
    assert why == f"{ON_LEAVE} Of the text before, on 20 November 2026: disagrees. Not yet."


def test_a_preview_is_a_draft_with_a_place_for_each_partner(review: RapidReview) -> None:
    signed(review, "Dana")
    content = as_it_would_be_sent(found(review))
    assert (content.version, content.sent_on) == (0, None)
    assert [one.partner for one in content.decisions[-1].signatures] == [CARE_BOARD, COUNCIL, POLICE]


def test_what_follows_is_told_of_the_version(review: RapidReview, monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(pathway, "follow", lambda event, **facts: followed.append((event, facts)))
    version = sent(review)
    assert followed == [("rapid_review.sent", {"version": version, "by": person("Bea"), "now": NOW})]


def test_a_version_that_was_tampered_with_does_not_fit_its_digest(review: RapidReview) -> None:
    version = sent(review)
    version.content = version.content.replace("An audit.", "A review.")
    assert not versions.is_intact(version)
    version.content = "not even data"
    assert versions.content_in(version) is None
