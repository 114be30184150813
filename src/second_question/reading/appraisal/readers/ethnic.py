"""Ethnicity, culture and identity: given for the child, for the family, and thought about (R5, A6)."""

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.marking import Hit
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

FAMILY = ("mother", "father", "other_man", "sibling", "relative", "parent", "family")


MENTIONED = 0.5
"""What a statement counts that mentions culture or ethnicity and makes nothing of it."""


@reads("RR04")
def of_child(review: Review) -> Finding:
    """The child's ethnicity as a value; that it is not known is no answer to it."""
    given = [
        unit
        for hit in review.named("ethnic_value")
        if (unit := review.unit_at(hit.start)) and _whose(review, hit, unit) != "family"
    ]
    if given:
        return Finding(Answer.YES, review.quoted(given, 2))
    return _not_given(review, [unit for unit in review.with_marks("ethnic_label") if not review.has(unit, *FAMILY)])


@reads("RR05")
def of_family(review: Review) -> Finding:
    """The ethnicity of at least the parents; of one of them is partly."""
    units = [
        unit
        for hit in review.named("ethnic_value")
        if (unit := review.unit_at(hit.start)) and _whose(review, hit, unit) != "child"
    ]
    who = {kin for unit in units for kin in FAMILY if review.has(unit, kin)}
    if len(who - {"sibling"}) >= 2 or who & {"family", "parent"}:
        return Finding(Answer.YES, review.quoted(units))
    if who:
        return Finding(Answer.PARTLY, review.quoted(units))
    return _not_given(review, [unit for unit in review.with_marks("ethnic_label") if review.has(unit, *FAMILY)])


def _not_given(review: Review, labelled: list[Unit]) -> Finding:
    return Finding(Answer.NO, review.quoted(labelled or review.with_marks("ethnic_label"), 2))


def _whose(review: Review, hit: Hit, unit: Unit) -> str:
    """Whether a group names the child's, the family's or both, by the person named last before it in the same statement."""
    heading = _column_heading(review, hit, unit)
    before = [
        (place.start, "family") for kin in FAMILY for place in review.marks_in(Unit(unit.start, hit.start, 0), kin)
    ]
    before += [(place.start, "child") for place in review.marks_in(Unit(unit.start, hit.start, 0), "child")]
    said = review.small[unit.start : hit.start]
    before += [(unit.start + said.rfind(name), "child") for name in review.child_names if name in said]
    after = [kin for kin in FAMILY if review.marks_in(Unit(hit.end, unit.end, 0), kin)]
    if heading or (heading := _table_of_one(review, hit, unit)):
        return heading
    if before:
        return max(before)[1]
    return "both" if "family" in after else "family" if after and "family" in review.topics_at(unit.start) else "child"


def _table_of_one(review: Review, hit: Hit, unit: Unit) -> str:
    """In a table about one person, with a row for each question: who that is, by the row of the relationship."""
    block = review.document.blocks[unit.block]
    if not block.rows or not review.marks_in(Unit(unit.start, hit.start, 0), "ethnic_label"):
        return ""
    before = review.within([Unit(block.start, hit.start, 0)])
    if any(review.has(row, "relationship") and review.has(row, *FAMILY) for row in before):
        return "family"
    topics = review.topics_at(block.start)
    return "family" if "family" in topics and "child" not in topics else "child" if "child" in topics else ""


def _column_heading(review: Review, hit: Hit, unit: Unit) -> str:
    """In a table with a column for each person: whose column it is."""
    block = review.document.blocks[unit.block]
    if len(block.rows) < 2:
        return ""
    row = next((row for row in block.rows if row[0].start <= hit.start <= row[-1].end), block.rows[0])
    at = next((at for at, cell in enumerate(row) if cell.start <= hit.start <= cell.end), 0)
    head = block.rows[0][at] if at < len(block.rows[0]) else block.rows[0][0]
    if row is block.rows[0]:
        return ""
    place = Unit(head.start, head.end, 0)
    return "family" if review.has(place, *FAMILY) else "child" if review.has(place, "child") else ""


@reads("RR14", "LR13")
def considered(review: Review) -> Finding:
    """Culture, identity and inequality thought about: what they meant here, not only a box filled in."""
    told = [unit for unit in review.with_marks("culture", "ethnic_value", "ethnic_label") if _is_prose(review, unit)]
    denied = [unit for unit in told if review.has(unit, "not_told") or _denies(review, unit)]
    weighed = [unit for unit in told if unit not in denied and _weighs(review, unit)]
    places = [place for place in review.about("culture") if review.count([place]) >= 30]
    mentioned = len([unit for unit in told if unit not in denied and unit not in weighed])
    score = len(weighed) + bool(places and weighed) + MENTIONED * mentioned
    return Finding(graded(score, 2, 0.5), review.quoted(weighed or told))


def _is_prose(review: Review, unit: Unit) -> bool:
    topics = review.topics_at(unit.start)
    listed = bool(review.document.blocks[unit.block].rows)
    return not listed and not topics & {"aside", "participants"} and len(review.said(unit).split()) >= 6


def _weighs(review: Review, unit: Unit) -> bool:
    return review.has(unit, "culture") and (
        review.has(unit, "considered", "why", "said", "took_part", "wider")
        or bool(review.topics_at(unit.start) & {"culture", "analysis", "learning", "voice"})
    )


def _denies(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    return any(
        words in said
        for words in (
            "did not identify any",
            "no issues",
            "no specific",
            "not a factor",
            "not relevant",
            "no evidence that",
        )
    )
