"""Learning and recommendations of a local review: apart, and each with who, how, outcome and measure (L10, F4, L16)."""

import re

from second_question.documents.document import Span
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.review import Review
from second_question.reading.recommendations import words
from second_question.reading.recommendations.tables import columns

_ASKS_FOR_PLAN = re.compile(
    r"\b(?:draw(?:n|ing)? up|develop(?:ed)?|prepar(?:e|ed)|writ(?:e|ten)|produc(?:e|ed)|"
    r"submit(?:ted)?) (?:\w+ ){0,3}plans?\b[^.]*"
    r"\b(?:response|recommendations?|above|review|findings|learning)\b"
)
"""Plans are to be made for what is recommended."""
_SUBJECT = re.compile(
    r"\W*(?:(?:recommendation )?\d+[.:)]?\s*)?(?:[Tt]hat )?"
    r"(?!(?:It|This|There|These|That|Those|Each|Any|All|No|Where|When|If|Children|Families|Recommendation)\b)"
    r"(?:[Tt]he )?[A-Z][^.;:?\n]{1,80}? (?:should|must|will|shall|needs? to|(?:is|are) (?:asked )?to)\b(?! (?:be|have)\b)"
)
"""A name, as a subject that is to act: also one that no list of agencies knows."""
NEARLY_ALL = 0.9
"""Of the recommendations: one in a long list may lack a part."""


def _each_says(part: str, review: Review, also: re.Pattern[str] | None = None) -> Finding:
    """All recommendations say it, some do, or none does. `also` is another way of saying it in a recommendation."""
    recommended = review.recommendations
    if not recommended:
        return Finding(Answer.NO)
    shown = [one.parts.get(part) or (one.said if also and also.match(one.said.text) else None) for one in recommended]
    saying = [place for place in shown if place is not None]
    lacking = [one.said for one, place in zip(recommended, shown, strict=True) if place is None]
    share = len(saying) / len(recommended)
    answer = Answer.YES if share >= NEARLY_ALL else Answer.PARTLY if saying else Answer.NO
    return Finding(answer, (*saying[:2], *lacking[:2]))


@reads("LR16")
def who_acts(review: Review) -> Finding:
    """Each names who acts."""
    return _each_says("who", review, _SUBJECT)


@reads("LR17")
def how_it_comes_about(review: Review) -> Finding:
    """Each says how the change is to come about."""
    return _each_says("how", review)


@reads("LR18")
def intended_outcome(review: Review) -> Finding:
    """Each says what is meant to come of it."""
    return _each_says("outcome", review)


@reads("LR19")
def measure(review: Review) -> Finding:
    """Each says how its effect will be measured."""
    return _each_says("measure", review)


@reads("LR15")
def learning_apart(review: Review) -> Finding:
    """Learning points set out as such, in another place than recommendations."""
    points, recommended = review.learning_points, review.recommendations
    sections = review.about("learning")
    mixed = [one for one in sections if "recommendations" in one.topics]
    if points and recommended and not mixed and not _overlap(review):
        return Finding(Answer.YES, (points[0].said, recommended[0].said))
    some = points or sections or recommended
    shown = [one.said for one in points[:2]] or [one.said for one in recommended[:1]]
    return Finding(Answer.PARTLY if some and (points or sections) else Answer.NO, tuple(shown))


def _overlap(review: Review) -> bool:
    """A recommendation within a learning point."""
    places = [(point.said.start, point.said.end) for point in review.learning_points]
    inside = any(start <= one.said.start < end for one in review.recommendations for start, end in places)
    return inside or any(words.INLINE.search(review.small, *place) for place in places)


@reads("LR21")
def action_plan(review: Review) -> Finding:
    """A plan of actions: a table with who and when, or a part that is called one."""
    tables = [table for table in review.tables if {"what", "who", "by_when"} <= set(columns(review, table).values())]
    places = review.about("action_plan")
    told = review.with_marks("action_plan")
    told = told or [unit for unit in review.units if _ASKS_FOR_PLAN.search(review.said(unit))]
    taken = [table for table in review.tables if any("action" in review.said(cell) for cell in table.rows[0])]
    if tables or (places and any(one.start <= table.start < one.end for one in places for table in review.tables)):
        return Finding(
            Answer.YES,
            review.quoted(review.within([*(Span(one.start, one.end) for one in tables[:1]), *places[:1]]), 2),
        )
    return Finding(
        Answer.PARTLY if places or told or taken else Answer.NO,
        review.quoted(told or review.within(places) or taken, 2),
    )
