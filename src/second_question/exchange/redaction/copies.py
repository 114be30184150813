"""A copy of a file in its own format, without what its plan takes out. What is written is read again before it is given out."""

from dataclasses import dataclass
from zipfile import BadZipFile

from second_question.documents import CannotRead, Document
from second_question.documents.files import read
from second_question.exchange.redaction.plan import Plan

PASSES = 3
MOST_PAGES = 100_000


class CannotRedact(ValueError):
    """No copy can be made that is safe; the message says why, and what to do."""


@dataclass(frozen=True)
class Redacted:
    """The copy, how many stretches were taken out, and what its reader should know of it."""

    data: bytes
    taken_out: int
    notes: tuple[str, ...] = ()


def redacted(data: bytes, document: Document, plan: Plan) -> Redacted:
    """The copy of a file.

    Args:
        data: what is in the file.
        document: what was read from it.
        plan: what is to be taken out.

    Raises:
        CannotRedact: something that was to be taken out would still be in the copy, or the file cannot be written anew.
    """
    copy = _written(data, document, plan)
    for _ in range(PASSES):
        again = _read(copy.data, document.name)
        if again is None or not _left_in(again, plan):
            return copy
        # With one name gone, what stood beside it may show as a name only now.
        further = _written(copy.data, again, plan)
        copy = Redacted(further.data, copy.taken_out + further.taken_out, copy.notes)
    left = _left_in(read(copy.data, document.name, most_pages=MOST_PAGES), plan)
    if left:
        raise CannotRedact(
            f"{left} places would still be in the copy, so none was written. Save the text as a new Word file without "
            "text boxes and pictures, and redact that."
        )
    return copy


def _written(data: bytes, document: Document, plan: Plan) -> Redacted:
    try:
        return _in_its_format(data, document, plan)
    except (RecursionError, ValueError, KeyError, SyntaxError, BadZipFile, NotImplementedError) as error:
        if isinstance(error, CannotRedact):
            raise
        raise CannotRedact(
            "The file is damaged in a part that is not its text, so no safe copy can be made of it. Open it, save it again, and "
            "redact that."
        ) from error


def _in_its_format(data: bytes, document: Document, plan: Plan) -> Redacted:
    if document.kind == "docx":
        from second_question.exchange.redaction.word import redacted_word

        return redacted_word(data, plan)
    if document.kind == "html":
        from second_question.exchange.redaction.web import redacted_page

        return redacted_page(data, plan)
    if document.kind == "pdf":
        from second_question.exchange.redaction.pdf import redacted_pdf

        return redacted_pdf(document, plan)
    from second_question.exchange.redaction.plain import redacted_plain

    return redacted_plain(data, plan)


def _read(data: bytes, name: str) -> Document | None:
    """What a reader of the copy sees; None where nothing is left to read."""
    try:
        return read(data, name, most_pages=MOST_PAGES)
    except CannotRead:
        return None


def _left_in(document: Document, plan: Plan) -> int:
    """How many stretches a reader of the copy would still find."""
    return sum(1 for start, end, instead in plan.spans(document.text) if document.text[start:end] != instead)
