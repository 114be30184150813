"""Finds every mark of the vocabulary in one pass over the words of a text, however many marks there are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from second_question.reading.appraisal.marks import LAYERS
from second_question.reading.patterns import one_pattern

_WORD = re.compile(r"\b[a-z]{2}[a-z]?")


@dataclass(frozen=True)
class Hit:
    """A mark where it stands in the text."""

    mark: str
    start: int
    end: int


def marked(small: str) -> dict[str, list[Hit]]:
    """Every mark of a text in folded letters, by its name and in order.

    At the beginning of each word, only the forms that may begin with its first three letters are tried: many times as
    quick as one pattern of all forms.
    """
    found: dict[str, list[Hit]] = defaultdict(list)
    after = [0] * len(LAYERS)
    for word in _WORD.finditer(small):
        start = word.start()
        for layer, pattern, names in _beginning(word.group()):
            if start >= after[layer] and (match := pattern.match(small, start)):
                after[layer] = match.end()
                for name in names[(match.lastindex or 1) - 1]:
                    found[name].append(Hit(name, start, match.end()))
    return found


_Names = tuple[str, ...]
_Forms = tuple[tuple[str, _Names], ...]


@cache
def _beginning(letters: str) -> tuple[tuple[int, re.Pattern[str], tuple[_Names, ...]], ...]:
    """For each layer with forms that may begin so: its number, their pattern, and the names of each form."""
    found = []
    for layer, gathered in enumerate(_by_beginning()):
        forms = tuple(one for one in gathered.get(letters[:2], ()) if _may_begin(one[0], letters))
        if forms:
            found.append((layer, *_compiled(forms)))
    return tuple(found)


def _may_begin(form: str, letters: str) -> bool:
    """Whether the third letter allows it. A letter in the form that may be left out decides nothing."""
    third = form[2:3]
    if form[3:4] in ("?", "*", "{"):
        return True
    if third.isalpha():
        return third == letters[2:]
    return third != " " or not letters[2:]


@cache
def _compiled(forms: _Forms) -> tuple[re.Pattern[str], tuple[_Names, ...]]:
    """Many beginnings have the same few forms, and share their pattern."""
    return one_pattern(forms)


@cache
def _by_beginning() -> tuple[dict[str, list[tuple[str, _Names]]], ...]:
    """The forms of each layer by their first two letters, longest first."""
    layers = []
    for layer in LAYERS:
        gathered: dict[str, list[tuple[str, _Names]]] = defaultdict(list)
        for form, names in sorted(_forms(layer), key=lambda one: -len(one[0])):
            gathered[form[:2]].append((form, names))
        layers.append(dict(gathered))
    return tuple(layers)


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
