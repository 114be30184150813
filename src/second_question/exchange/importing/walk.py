"""Reading a document from top to bottom into a draft."""

from second_question.documents import BlockKind, Document, Span
from second_question.exchange.importing.boilerplate import is_boilerplate
from second_question.exchange.importing.draft import Draft
from second_question.exchange.importing.guide import Guide
from second_question.exchange.importing.headings import HeadingReader
from second_question.exchange.importing.paragraphs import ParagraphReader
from second_question.exchange.importing.tables import TableReader
from second_question.rules.questions import Form


def walked(document: Document, form: Form) -> Draft:
    """The document as a draft of a review on that form."""
    guide = Guide(document, form)
    headings = HeadingReader(guide)
    paragraphs, tables = ParagraphReader(guide, headings, document), TableReader(guide, headings)
    for at, block in enumerate(document.blocks):
        span = Span(block.start, block.end)
        words = guide.draft.said(span)
        is_title = at == 0 and block.kind is BlockKind.HEADING and guide.is_ours
        if is_title or block.kind is BlockKind.CONTENTS or guide.index.is_help(words) or is_boilerplate(words):
            guide.draft.recognise(span)
        elif block.kind is BlockKind.TABLE:
            tables.read(block)
        elif block.kind is BlockKind.HEADING:
            headings.read(span, block.level)
        else:
            paragraphs.read(block)
    return guide.draft
