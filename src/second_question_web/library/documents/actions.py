"""What is kept of reading: who opened a restricted document. Open ones are read by everybody, and nothing is noted."""

from datetime import datetime

from django.db import transaction

from second_question_web.people.models import Person
from second_question_web.trail.actions import record

SUBJECT = "library document"


@transaction.atomic
def note_opened(*, by: Person, key: str, now: datetime) -> None:
    """Keeps that somebody opened a document that not everybody may see."""
    record("library.open", by=by, subject=(SUBJECT, key), at=now)


@transaction.atomic
def note_file_taken(*, by: Person, key: str, now: datetime) -> None:
    """Keeps that somebody took the file of a document whose text not everybody may see."""
    record("library.open_file", by=by, subject=(SUBJECT, key), at=now)
