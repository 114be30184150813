"""A rapid review as a document to be read like any other file: its own text, with places that evidence can point at."""

from math import ceil

from second_question.documents.document import BlockKind, Document, Writer
from second_question.exchange.review.paper import Block, Facts, Grid, Heading, Paper, Prose
from second_question.exchange.review.words import Said, Tone

_LEVEL_OF_QUESTIONS = 5


def document_of(paper: Paper, pages: int) -> Document:
    """The text of a review as it would stand in its file.

    Args:
        paper: the review put together, from `composing.composed`.
        pages: about how many pages it has; the text is spread evenly over so many.
    """
    writer = Writer()
    writer.add(BlockKind.HEADING, paper.title, level=1)
    blocks = [*([paper.facts] if paper.facts else ()), *paper.blocks]
    length = sum(map(_length, blocks))
    for block in blocks:
        while writer.page < min(pages, ceil((writer.length + 1) * pages / max(1, length))):
            writer.new_page()
        _write(writer, block)
    while writer.page < pages:
        writer.new_page()
    return writer.finished(paper.title, "review")


def _write(writer: Writer, block: Block) -> None:
    match block:
        case Heading():
            writer.add(BlockKind.HEADING, block.words, level=block.level + 1)
        case Prose():
            # The template asks, and only what was written under it is the review's: a heading is never evidence.
            writer.add(BlockKind.HEADING, block.label, level=_LEVEL_OF_QUESTIONS)
            writer.add(BlockKind.PARAGRAPH, _said(block.said))
        case Facts():
            writer.add_table([[row.label, _said(row.said)] for row in block.rows])
        case Grid():
            writer.add_table([list(block.heads), *([_said(cell) for cell in row] for row in block.rows)])


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
