"""The lines of a block as a cover has them, also where a file has lost its line breaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from second_question.documents.document import Block, BlockKind, Document
from second_question.reading.facts.wordlists import one_of

PROSE = 45
"""A paragraph of so many words with sentences in it is no line of a cover."""
BEGINNING = 1_500
"""Characters in which the contents stand of a file that has lost its line breaks."""
FIRST_HEADING = 600
"""Characters in which its first heading stands where it has no contents."""

_SENTENCES = re.compile(r"[a-z0-9)’”]\.\s+[\"“‘]?[A-Z]|\.\s*$")
_CONTENTS = re.compile(r"\b\d{1,3} contents\b|\bcontents (?:page )?(?:\d+[.)]? )?(?:[a-z][a-z ]{2,40} \d+ ){2}")
_HEADING = re.compile(rf"(?<=\S ){one_of('front', 'first_headings')}\b")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NOT_AFTER = "".join(
    f"(?<! {word})" for word in ("in", "on", "of", "from", "and", "to", "since", "until", r"\d", r"\d\d")
)
_BREAKS = re.compile(
    rf"(?<! statutory) (?={one_of('front', 'begins_line')})"
    rf"|{_NOT_AFTER} (?=(?:{_MONTHS}) (?:19|20)\d\d\b)"
    rf"|(?<=\w) (?=\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS}) (?:19|20)\d\d\b)"
)
_PAGE_NUMBER = re.compile(r"\d{1,3} ")


@dataclass(frozen=True)
class Line:
    """A line of the cover.

    `level` is that of a heading, 0 for any other; `small` is `text` folded; `block` is where its block begins.
    """

    start: int
    end: int
    text: str
    small: str
    level: int
    block: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(frozen=True)
class Lines:
    """Cuts blocks of one document into lines; `small` is its text folded."""

    document: Document
    small: str

    def of(self, block: Block) -> Iterator[Line]:
        """The lines of a block: a paragraph of prose is one, and entries of the contents are none."""
        if block.kind is BlockKind.CONTENTS:
            return
        run_together = self._run_together(block)
        if run_together:
            yield from self._cut(block.start, run_together)
        elif is_prose(self.document.said(block)):
            yield self._line(block.start, block.end, block)
        else:
            yield from self._broken(block)

    def _broken(self, block: Block) -> Iterator[Line]:
        start = block.start
        for piece in self.document.said(block).split("\n"):
            if piece.strip():
                yield self._line(start, start + len(piece), block)
            start += len(piece) + 1

    def _run_together(self, block: Block) -> int:
        """Where the cover ends in a first block that holds much more; 0 where it is no such block."""
        if block.start > 0 or len(self.document.said(block).split()) < PROSE:
            return 0
        contents = _CONTENTS.search(self._flat(block.start, BEGINNING))
        heading = _HEADING.search(self.document.text[:FIRST_HEADING].replace("\n", " "))
        ends = [found.start() for found in (contents, heading) if found]
        return min(ends, default=0)

    def _cut(self, start: int, end: int) -> Iterator[Line]:
        flat = self._flat(0, end)
        number = _PAGE_NUMBER.match(flat)
        start = number.end() if number else start
        for cut in _BREAKS.finditer(flat, start):
            yield from self._piece(start, cut.start())
            start = cut.end()
        yield from self._piece(start, end)

    def _piece(self, start: int, end: int) -> Iterator[Line]:
        if self.small[start:end].strip():
            yield Line(start, end, self.document.text[start:end], self.small[start:end], 0, start)

    def _flat(self, start: int, length: int) -> str:
        return self.small[start : start + length].replace("\n", " ")

    def _line(self, start: int, end: int, block: Block) -> Line:
        level = block.level if block.kind is BlockKind.HEADING else 0
        return Line(start, end, self.document.text[start:end], self.small[start:end], level, block.start)


def is_prose(text: str) -> bool:
    """Many words, and sentences among them."""
    return len(text.split()) >= PROSE and bool(_SENTENCES.search(text))
