"""What is noted of what other programs and spreadsheets take along."""

from second_question_web.people.models import Person
from second_question_web.trail.actions import record


def note_downloaded(*, by: Person, asked: str, count: int, restricted: int) -> None:
    """Keeps that somebody took along a table with documents that not everybody may see, and what was asked for."""
    after = {"search": asked, "documents": count, "restricted": restricted}
    record("library.download", by=by, subject=("library", ""), after=after)
