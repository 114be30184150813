"""A section is saved, a record is added, taken away or put back, and what the notification says now is taken over."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.questions import Form, Section, Unanswered
from second_question.rules.review_answers import check_record
from second_question.rules.template.parts import OF_AN_AGENCY, record_kind
from second_question_web.answering.held import Changed, for_the_trail, values_of
from second_question_web.answering.saving import refuse_overwriting, wanted_of
from second_question_web.incidents.actions.drafts import forget_draft_text
from second_question_web.incidents.errors import WrongAnswers
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import seeding
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import advance, refuse_unless_writable
from second_question_web.rapid_reviews.writing.keeping import keep, new_record, refuse_if_removed
from second_question_web.trail.actions import record as record_in_trail

Answers = Mapping[str, object]
Reasons = Mapping[str, Unanswered]


@transaction.atomic
def answer_section(
    *,
    by: Person,
    review: RapidReview,
    section: str,
    answers: Answers,
    unanswered: Reasons,
    version: int,
    now: datetime,
    place: int = 0,
    seen: str = "",
    draft_page: str = "",
) -> ReviewRecord:
    """Saves one section of the review, or of its record at that place.

    Args:
        answers: values by question id; a question of the section that is not there loses its answer.
        version: of the record, when the page was opened.
        seen: digest of this section when the page was opened; with it, a change elsewhere in the record is no conflict.
        draft_page: under which name what was typed is kept; forgotten when it is saved.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is with the Panel or closed, or the record was taken away.
        ChangedMeanwhile: somebody else has answered the same questions since.
        WrongAnswers: the answers cannot be right.
        KeyError: the template has no such section, or an agency writes it.
    """
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    form = form_of(locked)
    asked = _own_section(form, section)
    record = _record(locked, asked, place, by, now)
    wanted = wanted_of(form, asked, record, answers, unanswered)
    refuse_overwriting(record, asked, wanted, version, seen)
    changes = keep(record, wanted, by=by, now=now)
    _refuse_wrong(form, asked, record, now)
    forget_draft_text(by, draft_page)
    if changes:
        advance(locked, "draft")
        _record_answers("rapid_review.answer", locked, record, changes, by, now)
    return record


@transaction.atomic
def add_record(
    *,
    by: Person,
    review: RapidReview,
    kind: str,
    answers: Answers,
    unanswered: Reasons,
    now: datetime,
    draft_page: str = "",
) -> ReviewRecord:
    """Adds a record with the answers of its first section.

    Raises:
        PermissionDenied, NotNow, WrongAnswers: as for `answer_section`.
        KeyError: there is no such kind, or only one, or an agency writes it.
    """
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    form = form_of(locked)
    first = _first_section(form, kind)
    record = new_record(locked, kind, by=by, now=now)
    changes = keep(record, wanted_of(form, first, record, answers, unanswered), by=by, now=now)
    _refuse_wrong(form, first, record, now)
    forget_draft_text(by, draft_page)
    advance(locked, "draft")
    _record_answers("rapid_review.add_record", locked, record, changes, by, now)
    return record


@transaction.atomic
def remove_record(*, by: Person, review: RapidReview, kind: str, place: int, now: datetime) -> None:
    """Takes a record out of the review. It is kept and can be put back; taking it away again changes nothing."""
    locked, record = _to_change(by, review, kind, place)
    if record.removed_at is None:
        record.removed_at = now
        _save_removal(locked, record, by, now, "rapid_review.remove_record")


@transaction.atomic
def put_back(*, by: Person, review: RapidReview, kind: str, place: int, now: datetime) -> None:
    """Puts a record back that was taken away."""
    locked, record = _to_change(by, review, kind, place)
    if record.removed_at is not None:
        record.removed_at = None
        _save_removal(locked, record, by, now, "rapid_review.put_back_record")


@transaction.atomic
def take_over(*, by: Person, review: RapidReview, now: datetime) -> int:
    """Takes over what the notification says by now, where the review says nothing yet; how many answers were filled.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is with the Panel or closed.
    """
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    known = ReviewRecord.objects.filter(review=locked).count()
    filled = seeding.take_over(locked, locked.notification, by.trail_name, now)
    added = ReviewRecord.objects.filter(review=locked).count() - known
    if filled or added:
        reference = locked.notification.reference
        subject, after = ("rapid_review", reference), {"answers": filled, "records": added}
        record_in_trail(
            "rapid_review.take_over", by=by, subject=subject, case=reference, before={}, after=after, at=now
        )
    return filled


def _own_section(form: Form, section: str) -> Section:
    found = form.section(section)
    if found.record in OF_AN_AGENCY:
        raise KeyError(section)
    return found


def _first_section(form: Form, kind: str) -> Section:
    if kind in OF_AN_AGENCY or not record_kind(kind).repeated:
        raise KeyError(kind)
    return next(section for section in form.sections if section.record == kind)


def _record(review: RapidReview, section: Section, place: int, by: Person, now: datetime) -> ReviewRecord:
    kind = record_kind(section.record)
    wanted = place if kind.repeated else 1
    own = ReviewRecord.objects.select_for_update().filter(review=review, kind=kind.id, request=None, place=wanted)
    record = own.first()
    if record is None and not kind.repeated:
        return new_record(review, kind.id, by=by, now=now)
    if record is None:
        raise NotNow(f"This review has no {kind.one} {place}.")
    refuse_if_removed(record)
    return record


def _refuse_wrong(form: Form, section: Section, record: ReviewRecord, now: datetime) -> None:
    own = {question.id for question in section.questions}
    said = values_of(record, form.questions_of(section.record))
    wrong = [one for one in check_record(form, section.record, said, today=localdate(now)) if one.question in own]
    if wrong:
        raise WrongAnswers(wrong)


def _record_answers(
    action: str, review: RapidReview, record: ReviewRecord, changes: Sequence[Changed], by: Person, now: datetime
) -> None:
    reference = review.notification.reference
    subject = (record.kind, f"{reference} {record.place}")
    before, after = for_the_trail(changes, after=False), for_the_trail(changes, after=True)
    record_in_trail(action, by=by, subject=subject, case=reference, before=before, after=after, at=now)


def _to_change(by: Person, review: RapidReview, kind: str, place: int) -> tuple[RapidReview, ReviewRecord]:
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    if not record_kind(kind).repeated:
        raise NotNow("The review itself cannot be taken away.")
    return locked, ReviewRecord.objects.select_for_update().get(review=locked, kind=kind, place=place, request=None)


def _save_removal(review: RapidReview, record: ReviewRecord, by: Person, now: datetime, action: str) -> None:
    record.version += 1
    record.changed_at, record.changed_by = now, by.trail_name
    record.save(update_fields=["removed_at", "version", "changed_at", "changed_by"])
    reference = review.notification.reference
    subject, after = (record.kind, f"{reference} {record.place}"), {"removed": record.removed_at is not None}
    record_in_trail(action, by=by, subject=subject, case=reference, before={}, after=after, at=now)
