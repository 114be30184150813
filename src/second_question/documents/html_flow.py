"""The elements of a web page, one after the other, to the blocks of a document."""

import re
from dataclasses import dataclass
from typing import Any, Protocol

from second_question.documents.document import BlockKind
from second_question.documents.html_marks import (
    BLOCKS,
    LISTS,
    WITHIN,
    heading_level,
    is_beside,
    is_bold,
    is_hidden,
    kind_by_name,
)
from second_question.documents.html_tables import cells_of, is_for_layout
from second_question.documents.word_runs import EMPTY_BOX, TICKED

LONGEST_HEADING = 14
"""Words up to which a line that is all in bold can be a heading."""
NESTED = 30
"""How deep tables may stand in tables; what is deeper is read as text."""
BOLD_HEADING_LEVEL = 3

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ENDS_A_SENTENCE = re.compile(r"[.;,!…]$")
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)[.)]?\s")


class Sink(Protocol):
    """Where blocks go."""

    set_aside: list[str]

    def add(self, kind: BlockKind, text: str, *, level: int = 0, lead: int = 0) -> None:
        """A block of text."""

    def add_table(self, rows: list[list[str]]) -> None:
        """A table."""


class CellText:
    """The blocks of a cell, as its lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.set_aside: list[str] = []

    def add(self, _: BlockKind, text: str, *, level: int = 0, lead: int = 0) -> None:
        """A line or more."""
        del level, lead
        if text.strip():
            self.lines.append(text)

    def add_table(self, rows: list[list[str]]) -> None:
        """A table in the cell: a line for each row."""
        self.lines += ["\t".join(row) for row in rows]


@dataclass
class _Item:
    """An item of a list; what follows its first block is no item of its own."""

    is_said: bool = False


@dataclass
class _Open:
    """A block element that has begun and not ended."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    is_aside: bool = False
    is_within: bool = False
    keeps_blanks: bool = False
    item: _Item | None = None


class Flow:
    """Reads one page or one cell."""

    def __init__(self, sink: Sink, depth: int = 0) -> None:
        self._sink = sink
        self._depth = depth
        self._open = [_Open()]
        self._pieces: list[tuple[str, bool]] = []
        self._bold = 0
        self._lists = 0

    def read(self, root: Any) -> None:
        """Everything in that element, without what stands after it."""
        from lxml import etree

        left_out = None
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                if element is not left_out:
                    self._end(element)
                if element is not root:
                    self._say(element.tail)
            elif (is_hidden(element) and element is not root) or self._is_table(element):
                left_out = element
                walk.skip_subtree()
            else:
                self._begin(element)
        self._flush()

    def _is_table(self, element: Any) -> bool:
        """Whether it is a table, which is then in the document; a table that only lays out a page is not."""
        if element.tag != "table" or self._depth >= NESTED or is_for_layout(element):
            return False
        self._flush()
        for caption in element.findall("caption"):
            self._sink.add(BlockKind.PARAGRAPH, "\n".join(self._lines_in(caption)))
        rows = [
            ["\n".join(self._lines_in(cell)) if cell is not None else "" for cell in row] for row in cells_of(element)
        ]
        self._sink.add_table(rows)
        return True

    def _lines_in(self, element: Any) -> list[str]:
        text = CellText()
        Flow(text, self._depth + 1).read(element)
        return text.lines

    def _begin(self, element: Any) -> None:
        if element.tag in BLOCKS:
            self._flush()
            self._open.append(self._opened(element))
        self._lists += element.tag in LISTS
        self._bold += is_bold(element)
        if element.tag == "br":
            self._pieces.append(("\v", self._bold > 0))
        elif element.tag == "input":
            self._say(_shown_by(element))
        else:
            self._say(element.text)

    def _end(self, element: Any) -> None:
        if element.tag in BLOCKS:
            self._flush()
            self._open.pop()
        self._lists -= element.tag in LISTS
        self._bold -= is_bold(element)

    def _opened(self, element: Any) -> _Open:
        around, level = self._open[-1], heading_level(element)
        within = around.is_within or element.tag in WITHIN
        kind = around.kind
        if kind not in (BlockKind.NOTE, BlockKind.CONTENTS):
            kind = kind_by_name(element) or (BlockKind.HEADING if level else BlockKind.PARAGRAPH)
        is_aside = around.is_aside or (is_beside(element) and not within and kind is not BlockKind.CONTENTS)
        keeps_blanks = around.keeps_blanks or element.tag == "pre"
        item = _Item() if element.tag == "li" else None if element.tag in LISTS else around.item
        return _Open(kind, level, is_aside, within, keeps_blanks, item)

    def _say(self, text: str | None) -> None:
        if text:
            said = text.replace("\n", "\v").replace("\t", " ") if self._open[-1].keeps_blanks else text
            self._pieces.append((said, self._bold > 0))

    def _flush(self) -> None:
        """What was said since the last block began or ended, as a block."""
        text, lead = _put_together(self._pieces)
        self._pieces = []
        if not text:
            return
        block = self._open[-1]
        if block.is_aside:
            self._sink.set_aside.append(text)
        else:
            kind, level = self._what(block, text, lead)
            self._sink.add(kind, text, level=level, lead=lead)

    def _what(self, block: _Open, text: str, lead: int) -> tuple[BlockKind, int]:
        """The kind and the level of that text in that element."""
        if block.kind is not BlockKind.PARAGRAPH:
            return block.kind, block.level
        if block.item and not block.item.is_said:
            block.item.is_said = True
            return BlockKind.LIST_ITEM, max(1, self._lists)
        level = _level_by_look(text, lead)
        return (BlockKind.HEADING if level else BlockKind.PARAGRAPH), level


def _put_together(pieces: list[tuple[str, bool]]) -> tuple[str, int]:
    """The pieces as a reader sees them, and how many characters from the beginning stand in bold."""
    text, lead, is_lead = "", 0, True
    for piece, bold in pieces:
        if piece.strip() and not bold:
            is_lead = False
        text += piece
        lead = len(text) if is_lead else lead
    return _shown(text), len(_shown(text[:lead]))


def _shown(text: str) -> str:
    """With blanks in a row as one; a line that was ended on purpose stays ended."""
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\v"))
    return "\n".join(lines).strip()


def _level_by_look(text: str, lead: int) -> int:
    """A short line all in bold is a heading, whatever its tag."""
    if lead < len(text) or len(text.split()) > LONGEST_HEADING or "\n" in text or _ENDS_A_SENTENCE.search(text):
        return 0
    numbered = _NUMBERED.match(text)
    return numbered[1].count(".") + 1 if numbered else BOLD_HEADING_LEVEL


def _shown_by(element: Any) -> str:
    """What stands in a field of a form."""
    kind = element.get("type", "text").casefold()
    if kind in ("checkbox", "radio"):
        return TICKED if "checked" in element.attrib else EMPTY_BOX
    return element.get("value") or "" if kind in ("text", "date", "number", "email", "tel", "search", "url") else ""
