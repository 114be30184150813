"""A document cut into passages of about a paragraph, each with the heading that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from second_question.documents import Block, BlockKind, Document
from second_question.documents.evidence import Quoting
from second_question.reading.patterns import folded

FEWEST_WORDS = 6
"""Shorter stretches say too little to be coded."""
LONG, ABOUT, LAST = 1600, 900, 300
"""Characters: a longer paragraph is cut at ends of sentences into pieces of about that size, the last not much shorter."""
ITEMS = 700
"""Characters up to which the items of a list are taken together."""
HEADING_WORDS = 12
"""A line without a full stop and with no more words, before a paragraph, is its heading."""
PAGE_NUMBERS = 0.5
"""Of the lines of a table of contents at least so many end in a page number."""

_SENTENCE_END = re.compile(r"[.!?][”’\")\]]*\s+(?=[^a-z\s])|\n")
_FINISHED = (".", "!", "?", ":", ";", "”", '"', ")")
_NUMBERED_LINE = re.compile(r"[^\n]*[\t. …]\d{1,3}\s*(?:\n|$)")
_REFERENCES = re.compile(
    r"(?:\d+\W+)?(?:references?|bibliography|contents|table of contents|list of (?:tables|figures))\W*"
)


@dataclass(frozen=True)
class Passage:
    """A stretch of the document's text, its page, and the heading above it (empty where there is none)."""

    page: int
    start: int
    end: int
    heading: str


def passages_of(document: Document) -> list[Passage]:
    """The passages, in the order of the text; lists of contents and of references are left out."""
    quoting = Quoting(document)
    found = []
    for start, end, heading in _with_headings(document):
        for piece_start, piece_end in _pieces(document.text, start, end):
            quoted = quoting.at(piece_start, piece_end)
            if len(quoted.text.split()) >= FEWEST_WORDS:
                found.append(Passage(quoted.page, quoted.start, quoted.end, heading))
    return found


def _with_headings(document: Document) -> Iterator[tuple[int, int, str]]:
    heading, skipping = "", False
    for group in _groups(document):
        said = document.text[group[0].start : group[-1].end]
        if _is_heading(group[0], said):
            heading = " ".join(said.split())
            skipping = _REFERENCES.fullmatch(folded(heading).strip()) is not None
        elif not skipping and not _is_list_of_contents(said):
            yield group[0].start, group[-1].end, heading


def _groups(document: Document) -> Iterator[list[Block]]:
    """Blocks that make one passage: items of a list, and a paragraph that a page break or a heading's end has cut."""
    gathered: list[Block] = []
    for block in document.blocks:
        if block.kind in (BlockKind.NOTE, BlockKind.CONTENTS):
            continue
        if gathered and not _goes_on(document, gathered, block):
            yield gathered
            gathered = []
        gathered.append(block)
    if gathered:
        yield gathered


def _goes_on(document: Document, gathered: list[Block], block: Block) -> bool:
    last = gathered[-1]
    if block.kind is last.kind is BlockKind.LIST_ITEM:
        return block.end - gathered[0].start <= ITEMS
    if block.kind is BlockKind.PARAGRAPH and last.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        before, after = document.said(last).rstrip(), document.said(block).lstrip()
        return not before.endswith(_FINISHED) and after[:1].islower() and len(before.split()) > HEADING_WORDS
    return False


def _is_heading(block: Block, said: str) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    is_line = block.kind is BlockKind.PARAGRAPH and "\n" not in said.strip() and len(said.split()) <= HEADING_WORDS
    return is_line and not said.rstrip().endswith((".", ";", ",", ":", "?", "!", "”")) and said.strip()[:1].isupper()


def _is_list_of_contents(said: str) -> bool:
    lines = [line for line in said.split("\n") if line.strip()]
    return len(lines) > 2 and sum(map(bool, map(_NUMBERED_LINE.fullmatch, lines))) >= PAGE_NUMBERS * len(lines)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start > LONG:
        for match in _SENTENCE_END.finditer(text, start, end):
            if match.end() - start >= ABOUT and end - match.end() >= LAST:
                yield start, match.end()
                start = match.end()
    yield start, end
