"""Names of areas where they stand in a text, and the codes they stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from second_question.reading.facts.gazetteer import Gazetteer, Place, codes
from second_question.reading.facts.said import Said, squeezed, with_capitals
from second_question.reading.facts.wordlists import one_of

_BETWEEN = re.compile(
    rf"(?: {one_of('areas', 'councils')})?(?:\s*,\s*|"
    r"\s*,?\s+and(?: the)?(?: (?:london|royal) borough of)?\s+|\s*&\s*|\s*/\s*|\s+with\s+)"
    r"(?:the )?"
)
"""What stands between the names of areas that work together."""


@dataclass(frozen=True)
class Area:
    """`written` is the name as the report has it; `local_authorities` are codes, or the code of another nation."""

    written: str
    local_authorities: tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """Names of areas that stand together: one partnership."""

    start: int
    end: int
    places: tuple[Place, ...]

    @property
    def key(self) -> tuple[Place, ...]:
        """The places in one order, however they are listed."""
        return tuple(sorted(set(self.places), key=lambda place: (place.authorities, place.nation)))


def mentions_in(small: str, names: Gazetteer, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Every name, or names joined by "and", commas or the like."""
    together: list[re.Match[str]] = []
    for match in names.pattern.finditer(small, start, len(small) if end is None else end):
        if together and not _BETWEEN.fullmatch(small, together[-1].end(), match.start()):
            yield _mention(together, names)
            together = []
        together.append(match)
    if together:
        yield _mention(together, names)


def with_codes(said: Said[Mention], on: date | None) -> Said[Area]:
    """The area with the codes of that day, or the latest where there is no day."""
    names = [name for place in said.value.places for name in place.authorities]
    nations = {place.nation for place in said.value.places if place.nation}
    return Said(Area(with_capitals(squeezed(said.evidence.text)), (*codes(names, on), *sorted(nations))), said.evidence)


def _mention(together: Sequence[re.Match[str]], names: Gazetteer) -> Mention:
    return Mention(together[0].start(), together[-1].end(), tuple(names.of(match) for match in together))
