"""How old the children were when it happened, in whole years; 0 is under one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from second_question.reading.facts.age_tables import ages_from_tables
from second_question.reading.facts.age_words import ages_in, also, is_not_yet
from second_question.reading.facts.births import ages_from_births
from second_question.reading.facts.front import Front
from second_question.reading.facts.kind import Kind
from second_question.reading.facts.said import Said
from second_question.reading.facts.wordlists import called, one_of

WHERE = 16_000
"""Characters from the beginning in which a report says how old the child was."""
CLOSE = 260
"""Characters within which the ages of several children are said together."""

_GROWN_UP = re.compile(rf"{one_of('people', 'grown_up')}s?[^.;\n]{{0,25}}$")
_OF_A_RELATIVE = re.compile(r"\b(?:sister|brother|half-sibling|cousin|nephew|niece)[^.;\n]{0,25}$")
_LIMIT_BEFORE = re.compile(rf"{one_of('people', 'limit_before')}(?: the)?(?: age)?(?: of)?[\s-]*$")
_LIMIT_AFTER = re.compile(rf"^\W{{0,3}}{one_of('people', 'limit_after')}")
_OTHER_TIME = re.compile(one_of("people", "other_time"))
_AT_THE_TIME = re.compile(one_of("people", "at_the_time"))
_CHILD = re.compile(rf"\b{one_of('people', 'children')}\b")
_SEVERAL = re.compile(r",| and |&|/|children|siblings|twins|babies|family")
_SENTENCE_ENDS = re.compile(r"[.;]\s|\n")
_ABOUT_NO_CHILD = frozenset({Kind.GUIDANCE, Kind.YEARLY_REPORT, Kind.ANNUAL_REVIEW, Kind.OTHER})


@dataclass(frozen=True)
class Age:
    """An age with its place, and how likely it is the child's at the time."""

    years: int
    start: int
    end: int
    worth: int
    bare: bool


def ages_of(front: Front, kind: Kind, pseudonym: str | None, incident: str | None) -> Said[tuple[int, ...]] | None:
    """The ages, the one said most clearly first, or those that follow from dates of birth.

    None where neither is said, or the document is about no child.
    """
    if kind in _ABOUT_NO_CHILD:
        return None
    found = list(_ages(front, _named(pseudonym)))
    best = max(found, key=lambda age: (age.worth, -age.start), default=None)
    if best is None or best.worth <= 0:
        return ages_from_births(front, incident) or ages_from_tables(front)
    together = [best]
    if best.bare or (pseudonym and _SEVERAL.search(pseudonym.casefold())):
        together = [age for age in found if best.start <= age.start <= best.end + CLOSE and age.worth >= best.worth - 1]
    years = [each for age in together for each in (age.years, *also(front.small, age.end))]
    last = max(age.end for age in together)
    return Said(tuple(dict.fromkeys(years)), front.quoting.at(best.start, last))


def _named(pseudonym: str | None) -> re.Pattern[str]:
    """The pseudonym, or one of the names in it."""
    whole = (pseudonym or "").casefold()
    words = [word for word in re.findall(r"\w+", whole) if len(word) > 1 and word not in called() and word != "and"]
    forms = "|".join(re.escape(form) for form in [whole, *words] if form)
    return re.compile(rf"\b(?:{forms})\b" if forms else r"(?!)")


def _ages(front: Front, name: re.Pattern[str]) -> Iterator[Age]:
    for age in ages_in(front.small, WHERE):
        before = front.small[max(0, age.start - 90) : age.start]
        own = _SENTENCE_ENDS.split(before)[-1]
        after = _SENTENCE_ENDS.split(front.small[age.end : age.end + 110])[0]
        if not _is_limit(own, after) and (not age.bare or age.end < front.cover_end or _ends_with(name, own)):
            yield Age(age.years, age.start, age.end, _worth(own, after, name) + (age.start < front.end), age.bare)


def _ends_with(name: re.Pattern[str], own: str) -> bool:
    return any(match.end() == len(own.rstrip()) for match in name.finditer(own))


def _is_limit(own: str, after: str) -> bool:
    """Under 5, over 16, 16 and over."""
    return bool(_LIMIT_AFTER.match(after)) or (bool(_LIMIT_BEFORE.search(own)) and not is_not_yet(own))


def _worth(own: str, after: str, name: re.Pattern[str]) -> int:
    at_the_time = 3 * bool(_AT_THE_TIME.search(f"{own} {after}"))
    of_a_child = (
        bool(_CHILD.search(f"{own[-50:]} {after[:30]}"))
        + 2 * bool(name.search(own))
        - 4 * bool(_GROWN_UP.search(own) or _OF_A_RELATIVE.search(own))
    )
    return 2 + at_the_time + of_a_child - 4 * bool(_OTHER_TIME.search(own))
