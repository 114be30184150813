"""The stretches of a text in which a costly pattern can match at all: near a figure, say. The rest is not looked at."""

import re
from collections.abc import Iterator, Sequence

LONGEST_WORD = 30


def windows(text: str, hints: re.Pattern[str] | Sequence[str], before: int, after: int) -> list[tuple[int, int]]:
    """Stretches that reach so many characters around each hint, widened to white space, without overlap.

    Hints are a pattern or, quicker, plain words: every place where one of them stands, within longer words too.
    """
    found: list[tuple[int, int]] = []
    for first, last in _places(text, hints):
        if found and first - before <= found[-1][1]:
            found[-1] = (found[-1][0], max(last + after, found[-1][1]))
        else:
            found.append((max(0, first - before), last + after))
    return [(_back_to_space(text, start), _on_to_space(text, end)) for start, end in found]


def matches(pattern: re.Pattern[str], text: str, places: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Every match that begins and ends in one of the stretches."""
    last = 0
    for start, end in places:
        for match in pattern.finditer(text, max(start, last), end):
            last = match.end()
            yield match


def _places(text: str, hints: re.Pattern[str] | Sequence[str]) -> list[tuple[int, int]]:
    if isinstance(hints, re.Pattern):
        return [match.span() for match in hints.finditer(text)]
    return sorted((place, place + len(hint)) for hint in hints for place in _all(text, hint))


def _all(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _back_to_space(text: str, place: int) -> int:
    begin = max(0, place - LONGEST_WORD)
    return max(begin, *(text.rfind(space, begin, place) + 1 for space in " \n\t"))


def _on_to_space(text: str, place: int) -> int:
    end = min(len(text), place + LONGEST_WORD)
    stops = [stop for space in " \n\t" if (stop := text.find(space, place, end)) >= 0]
    return min(stops, default=end)
