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
_SIDES = {"eastern": "east", "western": "west", "northern": "north", "southern": "south"}
_NO_NAME = re.compile(
    r"[^a-z&,' -]|\bdistrict of(?: greater)?\b|\bdistrict\b|\bgreater (?=manchester (?:city|north|south|west)\b)"
)
_LONDON = re.compile(r"^(?:(inner) (north|south|west) london|london (?:(inner) )?(north|south|east|west))")
_YORKSHIRE = re.compile(r"^yorkshire (north|south|east|west)")


def coroner_area(front: Front) -> Said[Mention] | None:
    """The coroner's area, as the form states it."""
    match = _AREA.search(front.small, 0, front.end)
    if not match:
        return None
    start, end = match.span("area")
    turned = _turned(front.small[start:end])
    found = max(mentions_in(turned, coroner_areas()), key=lambda one: one.end - one.start, default=None)
    return Said(Mention(start, end, found.places if found else ()), front.quoting.at(start, end))


def _turned(area: str) -> str:
    """London Inner (South), Inner South London: one order of words for all."""
    words = squeezed(_NO_NAME.sub(" ", " ".join(_SIDES.get(word, word) for word in area.split())))
    words = _YORKSHIRE.sub(r"\1 yorkshire", words)
    london = _LONDON.match(words)
    if not london:
        return words
    inner, side = london[1] or london[3], london[2] or london[4]
    return f"inner london {side}" if inner else f"{side} london"
