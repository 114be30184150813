"""A review begins with what the notification says already, so that nobody types it twice."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from second_question.rules.template.from_notification import TAKEN_OVER
from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.answering.held import NOTHING, held, write
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents import queries as incidents
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord

if TYPE_CHECKING:
    from second_question_web.incidents.models import Notification


def take_over(review: RapidReview, notification: "Notification", by: str, now: datetime) -> int:
    """Part of an action: makes the records that are not there yet and fills what is unanswered; how many answers it filled.

    An answer that somebody gave in the review is never replaced.
    """
    there = {(r.kind, r.source_place): r for r in ReviewRecord.objects.filter(review=review, request=None)}
    return sum(
        _filled(there.get((kind, place)) or _new(review, kind, place), source, by, now)
        for kind, place, source in _sources(notification)
    )


def next_place(review: RapidReview, kind: str) -> int:
    """The place of the next record of the review's own of that kind; places of removed records are not given again."""
    last = ReviewRecord.objects.filter(review=review, kind=kind, request=None).order_by("-place").first()
    return last.place + 1 if last else 1


def _sources(notification: "Notification") -> Iterable[tuple[str, int | None, AnswerRecord]]:
    yield "review", None, notification
    for child in incidents.children_of(notification):
        yield "child", child.place, child
    for adult in incidents.adults_of(notification):
        yield "family_member", adult.place, adult


def _new(review: RapidReview, kind: str, source_place: int | None) -> ReviewRecord:
    place = 1 if kind == "review" else next_place(review, kind)
    return ReviewRecord(review=review, kind=kind, place=place, source_place=source_place)


def _filled(record: ReviewRecord, source: AnswerRecord, by: str, now: datetime) -> int:
    if record.removed_at:
        return 0
    filled = 0
    for question in RAPID_REVIEW_2021.questions_of(record.kind):
        taken_from = TAKEN_OVER[record.kind][1].get(question.id)
        said = _said(source, taken_from) if taken_from else NOTHING
        if said and not held(record, question):
            write(record, question, said)
            filled += 1
    if filled or record.pk is None:
        record.changed_at, record.changed_by = now, by
        record.version += bool(record.pk)
        record.save()
    return filled


def _said(source: AnswerRecord, question_id: str) -> dict[str, object]:
    """What the notification holds for a question, wherever it keeps it."""
    for kept in (source.answers, source.sealed_answers):
        if question_id in kept:
            return {"answer": kept[question_id]}
    return {"unanswered": source.unanswered[question_id]} if question_id in source.unanswered else {}
