"""Finds every mark of the vocabulary in a few passes over the text, however many marks there are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from second_question.reading.appraisal.marks import LAYERS
from second_question.reading.patterns import one_pattern


@dataclass(frozen=True)
class Hit:
    """A mark where it stands in the text."""

    mark: str
    start: int
    end: int


def marked(small: str) -> dict[str, list[Hit]]:
    """Every mark of a text in folded letters, by its name and in order."""
    found: dict[str, list[Hit]] = defaultdict(list)
    for pattern, names in _patterns():
        for match in pattern.finditer(small):
            for name in names[(match.lastindex or 1) - 1]:
                found[name].append(Hit(name, match.start(), match.end()))
    return found


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[tuple[str, ...], ...]], ...]:
    return tuple(one_pattern(sorted(_forms(layer), key=lambda one: -len(one[0]))) for layer in LAYERS)


def _forms(layer: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Each form once, with the names of the marks that it belongs to."""
    names: dict[str, tuple[str, ...]] = {}
    for name, forms in layer.items():
        for plain in (plain for form in forms for plain in opened(form)):
            names[plain] = (*names.get(plain, ()), name)
    return names.items()


def opened(form: str) -> Iterator[str]:
    """The form as forms that begin with plain letters: a group of alternatives at its beginning is written out."""
    if not form.startswith("(?:"):
        yield form
        return
    end = _closing(form)
    rest = form[end + 1 :]
    optional = rest.startswith("?")
    for alternative in _alternatives(form[3:end]):
        yield from opened(alternative + rest.removeprefix("?"))
    if optional:
        yield from opened(rest[1:])


def _closing(form: str) -> int:
    """Where the bracket closes that the form begins with."""
    depth = 0
    for at, letter in enumerate(form):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return at
    raise ValueError(f"A bracket is not closed in {form!r}.")


def _alternatives(inside: str) -> list[str]:
    """What stands between the bars that lie in no further bracket."""
    found, depth = [""], 0
    for letter in inside:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            found.append("")
        else:
            found[-1] += letter
    return found
