"""What a rapid review has learned already, how that is passed on, and whether it was learned before (R2, R11)."""

import re

from second_question.documents.document import BlockKind, Span
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.naming import PERSON
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

STATEMENT = 6
"""Words from which on something is said; a shorter line only names a matter."""
LOOKED_AT = 3
"""Statements about an earlier review from which on it is looked at, not only named."""

_LEARNED = re.compile(r"\b(?:learn(?:ed|t|ing)?|lessons?)\b")
_AT_ONCE = re.compile(
    r"\b(?:straight ?away|at once|immediate(?:ly)?|already|now|since|from (?:today|monday|\d{1,2} \w+))\b"
)
_PASSES_ON = re.compile(
    r"\b(?:shar(?:e|ed|ing)|disseminat\w+|cascad\w+|circulat\w+|communicat\w+|spread|brief(?:ed|ing)?|present(?:ed|"
    r"ing)?|told|tell|"
    r"hear|heard|publish\w*|sent|send|goes? to|go (?:out )?to|taken? to|passed (?:on|to)|pass(?:ing)? (?:this|it|"
    r"them) on|discussed|"
    r"shown|explained|read out)\b"
)
_MEANS = re.compile(
    r"\b(?:briefings?|brief|bulletins?|newsletters?|(?:learning|practice|training|staff|multi-agency|practitioner) "
    r"(?:events?|weeks?|days?)|workshops?|sessions?|forums?|rounds?|meetings?|conferences?|webinars?|films?|videos?|"
    r"posters?|leaflets?|"
    r"notes?|cards?|parades?|clusters?|networks?|hand-?overs?|podcasts?|website|intranet|e-?mails?|inductions?|supervision|"
    r"away days?|half-page|one-page|seven-minute|roadshows?|lunch(?:time)?s?|alerts?|letters? to|groups?|huddles?|slides?|"
    r"in person|teams)\b"
)
_WHEN = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|"
    r"friday|(?:next|this|within|each|every|for|in) (?:\w+ )?(?:weeks?|months?|fortnight|term|half-term|year)|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|"
    r"\d{1,2}(?:st|nd|rd|th))\b"
)
_TO_WHOM = re.compile(
    r"\b(?:staff|teams?|practitioners?|professionals?|workforce|shifts?|stations?|schools?|heads?|head ?teachers?|"
    r"nurses?|midwives|"
    r"doctors?|gps?|clerks?|workers?|officers?|managers?|surger(?:y|ies)|practices|colleagues|every(?:one|body)?|all|services|"
    r"agencies|partners|wards?|governors|foster carers|volunteers)\b"
)
_MADE_FOR_IT = re.compile(
    r"\b(?:newsletters?|bulletins?|briefings?|briefed|seven-minute|forums?|films?|webinars?|workshops?|parades?|learning events?|"
    r"podcasts?|posters?|practice notes?|alerts?|roadshows?|circulated)\b"
)
_TOLD_TO_ALL = re.compile(
    r"\b(?:tell|told|write to|send|sent|email|brief|explained to|hear)\b.{0,60}\b(?:all|every|each)\b"
)
_AHEAD = re.compile(r"\b(?:will|shall|to be|from)\b|'ll\b")
_OWN = re.compile(r"\b(?:this|these|them|changes|it|story|messages?|findings)\b")
_OF_ACTIONS = frozenset({"immediate", "action_plan", "recommendations", "learning", "spread"})
_REMINDER = re.compile(r"\b(?:remind\w*|(?:further )?training)\b")
_EARLIER = re.compile(
    r"\b(?:reviews?|audits?|inspections?|inquir(?:y|ies)|recommendations?|actions?)\b[^.;\n]{0,40}?\b((?:19|20)\d\d)\b"
    r"|\b((?:19|20)\d\d)\b[^.;\n]{0,40}?\b(?:reviews?|audits?|inspections?|inquir(?:y|ies)|recommendations?|recommended)\b"
)
_NAMED_REVIEW = re.compile(
    r"\b(?:reviews?|audit) (?:of|about|into|on|concerning) (?:the case of )?(?:child|baby|family|young person|infant) \w+\b"
)
_A_REVIEW = re.compile(r"\b(?:reviews?|audits?|recommend\w+|child [a-z]\b)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@reads("RR18")
def immediate_learning(review: Review) -> Finding:
    """What is learned already or changed at once: two statements is yes; one, headings or actions alone is partly."""
    told = [unit for unit in _learned(review) if len(review.said(unit).split()) >= STATEMENT]
    if len(told) >= 2:
        return Finding(Answer.YES, review.quoted(told, 4))
    named = [unit for unit in review.within(review.about("learning")) if not _is_empty(review, unit)]
    named += [unit for unit in review.with_marks("learning") if review.has(unit, "immediate")]
    actions = [
        unit for unit in review.within(review.about("action_plan")) if len(review.said(unit).split()) >= STATEMENT
    ]
    named += actions if len(actions) > 1 else []
    return Finding(Answer.PARTLY if told or named else Answer.NO, review.quoted(told or named, 3))


def _learned(review: Review) -> list[Unit]:
    """What the parts on learning say, the actions of the parts on what is done at once, and the points set out as learned."""
    inside = [unit for unit in review.within(review.about("learning")) if not _passes_on(review, unit)]
    changed = [unit for unit in review.within(review.about("immediate")) if _changes_services(review, unit)]
    said = [unit for unit in review.units if _says_what_is_learned(review, unit)]
    after = [one for unit in said for one in _rest_of_block(review, unit)]
    points = [unit for point in review.learning_points if (unit := review.unit_at(point.said.start))]
    return sorted({*inside, *changed, *said, *after, *points}, key=lambda unit: unit.start)


def _changes_services(review: Review, unit: Unit) -> bool:
    """An action in a list or table that is about how services work, not about the safety of this family."""
    block = review.document.blocks[unit.block]
    listed = block.kind is BlockKind.LIST_ITEM or bool(block.rows)
    return listed and not _names_family(review, unit) and not review.has(unit, "sibling")


def _names_family(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    return any(name in said for name in (*review.child_names, *review.sibling_names))


def _says_what_is_learned(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    aside = review.topics_at(unit.start) & {"earlier", "aside", "method", "spread", "participants", "further"}
    learned = _LEARNED.search(said) is not None and _AT_ONCE.search(said) is not None
    return learned and not aside and not said.rstrip().endswith("?") and not _is_heading(review, unit)


def _rest_of_block(review: Review, unit: Unit) -> list[Unit]:
    end = review.document.blocks[unit.block].end
    return [one for one in review.within([Span(unit.end, end)]) if not _passes_on(review, one)]


def _is_heading(review: Review, unit: Unit) -> bool:
    return review.document.blocks[unit.block].kind is BlockKind.HEADING


def _is_empty(review: Review, unit: Unit) -> bool:
    return review.said(unit).strip(" .-") in ("", "n/a", "na", "none", "nil", "tbc", "as above", "not applicable")


@reads("RR19")
def spread(review: Review) -> Finding:
    """By which means, to whom, and by whom or when is yes; a part of that is partly; to remind staff is nothing."""
    places = review.about("spread")
    inside = [unit for unit in review.within(places) if not _is_empty(review, unit)]
    found = list(dict.fromkeys([*inside, *(unit for unit in review.units if _passes_on(review, unit))]))
    whole = [unit for unit in found if _is_plan(review, unit)]
    means = [unit for unit in found if _MEANS.search(review.said(unit)) or _TO_WHOM.search(review.said(unit))]
    answer = Answer.YES if whole else Answer.PARTLY if means or len(found) > 1 else Answer.NO
    return Finding(answer, review.quoted([*whole, *found], 3))


def _passes_on(review: Review, unit: Unit) -> bool:
    """About passing on what this review has learned."""
    topics = review.topics_at(unit.start)
    said = review.said(unit)
    if topics & {"earlier", "aside", "method", "chronology", "circumstances", "agency_summaries"} or _is_heading(
        review, unit
    ):
        return False
    own = _LEARNED.search(said) or _OWN.search(said)
    in_place = topics & {"learning", "spread"} and own
    meant = _LEARNED.search(said) and (_MEANS.search(said) or _AHEAD.search(said))
    if (_PASSES_ON.search(said) and (in_place or meant)) or (meant and _MADE_FOR_IT.search(said)):
        return True
    ahead = _PASSES_ON.search(said) or _LEARNED.search(said) or _AHEAD.search(said)
    made_for_it = _MADE_FOR_IT.search(said) and ahead and not _REMINDER.search(said)
    told_to_all = _TOLD_TO_ALL.search(said) and _TO_WHOM.search(said)
    return bool(topics & _OF_ACTIONS and (made_for_it or told_to_all))


def _is_plan(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    if not (_LEARNED.search(said) or "changes" in said or review.topics_at(unit.start) & {"learning", "spread"}):
        return False
    who = PERSON.search(review.text, unit.start, unit.end) or review.has(unit, "job")
    return bool(_MEANS.search(said) and _TO_WHOM.search(said) and (_WHEN.search(said) or who))


@reads("RR21")
def earlier_reviews(review: Review) -> Finding:
    """An earlier review and what became of its learning is yes; one that is only mentioned, or looked for in vain, is partly."""
    inside = [unit for unit in review.within(review.about("earlier")) if not _is_empty(review, unit)]
    latest = max(map(int, _YEAR.findall(review.small)), default=0)
    told = [unit for unit in review.units if _is_earlier(review, unit, latest)]
    near = [one for unit in told for one in (unit, *_rest_of_block(review, unit)[:LOOKED_AT])]
    became = [unit for unit in {*near, *inside} if review.has(unit, "became")]
    looked_at = len(inside) >= LOOKED_AT and not set(told).isdisjoint(inside)
    shown = sorted({*told, *became} or {*inside}, key=lambda unit: unit.start)
    if told and (became or looked_at or len(set(near)) > LOOKED_AT):
        return Finding(Answer.YES, review.quoted(shown))
    return Finding(Answer.PARTLY if told or inside else Answer.NO, review.quoted(shown))


def _is_earlier(review: Review, unit: Unit, latest: int) -> bool:
    """It speaks of a review, an audit or a recommendation of an earlier year, or of earlier reviews in so many words."""
    if _is_heading(review, unit) or review.topics_at(unit.start) & {"aside", "chronology", "participants"}:
        return False
    said = review.said(unit)
    ahead = review.document.blocks[unit.block].rows or re.search(r"\b(?:will|would|could) be\b", said)
    if review.has(unit, "earlier") and not said.rstrip().endswith("?") and not ahead:
        return True
    if "working together" in said:
        return False
    if _NAMED_REVIEW.search(said) or ("earlier" in review.topics_at(unit.start) and _A_REVIEW.search(said)):
        return True
    years = [int(one) for found in _EARLIER.finditer(said) for one in found.groups() if one]
    return bool(years) and min(years) < latest - 1 and not review.document.blocks[unit.block].rows
