"""The area that a report is about: as written, and as local authorities."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import Gazetteer, Place, codes, coroner_areas, gazetteer
from second_question.reading.facts.said import Said, squeezed, with_capitals

_BETWEEN = re.compile(
    r"(?: (?:county|city|borough|metropolitan borough|unitary authority|council|lscb|lscp|scb|scp))?"
    r"(?:\s*,\s*|\s*,?\s+and(?: the)?(?: (?:london|royal) borough of)?\s+|\s*&\s*|\s*/\s*|\s+with\s+)(?:the )?"
)
"""What stands between the names of areas that work together."""

_BODY = (
    r"(?:local )?(?:children'?s? (?:and (?:adults?|young people)'?s? )?)?(?:local )?safeguarding(?: and community safety)?"
    r"(?: (?:children'?s?|child|adults?|and|&|vulnerable|people|community|multi agency|multi-agency))*"
    r" (?:board|partnership|partners|executive|assurance|arrangements|together|panel)"
    r"|(?:l?scb|l?scp|cscp|csp|mash|masa|csap)\b"
    r"|safeguarding (?:children|together|executive)"
    r"|children'?s? (?:multi-agency )?(?:safeguarding|trust|partnership|services|social care)"
    r"|area child protection committee|child protection committee|acpc\b|child practice review"
    r"|(?:county |city |borough |metropolitan borough |metropolitan district |district |unitary )?council"
    r"|regional safeguarding|public protection committee"
)
_ORGANISATION = re.compile(
    rf"(?: district| city| county| borough| metropolitan borough| region)?(?:'s?)? (?:\([a-z]+\) )?(?:{_BODY})"
)
"""What follows the name of an area where a partnership, board or council of it is meant."""
_CHILDRENS = re.compile(r"safeguarding|l?scb|l?scp|protection|csap|masa")

_BEFORE = re.compile(
    r"(?:london borough of|royal borough of|metropolitan borough of|county of|city of|district of|borough of|keeping|safer|"
    r"safeguarding (?:children|board|partnership|partners|children (?:board|partnership)) (?:for|in|of))(?: the)?\s$"
)
_NOT_HERE = re.compile(
    r"(?:university(?: hospitals?)? of|college of|school of|bishop of|duke of|new|mr|mrs|ms|dr|great)\s$"
)
_NOT_THIS = re.compile(
    r" (?:road|street|avenue|lane|house|hospital|university|court|crown court|magistrates|college|school|constabulary|"
    r"community healthcare|teaching|nhs|royal infirmary|airport|station|[a-z]+ hospital|safeguarding adults)\b"
)

COVER, FRONT, BODY = 12.0, 3.0, 1.0
OWN, COUNCIL, BARE = 3.0, 1.5, 1.0
FEWEST_BARE = 3
"""So often a bare name stands in a report before its area is taken from it."""


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


def area_of(front: Front, *, national: bool) -> Said[Mention] | None:
    """The area that the report is about. A national document has one only where its cover names a partnership."""
    scores: dict[tuple[Place, ...], float] = defaultdict(float)
    first: dict[tuple[Place, ...], tuple[float, Mention]] = {}
    limit = front.end if national else len(front.text)
    for mention in mentions_in(front.small, gazetteer(), 0, limit):
        worth = _worth(front, mention, national=national)
        if worth:
            key = tuple(sorted(set(mention.places), key=lambda place: (place.authorities, place.nation)))
            scores[key] += worth
            if key not in first or worth > first[key][0]:
                first[key] = (worth, mention)
    best = max(scores, key=lambda key: scores[key], default=None)
    if best is None or scores[best] < FEWEST_BARE * BARE * BODY:
        return None if national else _not_listed(front)
    mention = first[best][1]
    return Said(mention, front.quoting.at(mention.start, mention.end))


def _not_listed(front: Front) -> Said[Mention] | None:
    """The name of a partnership's area that is in no list."""
    for match in _PARTNERSHIP_OF.finditer(front.text, 0, front.end):
        words = match["area"].split()
        if words[0].casefold() not in _NO_PLACES and words[-1].casefold() not in _NO_PLACES:
            return Said(Mention(*match.span("area"), ()), front.quoting.at(*match.span("area")))
    return None


def coroner_area(front: Front) -> Said[Mention] | None:
    """The coroner's area, as the form states it."""
    match = _CORONER_AREA.search(front.small, 0, front.end)
    if not match:
        return None
    start, end = match.span("area")
    turned = _turned(squeezed(front.small[start:end].replace("(", " ").replace(")", " ")))
    found = max(mentions_in(turned, coroner_areas()), key=lambda one: one.end - one.start, default=None)
    return Said(Mention(start, end, found.places if found else ()), front.quoting.at(start, end))


def with_codes(said: Said[Mention], on: date | None) -> Said[Area]:
    """The area with the codes of that day."""
    names = [name for place in said.value.places for name in place.authorities]
    nations = {place.nation for place in said.value.places if place.nation}
    return Said(Area(with_capitals(squeezed(said.evidence.text)), (*codes(names, on), *sorted(nations))), said.evidence)


_PARTNERSHIP_OF = re.compile(
    r"(?P<area>\b[A-Z][a-z’'-]+(?:(?:,? and|,| &| of| upon| with)? [A-Z][a-z’'-]+){0,4}) (?:Local )?(?:Area )?"
    r"(?:Safeguarding (?:Children(?:['’]?s)?|Child) (?:Board|Partnership)|Safeguarding (?:Partnership|Board)|LSCB|LSCP|SCB|SCP)\b"
)
_NO_PLACES = frozenset(
    "the a an local this our area regional national statutory multi-agency each every adult adults and children child independent new all "
    "joint former previous lead chair board on behalf for by safeguarding partnership integrated community".split()
)
_CORONER_AREA = re.compile(
    r"(?:^coroner(?:'s)? area\s*:?\s*\n+\s*|coroner,? for (?:the )?(?:coroner'?s? )?(?:area|jurisdiction|county) of (?:the )?)"
    r"(?P<area>[^\n.]{3,90}?)(?= (?:st pancras )?coroner'?s court|[.,]?\s*$|\.\s)",
    re.MULTILINE,
)
_DIRECTIONS = {"eastern": "east", "western": "west", "northern": "north", "southern": "south"}
_LONDON = re.compile(r"^(?:(inner) (north|south|west) london|london (?:(inner) )?(north|south|east|west))")
_GREATER = re.compile(r"^greater (?=manchester (?:city|north|south|west)\b)")


def _turned(area: str) -> str:
    """London Inner (South), Inner South London: one order of words for all."""
    words = " ".join(_DIRECTIONS.get(word, word) for word in area.split())
    london = _LONDON.match(words)
    if not london:
        return _GREATER.sub("", words)
    inner, side = london[1] or london[3], london[2] or london[4]
    return f"inner london {side}" if inner else f"{side} london"


def _mention(together: Sequence[re.Match[str]], names: Gazetteer) -> Mention:
    return Mention(together[0].start(), together[-1].end(), tuple(names.of(match) for match in together))


def _worth(front: Front, mention: Mention, *, national: bool) -> float:
    if not front.text[mention.start].isupper() or _NOT_HERE.search(
        front.small, max(0, mention.start - 25), mention.start
    ):
        return 0
    where = COVER if mention.start < front.cover_end else FRONT if mention.start < front.end else BODY
    follows = _ORGANISATION.match(front.small, mention.end)
    if follows:
        return where * (OWN if _CHILDRENS.search(follows.group()) else COUNCIL)
    if _BEFORE.search(front.small, max(0, mention.start - 60), mention.start):
        return where * OWN
    if national or _NOT_THIS.match(front.small, mention.end):
        return 0
    return where * BARE if where == COVER else where * BARE / 3
