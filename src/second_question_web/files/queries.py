"""Reading what files are kept. Whether a person may see a case's files is asked where the case is known."""

from uuid import UUID

from django.db.models import QuerySet

from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.models import StoredFile
from second_question_web.trail.refusals import Hidden


def files_of(case: str) -> QuerySet[StoredFile]:
    """The files of a case that are not removed, the oldest first."""
    return StoredFile.objects.filter(case=case, removed_at__isnull=True)


def file_of(case: str, file_id: UUID) -> StoredFile:
    """One file of a case, removed or not.

    Raises:
        Hidden: the case has no such file.
    """
    found = StoredFile.objects.filter(case=case, pk=file_id).first()
    if found is None:
        raise Hidden("file", str(file_id), case=case)
    return found


def file_for(purpose: str, file_id: UUID, added_by_key: str) -> StoredFile | None:
    """A file that belongs to no case, for who gave it."""
    return StoredFile.objects.filter(pk=file_id, purpose=purpose, added_by_key=added_by_key, case="").first()


def bytes_of(stored: StoredFile) -> bytes:
    """What is in a file that the caller has shown already, or that everybody may see: nothing is noted.

    Raises:
        CannotBeOpened: it was removed, it is infected, it has not been scanned yet, or it is lost.
    """
    if not stored.can_be_opened:
        raise CannotBeOpened("This file cannot be opened.")
    try:
        with stored.file.storage.open(stored.file.name or "", "rb") as opened:
            return bytes(opened.read())
    except OSError:
        raise CannotBeOpened("The bytes of this file cannot be found.") from None
