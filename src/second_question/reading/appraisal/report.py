"""A document as an appraisal looks at it: sections by topic, units of a sentence or table row, and the marks in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from second_question.documents.document import Block, BlockKind, Document, Span
from second_question.documents.evidence import Evidence, Quoting
from second_question.reading.appraisal.marking import Hit, marked
from second_question.reading.appraisal.sections import Section, sections_of
from second_question.reading.appraisal.unfolding import unfolded
from second_question.reading.patterns import folded

SHORT_ROW = 45
"""Words up to which a table row is one unit; a longer one is read cell by cell."""

HEADING = 2
"""Words of a heading that says nothing by itself."""
FULL_LINE = 0.75
"""Of the longest line of a paragraph: a shorter line was ended on purpose."""

_MARKS = (".", "!", "?", ":", ";", ")")
_END = re.compile(r"(?:(?<=[.!?])[\"'”’)\]]*\s+|\n)(?=[\"'“‘(\[]*[A-Z0-9•])")
_BARE_NUMBER = re.compile(r"\W*(?:\w{1,3}\.)?(?:\d{1,3}|[ivx]{1,4}|[a-z])(?:\.\d{1,3})*[.)]", re.IGNORECASE)
_NO_END = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|prof|st|no|nos|e\.g|i\.e|etc|vs|para|paras|fig|approx|rev|sgt|dc|ds|di)|\b[A-Z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Unit:
    """A sentence, a short table row or a cell: what is read as one statement. `block` is the number of its block."""

    start: int
    end: int
    block: int


class Report:
    """One document, read once. Everything found points into `text`.

    `small` is the text in folded letters with spaces for line ends, `lines` the same with its line ends.
    """

    def __init__(self, document: Document) -> None:
        self.whole = document
        self.document = unfolded(document)
        self.text = document.text
        self.lines = folded(document.text)
        self.small = self.lines.replace("\n", " ")
        self.quoting = Quoting(document)

    @cached_property
    def sections(self) -> list[Section]:
        """Its sections in order; those of lower level lie within those of higher."""
        return sections_of(self.document, self.lines)

    @cached_property
    def units(self) -> list[Unit]:
        """Its statements in order, without contents lists."""
        return list(_units(self.document))

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @cached_property
    def hits(self) -> dict[str, list[Hit]]:
        """Where each mark stands, in order."""
        return marked(self.small)

    @cached_property
    def _unit_starts(self) -> list[int]:
        return [unit.start for unit in self.units]

    def unit_at(self, offset: int) -> Unit | None:
        """The statement in which that character stands."""
        at = bisect_right(self._unit_starts, offset) - 1
        return self.units[at] if at >= 0 and offset < self.units[at].end else None

    def about(self, *topics: str) -> list[Section]:
        """The sections about one of these topics that do not lie in one already given."""
        wanted = frozenset(topics)
        found: list[Section] = []
        for section in self.sections:
            if section.topics & wanted and not (found and section.start < found[-1].end):
                found.append(section)
        return found

    def position_of(self, unit: Unit) -> int:
        """Which of the statements it is."""
        return bisect_left(self._unit_starts, unit.start)

    def after(self, unit: Unit) -> Unit | None:
        """The statement that follows it."""
        at = self.position_of(unit) + 1
        return self.units[at] if at < len(self.units) else None

    def within(self, places: Iterable[Section | Span | Unit]) -> list[Unit]:
        """The statements in those places, in their order."""
        found = []
        for place in places:
            first = bisect_left(self._unit_starts, place.start)
            found += self.units[first : bisect_left(self._unit_starts, place.end)]
        return found

    def blocks_within(self, place: Section | Span) -> Sequence[Block]:
        """The blocks in that place."""
        first = bisect_left(self._block_starts, place.start)
        return self.document.blocks[first : bisect_left(self._block_starts, place.end)]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.document.blocks]

    def has(self, unit: Unit | Section | Span, *names: str) -> bool:
        """Whether one of these marks stands in it. A name with a dot at its end stands for all that begin so."""
        return any(self._is_in(unit, name) for name in names)

    def _is_in(self, place: Unit | Section | Span, name: str) -> bool:
        starts = self._named(name)[1]
        first = bisect_left(starts, place.start)
        return first < len(starts) and starts[first] < place.end

    def marks_in(self, place: Unit | Section | Span, name: str) -> list[Hit]:
        """Where that mark stands within it."""
        hits, starts = self._named(name)
        first = bisect_left(starts, place.start)
        return hits[first : bisect_left(starts, place.end, lo=first)]

    def named(self, name: str) -> list[Hit]:
        """Where that mark, or with a dot at its end any mark that begins so, stands."""
        return self._named(name)[0]

    def _named(self, name: str) -> tuple[list[Hit], list[int]]:
        if name not in self._gathered:
            names = [one for one in self.hits if one == name or (name.endswith(".") and one.startswith(name))]
            hits = sorted((hit for one in names for hit in self.hits[one]), key=lambda hit: hit.start)
            self._gathered[name] = (hits, [hit.start for hit in hits])
        return self._gathered[name]

    @cached_property
    def _gathered(self) -> dict[str, tuple[list[Hit], list[int]]]:
        return {}

    def with_marks(self, *names: str) -> list[Unit]:
        """The statements in which one of these marks stands, in order and each once."""
        found = {unit.start: unit for name in names for hit in self.named(name) if (unit := self.unit_at(hit.start))}
        return [found[start] for start in sorted(found)]

    def topics_at(self, offset: int) -> frozenset[str]:
        """The topics of the sections in which that character stands, the outer ones too."""
        starts, topics = self._topics
        at = bisect_right(starts, offset) - 1
        return topics[at] if at >= 0 else frozenset()

    @cached_property
    def _topics(self) -> tuple[list[int], list[frozenset[str]]]:
        around: list[Section] = []
        topics = []
        for section in self.sections:
            around = [one for one in around if section.start < one.end] + [section]
            topics.append(frozenset().union(*(one.topics for one in around)))
        return [section.start for section in self.sections], topics

    def said(self, place: Unit | Section | Span | Block) -> str:
        """The words there in small letters."""
        return self.small[place.start : place.end]

    def quoted(self, places: Iterable[Unit | Section | Span | Block], most: int = 4) -> tuple[Evidence, ...]:
        """The first of them as quotations, each wording once; headings only where there is nothing else."""
        spans = list(dict.fromkeys((place.start, place.end) for place in places))
        telling = [span for span in spans if len(self.small[slice(*span)].split()) > HEADING] or spans
        wordings = {self.small[start:end]: (start, end) for start, end in reversed(telling)}
        return tuple(self.quoting.at(*span) for span in sorted(wordings.values(), key=telling.index)[:most])

    @cached_property
    def tables(self) -> list[Block]:
        """Its tables."""
        return [block for block in self.document.blocks if block.kind is BlockKind.TABLE]


def _units(document: Document) -> Iterator[Unit]:
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.TABLE:
            yield from _units_of_table(document, block, number)
        elif block.kind is not BlockKind.CONTENTS:
            yield from _sentences(document.text, Span(block.start, block.end), number)


def _units_of_table(document: Document, table: Block, number: int) -> Iterator[Unit]:
    for row in table.rows:
        whole = Span(row[0].start, row[-1].end)
        if len(document.said(whole).split()) <= SHORT_ROW:
            yield Unit(whole.start, whole.end, number)
        else:
            for cell in row:
                yield from _sentences(document.text, cell, number)


def _sentences(text: str, span: Span, number: int) -> Iterator[Unit]:
    """Sentences may go over line ends, as in text files; lines that were ended on purpose end them too."""
    start = span.start
    for end in _ends(text, span):
        said = text[start : end.start()]
        if "\n" in end.group() or not (_NO_END.search(said[-8:]) or _BARE_NUMBER.fullmatch(said)):
            yield Unit(start, end.start(), number)
            start = end.end()
    if text[start : span.end].strip():
        yield Unit(start, span.end, number)


def _ends(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Where sentences may end; at a line end only if the line is much shorter than others, or ends with a mark."""
    lines = text[span.start : span.end].split("\n")
    full = FULL_LINE * max(map(len, lines))
    for end in _END.finditer(text, span.start, span.end):
        before = text[span.start : end.start()]
        line = before[before.rfind("\n") + 1 :]
        if "\n" not in end.group() or before.rstrip().endswith(_MARKS) or len(line) < full or len(lines) == 1:
            yield end
