"""Where the sections of a document begin and end, and what each is about by the words of its heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from second_question.documents.document import Block, BlockKind, Document
from second_question.reading.appraisal.topics import TOPICS

LONGEST_HEADING = 12
"""Words that a line may have which stands as a heading without being set as one."""
SHORT = 2000
"""Characters of a text in which one part may well be most of it."""
LONGEST_LINE = 7
"""Words of a line right above others that may be their heading."""
DEEPEST = 7
WHOLE = 0.6
"""A section with more than this share of the text is the report under its title."""

_NUMBER = re.compile(
    r"^\W*(?:(?:section|part|appendix|annex|chapter) )?(?:[a-z]?\d+(?:\.\d+)*|[ivx]+|[a-z])[.):]? +", re.IGNORECASE
)
_NUMBERED = re.compile(r"\W*(?:\d+[.)]?|[a-z][.)]|(?:section|part|appendix|annex|chapter)) ")
_SHORT_SENTENCE = re.compile(r"\d+(?:\.\d+)+\.? (?:[\w',-]+ ){0,6}[\w'-]+\. (?=\w)")
_SHORT_QUESTION = re.compile(
    r"(?:(?:is|are|has|have|was|what|who|how|why|where|should|do|does)\b(?: [\w',-]+){1,7}\?|"
    r"(?:who|what|how|where|why|our) (?:[\w']+ ){0,3}[\w']+\.) (?=\w)"
)
_ITALIC = re.compile(r"(?:\d+(?:\.\d+)*\.? )?([*_])[^*_\n]{3,80}[.:?]?\1")
_ENDS_OPEN = (".", ";", ",", "?”")
_NUMBERED_TITLE = re.compile(r"(?P<number>\d{1,2})[.)]? +\**(?P<words>[A-Z][^.\n]*[^.;,\n])")
_LABEL = re.compile(r"[^.:;\n]{3,60}:\s*")


@dataclass(frozen=True)
class Section:
    """From the end of its heading to the next heading as high. `heading` is the number of its block."""

    topics: frozenset[str]
    heading: int
    level: int
    start: int
    end: int
    title: str


def sections_of(document: Document, small: str) -> list[Section]:
    """Every section in order. `small` is the folded text of the document."""
    found = list(_lifted(list(_headings(document, small))))
    ends = _ends(found, len(small))
    following = [*(block.start for _, block, *_ in found[1:]), len(small)][: len(found)]
    return [
        Section(topics, number, level, block.end, _end(block.end, end, after, len(small)), title)
        for (number, block, level, topics, title), end, after in zip(found, ends, following, strict=True)
    ]


def topics_of(heading: str) -> frozenset[str]:
    """What a heading, in folded letters, says that its section is about."""
    words = _NUMBER.sub("", " ".join(heading.split())).strip(" :.-*")
    return frozenset(topic for topic, pattern in _patterns() if pattern.search(words))


_Heading = tuple[int, Block, int, frozenset[str], str]


def _lifted(found: list[_Heading]) -> Iterator[_Heading]:
    """A heading with nothing under it but another stands above it, also where both look alike."""
    under = 0
    for at, (number, block, level, topics, title) in enumerate(found):
        below = found[at + 1] if at + 1 < len(found) else None
        is_above = below is not None and below[0] == number + 1 and below[2] == level
        is_set = block.kind is BlockKind.HEADING
        numbered = _NUMBERED.match(title) is not None
        if is_set and level <= under and (numbered or level < under):
            under = 0
        yield number, block, level + (is_set and level == under) - (is_above and not is_set), topics, title
        if is_set and numbered and is_above and below is not None and not _NUMBERED.match(below[4]):
            under = level


def _ends(found: list[_Heading], last: int) -> list[int]:
    """Where each section ends: at the next heading as high. One walk from the end, with the headings still in view."""
    ends: list[int] = []
    in_view: list[tuple[int, int]] = []
    for _, block, level, _, _ in reversed(found):
        while in_view and in_view[-1][0] > level:
            in_view.pop()
        ends.append(in_view[-1][1] if in_view else last)
        in_view.append((level, block.start))
    return ends[::-1]


def _end(start: int, end: int, following: int, last: int) -> int:
    """The title of a report, which stands over all of it, speaks only for what comes before the next heading."""
    return following if last > SHORT and end - start > WHOLE * last else end


def _headings(document: Document, small: str) -> Iterator[_Heading]:
    deepest = 0
    for number, block in enumerate(document.blocks):
        words = small[block.start : block.end]
        if block.kind is BlockKind.HEADING and _is_listed_question(document, number):
            continue
        if block.kind is BlockKind.HEADING:
            opens_list = words.rstrip().endswith(":")
            deepest = deepest if opens_list else block.level
            yield number, block, DEEPEST if opens_list else block.level, topics_of(words), words
        elif _is_numbered_title(document, number):
            yield number, block, min(DEEPEST, deepest + 1), topics_of(words), words
        elif _stands_as_heading(document, block, words) and (topics := topics_of(words)):
            yield number, block, min(DEEPEST, deepest + 1), topics, words
        elif (line := _first_line(document, block, words)) and (topics := topics_of(line)):
            yield number, replace(block, end=block.start + len(line)), min(DEEPEST, deepest + 1), topics, line
        elif (lead := _lead(block, words)) and ((topics := topics_of(lead)) or _NUMBERED.match(lead)):
            yield number, replace(block, end=block.start + len(lead)), DEEPEST + 1, topics, lead


def _first_line(document: Document, block: Block, words: str) -> str:
    """In a text file: a short line without a full stop, right above the lines that it heads."""
    line, _, rest = words.partition("\n")
    written = document.text[block.start]
    is_one = rest and len(line.split()) <= LONGEST_LINE and not line.rstrip().endswith((*_ENDS_OPEN, "-"))
    return line if is_one and block.kind is BlockKind.PARAGRAPH and (written.isupper() or written.isdigit()) else ""


def _lead(block: Block, words: str) -> str:
    """The few words in bold or in italics with which a paragraph begins, as “**Fathers.** Nobody asked …”."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return ""
    set_off = _ITALIC.match(words) or _SHORT_SENTENCE.match(words) or _SHORT_QUESTION.match(words)
    lead = set_off.group() if set_off else words[: block.lead]
    return lead if 0 < len(lead) < len(words) and len(lead.split()) <= LONGEST_HEADING else ""


def _is_listed_question(document: Document, number: int) -> bool:
    """One of several questions in a row, which a reader of plain text takes for numbered headings."""
    near = document.blocks[max(0, number - 1) : number + 2]
    listed = (BlockKind.HEADING, BlockKind.LIST_ITEM)
    asking = [one for one in near if one.kind in listed and document.said(one).rstrip().endswith("?")]
    return len(asking) > 1 and document.blocks[number] in asking


def _is_numbered_title(document: Document, number: int) -> bool:
    """“4. Family”, with “4.1 …” right below: set as a list item, and the heading of the numbered paragraphs under it."""
    block = document.blocks[number]
    title = _NUMBERED_TITLE.fullmatch(document.said(block).strip(" *_\n"))
    below = document.blocks[number + 1 : number + 2]
    if title is None or block.rows or len(title["words"].split()) > LONGEST_HEADING:
        return False
    return bool(below) and document.said(below[0]).lstrip(" *_").startswith(f"{title['number']}.1")


def _stands_as_heading(document: Document, block: Block, words: str) -> bool:
    """A short line without a full stop, in bold, or all of whose words could be a heading."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or "\n" in words.strip():
        return False
    if len(words.split()) > LONGEST_HEADING or words.rstrip().endswith(_ENDS_OPEN):
        return False
    if block.kind is BlockKind.LIST_ITEM:
        return block.lead >= block.end - block.start
    plain = words.strip(" *_")
    label = _LABEL.match(plain)
    written = document.said(block).strip(" *_\n")
    return (label is None or label.end() == len(plain)) and written[:1].isupper() | written[:1].isdigit()


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((topic, re.compile("|".join(map(_whole_word, forms)))) for topic, forms in TOPICS.items())


def _whole_word(form: str) -> str:
    return form if form.startswith("^") else rf"\b(?:{form})\b" if not form.endswith("$") else rf"\b(?:{form})"
