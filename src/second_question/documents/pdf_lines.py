"""A line of a page: words on one base line that belong together, of a paragraph or of a cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from second_question.documents import markers
from second_question.documents.markers import MARKER

GAP_BEHIND_A_MARKER = 3.5
"""Of the type size: a bullet or number stands no further before its item."""
GAP_BETWEEN_PIECES = 0.75
"""Of the type size: between words that were not set in one go, a wider gap parts two columns."""
TOUCHING = 0.15
"""Of the type size: letters no further apart are in one word."""
HIGHER = 0.2
"""Of the type size: the foot of a raised number stands higher than the line by so much."""
_MARK = re.compile(r"\d{1,3}|[ivx]{1,5}")
_LETTER = re.compile(r"[^\W_]")

Cell = tuple[int, int, int]
"""The number of a table on its page, and the row and the column in it."""


@dataclass(slots=True)
class Line:
    """Words on one base line that belong together, with one blank between them.

    `x0` and `x1` are its left and right edge, `y` its base line, `size` that of its largest word and `first_width` the width
    of its first word, all in points. `raised` are the places of raised numbers in its text. `bold_words` are bold from the
    left. The last word of a line that `is_divided` goes on in the next line.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    first_width: float = 0.0
    bold_words: int = 0
    is_bold: bool = False
    is_divided: bool = False
    cell: Cell | None = None
    raised: tuple[tuple[int, int], ...] = ()


def has_letters(lines: Iterable[Line], number: int) -> bool:
    """Whether the lines have so many letters and figures; a font without a table of its letters gives none."""
    count = 0
    for line in lines:
        count += len(_LETTER.findall(line.text))
        if count >= number:
            return True
    return False


def bold_part(line: Line) -> Line:
    """The line as far as it is bold."""
    return (
        line
        if line.is_bold
        else replace(line, text=" ".join(line.text.split(" ")[: line.bold_words]), is_divided=False)
    )


def starts_an_item(line: Line) -> bool:
    """Whether it begins with a bullet or a number."""
    return markers.starts_an_item(line.text)


def beside(left: Line, right: Line, between: str) -> Line:
    """Two stretches on one base line as one line, with a blank or nothing between them."""
    offset, words = len(left.text) + len(between), left.text.count(" ") + bool(between)
    return replace(
        left,
        text=left.text + between + right.text,
        x1=max(left.x1, right.x1),
        y=min(left.y, right.y),
        size=max(left.size, right.size),
        bold_words=words + right.bold_words if left.is_bold else left.bold_words,
        is_bold=left.is_bold and right.is_bold,
        is_divided=right.is_divided,
        raised=(*left.raised, *((start + offset, end + offset) for start, end in right.raised)),
    )


def goes_on_beside(before: Line, line: Line, *, with_blank: bool) -> bool:
    """Whether a line is the rest of the one before it."""
    size, gap = max(before.size, line.size), line.x0 - before.x1
    if abs(line.y - before.y) > size / 2 or before.is_divided:
        return False
    if MARKER.fullmatch(before.text):
        return 0 < gap <= GAP_BEHIND_A_MARKER * size
    return -TOUCHING * size <= gap <= (GAP_BETWEEN_PIECES if with_blank else TOUCHING) * size


def raised_above(before: Line, line: Line) -> Line:
    """The line, marked as raised if it is only a number that stands higher than the one before it."""
    is_raised = _MARK.fullmatch(line.text) and line.y > before.y + HIGHER * before.size
    return replace(line, raised=((0, len(line.text)),)) if is_raised else line


def joined(lines: Iterable[Line]) -> str:
    """Lines of one paragraph as running text, with words that were divided at a line end in one piece again."""
    text = ""
    for line in lines:
        text += line.text if line.is_divided else f"{line.text} "
    return text.strip()
