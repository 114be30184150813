"""Paragraphs and list items: a label with its answer, or words that answer what is asked at their place."""

import re

from second_question.documents import Block, BlockKind, Document, Span
from second_question.exchange.importing.cursor import DEEPEST
from second_question.exchange.importing.decision_words import is_an_agency
from second_question.exchange.importing.guide import LABELLED, Guide
from second_question.exchange.importing.headings import HeadingReader

LONGEST_LABEL = 12
"""Words before a colon that can be a label."""

_BULLET = re.compile(r"[•◦▪▫‣·●○■□]\s*")


class ParagraphReader:
    """Reads paragraphs and list items."""

    def __init__(self, guide: Guide, headings: HeadingReader, document: Document) -> None:
        self._guide, self._headings = guide, headings
        self._draft, self._at = guide.draft, guide.at
        self._marks_labels = any(block.lead or block.kind is BlockKind.HEADING for block in document.blocks)

    def read(self, block: Block) -> None:
        """A paragraph or list item; a note is read as one."""
        span = Span(block.start, block.end)
        words = self._draft.said(span)
        bullet = _BULLET.match(words)
        if bullet:
            span = Span(span.start + bullet.end(), span.end)
        if not (
            self._guide.lines.read_relative(span)
            or self._bold_label(block, span)
            or self._colon_label(span)
            or self._bare_label(block, span)
        ):
            self._guide.text(span)

    def _bold_label(self, block: Block, span: Span) -> bool:
        """Words in bold before others: a label, or the name of an agency."""
        if not block.lead:
            return False
        end = min(block.start + block.lead, span.end)
        label, rest = Span(span.start, end), Span(end, span.end)
        if self._guide.labelled(label, rest, DEEPEST):
            return True
        if self._at.section == "agency_summary" and not self._guide.is_ours and is_an_agency(self._draft.said(label)):
            self._headings.names_an_agency(label, DEEPEST - 1)
            self._guide.text(self._guide.without_mark(rest))
            return True
        return False

    def _colon_label(self, span: Span) -> bool:
        """ "Rationale: …" in plain type. Our own documents set labels in bold, so there it is part of the answer."""
        parts = None if self._guide.is_ours else LABELLED.match(self._draft.said(span))
        if parts is None or len(parts["label"].split()) > LONGEST_LABEL:
            return False
        label = Span(span.start, span.start + parts.end("label"))
        return self._guide.labelled(label, Span(span.start + parts.end(), span.end), DEEPEST)

    def _bare_label(self, block: Block, span: Span) -> bool:
        """A line that is nothing but a label, where nothing in the document is set in bold, or where it ends with a colon."""
        words = self._draft.said(span).rstrip()
        if self._guide.is_ours or block.lead or not (words.endswith(":") or not self._marks_labels):
            return False
        return self._guide.labelled(span, Span(span.end, span.end), DEEPEST)
