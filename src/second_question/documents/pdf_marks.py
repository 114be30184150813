"""Raised numbers on a page of a PDF, as the marks of notes are."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from ctypes import addressof, c_double
from typing import Any

from second_question.documents.pdf_calls import box_at, origin_at

HIGHER = 0.35
"""Of its own height: the foot of a raised number stands so far above the base line."""
LONGEST = 5
"""Characters."""

_AT_THE_EDGE = re.compile(
    r"[0-9ivx](?:"
    r"(?<!\S.)(?:(?<=[0-9])[0-9]{0,2}(?![0-9])|(?<=[ivx])[ivx]{0,4}(?=[A-Z]))|"
    r"(?<=\S.)(?:(?<=[0-9])[0-9]{0,2}|(?<=[ivx])[ivx]{0,4})(?!\S)"
    r")"
)
"""A number, as figures or in small Roman letters, where the mark of a note could stand.

Its first character comes first, so that most places of a page are passed over without a closer look."""

Place = tuple[int, int]


class RaisedNumbers:
    """Where raised numbers stand among the characters of a page; looked up once, since few lines have any number."""

    def __init__(self, text_page: Any, units: str) -> None:
        self._page = text_page
        self._units = units
        self._numbers = c_double(), c_double(), c_double(), c_double()
        self._at = tuple(map(addressof, self._numbers))
        self._places = list(self._found())
        self._starts = [start for start, _ in self._places]

    def between(self, begin: int, end: int) -> list[Place]:
        """Those in a stretch of the characters."""
        return self._places[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]

    def _found(self) -> Iterator[Place]:
        for number in _AT_THE_EDGE.finditer(self._units):
            base = self._base_beside(*number.span())
            start = stop = number.end()
            while base is not None and start > max(number.start(), stop - LONGEST) and self._is_above(start - 1, base):
                start -= 1
            if start < stop:
                yield start, stop

    def _base_beside(self, start: int, end: int) -> float | None:
        """The base line of the nearest character: one that touches the number, or one beyond a blank. None for it alone."""
        units = self._units
        near = (start - 1, end, end + 1, start - 2)
        at = next((at for at in near if 0 <= at < len(units) and not units[at].isspace()), None)
        if at is None:
            return None
        origin_at(self._page, at, *self._at[:2])
        return self._numbers[1].value

    def _is_above(self, at: int, base: float) -> bool:
        _, _, bottom, top = self._numbers
        box_at(self._page, at, *self._at)
        return bottom.value > base + HIGHER * (top.value - bottom.value)
