"""A copy of a file in its own format, without what its plan takes out. What is written is read again before it is given out."""

from dataclasses import dataclass

from second_question.documents import CannotRead, Document
from second_question.documents.files import read
from second_question.exchange.redaction.plan import Plan


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
    left = _left_in(copy.data, document, plan)
    if left:
        raise CannotRedact(
            f"{left} places would still be in the copy, so none was written. Save the text as a new Word file without "
            "text boxes and pictures, and redact that."
        )
    return copy


def _written(data: bytes, document: Document, plan: Plan) -> Redacted:
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


def _left_in(data: bytes, document: Document, plan: Plan) -> int:
    """How many stretches a reader of the copy would still find."""
    try:
        again = read(data, document.name, most_pages=100_000)
    except CannotRead:
        return 0
    return sum(1 for start, end, instead in plan.spans(again.text) if again.text[start:end] != instead)
