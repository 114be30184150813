"""Whether a review asks why until it meets the system, looks beyond the one case, and speaks to leaders (F1, L6, L10, L12)."""

import re

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.words import REASON, SYSTEM

OWN_COURSE = frozenset({"reason", "method", "reviewer", "timescale", "spread", "key_questions", "decision"})
"""Parts about the review itself, in which “because” explains no practice."""
MUCH, SOME = 0.25, 0.05
"""Of the statements that judge: reasons of every strength in a review that explains, strong ones in one that begins to."""
NARRATIVE = frozenset(
    {"circumstances", "incident", "child", "family", "voice", "summary", "family_views", "practitioners"}
)
"""Parts that tell what happened and to whom."""
DENSE = 0.2
"""Of the statements that judge: reasons of every strength in a short review that begins to explain."""
MANY = 8
"""Reasons of every strength that explain as well as a few strong ones do."""
_SOURCE = re.compile(
    r"\b(?:ar(?:ose|ises?|ising) (?:from|out of)|traced?|whence|came? (?:about|from)|down to|rooted|incentives?|"
    r"rewarded|at work|"
    r"measured (?:on|by)|performance-managed|managed on|built (?:for|to)|was let|were let|written for|grew|grown up)\b"
)
"""Where something comes from."""
_THINGS = (
    r"(?:files|records|cases|children|families|babies|plans|referrals|young people|pupils|households|assessments|"
    r"closures|"
    r"patients|parents|carers|mothers|fathers|residents|placements)"
)
_COUNTED = re.compile(
    rf"\b(?:\d{{2,3}}|\d,\d{{3}}|ten|twelve|a dozen|fifteen|twenty|thirty|forty|fifty|sixty|"
    rf"hundreds?)(?: of)?(?: the)? (?:\w+ ){{0,2}}{_THINGS}\b"
)
"""Others are counted."""
_SHARE = re.compile(
    rf"\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|"
    rf"eight|nine|ten)\b|"
    rf"(?:\d ?%|\bper cent\b|\b(?:half|a third|two thirds|a quarter|three quarters) (?:of|had|"
    rf"were))[^.]{{0,60}}\b{_THINGS}\b"
)
_SAME = re.compile(
    r"\bsame (?:\w+ )?(?:happens|happened|is true|was true|is so|applies|thing|pattern|picture)\b|\bhow (?:it|this|"
    r"things) (?:is|are) done\b|"
    r"\bnot (?:only|just|peculiar|confined|limited) (?:to )?(?:this|the one|one) (?:case|family|child)\b|"
    r"\bmany (?:families|children)\b|"
    r"\bnot (?:unusual|uncommon)\b"
)
"""What was true here is true elsewhere."""
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)(?: \d{4})?\b"
)
YEAR = 5
_NOT_LOOKED = re.compile(
    r"\b(?:beyond|outside) (?:the|our|my|its) (?:scope|remit|terms)|\b(?:did|have|has) not (?:look|looked|examine|"
    r"examined|seek|done so)|"
    r"\bnot (?:asked|able|been asked|been possible) to (?:look|examine|consider|extend)|\bcannot say (?:how many|"
    r"whether)|"
    r"\bcan't say (?:how many|whether)"
)
"""The review says that it did not look at others."""
OFTEN_ENOUGH, MANY_REASONS, ASKED = 0.19, 8, 2
"""Of a rapid review: reasons and questions for each statement that judges, how many there must be, and what a question counts."""
FRONT, FIRST = 300, 0.02
"""Characters, and most of its share, in which a report says who publishes it."""
WIDER = ("wider", "wider_counted")
FEW, FEWEST = 5, 3
"""Strong reasons, or questions why, that a review needs however short it is."""


@reads("RR11")
def asks_why(review: Review) -> Finding:
    """Reasons, and questions why, counted among the statements that judge: many is yes, a few in a short review is partly."""
    judged = [unit for unit in review.judging if _judges(review, unit)]
    reasons = [unit for unit in judged if REASON.search(review.said(unit))]
    strong = [unit for unit in judged if review.has(unit, "why")]
    again = [unit for unit in judged if _asks_again(review, unit)]
    asked = [unit for unit in review.units if _asks_why(review, unit)]
    share = (len(reasons) + len(strong) + len(again)) / max(1, len(judged))
    counted = len(reasons) + ASKED * len(asked) + len(again)
    explains = share >= OFTEN_ENOUGH and counted >= MANY_REASONS
    begins = (share >= OFTEN_ENOUGH and counted >= FEWEST) or counted >= MANY_REASONS
    answer = Answer.YES if explains else Answer.PARTLY if begins else Answer.NO
    return Finding(answer, review.quoted([*asked[:2], *again[:1], *strong, *reasons]))


def _asks_why(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    return said.rstrip(" *_\t").endswith("?") and re.search(r"\bwhy\b", said) is not None and len(said.split()) > 1


@reads("LR10")
def why(review: Review) -> Finding:
    """Reasons throughout, some of them in the system around people, and again reasons behind them."""
    judged = [unit for unit in review.judging if _judges(review, unit)]
    loose = [unit for unit in judged if REASON.search(review.said(unit)) or _SOURCE.search(review.said(unit))]
    strong = [unit for unit in judged if review.has(unit, "why")]
    systemic = [unit for unit in loose if SYSTEM.search(review.said(unit))]
    again = [unit for unit in judged if _asks_again(review, unit)]
    asked = FEW - FEWEST if _has_part_on_why(review, loose) else 0
    full = len(loose) + len(strong) + len(again) >= MUCH * len(judged) and (
        len({*strong, *again}) + asked >= FEW or len(loose) >= MANY
    )
    questions = [unit for unit in judged if _asks_why(review, unit)]
    full = full or (len(loose) >= MANY and bool(questions)) or _is_dense(review, judged, loose)
    explains = full and bool(systemic or questions or len(again) > 1)
    dense = len(loose) >= FEWEST and len(loose) >= DENSE * len(judged)
    begins = (
        dense or len(loose) >= MANY or len(strong) >= max(FEWEST + 1, SOME * len(judged)) or len(systemic) >= FEWEST
    )
    answer = Answer.YES if explains else Answer.PARTLY if begins else Answer.NO
    return Finding(answer, review.quoted([*again[:2], *systemic, *strong]))


def _is_dense(review: Review, judged: list[Unit], loose: list[Unit]) -> bool:
    """A short review whose analysis gives a reason in every third sentence, some of them in the system."""
    inside = {unit for unit in judged if not review.topics_at(unit.start) & NARRATIVE}
    reasons = [unit for unit in loose if unit in inside]
    systemic = [unit for unit in reasons if SYSTEM.search(review.said(unit))]
    return len(reasons) > FEW and 3 * len(reasons) >= len(inside) and len(systemic) > 1


def _has_part_on_why(review: Review, reasons: list[Unit]) -> bool:
    """A part with “why” in its heading that gives at least two reasons."""
    parts = [one for one in review.sections if "why" in one.title.split()]
    return any(sum(part.start <= unit.start < part.end for unit in reasons) > 1 for part in parts)


def _judges(review: Review, unit: Unit) -> bool:
    """A sentence of some length about practice, not about the review's own course."""
    listed = bool(review.document.blocks[unit.block].rows)
    return len(review.said(unit).split()) >= 6 and not listed and not _own_course(review, unit)


def _asks_again(review: Review, unit: Unit) -> bool:
    return review.has(unit, "why_again") or "why " in review.said(unit)


def _own_course(review: Review, unit: Unit) -> bool:
    """Whether it speaks of the review itself."""
    topics = review.topics_at(unit.start)
    return bool(topics & OWN_COURSE) and not topics & {"analysis", "learning"}


@reads("LR11")
def wider(review: Review) -> Finding:
    """Yes: looked at other children, records or figures, and says what was found. Partly: says in passing that it is wider, or
    gives a figure and looks no further. No: the one case."""
    found = [unit for unit in review.judging if not _is_elsewhere(review, unit)]
    outside = [unit for unit in found if not review.topics_at(unit.start) & (OWN_COURSE - {"method", "key_questions"})]
    refused = [unit for unit in found if _says_not_looked(review, unit)]
    counted = [unit for unit in outside if _counts_others(review, unit)]
    told = [
        unit
        for unit in outside
        if (review.has(unit, "wider") or _SAME.search(review.said(unit))) and unit not in refused
    ]
    if refused:
        answer = Answer.PARTLY if [unit for unit in counted if unit not in refused] or len(counted) > 1 else Answer.NO
        return Finding(answer, review.quoted([*counted, *refused]))
    return Finding(graded(len({*told, *counted}) + len(counted), 2, 1), review.quoted([*counted, *told]))


def _counts_others(review: Review, unit: Unit) -> bool:
    """Others are counted; a date or a caseload counts nobody."""
    said = _DAY.sub("", review.said(unit))
    if "caseload" in said:
        return False
    hits = review.marks_in(unit, "wider_counted")
    marked = any(not _DAY.search(review.small[hit.start : hit.end + YEAR]) for hit in hits)
    return marked or bool(_COUNTED.search(said) or _SHARE.search(said))


def _says_not_looked(review: Review, unit: Unit) -> bool:
    """It did not look at others: what has not been looked at is told there."""
    said = review.said(unit)
    return bool(_NOT_LOOKED.search(said)) and bool(
        re.search(r"\b(?:others?|their|cases|records|files|how many)\b", said)
    )


def _is_elsewhere(review: Review, unit: Unit) -> bool:
    """In a part about earlier reviews, or a row of a table."""
    return "earlier" in review.topics_at(unit.start) or bool(review.document.blocks[unit.block].rows)


_BOARD = re.compile(r"(?:the )?boards?")
"""Also the board that publishes the review."""


_SENIOR = re.compile(
    r"\b(?:service|clinical|strategic) leads?\b|\bheads of \w+|\bthose (?:in charge|at the top)\b|\bcabinet members?\b"
)


@reads("LR12")
def leaders(review: Review) -> Finding:
    """Yes: what part leaders and senior managers had in what happened is told, and more than once or with something that they are
    asked. Partly: one or the other. No: neither; that a board publishes, regrets or monitors is nothing of it."""
    asked_for = [one.said for one in review.recommendations]
    spoken = [
        unit
        for unit in review.judging
        if _speaks_of_leaders(review, unit) and not any(one.start <= unit.start < one.end for one in asked_for)
    ]
    told = [unit for unit in spoken if len(review.said(unit).split()) >= FEW and not _own_course(review, unit)]
    asked = [
        one
        for one in review.recommendations
        if "who" in one.parts and _is_leader(review, one.parts["who"].start, one.parts["who"].end)
    ]
    score = 2 * len(told) + min(2, len(asked))
    return Finding(graded(score, 4, 1), (*review.quoted(told, 3), *(one.parts["who"] for one in asked[:2])))


def _speaks_of_leaders(review: Review, unit: Unit) -> bool:
    if review.has(unit, "action_plan") or unit.start < min(FRONT, FIRST * len(review.text)):
        return False
    return _names_leader(review, unit)


def _names_leader(review: Review, unit: Unit) -> bool:
    if _SENIOR.search(review.said(unit)):
        return True
    return any(not _BOARD.fullmatch(review.small[hit.start : hit.end]) for hit in review.marks_in(unit, "leaders"))


def _is_leader(review: Review, start: int, end: int) -> bool:
    return _names_leader(review, Unit(start, end, 0))
