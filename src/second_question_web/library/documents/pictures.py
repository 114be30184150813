"""The pages of an original as pictures, kept on this host's disk as long as there is room."""

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache

from second_question.documents import CannotRead
from second_question.documents.drawing import drawn
from second_question_web.files.errors import CannotBeOpened
from second_question_web.library.documents.queries import Opened, Original

AT_ONCE = 4
"""Pages that are drawn together, since starting to draw takes longer than drawing."""
A_MONTH = 30 * 24 * 3600
MOST = 4_000
"""Pages that are kept: about 1 GB."""


def picture_of(opened: Opened, original: Original, number: int) -> bytes | None:
    """A page as PNG; None where it has no such page or cannot be drawn."""
    kept, digest = _kept(), opened.document.digest
    found: bytes | None = kept.get(f"{digest}-{number}")
    if found is not None:
        return found
    try:
        pictures = drawn(original.data(), number, AT_ONCE)
    except (CannotRead, CannotBeOpened):
        return None
    for at, picture in enumerate(pictures):
        kept.set(f"{digest}-{number + at}", picture, A_MONTH)
    return pictures[0] if pictures else None


def _kept() -> FileBasedCache:
    return FileBasedCache(str(settings.LIBRARY / "pages"), {"OPTIONS": {"MAX_ENTRIES": MOST}})
