"""Details that each may be harmless, and together point to one child: a place, a day and an injury; triplets in a village."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from second_question.reading.identities.finding import Found, Kind, Severity, Source

ENOUGH = 3
"""Sorts of detail in one paragraph that together point to one child; a rare family needs one fewer."""
LONGEST = 700
"""Characters between the first detail and the last."""

_OF_KIND = {
    Kind.PLACE: "place", Kind.ADDRESS: "place", Kind.SCHOOL: "place", Kind.ORGANISATION: "place", Kind.POSTCODE: "place",
    Kind.DATE: "date", Kind.DATE_OF_BIRTH: "date", Kind.AGE: "age",
}  # fmt: skip
_WORDS = re.compile(
    r"""(?P<injury>\b(?:fractur\w+|broken\ (?:arm|leg|rib|wrist|bones?|collar\s?bone|femur|jaw|skull)|bruis\w+|burn(?:s|ed|t)\b|
      scald\w*|stab\w*|strangl\w+|suffocat\w+|smother\w+|drown\w*|shot\b|shooting|poison\w+|overdos\w+|hanged|hanging|
      head\ injur\w+|brain\ injur\w+|bleed\ on\ the\ brain|subdural|haemorrhage|haematoma|shak(?:en|ing)\b|skull|starv\w+|
      house\ fire|fell\ from|dog\ bite|mauled|ligature|knife|murder\w*|manslaughter|rape[ds]?\b))
    |(?P<family>\b(?:triplets?|quadruplets?|quintuplets?|sextuplets?|conjoined|identical\ twins?|twins?\b|surrogate|
      the\ only\ \w+\ family|(?:seventh|eighth|ninth|tenth|eleventh|twelfth|youngest|eldest)\ of\ (?:\w+)\ children|
      one\ of\ (?:six|seven|eight|nine|ten|eleven|twelve)\ (?:children|siblings)))
    |(?P<age>\b\d{1,2}[- ]years?[- ]old\b|\baged\ \d{1,2}\b|
      \b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)
      [- ]years?[- ]old\b)
    |(?P<public>\b(?:widely\ reported|national\ press|local\ (?:press|newspapers?|media)|news\ coverage|on\ television|convicted|
      sentenced|jailed|life\ sentence|crown\ court))""",
    re.VERBOSE | re.IGNORECASE,
)
_RARE = re.compile(
    r"triplet|quadruplet|quintuplet|sextuplet|conjoined|only|seventh|eighth|ninth|tenth|eleventh|twelfth", re.IGNORECASE
)
_NAMES = {
    "place": "a place", "date": "a date", "age": "an age", "injury": "the injury", "family": "what is rare about the family",
    "public": "what the press reported",
}  # fmt: skip


def combinations_in(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """Paragraphs whose details together point to one child, from the first such detail to the last."""
    details = sorted(_details(text, found))
    for start, end in _paragraphs(text, details):
        here = details[bisect_left(details, (start,)) : bisect_left(details, (end,))]
        sorts = {sort for _, _, sort in here}
        rare = any(sort == "family" and _RARE.search(text, first, last) for first, last, sort in here)
        if not sorts & {"place", "date", "family"} or len(sorts) + rare < ENOUGH or not sorts & {"place", "date"}:
            continue
        if sorts <= {"place", "date", "age", "public"} and not rare:
            continue
        first, last = here[0][0], min(here[-1][1], here[0][0] + LONGEST)
        yield Found(Kind.OTHER, first, last, Source.PATTERN, Severity.MAY_IDENTIFY, _why(sorts))


def _details(text: str, found: Iterable[Found]) -> Iterator[tuple[int, int, str]]:
    for one in found:
        if one.kind in _OF_KIND:
            yield one.start, one.end, _OF_KIND[one.kind]
    for match in _WORDS.finditer(text):
        yield match.start(), match.end(), match.lastgroup or ""


def _paragraphs(text: str, details: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """The paragraphs that have details, cut after `LONGEST` characters from a detail on."""
    last = -1
    for start, _, _ in details:
        if start < last:
            continue
        stop = text.find("\n", start)
        last = min(stop if stop >= 0 else len(text), start + LONGEST)
        yield start, last


def _why(sorts: set[str]) -> str:
    told = [_NAMES[sort] for sort in _NAMES if sort in sorts]
    return f"Together these point to one child: {', '.join(told[:-1])} and {told[-1]}. Blur at least one of them."
