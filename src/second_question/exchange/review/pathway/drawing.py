"""The pathway picture as SVG. It stands alone, works under a strict content security policy (no style, no script), and
says by place, shape and words what it also says by colour, so that a copy in black and white loses nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from second_question.exchange.review.pathway.layout import (
    DETAIL_SIZE,
    LEGEND,
    LINE,
    MARK,
    PAD,
    TITLE_SIZE,
    TOP,
    Band,
    Box,
    Picture,
    Side,
    placed,
    side_of,
    split,
)
from second_question.exchange.review.words import plain
from second_question.rules.template.content import ContentRecord

ON_A_PAGE, ON_PAPER, NARROWEST = 560.0, 760.0, 440.0
TALLEST_ON_PAPER = 1020.0
INK, MUTED, HARM, PROTECTION = "#0b0c0c", "#505a5f", "#942514", "#005a30"
FACES = "Arial, Helvetica, Liberation Sans, sans-serif"
_COLOURS = {Side.LEFT: HARM, Side.RIGHT: PROTECTION, Side.ACROSS: MUTED}
_ROUND = {"family": 12, "practice": 0}


def pathway_svg(moments: Iterable[ContentRecord], width: float = ON_A_PAGE) -> str:
    """The moments drawn along time, as a document of its own or to stand in a page; empty when there are none.

    Letters are 15 and 13 units tall. A narrow picture, down to 440 units, keeps them readable on a telephone.
    """
    told = list(moments)
    if not told:
        return ""
    width = max(width, NARROWEST)
    picture = placed(told, width)
    size = f'viewBox="0 0 {width:g} {picture.height:g}" width="{width:g}" height="{picture.height:g}"'
    parts = [*_heads(width), *_line(picture), *_bands(picture), *_boxes(picture), *_legend(picture)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="pathway-title pathway-desc" '
        f"font-family={quoteattr(FACES)} fill={quoteattr(INK)}>"
        f'<title id="pathway-title">Pathways to harm, pathways to protection</title>'
        f'<desc id="pathway-desc">{escape(described(told))}</desc>{"".join(parts)}</svg>'
    )


def pathway_pictures(moments: Iterable[ContentRecord]) -> list[tuple[str, str]]:
    """The picture for paper: in as many as pages need, each with its description in words."""
    groups = split(moments, ON_PAPER, TALLEST_ON_PAPER)
    return [(pathway_svg(group, ON_PAPER), described(group)) for group in groups]


def described(moments: Sequence[ContentRecord]) -> str:
    """What somebody is told who cannot see the picture."""
    sides = [side_of(moment) for moment in moments]
    return (
        f"A timeline of {len(sides)} moment{'s' if len(sides) != 1 else ''}, from top to bottom: "
        f"{sides.count(Side.LEFT)} towards harm on the left, {sides.count(Side.RIGHT)} towards protection on the right. "
        "The table beside it says the same in words."
    )


def _heads(width: float) -> Iterator[str]:
    middle = width / 2
    left, right = middle - 20, middle + 20
    yield f'<polygon points="{left - 2},20 {left + 8},14 {left + 8},26" fill="{HARM}"/>'
    yield _text(left - 10, 25, "Towards harm", TITLE_SIZE, HARM, bold=True, anchor="end")
    yield f'<polygon points="{right + 2},20 {right - 8},14 {right - 8},26" fill="{PROTECTION}"/>'
    yield _text(right + 10, 25, "Towards protection", TITLE_SIZE, PROTECTION, bold=True)


def _line(picture: Picture) -> Iterator[str]:
    middle, end = picture.width / 2, picture.height - LEGEND
    yield f'<line x1="{middle:g}" y1="{TOP}" x2="{middle:g}" y2="{end:g}" stroke="{INK}" stroke-width="3"/>'
    yield (
        f'<polygon points="{middle - 7:g},{end - 2:g} {middle + 7:g},{end - 2:g} {middle:g},{end + 10:g}" fill="{INK}"/>'
    )


def _bands(picture: Picture) -> Iterator[str]:
    for band in picture.bands:
        yield from _band(band, picture.width)


def _band(band: Band, width: float) -> Iterator[str]:
    """The name of a group on the line; where one group ends and another begins, the line is broken."""
    middle, y = width / 2, band.y
    if band.breaks:
        yield f'<rect x="{middle - 8:g}" y="{y + 1:g}" width="16" height="6" fill="#ffffff"/>'
        for edge in (y + 1, y + 7):
            yield (
                f'<polyline points="{middle - 14:g},{edge + 3:g} {middle - 5:g},{edge - 3:g} {middle + 5:g},{edge + 3:g} '
                f'{middle + 14:g},{edge - 3:g}" fill="none" stroke="{INK}" stroke-width="2"/>'
            )
    half = 8 * len(band.text) / 2 + 14
    yield (
        f'<rect x="{middle - half:g}" y="{y + 14:g}" width="{2 * half:g}" height="26" rx="13" fill="#ffffff" '
        f'stroke="{INK}" stroke-width="1.5"/>'
    )
    yield _text(middle, y + 32, band.text, TITLE_SIZE, INK, bold=True, anchor="middle")


def _boxes(picture: Picture) -> Iterator[str]:
    for box in picture.boxes:
        yield from _joint(box, picture.width / 2)
        yield from _frame(box)
        yield from _words(box)


def _joint(box: Box, middle: float) -> Iterator[str]:
    """The node on the line: a diamond for harm, a ring for protection, a small square where nothing is said."""
    y, colour = box.node, _COLOURS[box.side]
    if box.side is Side.LEFT:
        yield f'<line x1="{box.x + box.width:g}" y1="{y:g}" x2="{middle:g}" y2="{y:g}" stroke="{colour}" stroke-width="2"/>'
        yield _diamond(middle, y)
    elif box.side is Side.RIGHT:
        yield f'<line x1="{middle:g}" y1="{y:g}" x2="{box.x:g}" y2="{y:g}" stroke="{colour}" stroke-width="2"/>'
        yield _ring(middle, y)
    else:
        yield f'<rect x="{middle - 6:g}" y="{y - 6:g}" width="12" height="12" fill="#ffffff" stroke="{INK}" stroke-width="2"/>'


def _diamond(x: float, y: float) -> str:
    points = f"{x - 9:g},{y:g} {x:g},{y - 9:g} {x + 9:g},{y:g} {x:g},{y + 9:g}"
    return f'<polygon points="{points}" fill="{HARM}" stroke="#ffffff" stroke-width="1.5"/>'


def _ring(x: float, y: float) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="7" fill="#ffffff" stroke="{PROTECTION}" stroke-width="4"/>'


def _frame(box: Box) -> Iterator[str]:
    """Round corners for the family's moments, square ones for practice; broken where the direction is not said."""
    broken = ' stroke-dasharray="5 4"' if box.side is Side.ACROSS else ""
    yield (
        f'<rect x="{box.x + 1:g}" y="{box.y:g}" width="{box.width - 2:g}" height="{box.height:g}" '
        f'rx="{_ROUND.get(box.lens, 0)}" fill="#ffffff" stroke="{_COLOURS[box.side]}" stroke-width="2"{broken}/>'
    )


def _words(box: Box) -> Iterator[str]:
    x, y = box.x + PAD, box.y + PAD
    for line in box.title:
        y += TITLE_SIZE * LINE
        yield _text(x, y - 4, line, TITLE_SIZE, INK, bold=True)
    for line in box.details:
        y += DETAIL_SIZE * LINE
        yield _text(x, y - 4, line, DETAIL_SIZE, INK)
    for mark in range(box.whys):
        yield from _why(box.x + box.width - PAD - MARK / 2 - mark * MARK, box.y + PAD + 9)


def _why(x: float, y: float) -> Iterator[str]:
    yield f'<circle cx="{x:g}" cy="{y:g}" r="7.5" fill="{INK}"/>'
    yield _text(x, y + 4, "?", 11, "#ffffff", bold=True, anchor="middle")


def _legend(picture: Picture) -> Iterator[str]:
    """What the signs mean, in two lines under the picture."""
    first, second, half = picture.height - 32, picture.height - 9, picture.width / 2
    yield _sample(2, first, 7)
    yield _text(32, first, "the family and the young person", DETAIL_SIZE, INK)
    yield _sample(half + 2, first, 0)
    yield _text(half + 32, first, "practitioners and agencies", DETAIL_SIZE, INK)
    yield from _why(13, second - 4)
    yield _text(32, second, "says why", DETAIL_SIZE, INK)
    yield from _why(half + 11, second - 4)
    yield from _why(half + 11 + MARK, second - 4)
    yield _text(half + 44, second, "says why, and why that was", DETAIL_SIZE, INK)


def _sample(x: float, y: float, rounded: int) -> str:
    place = f'x="{x:g}" y="{y - 13:g}" width="22" height="16" rx="{rounded}"'
    return f'<rect {place} fill="#ffffff" stroke="{INK}" stroke-width="1.5"/>'


def _text(
    x: float, y: float, words: str, size: float, colour: str, *, bold: bool = False, anchor: str = "start"
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"{weight}>'
        f"{escape(plain(words))}</text>"
    )
