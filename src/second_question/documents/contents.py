"""Lists of contents that were typed: told by their heading, and by lines that come again as headings or end with a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from second_question.documents.document import Block, BlockKind, Document

HEADING = re.compile(r"(?:table of |list of )?contents(?: page)?:?|index", re.IGNORECASE)

_LEADERS = re.compile(r"(?:[ \t]?[.…·_]){4,}[ \t]*\d{0,3}[ \t]*$")
_PAGE = re.compile(r"(?:\s{2,}|\t|[.…·_]+\s*| )\d{1,3}\s*$")
_NUMBER = re.compile(r"^\W*(?:section |part |appendix )?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z][.)])?\s*", re.IGNORECASE)
_WORD = re.compile(r"\w+")
LIKELY = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
FEWEST = 2
MOST_LISTS = 4
"""In one document: of contents, tables, figures, annexes."""
LONGEST = 300
"""Characters: a longer line is text, and is not looked at."""


def with_contents_told(document: Document) -> Document:
    """The document, in which the lines of a typed list of contents are told from headings, items and text."""
    kinds = dict.fromkeys(_of_contents(document), BlockKind.CONTENTS)
    if not kinds:
        return document
    blocks = (
        replace(block, kind=kinds[at], level=0, lead=0) if at in kinds else block
        for at, block in enumerate(document.blocks)
    )
    return replace(document, blocks=tuple(blocks))


def _of_contents(document: Document) -> Iterator[int]:
    blocks, said = document.blocks, [document.said(block) for block in document.blocks]
    for at, block in enumerate(blocks):
        if block.kind in LIKELY and all(map(_has_leaders, said[at].splitlines())):
            yield at
    headings = (at for at, block in enumerate(blocks) if block.kind in LIKELY and HEADING.fullmatch(said[at].strip()))
    for heading in islice(headings, MOST_LISTS):
        lines = list(_lines_below(blocks, said, heading))
        yield from lines if sum(len(said[line].splitlines()) for line in lines) >= FEWEST else []


def _lines_below(blocks: Sequence[Block], said: Sequence[str], heading: int) -> Iterator[int]:
    """The blocks below the heading of the contents of which every line comes again, or ends with a page."""
    later: dict[str, int] = {}
    for at in range(heading + 1, len(blocks)):
        if blocks[at].kind in LIKELY:
            later.update((_bare(line), at) for line in said[at].splitlines()[:1] if len(line) <= LONGEST)
    for at in range(heading + 1, len(blocks)):
        lines = said[at].splitlines()
        if blocks[at].kind not in LIKELY or not all(_is_listed(line, at, later) for line in lines):
            return
        yield at


def _has_leaders(line: str) -> bool:
    return len(line) <= LONGEST and _LEADERS.search(line) is not None


def _is_listed(line: str, at: int, later: dict[str, int]) -> bool:
    if len(line) > LONGEST:
        return False
    return _PAGE.search(line) is not None or later.get(_bare(line), at) > at


def _bare(line: str) -> str:
    """A line without the number before it and the page behind it."""
    return " ".join(_WORD.findall(_NUMBER.sub("", _PAGE.sub("", line.strip()), count=1).casefold()))
