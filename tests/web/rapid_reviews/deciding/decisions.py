"""Reviews that are decided, signed and sent as a partnership does it. It is Friday 20 November 2026 (`reviews.NOW`)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import groupby

from second_question.rules.questions import Kind, Question
from second_question.rules.review_completeness import Gap, what_prevents_sending
from second_question_web.rapid_reviews.deciding import actions, queries
from second_question_web.rapid_reviews.models import Decision, PartnerSignature, RapidReview, ReviewRecord, Version
from second_question_web.rapid_reviews.records import as_content, form_of, records_of
from second_question_web.rapid_reviews.writing.keeping import keep, new_record, wanted_from
from tests.people import organisation, person
from tests.reviews import NOW, fresh, record_of
from tests.sent import review_of, sent_notification

LATE = NOW + timedelta(days=28)
COUNCIL, POLICE, CARE_BOARD = "Wessenmere Council", "Wessenmere Police", "Wessenmere Care Board"
ON_LEAVE = "On leave until Monday; told the business manager so."
OUTCOME: Mapping[str, object] = {"outcome": "no_review", "decided_on": date(2026, 11, 20), "instead": "An audit."}
A_REVIEW: Mapping[str, object] = {
    "outcome": "local_review",
    "key_questions": "Why was the referral sent back?",
    "added_value": "It would hear the family.",
}


def answered(
    review: RapidReview, answers: Mapping[str, object], *, by: str = "Bea", now: datetime = NOW
) -> ReviewRecord:
    """Questions about the review itself answered, or unanswered with None."""
    return answered_in(record_of(review), answers, by=by, now=now)


def answered_in(
    record: ReviewRecord, answers: Mapping[str, object], *, by: str = "Bea", now: datetime = NOW
) -> ReviewRecord:
    """Questions about that record answered."""
    keep(record, wanted_from(form_of(record.review), record.kind, answers), by=person(by), now=now)
    return record


def plain_review() -> RapidReview:
    """The rapid review of a notification that says nothing yet; quicker than `reviews.begun_review`."""
    return fresh(review_of(sent_notification(1, "Wessenmere", NOW)))


def complete_review(**answers: object) -> RapidReview:
    """A review in which everything that sending needs is answered, with the outcome that no review follows."""
    review = plain_review()
    answered_in(new_record(review, "child", by=person("Bea"), now=NOW), {"full_name": "Rowan Thistlewood"})
    answered(review, {**OUTCOME, **answers})
    while gaps := gaps_of(review):
        for (kind, number), missing in groupby(sorted(gaps, key=_record_of), key=_record_of):
            _fill(review, kind, number, [gap.question for gap in missing if gap.question])
    return review


def gaps_of(review: RapidReview) -> list[Gap]:
    """What prevents sending it."""
    form = form_of(review)
    return what_prevents_sending(form, as_content(form, records_of(review)))


def decided(review: RapidReview, *, why: str = "", by: str = "Dana", now: datetime = NOW) -> Decision:
    """The decision recorded, as from a page that was just opened."""
    version = fresh(review).version
    return actions.decide(by=person(by), review=review, why_changed=why, version=version, now=now)


def signed(
    review: RapidReview, by: str = "Dana", view: str = "agrees", words: str = "", *, now: datetime = NOW
) -> PartnerSignature:
    """Signed as from a page that was just opened."""
    return actions.sign(by=person(by), review=review, view=view, words=words, seen=digest_of(review), now=now)


def told(
    review: RapidReview, partner: str = CARE_BOARD, how: str = "by telephone", *, view: str = "agrees"
) -> PartnerSignature:
    """The view of a partner who gave it elsewhere, written down by Bea."""
    return actions.record_view(
        by=person("Bea"),
        review=review,
        organisation=organisation(partner).pk,
        view=view,
        words="With reasons." if view != "agrees" else "",
        told=actions.Told(name="Cora Bligh", job_title="Chief nurse", how_given=how),
        seen=digest_of(review),
        now=NOW,
    )


def reasons(*partners: str, words: str = ON_LEAVE) -> dict[int, str]:
    """Why these partners have not signed."""
    return {organisation(name).pk: words for name in partners}


def sent(
    review: RapidReview, unsigned: Mapping[int, str] | None = None, *, late: str = "", now: datetime = NOW
) -> Version:
    """Sent by Bea, as from a page that was just opened; unless told otherwise nobody has signed."""
    missing = reasons(COUNCIL, POLICE, CARE_BOARD) if unsigned is None else unsigned
    version = fresh(review).version
    return actions.send(
        by=person("Bea"), review=review, late_reason=late, unsigned_reasons=missing, version=version, now=now
    )


def digest_of(review: RapidReview) -> str:
    """Of the text as it stands."""
    return found(review).digest


def found(review: RapidReview) -> queries.Deciding:
    """The decision as its page reads it today."""
    return queries.deciding(fresh(review), NOW.date())


def standing(review: RapidReview) -> dict[str, bool | None]:
    """For each partner whether its signature holds; None where there is none."""
    return {p.organisation.name: p.holds if p.signature else None for p in found(review).partners}


def _record_of(gap: Gap) -> tuple[str, int]:
    return gap.kind, gap.number


def _fill(review: RapidReview, kind: str, number: int, questions: list[Question]) -> None:
    record = record_of(review, kind, number) if number else new_record(review, kind, by=person("Bea"), now=NOW)
    answered_in(record, {question.id: _answer_to(question) for question in questions})


def _answer_to(question: Question) -> object:
    if question.kind in (Kind.CHOICE, Kind.CHOICES):
        code = question.options[-1].code if question.options else "MWBC"
        return (code,) if question.kind is Kind.CHOICES else code
    return {Kind.DATE: date(2026, 11, 16), Kind.YES_NO: True, Kind.NUMBER: 2}.get(question.kind, "Said in a sentence.")
