"""A file was read; somebody looks at what was read."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.files.models import StoredFile
from second_question_web.rapid_reviews.importing.reading import Reading
from second_question_web.rapid_reviews.models import ImportedFile, RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import refuse_unless_writable
from second_question_web.trail.actions import Actor, Reader, record


@transaction.atomic
def keep_reading(*, review: RapidReview, by: Actor, file: StoredFile, reading: Reading, now: datetime) -> ImportedFile:
    """Keeps what was read of a file until somebody has looked through it. Reading it again changes nothing.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review can no longer be written.
    """
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    known = ImportedFile.objects.filter(review=locked, file=file).first()
    if known:
        return known
    made = ImportedFile(review=locked, file=file, made_at=now, made_by=by.trail_name, reading=reading.to_json())
    made.save()
    reference = locked.notification.reference
    after = {"file": str(file.pk), "answers": len(reading.proposals), "passages": len(reading.passages)}
    record(
        "rapid_review.read_file",
        by=by,
        subject=("rapid_review", reference),
        case=reference,
        before={},
        after=after,
        at=now,
    )
    return made


@transaction.atomic
def note_import_opened(*, by: Reader, review: RapidReview, what: str) -> None:
    """Keeps that somebody opened a page of an import, of a review that was fetched for them."""
    if not by.may(Permission.RAPID_REVIEW_WRITE):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_WRITE}")
    reference = review.notification.reference
    record("rapid_review.open_import", by=by, subject=(what, reference), case=reference)
