"""Reading one document: what the asker may see of it, and where its file is."""

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.entry import PUBLIC
from second_question.library.store import COPY, EARLIER, Kept
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.models import StoredFile
from second_question_web.files.queries import bytes_of
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.entering import PLACE
from second_question_web.library.models import Deposit
from second_question_web.people.models import Person
from second_question_web.trail.refusals import Hidden

LARGEST = 100 * 1024 * 1024
"""Bytes of a file on this machine that is handed out."""
PDF = "application/pdf"
LONGEST_NAME = 60


@dataclass(frozen=True)
class Opened:
    """A document for whoever asks. `deposit` is what somebody said of it who put it into the library."""

    library: Library
    document: Kept
    access: Access
    deposit: Deposit | None

    @property
    def may_read(self) -> bool:
        """Whether the text may be seen, with all that comes from it."""
        return self.access.allows(self.document.text_visibility)

    @property
    def is_restricted(self) -> bool:
        """Whether something is shown that not everybody may see."""
        return self.document.visibility != PUBLIC or (self.may_read and self.document.text_visibility != PUBLIC)


def document(person: Person | AnonymousUser, key: str) -> Opened:
    """The document of that permanent name.

    Raises:
        Http404: there is none, or not for this person.
    """
    access, opened = access_of(person), library()
    found = opened.document(key, access)
    if found is None:
        raise Hidden("library document", key[:40]) if isinstance(person, Person) else Http404("no such document")
    deposits = Deposit.objects.filter(key=key, state=Deposit.State.ENTERED).select_related("file")
    return Opened(opened, found, access, deposits.first())


def text_of(person: Person | AnonymousUser, key: str) -> Opened:
    """The document, for those who may see its text.

    Raises:
        Http404: there is none, or its text is not for this person.
    """
    opened = document(person, key)
    if not opened.may_read or opened.document.is_record:
        raise Http404("no text of that document for whoever asks")
    return opened


@dataclass(frozen=True)
class Related:
    """Other documents that this one is a version or copy of, or that are of it."""

    newer: tuple[Kept, ...] = ()
    earlier: tuple[Kept, ...] = ()
    copies: tuple[Kept, ...] = ()


def related(opened: Opened) -> Related:
    """As far as the asker may see them."""
    store, document = opened.library.store, opened.document
    of = store.by_id([document.of] if document.of else []).values()
    others = [*store.kept_where("of = ?", (document.id,)), *of]
    seen = [one for one in others if opened.access.allows(one.visibility)]
    return Related(
        tuple(one for one in seen if one.id == document.of and document.status == EARLIER),
        tuple(one for one in seen if one.of == document.id and one.status == EARLIER),
        tuple(one for one in seen if (one.status if one.of == document.id else document.status) == COPY),
    )


@dataclass(frozen=True)
class Original:
    """The file that a document was read from: one that was deposited, or one on this machine."""

    media_type: str
    ending: str
    stored: StoredFile | None = None
    path: Path | None = None

    @property
    def is_pdf(self) -> bool:
        """Whether its pages can be drawn."""
        return self.media_type == PDF

    def data(self) -> bytes:
        """Its bytes.

        Raises:
            CannotBeOpened: it is not there any more, or may not be opened.
        """
        if self.stored:
            return bytes_of(self.stored)
        try:
            return self.path.read_bytes() if self.path else b""
        except OSError:
            raise CannotBeOpened("The file is not there any more.") from None


def original_of(opened: Opened) -> Original | None:
    """Where the file is; None where it is not here, or not for the asker."""
    if not opened.may_read or opened.document.is_record:
        return None
    if opened.deposit:
        stored = opened.deposit.file
        if stored is None or not stored.can_be_opened:
            return None
        return Original(stored.media_type, Path(stored.name).suffix.lower(), stored=stored)
    path = _on_this_machine(opened)
    kind = mimetypes.guess_type(path.name)[0] if path else None
    return Original(kind or "application/octet-stream", path.suffix.lower(), path=path) if path else None


def _on_this_machine(opened: Opened) -> Path | None:
    """A place that the file was added from on the command line, if the same file is still there."""
    statement = "select place from places where document = ? and digest = ? order by place"
    rows = opened.library.store.rows(statement, (opened.document.id, opened.document.digest))
    places = (Path(place) for (place,) in rows if not place.startswith(PLACE))
    return next((place for place in places if _is_the_same(place, opened.document.digest)), None)


def _is_the_same(place: Path, digest: str) -> bool:
    try:
        if not place.is_absolute() or not place.is_file() or place.stat().st_size > LARGEST:
            return False
        with place.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest() == digest
    except OSError:
        return False
