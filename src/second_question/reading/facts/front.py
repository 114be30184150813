"""The front of a document: the lines of its cover, and the pages on which it says what it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from second_question.documents.document import Block, BlockKind, Document, Span
from second_question.documents.evidence import Quoting
from second_question.reading.facts.lines import Line, Lines, is_prose
from second_question.reading.facts.wordlists import one_of
from second_question.reading.patterns import folded

COVER_WORDS = 220
"""Where no heading ends the cover, it is taken to end after so many words."""
FRONT = 7_000
"""Characters in which a report says what it is: cover, contents and the first page or two."""
FEWEST_WORDS = 4
"""Contents that come before so many words come before the title."""

_NUMBER = r"(?:\d+[.)]?\d*\s+)?"
_ENDS_COVER = re.compile(rf"(?:{one_of('front', 'numbered')}|{_NUMBER}{one_of('front', 'ends_cover')})\s*:?")
_ENTRY = re.compile(r"(?:[\divx]+[.)]?[\d.]*\s+)?[^\n]{3,90}?[\s.…]+\d{1,3}")


@dataclass(frozen=True)
class Front:
    """A document with its cover told from the rest."""

    document: Document

    @property
    def text(self) -> str:
        """The whole text."""
        return self.document.text

    @cached_property
    def small(self) -> str:
        """The whole text, folded: offsets are the same."""
        return folded(self.document.text)

    @cached_property
    def quoting(self) -> Quoting:
        """For quotations."""
        return Quoting(self.document)

    @cached_property
    def cover(self) -> tuple[Line, ...]:
        """The lines before the report begins to tell."""
        return tuple(self._cover_lines())

    @cached_property
    def cover_end(self) -> int:
        """Where the cover ends."""
        return self.cover[-1].end if self.cover else 0

    def block_at(self, offset: int) -> Span:
        """The block in which that character stands."""
        at = bisect_right(self._starts, offset) - 1
        block = self.document.blocks[max(0, at)]
        return Span(block.start, block.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.document.blocks]

    @property
    def end(self) -> int:
        """Where the pages end on which a report says what it is."""
        return max(FRONT, self.cover_end)

    def _cover_lines(self) -> Iterator[Line]:
        words, contents_first = 0, False
        for block, line in self._lines():
            ends = bool(_ENDS_COVER.fullmatch(line.small.strip()))
            if ends and words < FEWEST_WORDS:
                contents_first = True
                continue
            if contents_first and _ENTRY.fullmatch(line.small.strip()):
                continue
            words += line.words
            if ends or words > COVER_WORDS or (block.kind is not BlockKind.TABLE and is_prose(line.text)):
                return
            yield line

    def _lines(self) -> Iterator[tuple[Block, Line]]:
        lines = Lines(self.document, self.small)
        return ((block, line) for block in self.document.blocks for line in lines.of(block))
