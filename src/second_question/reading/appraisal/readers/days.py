"""The child's days and own words in a rapid review (A7)."""

import re

from second_question.documents.document import BlockKind
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.readers.voices import shows_child, tells_of_child
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

MANY, SOME = 4, 2
"""Statements that show the child: for yes; for partly."""
WITH_WORDS = 3
"""So many are enough where one of them is in the child's own words."""
LONG = 35
"""Words of a statement that shows as much as two."""

_QUOTED = re.compile(r"[“\"][^”\"\n]{12,}[”\"]|(?<!\w)'[^'\n]{8,}'(?!\w)")
_PRONOUN = re.compile(
    r"^(?:\W|\d)*(?:he|she|they)\b|\bdescribed (?:him|her|them)\b|\b(?:says?|said|told \w+|recalls?|"
    r"remembers?)(?: that)? (?:he|she|they) (?:wants?|wanted|lik\w+|lov\w+|was|did)\b"
)
_GROWN_UP = re.compile(
    r"(?:\W|\d)*(?:his|her|their|the|a)?\s*(?:mother|mum|father|dad|parents?|step\w+|partner|mr|mrs|ms|dr|worker|"
    r"nurse|doctor|officer|police|"
    r"teacher|visitor|midwife|uncle|aunt\w*|grand\w+|ward|hospital|school|service|agenc\w+|team)\b"
)
_ELSEWHERE = frozenset(
    {
        "men",
        "family_views",
        "practitioners",
        "participants",
        "chronology",
        "recommendations",
        "action_plan",
        "aside",
        "decision",
    }
)


@reads("RR12")
def of_child(review: Review) -> Finding:
    """What the child does, likes, says or fears: four statements, or three with own words, is yes; two is partly."""
    shown = [unit for unit in review.units if _shows(review, unit)]
    quoted = [unit for unit in shown if _QUOTED.search(review.said(unit))]
    counted = len(shown) + sum(len(review.said(unit).split()) >= LONG for unit in shown)
    full = counted >= MANY or (quoted and counted >= WITH_WORDS)
    begun = counted + len(quoted) >= SOME
    answer = Answer.YES if full else Answer.PARTLY if begun else Answer.NO
    return Finding(answer, review.quoted([*quoted[:2], *shown]) if begun else review.quoted(shown, 1))


def _shows(review: Review, unit: Unit) -> bool:
    topics = review.topics_at(unit.start)
    block = review.document.blocks[unit.block]
    said = review.said(unit)
    if topics & _ELSEWHERE or block.rows or block.kind is BlockKind.HEADING or review.has(unit, "voice_named"):
        return False
    if "voice of" in said or said.startswith("voice") or (_GROWN_UP.match(said) and not _PRONOUN.search(said)):
        return False
    own = _PRONOUN.search(said) or any(name in said for name in review.child_names)
    inside = ("voice" in topics or ("child" in topics and own)) and tells_of_child(review, unit)
    return bool(inside or shows_child(review, unit) or _goes_on_about_child(review, unit))


def _goes_on_about_child(review: Review, unit: Unit) -> bool:
    """“He said …”, in a paragraph that has spoken of the child, and not right after a sentence about a grown-up."""
    said = review.said(unit)
    if not _PRONOUN.search(said) or not (review.has(unit, "voice") or _QUOTED.search(said)):
        return False
    start = review.document.blocks[unit.block].start
    before = [
        one
        for one in review.units[max(0, review.position_of(unit) - 12) : review.position_of(unit)]
        if one.start >= start
    ]
    of_child = any(_names_child(review, one) for one in (*before, unit))
    return of_child and not (
        before and _GROWN_UP.match(review.said(before[-1])) and not _names_child(review, before[-1])
    )


def _names_child(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    return review.has(unit, "child") or any(name in said for name in review.child_names)
