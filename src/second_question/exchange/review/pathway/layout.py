"""Where everything in the pathway picture stands. Time runs from top to bottom along a line: what moved the child towards
harm is on the left of it, what moved the child towards protection on the right (W1).

Lengths are in the picture's own units, which are the points of a screen where it is shown at its own size.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import east_asian_width

from second_question.exchange.review.pathway.rows import NO_TITLE, in_time
from second_question.exchange.review.words import full_date, plain
from second_question.rules.completeness import has_value
from second_question.rules.template import codes
from second_question.rules.template.content import ContentRecord

TITLE_SIZE, DETAIL_SIZE = 15, 13
LINE = 1.25
PAD, GAP, BETWEEN, MARK = 7, 26, 9, 18
TOP, GROUP, LEGEND = 40, 54, 60
NEXT_NODE = 34
LONGEST_TITLE, MOST_READ = 140, 2_000
LENSES = {"family": "Family", "practice": "Practice"}
STAGES = {option.code: option.label for option in codes.STAGES}
GROUPS = {option.code: option.label for option in codes.TIMES}
NO_GROUP = "Not said whether recent"
NO_DATE = "No date"
_NARROW = frozenset("iIjlftr.,:;'’‘|!()[] -")


class Side(StrEnum):
    """Towards harm is left, towards protection right; a moment whose direction is not said stands across the line."""

    LEFT = "harm"
    RIGHT = "protection"
    ACROSS = ""


@dataclass(frozen=True)
class Box:
    """One moment: its node on the line and the box beside it. `whys` counts how far the chain of whys goes, up to 2."""

    side: Side
    lens: str
    title: tuple[str, ...]
    details: tuple[str, ...]
    whys: int
    node: float
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Band:
    """The beginning of a group of moments: older history, recent events."""

    text: str
    y: float
    breaks: bool


@dataclass(frozen=True)
class Picture:
    """Everything placed."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]


def placed(moments: Iterable[ContentRecord], width: float) -> Picture:
    """The picture of all moments, as wide as given and as tall as it needs to be."""
    boxes: list[Box] = []
    bands: list[Band] = []
    free = dict.fromkeys(Side, float(TOP))
    node = float(TOP)
    group: str | None = None
    for moment in in_time(moments):
        if _group(moment) != group:
            start = max(free.values())
            bands.append(Band(_group(moment), start, breaks=group is not None))
            group = _group(moment)
            free = dict.fromkeys(Side, start + GROUP)
            node = start + GROUP - NEXT_NODE + MARK
        box = _box(moment, width, free, node)
        boxes.append(box)
        node = box.node
        for side in Side if box.side is Side.ACROSS else (box.side, Side.ACROSS):
            free[side] = max(free[side], box.y + box.height + BETWEEN)
    return Picture(width, max(free.values()) + LEGEND, tuple(boxes), tuple(bands))


def split(moments: Iterable[ContentRecord], width: float, tallest: float) -> list[list[ContentRecord]]:
    """The moments in as many groups as pictures of that height need, for paper. Each group has at least one moment."""
    groups: list[list[ContentRecord]] = []
    for moment in in_time(moments):
        if groups and placed([*groups[-1], moment], width).height <= tallest:
            groups[-1].append(moment)
        else:
            groups.append([moment])
    return groups


def side_of(moment: ContentRecord) -> Side:
    """On which side of the line a moment stands."""
    direction = moment.answers.get("direction")
    return next((side for side in Side if side and side == direction), Side.ACROSS)


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text in lines that fit, as far as letters can be guessed; a word that is too long for a line is cut."""
    lines: list[list[str]] = []
    left, space = 0.0, _length(" ", size)
    for word in re.findall(r"\S+", text):
        for piece in _cut(word, width, size):
            needed = _length(piece, size)
            if lines and space + needed <= left:
                lines[-1].append(piece)
                left -= space + needed
            else:
                lines.append([piece])
                left = width - needed
    return tuple(map(" ".join, lines))


def _box(moment: ContentRecord, width: float, free: dict[Side, float], last_node: float) -> Box:
    side, wide = side_of(moment), width / 2 - GAP
    inner = wide - 2 * PAD
    whys = sum(has_value(moment.answers, question) for question in ("why", "why_again"))
    title = wrapped(_title(moment), inner - whys * MARK, TITLE_SIZE)
    details = tuple(line for part in _details(moment) for line in wrapped(part, inner, DETAIL_SIZE))
    height = 2 * PAD + LINE * (len(title) * TITLE_SIZE + len(details) * DETAIL_SIZE)
    first = PAD + TITLE_SIZE * LINE / 2
    node = max(last_node + NEXT_NODE, free[side] + first)
    x = {Side.LEFT: 0.0, Side.RIGHT: width / 2 + GAP, Side.ACROSS: (width - wide) / 2}[side]
    y = node + MARK if side is Side.ACROSS else node - first
    lens = str(moment.answers.get("lens") or "")
    return Box(side, lens, title, details, whys, node, x, y, wide, height)


def _title(moment: ContentRecord) -> str:
    text = " ".join(plain(str(moment.answers.get("title") or "")[:MOST_READ]).split()) or NO_TITLE
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"


def _details(moment: ContentRecord) -> Sequence[str]:
    answers = moment.answers
    on = answers.get("on")
    when = full_date(on) if on and not isinstance(on, str) else NO_DATE  # type: ignore[arg-type]  # a date by its kind
    stage, lens = STAGES.get(str(answers.get("stage")), ""), LENSES.get(str(answers.get("lens")), "")
    return [f"{when}, {lens.lower()}" if lens else when, stage]


def _group(moment: ContentRecord) -> str:
    return GROUPS.get(str(moment.answers.get("time")), NO_GROUP)


def _cut(word: str, width: float, size: float) -> Sequence[str]:
    if _length(word, size) <= width:
        return (word,)
    at_most = max(1, int(width / size))
    return [word[start : start + at_most] for start in range(0, len(word), at_most)]


def _length(text: str, size: float) -> float:
    return size * sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, float]):
    """How wide each letter is, looked up once: a long pathway asks for a hundred thousand."""

    def __missing__(self, letter: str) -> float:
        self[letter] = width = _letter(letter)
        return width


_WIDTHS = _Widths()


def _letter(letter: str) -> float:
    """How wide a letter is, in parts of the size: a little more than the usual faces need."""
    if letter in _NARROW:
        return 0.34
    if letter.isupper() or letter in "mw%@—…":
        return 0.8
    return 1.0 if ord(letter) > 0x2E7F or east_asian_width(letter) in "WF" else 0.57
