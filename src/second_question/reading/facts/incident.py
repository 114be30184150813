"""When the incident was: the death, the injury, the day that set off the review."""

import re
from collections.abc import Iterator

from second_question.reading.facts.dates import Dated, dates_in
from second_question.reading.facts.front import Front
from second_question.reading.facts.kind import NATIONAL, Kind
from second_question.reading.facts.said import Said

SEVERAL = NATIONAL | {Kind.THEMATIC, Kind.YEARLY_REPORT}
WHERE = 20_000
"""Characters from the beginning in which a report tells what happened."""

_LABEL = re.compile(
    r"(?:date(?:s)? (?:and time )?of (?:the )?(?:serious |significant |critical |index )?(?:safeguarding )?(?:incident|death|event|serious harm|injur(?:y|ies))"
    r"(?:\(s\))?|(?:incident|index incident|significant incident) date|date of (?:child's|child [a-z]'s) death|died|incident)\s*[:\-\t(]*\s*(?:on\s)?$"
)
_STRONG = re.compile(
    r"\bdied\b|\bdeath\b|\bdies\b|was killed|\bkilled\b|murder|found (?:dead|deceased|unresponsive|lifeless|hanging|by|at|in)\b|not breathing|pronounced|took (?:his|her|their) own|"
    r"tak(?:en|ing) (?:his|her|their) own|fatal|drown|hang(?:ed|ing)|stabb"
)
_MIDDLE = re.compile(
    r"incident|sustained|injur|serious(?:ly)? harm|collaps|cardiac arrest|overdose|burn|fracture|assault|abandoned|suffered|attack|shot|\bfell\b|set fire|taken to hospital|taken by ambulance"
)
_WEAK = re.compile(
    r"hospital|ambulance|paramedic|emergency department|a&e|999|resuscit|accident and emergency|presented"
)
_OTHER = re.compile(
    r"inquest|\bborn\b|date of birth|notif|commission|convict|sentenc|pleaded|court|guilty|trial|rapid review|working together|published|publication|"
    r"act (?:19|20)\d\d|chronology|scope|period|inspection|ofsted|regulation|guidance|report(?:ed)? dated|grandmother's death|father's death|mother's death|"
    r"decision|meeting|appointed|coroner|investigation into|terms of reference|between|agreed|criteria|statutory|strategy|post-mortem|post mortem|census|data|statistic|"
    r"in (?:england|the uk)|framework|\breform"
)
_HISTORY = re.compile(
    r"(?:grand(?:mother|father|parent)|uncle|aunt|previous (?:partner|child)|first child|older sibling|half[- ]sibling)[^.]{0,30}(?:died|death)"
)
_SENTENCE_ENDS = re.compile(r"(?<![ .][a-z])[.!?](?=\s)|\n\s*\n|\n(?=\d+\.)")


def incident_of(front: Front, kind: Kind) -> Said[str] | None:
    """The date of the incident, as exact as it is said; None for kinds that are about several or none."""
    found = None if kind in NATIONAL else _labelled(front)
    found = found or (None if kind in SEVERAL else _told(front))
    return Said(found.iso, front.quoting.at(found.start, found.end)) if found else None


def _labelled(front: Front) -> Dated | None:
    for dated in dates_in(front.small, 0, min(len(front.small), WHERE)):
        before = front.small[max(0, dated.start - 60) : dated.start]
        if _LABEL.search(before) and not _SENTENCE_ENDS.search(before[-3:]):
            return dated
    return None


def _told(front: Front) -> Dated | None:
    best = max(_worths(front), key=lambda one: (one[0], -one[1].start), default=None)
    return best[1] if best else None


def _worths(front: Front) -> Iterator[tuple[int, Dated]]:
    for dated in dates_in(front.small, 0, min(len(front.small), WHERE)):
        own, after = _sentence(front.small, dated)
        near = f"{own[-80:]} | {after[:170]}"
        worth = 10 * bool(_STRONG.search(near)) or 7 * bool(_MIDDLE.search(near)) or 3 * bool(_WEAK.search(near))
        if not worth or _OTHER.search(f"{own[-45:]} | {after[:30]}") or _HISTORY.search(own + after):
            continue
        yield worth + (len(dated.iso) - 4) // 3 - 6 * (len(dated.iso) == 4) - dated.start // 4000, dated


def _sentence(small: str, dated: Dated) -> tuple[str, str]:
    """What of its sentence stands before a date, and after it."""
    window = small[max(0, dated.start - 300) : dated.start]
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(window)]
    own = window[ends[-1] :] if ends else window
    after = _SENTENCE_ENDS.split(small[dated.end : dated.end + 300], maxsplit=1)[0]
    return own, after
