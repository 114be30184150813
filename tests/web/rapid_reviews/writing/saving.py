"""Sections saved as the pages save them."""

from collections.abc import Mapping

from second_question.rules.questions import Unanswered
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.writing import actions
from tests.people import person
from tests.reviews import NOW, record_of


def saved(
    review: RapidReview,
    section: str,
    answers: Mapping[str, object],
    *,
    by: str = "Bea",
    place: int = 0,
    kind: str = "review",
    unanswered: Mapping[str, Unanswered] | None = None,
    version: int | None = None,
    seen: str = "",
) -> ReviewRecord:
    """One section saved by somebody, over the record as it is now unless a version is given."""
    record = record_of(review, kind, place or 1)
    return actions.answer_section(
        by=person(by),
        review=review,
        section=section,
        place=place,
        answers=answers,
        unanswered=unanswered or {},
        version=record.version if version is None else version,
        seen=seen,
        now=NOW,
    )


def added(review: RapidReview, kind: str, answers: Mapping[str, object], by: str = "Bea") -> ReviewRecord:
    """A record of a kind, added by somebody."""
    return actions.add_record(by=person(by), review=review, kind=kind, answers=answers, unanswered={}, now=NOW)
