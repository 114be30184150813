"""The lists that names, places and ordinary words are looked up in. Sources: `reference/data/SOURCES.md`, `data/README.md`."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files

from second_question.reading.identities.words import key_of
from second_question.reference.areas import all_local_authorities
from second_question.reference.files import text as reference_text

GROUPS = (
    "african", "british", "caribbean", "chinese", "european", "polish", "romanian", "south_asian", "traveller", "turkish",
)  # fmt: skip
"""Where the names of a list come from; each is one file of `reference/data/names`."""


@dataclass(frozen=True)
class Lists:
    """Words by their keys (`words.key_of`). `places` are by their first word: the keys of the words that follow."""

    ordinary: frozenset[str]
    forenames: frozenset[str]
    surnames: frozenset[str]
    places: dict[str, tuple[tuple[str, ...], ...]] = field(repr=False)
    terms: frozenset[str]
    known: dict[str, frozenset[str]] = field(repr=False)
    bodies: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> frozenset[str]:
        """Forenames and surnames."""
        return self.forenames | self.surnames

    def without(self, names: Iterable[str]) -> "Lists":
        """As if these names had never been listed: how well names are found that nobody has seen."""
        gone = frozenset(map(key_of, names))
        return replace(self, forenames=self.forenames - gone, surnames=self.surnames - gone)


@cache
def lists() -> Lists:
    """All of them, read once."""
    forenames, surnames = set[str](), set[str]()
    for group in GROUPS:
        first, last = names_of(group)
        forenames.update(_keys(first))
        surnames.update(_keys(last))
    known = {
        name: frozenset(_lines(name)) for name in ("generic", "roles", "verbs", "terms", "not_names", "function_words")
    }
    ordinary = frozenset(map(key_of, reference_text("english_words.txt").split())) | known["generic"] | known["roles"]
    ordinary |= known["function_words"]
    not_names = known["not_names"] | known["function_words"]
    return Lists(
        ordinary,
        frozenset(forenames) - not_names,
        frozenset(surnames) - not_names,
        _places(),
        known["terms"],
        known,
        frozenset(data_lines("bodies")),
    )


def names_of(group: str) -> tuple[list[str], list[str]]:
    """The forenames and the surnames of one group, as written."""
    forenames, surnames = reference_text(f"names/{group}.txt").removeprefix("forenames\n").split("\nsurnames\n")
    return forenames.split(), surnames.split()


def _keys(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        yield key_of(name)
        if "-" in name:
            yield from (key for part in name.split("-") if len(key := key_of(part)) > 2)


def _places() -> dict[str, tuple[tuple[str, ...], ...]]:
    named = [
        *reference_text("places_united_kingdom.txt").splitlines(),
        *reference_text("places_abroad.txt").splitlines(),
    ]
    named += [authority.name for authority in all_local_authorities()] + data_lines("places")
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for name in named:
        first, *rest = [key for word in name.replace("-", " ").split() if (key := key_of(word))]
        by_first.setdefault(first, set()).add(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in by_first.items()}


def data_lines(name: str) -> list[str]:
    """The lines of one of this package's own lists, without remarks (#)."""
    whole = (files("second_question.reading.identities") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in whole.splitlines() if line.strip() and not line.startswith("#")]


def _lines(name: str) -> Iterable[str]:
    return (key for line in data_lines(name) for word in line.split() if (key := key_of(word)))


@cache
def _cues() -> dict[str, str]:
    import tomllib

    whole = (files("second_question.reading.identities") / "data" / "cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(whole)


def cue_words(name: str) -> frozenset[str]:
    """The words of that entry of `data/cues.toml`."""
    return frozenset(_cues()[name].split())
