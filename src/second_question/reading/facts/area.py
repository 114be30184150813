"""The area that a report is about."""

import re
from collections import defaultdict

from second_question.reading.facts.front import Front
from second_question.reading.facts.gazetteer import Place, gazetteer
from second_question.reading.facts.mentions import Mention, mentions_in
from second_question.reading.facts.said import Said
from second_question.reading.facts.unlisted import unlisted_area
from second_question.reading.facts.wordlists import one_of

ON_COVER, OF_A_PARTNERSHIP, ANY_OTHER = range(3)
RANKS = 3
"""A name on the cover goes before that of a partnership in the body, and this before any other."""
COVER, FRONT, BODY = 12.0, 3.0, 1.0
OWN, COUNCIL, BARE = 3.0, 1.5, 1.0
WHOLE_NATIONS = frozenset({"wales", "cymru", "scotland", "northern ireland"})
"""Named for many reasons; an area only with its board."""
FEWEST = 3.0
"""What all mentions together are worth before an area is taken from them: a partnership's name once, or bare names often."""

_KIND_OF_AREA = r"(?: (?:district|city|county|borough|metropolitan borough|region))?(?:'s?)? (?:\([a-z]+\) )?"
_PARTNERSHIP = re.compile(rf"{_KIND_OF_AREA}{one_of('areas', 'partnership')}")
_COUNCIL = re.compile(rf"{_KIND_OF_AREA}{one_of('areas', 'council')}")
_BEFORE = re.compile(rf"{one_of('areas', 'before_an_area')}(?: the)?\s$")
_NOT_AFTER = re.compile(rf"{one_of('areas', 'before_another_name')}\s$")
_NOT_BEFORE = re.compile(rf" {one_of('areas', 'after_another_name')}\b")


def area_of(front: Front, *, national: bool) -> Said[Mention] | None:
    """The area that the report is about. A national document has one only where its cover names a partnership."""
    scores: dict[tuple[Place, ...], list[float]] = defaultdict(lambda: [0.0] * RANKS)
    first: dict[tuple[Place, ...], tuple[float, Mention]] = {}
    limit = front.end if national else len(front.text)
    for mention in mentions_in(front.small, gazetteer(), 0, limit):
        rank, worth = _worth(front, mention, national=national)
        if worth:
            scores[mention.key][rank] += worth
            if mention.key not in first or worth > first[mention.key][0]:
                first[mention.key] = (worth, mention)
    best = max(scores, key=lambda key: scores[key], default=None)
    unlisted = None if national else unlisted_area(front)
    if best is None or sum(scores[best]) < FEWEST or (unlisted and _goes_first(front, unlisted, scores[best])):
        return unlisted
    mention = first[best][1]
    return Said(mention, front.quoting.at(mention.start, mention.end))


def _goes_first(front: Front, unlisted: Said[Mention], scores: list[float]) -> bool:
    """A partnership in no list goes before listed names that stand further down, or only as bare names."""
    if scores[ON_COVER]:
        return False
    return unlisted.value.start < front.cover_end or not scores[OF_A_PARTNERSHIP]


def _worth(front: Front, mention: Mention, *, national: bool) -> tuple[int, float]:
    """Its rank, and what it is worth among those of the same rank."""
    if not front.text[mention.start].isupper() or _NOT_AFTER.search(
        front.small, max(0, mention.start - 25), mention.start
    ):
        return ANY_OTHER, 0
    where = COVER if mention.start < front.cover_end else FRONT if mention.start < front.end else BODY
    own, worth = _by_what_stands_around(front, mention, national=national)
    if where == COVER:
        return ON_COVER, where * worth
    return (OF_A_PARTNERSHIP, where * worth) if own else (ANY_OTHER, where * worth / 3)


def _by_what_stands_around(front: Front, mention: Mention, *, national: bool) -> tuple[bool, float]:
    """Whether it is the name of a partnership of its own, and what that is worth."""
    if _PARTNERSHIP.match(front.small, mention.end) or _BEFORE.search(
        front.small, max(0, mention.start - 60), mention.start
    ):
        return True, OWN
    if _COUNCIL.match(front.small, mention.end):
        return False, COUNCIL
    if front.small[mention.start : mention.end] in WHOLE_NATIONS:
        return False, 0
    return False, 0 if national or _NOT_BEFORE.match(front.small, mention.end) else BARE
