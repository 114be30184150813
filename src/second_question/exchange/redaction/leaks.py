"""What a file about to be published would give away beside its text: under boxes, in lists, comments, properties, versions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from second_question.documents import BlockKind, Document
from second_question.documents.evidence import Quoting
from second_question.reading.identities import NOBODY, CaseRecord, Kind, Severity, identities_in

LONGEST = 200
"""Characters of a passage that are shown."""


class Where(StrEnum):
    """In what part of a file something is left."""

    UNDER_BOX = "text under a box"
    CONTENTS = "contents list"
    BOOKMARK = "bookmark"
    COMMENT = "comment"
    TRACKED_CHANGE = "tracked change"
    HIDDEN_TEXT = "hidden text"
    METADATA = "metadata"
    ATTACHMENT = "attachment"
    EARLIER_VERSION = "earlier version"
    HEADER = "header or footer"
    FORM_FIELD = "form field"
    LINK = "link"
    ELSEWHERE = "elsewhere in the package"
    NOT_CHECKED = "not checked"


WHAT_TO_DO = {
    Where.UNDER_BOX: "The words can be copied from under the box. Take them out of the text itself, and make the file anew.",
    Where.CONTENTS: "Bring the contents list up to date, or take it out.",
    Where.BOOKMARK: "Rename or remove the bookmark.",
    Where.COMMENT: "Delete all comments.",
    Where.TRACKED_CHANGE: "Accept all changes, and switch tracking off.",
    Where.HIDDEN_TEXT: "Nobody sees it on the page, and everybody can read it. Delete it.",
    Where.METADATA: "Clear the properties of the file.",
    Where.ATTACHMENT: "Take the attachment out.",
    Where.EARLIER_VERSION: "The file keeps how it was before. Save it as a new file (“Save as”, or print it to PDF).",
    Where.HEADER: "Take it out of the header or footer.",
    Where.FORM_FIELD: "Empty the field, or make the file anew without forms.",
    Where.LINK: "Take the link out.",
    Where.NOT_CHECKED: "Save the text as a new file, and check that.",
    Where.ELSEWHERE: "The same passage stands in clear here. Take it out here too.",
}


@dataclass(frozen=True)
class Leak:
    """Something left in a file. `page` is None where it stands on none; `text` is what is told, cut short."""

    where: Where
    text: str
    page: int | None = None
    file: str = ""

    @property
    def suggestion(self) -> str:
        """What to do about it."""
        return WHAT_TO_DO[self.where]

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        told = {"where": str(self.where), "text": self.text, "page": self.page, "suggestion": self.suggestion}
        return told | ({"file": self.file} if self.file else {})


Tells = Callable[[str], bool]
"""Whether a text tells who somebody is."""


def leaks_in(data: bytes, document: Document, record: CaseRecord = NOBODY) -> list[Leak]:
    """What the file gives away beside its text; nothing for plain text and web pages.

    Args:
        data: what is in the file.
        document: what was read from it.
        record: the case's record; what it has is looked for in titles, bookmarks and links.
    """
    tells = telling(record)
    return list(dict.fromkeys([*leaks_of_file(data, document.kind, tells), *leaks_of_document(document, tells)]))


def leaks_of_file(data: bytes, kind: str, tells: Tells) -> Iterable[Leak]:
    """What lies in the file beside its text."""
    if kind == "pdf":
        from second_question.exchange.redaction.leaks_pdf import pdf_leaks

        return pdf_leaks(data, tells)
    if kind == "docx":
        from second_question.exchange.redaction.leaks_word import word_leaks

        return word_leaks(data, tells)
    return ()


def telling(record: CaseRecord) -> Tells:
    """The test whether a short text tells who somebody is."""

    def tells(text: str) -> bool:
        found = identities_in(text, record)
        return any(one.severity is Severity.IDENTIFIES or one.kind is Kind.NAME for one in found)

    return tells


def shown(text: str) -> str:
    """A passage in one line, cut short."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def leaks_of_document(document: Document, tells: Tells) -> Iterator[Leak]:
    """What the reader of files sets aside, and contents lists that tell what the headings no longer do."""
    for line in document.set_aside:
        if tells(line):
            yield Leak(Where.HEADER, shown(line))
    for block in document.blocks:
        said = document.said(block)
        if block.kind is BlockKind.CONTENTS and tells(said):
            yield Leak(Where.CONTENTS, shown(said), Quoting(document).page_of(block.start))
