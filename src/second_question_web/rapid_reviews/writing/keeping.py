"""How an answer gets into a record: written, with a row of who wrote what and when. Part of every action that writes text.

None of this writes a row of the trail: the action that calls it does, once.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Max

from second_question.rules.questions import Form, Unanswered
from second_question.rules.template.parts import record_kind
from second_question_web.answering.held import Changed, Held, held_from, write_all
from second_question_web.answering.saving import Wanted
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.learned_before.following import follow
from second_question_web.rapid_reviews.models import AgencyRequest, AnswerChange, RapidReview, ReviewRecord
from second_question_web.trail.actions import Actor

NO_REASONS: Mapping[str, Unanswered] = {}


def new_record(
    review: RapidReview, kind: str, *, by: Actor, now: datetime, request: AgencyRequest | None = None
) -> ReviewRecord:
    """An empty record of that kind at the next place; places of removed records are not given again."""
    same = ReviewRecord.objects.filter(review=review, kind=kind, request=request)
    place = (same.aggregate(last=Max("place"))["last"] or 0) + 1
    facts = {"kind": kind, "place": place, "request": request, "changed_at": now, "changed_by": by.trail_name}
    made = ReviewRecord(review=review, **facts)
    made.save()
    return made


def refuse_if_removed(record: ReviewRecord) -> None:
    """Refuses a change of a record that somebody took out of the review.

    Raises:
        NotNow: it has to be put back first.
    """
    if record.removed_at:
        one = record_kind(record.kind).one
        raise NotNow(f"Somebody took this {one} out of the review. It can be put back.")


def keep(record: ReviewRecord, wanted: Wanted, *, by: Actor, now: datetime) -> Sequence[Changed]:
    """Writes these answers into a record and saves it; what is different now, and a row of history for each of it."""
    changes = write_all(record, wanted)
    if changes:
        record.version += 1
        record.changed_at, record.changed_by = now, by.trail_name
        record.save()
        AnswerChange.objects.bulk_create([_row(record, change, by, now) for change in changes])
        follow(record.review_id, changes, now)
    return changes


def wanted_from(
    form: Form, kind: str, answers: Mapping[str, object], unanswered: Mapping[str, Unanswered] = NO_REASONS
) -> Wanted:
    """What a record of that kind is to hold for the questions that these answers name, and for no other."""
    named = answers.keys() | unanswered.keys()
    return [(q, held_from(answers, unanswered, q)) for q in form.questions_of(kind) if q.id in named]


def _row(record: ReviewRecord, change: Changed, by: Actor, now: datetime) -> AnswerChange:
    return AnswerChange(
        review_id=record.review_id,
        record=record,
        question=change.question.id,
        before=_plain(change.before),
        after=_plain(change.after),
        made_at=now,
        made_by=by.trail_name,
        made_by_key=by.trail_key,
    )


def _plain(what: Held) -> dict[str, object]:
    return dict(what)
