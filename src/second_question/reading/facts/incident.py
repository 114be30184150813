"""When the incident was: the death, the injury, the day that set off the review."""

import re
from collections.abc import Iterable, Iterator

from second_question.reading.facts.dates import Dated, dates_in, days_without_year
from second_question.reading.facts.front import Front
from second_question.reading.facts.kind import NATIONAL, Kind
from second_question.reading.facts.said import Said
from second_question.reading.facts.wordlists import one_of

SEVERAL = NATIONAL | {Kind.THEMATIC, Kind.YEARLY_REPORT}
LEAST = 4
"""What a date is worth that is taken for that of the incident."""
WHERE = 20_000
"""Characters from the beginning in which a report tells what happened."""

_LABEL = re.compile(rf"(?:{one_of('dates', 'incident_label')}|(?:^|[\n\t])(?:died|incident))\s*[:\-\t(]*\s*(?:on\s)?$")
_SURELY = re.compile(one_of("dates", "incident_surely"))
_AT_ONCE = re.compile(rf"{one_of('dates', 'incident_surely')}\W*(?:(?:on|in|the)\W*)*$")
_LIKELY = re.compile(one_of("dates", "incident_likely"))
_PERHAPS = re.compile(one_of("dates", "incident_perhaps"))
_AT_THE_END = re.compile(
    r"pronounced dead|died at the scene|could not be (?:revived|resuscitated)|life was (?:pronounced )?extinct"
)
_OTHER = re.compile(one_of("dates", "not_the_incident"))
_HISTORY = re.compile(rf"{one_of('dates', 'relatives_who_died')}[^.]{{0,30}}(?:died|death)")
_SENTENCE_ENDS = re.compile(r"(?<![ .][a-z])[.!?](?=\s)|\n\s*\n|\n(?=\d+\.)")


def incident_of(
    front: Front, kind: Kind, published: Said[str] | None, *, is_about_one: bool = False
) -> Said[str] | None:
    """The date of the incident, as exact as it is said; None for kinds that are about several or none.

    A briefing is about one where it calls a child by a name.

    A day without its year is in the year before the report, or before the first day that is said with one.
    """
    found = None if kind in NATIONAL else _labelled(front)
    found = found or (
        None if kind in SEVERAL and not (kind is Kind.BRIEFING and is_about_one) else _told(front, published)
    )
    return Said(found.iso, front.quoting.at(found.start, found.end)) if found else None


def _labelled(front: Front) -> Dated | None:
    for dated in dates_in(front.small, 0, min(len(front.small), WHERE)):
        before = front.small[max(0, dated.start - 60) : dated.start]
        if _LABEL.search(before) and not _SENTENCE_ENDS.search(before[-3:]):
            return dated
    return None


def _told(front: Front, published: Said[str] | None) -> Dated | None:
    latest = published.value if published else "9999"
    before = (one for one in _worths(front) if one[1].iso[: len(latest)] <= latest[: len(one[1].iso)])
    mine = (one for one in before if not published or one[1].start != published.evidence.start)
    best = max(mine, key=lambda one: (one[0], -one[1].start), default=None)
    if best and best[0] >= LEAST:
        return best[1]
    until = published.value if published else _first_day(front)
    without_year = days_without_year(front.small, until, 0, min(len(front.small), WHERE)) if until else ()
    return max(_worths(front, without_year), key=lambda one: (one[0], -one[1].start), default=(0, None))[1]


def _first_day(front: Front) -> str | None:
    return next((one.iso for one in dates_in(front.small, 0, front.end) if len(one.iso) == len("2021-06-14")), None)


def _worths(front: Front, dates: Iterable[Dated] | None = None) -> Iterator[tuple[int, Dated]]:
    for dated in dates_in(front.small, 0, min(len(front.small), WHERE)) if dates is None else dates:
        own, after = _sentence(front, dated)
        near = f"{own[-120:]} | {after[:170]}"
        worth = 10 * bool(_SURELY.search(near)) or 7 * bool(_LIKELY.search(near)) or 3 * bool(_PERHAPS.search(near))
        worth = max(worth, 9 * bool(_AT_THE_END.search(_rest(front, dated))))
        other = _OTHER.search(f"{own[-45:]} | {after[:30]}") and not _AT_ONCE.search(own)
        if not worth or own.endswith("by ") or other or _HISTORY.search(own + after):
            continue
        yield worth + (len(dated.iso) - 4) // 3 - 6 * (len(dated.iso) == 4) - dated.start // 4000, dated


def _rest(front: Front, dated: Dated) -> str:
    """What its paragraph says after it: of a death that is told sentence by sentence, the day stands in the first."""
    return front.small[dated.end : min(front.block_at(dated.start).end, dated.end + 300)]


def _sentence(front: Front, dated: Dated) -> tuple[str, str]:
    """What of its sentence stands before a date, and after it."""
    block = front.block_at(dated.start)
    window = front.small[max(block.start, dated.start - 300) : dated.start]
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(window)]
    own = window[ends[-1] :] if ends else window
    after = _SENTENCE_ENDS.split(front.small[dated.end : min(block.end, dated.end + 300)], maxsplit=1)[0]
    return own, after
