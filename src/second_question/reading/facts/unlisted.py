"""The name of an area that is in no list, known by the partnership or council that carries it."""

import re
from collections.abc import Iterator

from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import gazetteer
from second_question.reading.facts.mentions import Mention
from second_question.reading.facts.said import Said
from second_question.reading.facts.wordlists import data, one_of

_PLACE = r"[A-Z][A-Za-z’'-]+"
_PLACES = rf"{_PLACE}(?:(?:,? and|,| &| of| upon| with)? {_PLACE}){{0,4}}"
_BODY = one_of("areas", "unlisted_partnership")
_PATTERNS = (
    re.compile(rf"\b(?P<area>{_PLACES}) (?i:{_BODY})\b"),
    re.compile(rf"\b(?i:{_BODY}) (?:for|of|in) (?:the )?(?P<area>{_PLACES})"),
    re.compile(rf"\b(?P<area>{_PLACES}) (?:(?:County|City|Borough|District|Metropolitan Borough) )?Council\b"),
)
_NO_PLACES = frozenset(data("areas")["no_places"])
_ROLES = frozenset(data("areas")["roles"])
_BEGINS_ANEW = frozenset({"the", "for", "by", "our"})
_WORD = re.compile(r"[A-Za-z’'-]+")


def unlisted_area(front: Front) -> Said[Mention] | None:
    """The first such name on the first pages, those of partnerships before those of councils."""
    spans = (
        span for pattern in _PATTERNS for match in pattern.finditer(front.text, 0, front.end) for span in _kept(match)
    )
    for start, end in spans:
        if not gazetteer().pattern.search(front.small, start, end):
            return Said(Mention(start, end, ()), front.quoting.at(start, end))
    return None


def _kept(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The name without the words at its beginning and end that are no part of it."""
    words = list(_WORD.finditer(match["area"]))
    inner = [at for at, word in enumerate(words) if word.group().casefold() in _BEGINS_ANEW]
    words = words[inner[-1] :] if inner else words
    while words and words[0].group().casefold() in _NO_PLACES:
        words.pop(0)
    while words and words[-1].group().casefold() in _NO_PLACES:
        words.pop()
    roles = [at for at, word in enumerate(words) if word.group().casefold() in _ROLES]
    words = words[roles[-1] + 1 :] if roles else words
    if words:
        start = match.start("area")
        yield start + words[0].start(), start + words[-1].end()
