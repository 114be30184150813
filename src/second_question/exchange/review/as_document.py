"""A rapid review as a document to be read like any other file: its own text, with places that evidence can point at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from second_question.documents.document import BlockKind, Document, Span, Writer
from second_question.exchange.review.paper import Block, Facts, Grid, Heading, Paper, Prose
from second_question.exchange.review.words import Said, Tone
from second_question.rules.template.content import AnswerKey

LEVEL_OF_QUESTIONS = 5
"""Of the headings under which prose is answered; those of parts and sections are higher."""


@dataclass(frozen=True)
class ReviewDocument:
    """The text of a review, and where in it each answer stands, or the reason for having none."""

    document: Document
    places: Mapping[AnswerKey, Span]


def document_of(paper: Paper, pages: int) -> ReviewDocument:
    """The text of a review as it would stand in its file.

    Args:
        paper: the review put together, from `composing.composed`.
        pages: about how many pages it has; the text is spread evenly over so many.
    """
    writing = _Writing()
    writer = writing.writer
    writer.add(BlockKind.HEADING, paper.title, level=1)
    blocks = [*([paper.facts] if paper.facts else ()), *paper.blocks]
    length = sum(map(_length, blocks))
    for block in blocks:
        while writer.page < min(pages, ceil((writer.length + 1) * pages / max(1, length))):
            writer.new_page()
        writing.write(block)
    while writer.page < pages:
        writer.new_page()
    return ReviewDocument(writer.finished(paper.title, "review"), writing.places)


@dataclass
class _Writing:
    """A document as it is written, with the places of the answers so far."""

    writer: Writer = field(default_factory=Writer)
    places: dict[AnswerKey, Span] = field(default_factory=dict)

    def write(self, block: Block) -> None:
        match block:
            case Heading():
                self.writer.add(BlockKind.HEADING, block.words, level=block.level + 1)
            case Prose():
                # The template asks, and only what was written under it is the review's: a heading is never evidence.
                self.writer.add(BlockKind.HEADING, block.label, level=LEVEL_OF_QUESTIONS)
                start = self.writer.length
                self.writer.add(BlockKind.PARAGRAPH, _said(block.said))
                self._note(block.said, start)
            case Facts():
                self._table([[Said(row.label), row.said] for row in block.rows])
            case Grid():
                self._table([list(map(Said, block.heads)), *(list(row) for row in block.rows)])

    def _table(self, rows: list[list[Said]]) -> None:
        """As `Writer.add_table` writes it: rows without words are left out, and one letter parts two cells."""
        kept = [row for row in rows if any(_said(cell).strip() for cell in row)]
        start = self.writer.length
        self.writer.add_table([[_said(cell) for cell in row] for row in kept])
        for cell in (cell for row in kept for cell in row):
            self._note(cell, start)
            start += len(_said(cell)) + 1

    def _note(self, said: Said, start: int) -> None:
        words = _said(said)
        if said.key and words.strip():
            self.places[said.key] = Span(start, start + len(words))


def _said(said: Said) -> str:
    """What was answered. That an answer is missing is said on the page, and is no word of the review."""
    return "" if said.tone in (Tone.MISSING, Tone.HINT) else said.text


def _length(block: Block) -> int:
    match block:
        case Heading():
            return len(block.text)
        case Prose():
            return len(block.label) + len(block.said.text)
        case Facts():
            return sum(len(row.label) + len(row.said.text) for row in block.rows)
        case Grid():
            return sum(len(cell.text) for row in block.rows for cell in row)
    return 0
