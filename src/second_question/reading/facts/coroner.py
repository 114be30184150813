"""The area of a coroner, who has other areas than local authorities have."""

import re

from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import coroner_areas
from second_question.reading.facts.mentions import Mention, mentions_in
from second_question.reading.facts.said import Said, squeezed

_AREA = re.compile(
    r"(?:^coroner(?:'s)? area\s*:?\s*\n+\s*|coroner,? for (?:the )?(?:coroner'?s? )?(?:area|jurisdiction|county) of (?:the )?)"
    r"(?P<area>[^\n.]{3,90}?)(?= (?:st pancras )?coroner'?s court|[.,]?\s*$|\.\s)",
    re.MULTILINE,
)
_DIRECTIONS = {"eastern": "east", "western": "west", "northern": "north", "southern": "south"}
_LONDON = re.compile(r"^(?:(inner) (north|south|west) london|london (?:(inner) )?(north|south|east|west))")
_GREATER = re.compile(r"^greater (?=manchester (?:city|north|south|west)\b)")


def coroner_area(front: Front) -> Said[Mention] | None:
    """The coroner's area, as the form states it."""
    match = _AREA.search(front.small, 0, front.end)
    if not match:
        return None
    start, end = match.span("area")
    turned = _turned(squeezed(front.small[start:end].replace("(", " ").replace(")", " ")))
    found = max(mentions_in(turned, coroner_areas()), key=lambda one: one.end - one.start, default=None)
    return Said(Mention(start, end, found.places if found else ()), front.quoting.at(start, end))


def _turned(area: str) -> str:
    """London Inner (South), Inner South London: one order of words for all."""
    words = " ".join(_DIRECTIONS.get(word, word) for word in area.split())
    london = _LONDON.match(words)
    if not london:
        return _GREATER.sub("", words)
    inner, side = london[1] or london[3], london[2] or london[4]
    return f"inner london {side}" if inner else f"{side} london"
