"""The front of a document: the lines of its cover, and the pages on which it says what it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from second_question.documents.document import Block, BlockKind, Document
from second_question.documents.evidence import Quoting
from second_question.reading.patterns import folded

COVER_WORDS = 220
"""Where no heading ends the cover, it is taken to end after so many words."""
FRONT = 7_000
"""Characters in which a report says what it is: cover, contents and the first page or two."""
PROSE = 45
"""A paragraph of so many words is no line of a cover."""
LONGEST_LINE = 1_500
"""A longer line has lost its line breaks: its cover is cut out of it."""

_ENDS_COVER = re.compile(
    r"(?:section|part|chapter) (?:\d+|[a-z]+)\b.*|(?:\d+(?:\.\d+)?[.)]|\d+\.\d+|[a-h][.)])\s+[a-z].*|"
    r"(?:\d+[.)]?\d*\s+)?(?:table of )?(?:contents(?: page)?|introduction.*|foreword.*|preface|background.*|summary of (?!the annual|key).*|"
    r"acknowledgements?|glossary.*|summary|context.*|the purpose of .*|purpose|overview|"
    r"what is a .*|why (?:was )?this .*|(?:investigation and inquest|circumstances of the death)|"
    r"reasons? for .*|cynnwys|cyflwyniad|in this issue|background to .*|methodology.*|terms of reference|status)\s*:?"
)
_RUN_TOGETHER = re.compile(
    r"(?:^\d{1,3}|(?<=\w)(?<! in)(?<! on)(?<! of)(?<! from)(?<! and)(?<! to)(?<! since)(?<! until)(?<! \d)(?<! \d\d)) (?=(?:statutory guidance (?:for|on)|guidance for|advice for|publication date|implementation date|"
    r"revision dates?|authors?:|published|version \d|\d{1,3} contents\b|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:19|20)\d\d\b))"
)
_CONTENTS = re.compile(r"\b\d{1,3} contents\b|\bcontents (?:[a-z ]{3,40} \d+ ){2}")


@dataclass(frozen=True)
class Line:
    """A line of the cover. `level` is that of a heading, 0 for any other; `small` is `text` folded; `block` is where its block begins."""

    start: int
    end: int
    text: str
    small: str
    level: int
    block: int


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

    @property
    def end(self) -> int:
        """Where the pages end on which a report says what it is."""
        return max(FRONT, self.cover_end)

    def _cover_lines(self) -> Iterator[Line]:
        words = 0
        for block in self.document.blocks:
            for line in self._lines_of(block):
                words += len(line.text.split())
                told = _ENDS_COVER.fullmatch(line.small.strip()) and words > 3
                if told or words > COVER_WORDS or _is_prose(line, block):
                    return
                yield line

    def _lines_of(self, block: Block) -> Iterator[Line]:
        if block.kind is BlockKind.CONTENTS:
            return
        text = self.document.said(block)
        if "\n" not in text[:LONGEST_LINE] and len(text.split()) >= PROSE and self._has_run_together(block):
            yield from self._cut_out_of(block)
            return
        if len(text.split()) >= PROSE:
            yield self._line(block.start, block.end, 0, block.start)
            return
        start = block.start
        for piece in text.split("\n"):
            if piece.strip():
                yield self._line(
                    start, start + len(piece), block.level if block.kind is BlockKind.HEADING else 0, block.start
                )
            start += len(piece) + 1

    def _has_run_together(self, block: Block) -> bool:
        beginning = self.small[block.start : block.start + LONGEST_LINE]
        return block.end - block.start > LONGEST_LINE or (block.start == 0 and bool(_CONTENTS.search(beginning)))

    def _cut_out_of(self, block: Block) -> Iterator[Line]:
        beginning = self.small[block.start : block.start + LONGEST_LINE]
        contents = _CONTENTS.search(beginning)
        end = block.start + (contents.start() if contents else 0)
        start = block.start + len(re.match(r"(?:\d{1,3} )?", beginning)[0])  # type: ignore[index]
        for cut in _RUN_TOGETHER.finditer(self.small, block.start, end):
            if cut.end() > start + 2:
                yield self._line(start, cut.start(), 0, start)
            start = cut.end()
        if end > start:
            yield self._line(start, end, 0, start)

    def _line(self, start: int, end: int, level: int, block: int) -> Line:
        return Line(start, end, self.text[start:end], self.small[start:end], level, block)


def _is_prose(line: Line, block: Block) -> bool:
    return block.kind is not BlockKind.TABLE and len(line.text.split()) >= PROSE
