"""Ages as reports write them: aged 15, seven weeks old, a girl of four, nearly three, before his fifteenth birthday."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from second_question.reading.facts.wordlists import data, one_of

OLDEST = 18

_WORDS: tuple[str, ...] = tuple(data("people")["numbers"])
_ORDINALS: tuple[str, ...] = tuple(data("people")["ordinals"])
_WHOLE = rf"(?:\d{{1,2}}|{one_of('people', 'numbers')})"
_NUMBER = rf"(?:\d{{1,2}}(?:½|\.5)?|{one_of('people', 'numbers')}|a|an)"
_UNIT = one_of("people", "units")
_ROUGHLY = rf"(?:{one_of('people', 'roughly')} )?"
_AND_MONTHS = rf"(?:[\s,]+(?:and )?{_NUMBER}[\s-](?:months?|weeks?|days?))?"
_AGED = r"(?:aged?|age of|age at (?:the )?(?:death|incident|time)[^\n\d]{0,25})"
_THEN = r"(?= when| at the time|,? and (?:she|he|his|her|their) |,? (?:she|he) |\.\s|\.?$)"
_SHAPES = (
    rf"\b(?P<n1>{_NUMBER})(?: and a half)?[\s-](?P<u1>{_UNIT}){_AND_MONTHS}[\s-](?:old\b|of age)",
    rf"\bfirst (?P<n2>{_NUMBER}) (?P<u2>{_UNIT}) of (?:his |her |their )?li(?:fe|ves)\b",
    rf"\b(?:boy|girl|child|baby|infant) of (?P<n3>{_WHOLE})(?: (?P<u3>{_UNIT}))?\b",
    rf"\b{_AGED}[:\s]+{_ROUGHLY}(?P<n4>{_NUMBER})\b(?:[\s-](?P<u4>{_UNIT})\b)?",
    rf"\b(?P<n5>{_NUMBER})[\s-](?P<u5>{_UNIT})(?= (?:boy|girl|baby|infant|child|son|daughter)\b)",
    rf"\b(?:was|were|turned|being) {_ROUGHLY}(?P<n6>{_WHOLE})(?P<u6>)(?: and (?:a half|{_WHOLE}))?{_THEN}",
    rf"\b(?P<n7>{one_of('people', 'ordinals')}) (?P<u7>birthday)\b",
    rf"(?<=[a-z])(?P<u10>) (?:is|are) (?P<n10>{_WHOLE}){_THEN}",
    r"(?<=[a-z] )\((?P<n8>\d{1,2})(?P<u8>)\)|(?<=[a-z]), (?P<n9>\d{1,2})(?P<u9>),(?= [a-z])",
    rf"(?<=[a-z]), (?P<n11>{_NUMBER})[\s-](?P<u11>{_UNIT})(?=,)",
)
_GROUPS = range(1, 12)
BARE = (8, 9, 10, 11)
"""A number behind a name is an age only where the name is the child's."""
_AGE = re.compile("|".join(_SHAPES))
_ALSO = re.compile(
    rf"(?:,|\s+and|\s+&|,? and)\s+(?:aged? )?(?P<n>{_WHOLE})\b(?:[\s-](?P<u>{_UNIT})\b)?(?![\s-]?(?:%|of the|occasions))"
    r"(?!\s(?!and\b|or\b|when\b|at\b|who\b|were\b|was\b|is\b|are\b|in\b|on\b|by\b|respectively\b|died\b|living\b|years?\b)[a-z]+)"
)
_NOT_YET = re.compile(r"(?:just under|nearly|almost|not yet|not quite|just short of)(?: the age of)?[\s-]*$")
_BEFORE = re.compile(r"(?:before|prior to|short of|until|from) (?:his|her|their|its)\s*$")


@dataclass(frozen=True)
class SaidAge:
    """An age in whole years at its place; `bare` where only a number stands behind a name."""

    years: int
    start: int
    end: int
    bare: bool


def ages_in(small: str, end: int) -> Iterator[SaidAge]:
    """Every age of a child in a folded text up to there."""
    for match in _AGE.finditer(small, 0, min(end, len(small))):
        group = next(group for group in _GROUPS if match[f"n{group}"])
        years = in_years(match[f"n{group}"], match[f"u{group}"])
        if years is None:
            continue
        years -= _one_less(small, match, group)
        if 0 <= years <= OLDEST:
            yield SaidAge(years, match.start(), match.end(), group in BARE)


def also(small: str, at: int) -> Iterator[int]:
    """Further ages in the same breath: aged 3, 5 and 7."""
    while match := _ALSO.match(small, at):
        years = in_years(match["n"], match["u"])
        if years is None or years > OLDEST or match["n"] == "one":
            return
        yield years
        at = match.end()


def is_not_yet(before: str) -> bool:
    """Whether words before an age say that the child had not reached it."""
    return bool(_NOT_YET.search(before))


def in_years(number: str, unit: str | None) -> int | None:
    """Whole years of so many years, months, weeks or days; None where it is no number."""
    if unit == "birthday":
        return _ORDINALS.index(number)
    count = _count(number, unit)
    if count is None or not unit or unit.startswith("y"):
        return count
    return count // 12 if unit.startswith("m") else count // 52 if unit.startswith("w") else 0


def _count(number: str, unit: str | None) -> int | None:
    if number in ("a", "an"):
        return 1 if unit else None
    if number in _WORDS:
        return _WORDS.index(number)
    return int("".join(letter for letter in number[:2] if letter.isdigit()))


def _one_less(small: str, match: re.Match[str], group: int) -> int:
    """One where the age had not been reached: nearly three, before her fifteenth birthday."""
    unit, before = match[f"u{group}"] or "", small[max(0, match.start() - 30) : match.start(f"n{group}")]
    if unit == "birthday":
        return int(bool(_BEFORE.search(before)))
    return int((not unit or unit.startswith("y")) and is_not_yet(before))
