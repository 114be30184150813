"""A passage is placed by hand: put into an answer, made into a record, or left out with a reason; and taken back again."""

from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Form, Question
from second_question_web.answering.held import held, question_of, values_of
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.importing.making import MADE_OF_PASSAGES, answers_from
from second_question_web.rapid_reviews.importing.texts import with_passage, without_passage
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord, UnplacedPassage
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import advance, refuse_unless_writable
from second_question_web.rapid_reviews.writing.keeping import keep, new_record, wanted_from
from second_question_web.trail.actions import Actor, record

LONGEST_REASON = 2_000


@transaction.atomic
def put_passage_into(
    *, passage: UnplacedPassage, by: Actor, kind: str, place: int, question: str, now: datetime
) -> UnplacedPassage:
    """Adds the passage to an answer as a further paragraph, or answers a question with options that is open.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review can no longer be written, or the passage was placed already.
        Refusal: there is no such question, it is not asked, the passage is no answer to it or makes it too long.
    """
    review, locked = _taken(passage, by)
    form = form_of(review)
    record_of, asked = _target(review, form, kind, place, question)
    wanted = [(asked, with_passage(asked, held(record_of, asked), locked.text))]
    keep(record_of, wanted, by=by, now=now)
    advance(review, "draft")
    _place(locked, f"{kind}/{place}/{question}", by, now)
    _record("rapid_review.place_passage", review, locked, by, now)
    return locked


@transaction.atomic
def make_record_of_passage(*, passage: UnplacedPassage, by: Actor, kind: str, now: datetime) -> UnplacedPassage:
    """Makes a participant, child, moment … of the passage.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review can no longer be written, or the passage was placed already.
        Refusal: nothing of that kind can be made of it.
    """
    review, locked = _taken(passage, by)
    if kind not in MADE_OF_PASSAGES:
        raise Refusal("Choose what to make of it.", "kind")
    answers = answers_from(kind, locked.heading, locked.text)
    made = new_record(review, kind, by=by, now=now)
    keep(made, wanted_from(form_of(review), kind, answers), by=by, now=now)
    advance(review, "draft")
    _place(locked, f"{kind}/{made.place}", by, now)
    _record("rapid_review.place_passage", review, locked, by, now)
    return locked


@transaction.atomic
def leave_passage_out(*, passage: UnplacedPassage, by: Actor, reason: str, now: datetime) -> UnplacedPassage:
    """Leaves the passage out of the review, and keeps it with the reason.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review can no longer be written, or the passage was placed already.
        Refusal: no reason is given, or far too long a one.
    """
    review, locked = _taken(passage, by)
    if not reason.strip():
        raise Refusal("Say why it is left out.", "reason")
    if len(reason) > LONGEST_REASON:
        raise Refusal(f"Say why in {LONGEST_REASON:,} characters or fewer.", "reason")
    locked.left_out_reason = reason.strip()
    _place(locked, "", by, now)
    _record("rapid_review.leave_out_passage", review, locked, by, now)
    return locked


@transaction.atomic
def put_passage_back(*, passage: UnplacedPassage, by: Actor, now: datetime) -> bool:
    """Lets the passage wait again, and takes its words out of the answer, or the record that was made of it away.

    Gives whether nothing of it is left in the review: where somebody has changed the words since, they stay.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review can no longer be written, or the passage waits already.
    """
    review, locked = _taken(passage, by, placed=True)
    is_gone = _taken_out(review, locked, by, now)
    before: dict[str, object] = {"placed_in": locked.placed_in}
    locked.placed_at, locked.placed_by, locked.placed_in, locked.left_out_reason = None, "", "", ""
    locked.save()
    _record("rapid_review.put_passage_back", review, locked, by, now, before)
    return is_gone


def _taken(passage: UnplacedPassage, by: Actor, *, placed: bool = False) -> tuple[RapidReview, UnplacedPassage]:
    review = taken(by, Permission.RAPID_REVIEW_WRITE, passage.imported.review)
    refuse_unless_writable(review)
    locked = UnplacedPassage.objects.select_for_update().get(pk=passage.pk)
    if placed != (locked.placed_at is not None):
        raise NotNow("Somebody has placed this passage, or put it back, since you opened the page.")
    return review, locked


def _target(review: RapidReview, form: Form, kind: str, place: int, question: str) -> tuple[ReviewRecord, Question]:
    record_of = _own_record(review, kind, place)
    try:
        asked = question_of(form, kind, question)
    except KeyError:
        record_of = None
    if record_of is None:
        raise Refusal("Choose a question from the list.", "target")
    values = values_of(record_of, form.questions_of(kind))
    if asked not in questions_that_apply(form, kind, values, record_of.reasons_unanswered()):
        raise Refusal(f"“{asked.label}” is not asked, because of an earlier answer. Choose another question.", "target")
    return record_of, asked


def _own_record(review: RapidReview, kind: str, place: int) -> ReviewRecord | None:
    own = ReviewRecord.objects.select_for_update().filter(review=review, request=None, removed_at=None)
    return own.filter(kind=kind, place=place).first()


def _place(passage: UnplacedPassage, where: str, by: Actor, now: datetime) -> None:
    passage.placed_in, passage.placed_at, passage.placed_by = where, now, by.trail_name
    passage.save(update_fields=["placed_in", "placed_at", "placed_by", "left_out_reason"])


def _taken_out(review: RapidReview, passage: UnplacedPassage, by: Actor, now: datetime) -> bool:
    if not passage.placed_in:
        return True
    kind, place, *question = passage.placed_in.split("/")
    found = _own_record(review, kind, int(place))
    if found is None:
        return True
    if not question:
        return _removed(found, passage, now)
    asked = question_of(form_of(review), kind, question[0])
    left = without_passage(asked, held(found, asked), passage.text)
    if left is None:
        return False
    keep(found, [(asked, left)], by=by, now=now)
    return True


def _removed(made: ReviewRecord, passage: UnplacedPassage, now: datetime) -> bool:
    """Takes the record away, unless somebody has written in it since."""
    untouched = answers_from(made.kind, passage.heading, passage.text)
    if made.all_answers() != untouched or made.unanswered:
        return False
    made.removed_at = now
    made.save(update_fields=["removed_at"])
    return True


def _record(
    action: str,
    review: RapidReview,
    passage: UnplacedPassage,
    by: Actor,
    now: datetime,
    before: dict[str, object] | None = None,
) -> None:
    reference = review.notification.reference
    after = {"passage": passage.pk, "placed_in": passage.placed_in}
    record(action, by=by, subject=("rapid_review", reference), case=reference, before=before or {}, after=after, at=now)
