"""What a rapid review decides, on what grounds, and what is learned and passed on (R2, R10, R11)."""

import re

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

_NOT_DECIDED = re.compile(
    r"\b(?:could not|not been able to|unable to|did not|not yet) (?:reach|reached|make|take|come to) (?:a |"
    r"any )?(?:\w+ )?decision\b"
    r"|\bno decision (?:was|has|could|is)\b|\bdecision (?:is|was|has been|will be) (?:deferred|postponed|taken (?:on|"
    r"at|when)|awaited)\b"
)
_TEAM = re.compile(r"\b(?:teams?|workforce|practices|networks?|services|everyone|both trusts)\b")
SPREADS = ("spread", "spread_by")
A_FEW = 3
"""Sentences about an earlier review from which on it is looked at, not only named."""
IN_PLACE = frozenset({"decision", "further", "summary"})


def _decisions(review: Review) -> list[Unit]:
    """Statements that say whether the criteria are met or whether there will be a local review."""
    return [unit for unit in review.with_marks("decided", "criteria", "met", "local_review") if _decides(review, unit)]


def _decides(review: Review, unit: Unit) -> bool:
    topics = review.topics_at(unit.start)
    if "aside" in topics or (review.has(unit, "earlier") and "decision" not in topics):
        return False
    if _is_answered(review, unit):
        return True
    on_review = review.has(unit, "decided") and review.has(unit, "local_review", "no_review")
    on_criteria = review.has(unit, "criteria") and review.has(unit, "met", "decided", "no_review")
    return on_review or on_criteria


def _is_answered(review: Review, unit: Unit) -> bool:
    """A question about the criteria or a local review, with a plain yes or no after it."""
    return _plain_answer(review, unit).startswith(("yes", "no", "met", "not met"))


def _answered_no(review: Review, unit: Unit) -> bool:
    return _plain_answer(review, unit).startswith(("no", "not"))


def _plain_answer(review: Review, unit: Unit) -> str:
    """What follows such a question; nothing where it is none. In a table it is the next cell."""
    said, tab, cell = review.said(unit).partition("\t")
    if not said.rstrip(" *_").endswith("?") or not review.has(unit, "criteria", "local_review"):
        return ""
    following = review.after(unit)
    answer = cell if tab or following is None else review.said(following)
    return answer.lstrip(" *_\t")


@reads("RR15")
def decision(review: Review) -> Finding:
    """A decision on the criteria that says yes or no."""
    found = _decisions(review)
    firm = [unit for unit in found if review.has(unit, "decided", "met", "no_review") or _is_answered(review, unit)]
    unsure = [unit for unit in found if _is_unsure(review, unit)]
    if any(_NOT_DECIDED.search(review.said(unit)) for unit in review.within(review.about("decision"))):
        return Finding(Answer.NO, review.quoted(unsure or found, 2))
    places = review.about("decision")
    if firm and len(unsure) < len(firm):
        return Finding(Answer.YES, review.quoted([unit for unit in firm if unit not in unsure], 3))
    return Finding(
        Answer.PARTLY if found or (places and unsure) else Answer.NO, review.quoted(found or review.within(places), 2)
    )


def _is_unsure(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    return any(
        words in said
        for words in (
            "to be decided",
            "will be considered",
            "further discussion",
            "not yet",
            "may wish",
            "pending",
            "will await",
            "minded to",
            "before they decide",
            "deferred",
            "unclear",
        )
    )


@reads("RR16")
def grounds(review: Review) -> Finding:
    """Why the criteria are or are not met: reasons in the part that decides, or a criterion at a time."""
    places = review.about("decision")
    inside = [unit for unit in review.within(places) if len(review.said(unit).split()) >= 5]
    reasons = [
        unit for unit in inside if review.has(unit, "why", "further", "earlier") and not review.has(unit, "questions")
    ]
    weighed = [
        unit for unit in inside if review.has(unit, "met", "criteria") and review.document.blocks[unit.block].rows
    ]
    others = [unit for unit in _decisions(review) if review.has(unit, "why") or _goes_on(review, unit)]
    found = list(dict.fromkeys([*weighed, *others, *reasons]))
    return Finding(graded(len(found) + len(others), 2, 1), review.quoted(found) or review.quoted(inside, 1))


def _goes_on(review: Review, unit: Unit) -> bool:
    """After “are met:” come the grounds."""
    _, colon, rest = review.said(unit).partition(": ")
    return bool(colon) and len(rest.split()) >= A_FEW * 2


@reads("RR18")
def immediate_learning(review: Review) -> Finding:
    """What was learned already, set out as such; actions alone are part of it."""
    points = [point.said for point in review.learning_points]
    units = [unit for unit in review.with_marks("learning") if review.has(unit, "immediate")]
    places = [place for place in review.about("learning") if review.count([place]) >= 25]
    told = [
        unit for unit in review.within(places) if len(review.said(unit).split()) >= 5 and not review.has(unit, *SPREADS)
    ]
    score = max(len(points), len(told) >= 2) + len(units) + 2 * bool(places)
    return Finding(graded(score, 3, 1), (*points[:3], *review.quoted(units or review.within(places), 2)))


@reads("RR19")
def spread(review: Review) -> Finding:
    """How the learning is passed on: by which means, to whom; two means are a plan."""
    places = review.about("spread")
    inside = [unit for unit in review.within(places) if review.has(unit, *SPREADS)]
    others = [unit for unit in review.with_marks(*SPREADS) if _is_of_learning(review, unit) and _is_ahead(review, unit)]
    found = list(dict.fromkeys([*inside, *others]))
    means = sum(len(review.marks_in(unit, "spread")) for unit in found)
    to_whom = any(
        review.has(unit, "practitioner", "agency.", "job") or _TEAM.search(review.said(unit)) for unit in found
    )
    answer = graded(means + to_whom, 2, 1) if means else Answer.PARTLY if found else Answer.NO
    return Finding(answer, review.quoted(found) or review.quoted(review.within(places), 1))


def _is_of_learning(review: Review, unit: Unit) -> bool:
    """About the learning, or about changes in the part that tells them."""
    in_place = review.topics_at(unit.start) & {"learning", "immediate"}
    return review.has(unit, "learning") or bool(in_place and review.has(unit, "agency.", "practitioner", "leaders"))


def _is_ahead(review: Review, unit: Unit) -> bool:
    """About this review's learning, not that of an earlier one or the aside of a method."""
    return not review.topics_at(unit.start) & {"earlier", "aside", "method"} and not review.has(unit, "earlier")


@reads("RR20")
def further_learning(review: Review) -> Finding:
    """What could still be learned; when a local review is proposed, the questions it would answer."""
    proposed = _proposes_review(review)
    places = review.about("further")
    questions = [unit for unit in review.within(places) if review.said(unit).rstrip().endswith("?")]
    told = [
        unit
        for unit in review.with_marks("further", "questions")
        if _is_ahead(review, unit) or review.has(unit, "further")
    ]
    told = [
        unit for unit in told if review.topics_at(unit.start) & IN_PLACE or review.has(unit, "local_review", "learning")
    ]
    if proposed:
        questions = questions or [
            unit for unit in review.within(review.about("decision")) if review.said(unit).endswith("?")
        ]
        score = len(questions) + bool(told) + bool(places and review.within(places))
        return Finding(graded(score, 3, 1), review.quoted([*questions, *told]))
    score = len(told) + len(questions) + bool(places) + any(review.topics_at(unit.start) & IN_PLACE for unit in told)
    hinted = review.with_marks("further") if not score else []
    return Finding(graded(score + bool(hinted), 2, 1), review.quoted([*told, *questions, *hinted]))


def _proposes_review(review: Review) -> bool:
    decided = [
        unit for unit in _decisions(review) if review.has(unit, "local_review") and not _answered_no(review, unit)
    ]
    return bool(decided) and not any(review.has(unit, "no_review") for unit in decided)


@reads("RR21")
def earlier_reviews(review: Review) -> Finding:
    """Whether this was learned before; and what became of it."""
    places = review.about("earlier")
    told = [unit for unit in review.with_marks("earlier") if "aside" not in review.topics_at(unit.start)]
    inside = review.within(places)
    after = [unit for unit in map(review.after, told) if unit is not None and review.has(unit, "became")]
    became = [unit for unit in {*told, *inside, *after} if review.has(unit, "became", "why")]
    score = len(told) + bool(inside) + (len(inside) >= A_FEW) + 2 * bool(became and told)
    shown = sorted({*told, *became}, key=lambda unit: unit.start)
    return Finding(graded(score, 3, 1), review.quoted(shown or inside))
