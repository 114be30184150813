"""The filters beside the results: their values with counts, those in force first to be taken away again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from second_question.library.filing import YEAR
from second_question.library.places import AGE_BANDS
from second_question_web.library.names import kind_name, theme_name, themes
from second_question_web.library.searching.queries import Counts
from second_question_web.library.searching.wanted import Wanted, with_value, without
from second_question_web.ui.components import Chosen

LABELS = {
    "kind": "Kind of document",
    "theme": "Theme",
    "region": "Region",
    "area": "Area",
    "age": "Child’s age",
    "nation": "Nation",
    YEAR: "Year published",
}
"""In the order in which they stand."""
WRITTEN = {"kind": kind_name, "theme": theme_name}
OPEN = ("kind", "theme")
"""Filters that are unfolded from the first; others when a value is chosen."""
SEEN, MOST = 6, 150
"""Values shown at once, and at all."""


@dataclass(frozen=True)
class Value:
    """A value with how many passages or documents have it. `id` stays the same when the page is refreshed."""

    value: str
    label: str
    count: int
    is_chosen: bool
    id: str
    address: str


@dataclass(frozen=True)
class Facet:
    """A filter."""

    name: str
    label: str
    is_open: bool
    first: tuple[Value, ...]
    rest: tuple[Value, ...]


def facets(counts: Counts, wanted: Wanted, said: QueryDict) -> list[Facet]:
    """Every filter that has a value."""
    found = [_facet(name, counts.get(name, {}), wanted.asked.filters.get(name, ()), said) for name in LABELS]
    return [one for one in found if one.first or (one.name == YEAR and YEAR in wanted.asked.filters)]


def chosen(wanted: Wanted, said: QueryDict) -> list[Chosen]:
    """What is in force, each with the address without it."""
    filters = [
        Chosen(label=label, text=label_of(name, value), remove=without(said, name, value))
        for name, label in LABELS.items()
        for value in wanted.asked.filters.get(name, ())
    ]
    within = wanted.within
    inside = [Chosen(label="Only in", text=within.title, remove=without(said, "within", within.key))] if within else []
    return [*inside, *filters]


def _facet(name: str, counts: Mapping[str, int], set_to: Sequence[str], said: QueryDict) -> Facet:
    values = list(_values(name, counts, set_to, said))
    return Facet(name, LABELS[name], name in OPEN or bool(set_to), tuple(values[:SEEN]), tuple(values[SEEN:MOST]))


def _values(name: str, counts: Mapping[str, int], set_to: Sequence[str], said: QueryDict) -> Iterator[Value]:
    """Those in force first."""
    small = {value.lower(): value for value in set_to}
    known = {value.lower() for value in counts}
    for value in [one for one in set_to if one.lower() not in known and name != YEAR]:
        yield _value(name, value, 0, is_chosen=True, said=said)
    for value in sorted(ordered(name, counts), key=lambda one: one.lower() not in small):
        is_chosen = value.lower() in small
        yield _value(name, small.get(value.lower(), value), counts[value], is_chosen=is_chosen, said=said)


def _value(name: str, value: str, count: int, *, is_chosen: bool, said: QueryDict) -> Value:
    identity = f"f-{name}-{''.join(sign if sign.isalnum() else '-' for sign in value.lower())}"
    address = with_value(said, name, value) if name == YEAR else ""  # years are links, all else are boxes to tick
    return Value(value, label_of(name, value), count, is_chosen, identity, address)


def ordered(name: str, counts: Mapping[str, int]) -> list[str]:
    """Ages as children grow, the latest year first, all else the most first."""
    if name == "age":
        return [band for band in AGE_BANDS if band in counts]
    return list(reversed(list(counts))) if name == YEAR else list(counts)


def label_of(name: str, value: str) -> str:
    """A value of a filter as people write it."""
    if name == YEAR:
        return year_label(value)
    if name == "theme" and "." in value and (group := themes().get(value.partition(".")[0])):
        return f"{group}: {theme_name(value).lower()}"
    written: str = WRITTEN.get(name, str)(value)
    return written[:1].upper() + written[1:]


def year_label(value: str) -> str:
    """2019, 2015 to 2019, from 2019, up to 2019."""
    first, _, last = value.partition("..")
    if ".." not in value:
        return value
    return f"{first} to {last}" if first and last else f"from {first}" if first else f"up to {last}"
