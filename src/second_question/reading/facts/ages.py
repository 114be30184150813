"""How old the children were when it happened, in whole years; 0 is under one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from second_question.reading.facts.front import Front
from second_question.reading.facts.kind import Kind
from second_question.reading.facts.said import Said
from second_question.reading.facts.wordlists import data, one_of

WHERE = 16_000
"""Characters from the beginning in which a report says how old the child was."""
OLDEST = 18
CLOSE = 260
"""Characters within which the ages of several children are said together."""

_WORDS: tuple[str, ...] = tuple(data("people")["numbers"])
_WHOLE = rf"(?:\d{{1,2}}|{one_of('people', 'numbers')})"
_NUMBER = rf"(?:\d{{1,2}}(?:½|\.5)?|{one_of('people', 'numbers')}|a|an)"
_UNIT = one_of("people", "units")
_ROUGHLY = rf"(?:{one_of('people', 'roughly')} )?"
_AND_MONTHS = rf"(?:[\s,]+(?:and )?{_NUMBER}[\s-](?:months?|weeks?|days?))?"
_AGED = r"(?:aged?|age of|age at (?:death|incident|the time)[^\n\d]{0,25})"
_THEN = r"(?= when| at the time|,? and (?:she|he) |$)"
_SHAPES = (
    rf"\b(?P<n1>{_NUMBER})(?: and a half)?[\s-](?P<u1>{_UNIT}){_AND_MONTHS}[\s-](?:old\b|of age)",
    rf"\bfirst (?P<n2>{_NUMBER}) (?P<u2>{_UNIT}) of (?:his |her |their )?li(?:fe|ves)\b",
    rf"\b(?:boy|girl|child|baby|infant) of (?P<n3>{_WHOLE})(?: (?P<u3>{_UNIT}))?\b",
    rf"\b{_AGED}[:\s]+{_ROUGHLY}(?P<n4>{_NUMBER})\b(?:[\s-](?P<u4>{_UNIT})\b)?",
    rf"\b(?P<n5>{_NUMBER})[\s-](?P<u5>{_UNIT})(?= (?:boy|girl|baby|infant|child|son|daughter)\b)",
    rf"\b(?:was|were|turned|being) {_ROUGHLY}(?P<n6>{_WHOLE})(?P<u6>)(?: and {_WHOLE})?{_THEN}",
)
_AGE = re.compile("|".join(_SHAPES))
_ALSO = re.compile(
    rf"(?:,|\s+and|\s+&|,? and)\s+(?:aged? )?(?P<n>{_NUMBER})\b(?:[\s-](?P<u>{_UNIT})\b)?(?![\s-]?(?:%|of the|occasions))"
)
_GROWN_UP = re.compile(rf"{one_of('people', 'grown_up')}s?[^.;\n]{{0,25}}$")
_LIMIT_BEFORE = re.compile(rf"{one_of('people', 'limit_before')}(?: the)?(?: age)?(?: of)?[\s-]*$")
_LIMIT_AFTER = re.compile(rf"^\W{{0,3}}{one_of('people', 'limit_after')}")
_OTHER_TIME = re.compile(one_of("people", "other_time"))
_AT_THE_TIME = re.compile(one_of("people", "at_the_time"))
_CHILD = re.compile(rf"\b{one_of('people', 'children')}\b")
_NATIONAL = frozenset({Kind.GUIDANCE, Kind.YEARLY_REPORT, Kind.ANNUAL_REVIEW, Kind.OTHER})


@dataclass(frozen=True)
class Age:
    """An age with its place, and how likely it is the child's at the time."""

    years: int
    start: int
    end: int
    worth: int


def ages_of(front: Front, kind: Kind, pseudonym: str | None) -> Said[tuple[int, ...]] | None:
    """The ages, the one said most clearly first; None where none is said, or the document is about no child."""
    if kind in _NATIONAL:
        return None
    found = list(_ages(front, pseudonym))
    best = max(found, key=lambda age: (age.worth, -age.start), default=None)
    if best is None or best.worth <= 0:
        return None
    beside = [age for age in found if best.start <= age.start <= best.end + CLOSE and age.worth >= best.worth - 1]
    several = _several(pseudonym)
    told = [years for age in (beside if several else [best]) for years in (age.years, *_also(front, age))]
    years = tuple(dict.fromkeys(told))
    last = max((age.end for age in beside), default=best.end) if several else best.end
    return Said(years, front.quoting.at(best.start, last))


def _several(pseudonym: str | None) -> bool:
    return bool(pseudonym) and bool(
        re.search(r",| and |&|/|children|siblings|twins|babies|family", (pseudonym or "").casefold())
    )


def _ages(front: Front, pseudonym: str | None) -> Iterator[Age]:
    name = (pseudonym or "\0").casefold()
    for match in _AGE.finditer(front.small, 0, min(len(front.small), WHERE)):
        years = _years(match)
        if years is None or years > OLDEST:
            continue
        before = front.small[max(0, match.start() - 90) : match.start()]
        own = re.split(r"[.;]\s|\n\n", before)[-1]
        after = re.split(r"[.;]\s|\n\n", front.small[match.end() : match.end() + 110])[0]
        if _LIMIT_BEFORE.search(own) or _LIMIT_AFTER.match(after):
            continue
        worth = 2 + 3 * bool(_AT_THE_TIME.search(own + " " + after)) + bool(_CHILD.search(own[-50:] + " " + after[:30]))
        worth += 2 * (name in own) + (match.start() < front.end) - 4 * bool(_GROWN_UP.search(own))
        yield Age(years, match.start(), match.end(), worth - 4 * bool(_OTHER_TIME.search(own)))


def _also(front: Front, age: Age) -> tuple[int, ...]:
    """Further ages in the same breath: aged 3, 5 and 7."""
    found: list[int] = []
    at = age.end
    while match := _ALSO.match(front.small, at):
        years = _in_years(match["n"], match["u"])
        if years is None or years > OLDEST or not match["n"][0].isdigit():
            break
        found.append(years)
        at = match.end()
    return tuple(years for years in found if years != age.years)


def _years(match: re.Match[str]) -> int | None:
    said = (shape for shape in range(1, len(_SHAPES) + 1) if match[f"n{shape}"])
    return next((_in_years(match[f"n{shape}"], match[f"u{shape}"]) for shape in said), None)


def _in_years(number: str, unit: str | None) -> int | None:
    if number in ("a", "an"):
        count = 1 if unit else None
    else:
        count = _WORDS.index(number) if number in _WORDS else int(re.match(r"\d+", number)[0])  # type: ignore[index]
    if count is None or not unit or unit.startswith("y"):
        return count
    return count // 12 if unit.startswith("m") else count // 52 if unit.startswith("w") else 0
