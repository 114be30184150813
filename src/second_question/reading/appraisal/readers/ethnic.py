"""Ethnicity, culture and identity: given for the child, for the family, and thought about (R5, A6)."""

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.marking import Hit
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

CHILD = "child"
FAMILY = ("mother", "father", "other_man", "sibling", "relative", "parent", "family")


MENTIONED = 0.5
"""What a statement counts that mentions culture or ethnicity and makes nothing of it."""


@reads("RR04")
def of_child(review: Review) -> Finding:
    """The child's ethnicity as a value; that it is not known is no answer to it."""
    given = [unit for unit, whose in _given(review) if CHILD in whose]
    if given:
        return Finding(Answer.YES, review.quoted(given, 2))
    return _not_given(review, [unit for unit in review.with_marks("ethnic_label") if not review.has(unit, *FAMILY)])


@reads("RR05")
def of_family(review: Review) -> Finding:
    """The ethnicity of at least the parents; of one of them is partly."""
    given = [(unit, whose - {CHILD}) for unit, whose in _given(review)]
    units = [unit for unit, whose in given if whose]
    who = frozenset[str]().union(*(whose for _, whose in given))
    if len(who - {"sibling"}) >= 2 or who & {"family", "parent"}:
        return Finding(Answer.YES, review.quoted(units))
    if who:
        return Finding(Answer.PARTLY, review.quoted(units))
    return _not_given(review, [unit for unit in review.with_marks("ethnic_label") if review.has(unit, *FAMILY)])


def _given(review: Review) -> list[tuple[Unit, frozenset[str]]]:
    """Each statement that names an ethnic group, with whose it is."""
    hits = [(hit, review.unit_at(hit.start)) for hit in review.named("ethnic_value")]
    return [(unit, _whose(review, hit, unit)) for hit, unit in hits if unit is not None]


def _not_given(review: Review, labelled: list[Unit]) -> Finding:
    return Finding(Answer.NO, review.quoted(labelled or review.with_marks("ethnic_label"), 2))


def _whose(review: Review, hit: Hit, unit: Unit) -> frozenset[str]:
    """Whose group it is: by the table that it stands in, else by the person named last before it in the same statement."""
    told = _by_column(review, hit, unit) or _by_row(review, hit, unit) or _by_table(review, hit, unit)
    if told:
        return told
    before = _people_before(review, hit, unit)
    if before:
        return frozenset({CHILD, before}) if before == "family" else frozenset({before})
    after = Unit(hit.end, unit.end, 0)
    return frozenset({CHILD, "family"}) if review.has(after, "family") else frozenset({CHILD})


def _people_before(review: Review, hit: Hit, unit: Unit) -> str:
    """The person named last before it; "" where nobody is."""
    place = Unit(unit.start, hit.start, 0)
    named = [(one.start, who) for who in (*FAMILY, CHILD) for one in review.marks_in(place, who)]
    said = review.said(place)
    named += [(unit.start + said.rfind(name), CHILD) for name in review.child_names if name in said]
    return max(named)[1] if named else ""


def _in(review: Review, place: Unit) -> frozenset[str]:
    """Who is named there."""
    return frozenset(who for who in (*FAMILY, CHILD) if review.has(place, who))


def _by_row(review: Review, hit: Hit, unit: Unit) -> frozenset[str]:
    """In a table with a row for each person: who is named in the row."""
    if not review.document.blocks[unit.block].rows or review.marks_in(Unit(unit.start, hit.start, 0), "ethnic_label"):
        return frozenset()
    return frozenset(sorted(_in(review, unit) - {"family"}, key=(*FAMILY, CHILD).index)[:1])


def _by_table(review: Review, hit: Hit, unit: Unit) -> frozenset[str]:
    """In a table about one person, with a row for each question: who that is, by the row of the relationship."""
    block = review.document.blocks[unit.block]
    if not block.rows or not review.marks_in(Unit(unit.start, hit.start, 0), "ethnic_label"):
        return frozenset()
    rows = [row for row in review.within([Unit(block.start, hit.start, 0)]) if review.has(row, "relationship")]
    told = frozenset[str]().union(*(_in(review, row) - {CHILD} for row in rows))
    topics = review.topics_at(block.start)
    return told or frozenset({"family" if "family" in topics and "child" not in topics else CHILD})


def _by_column(review: Review, hit: Hit, unit: Unit) -> frozenset[str]:
    """In a table with a column for each person: whose column it is."""
    rows = review.document.blocks[unit.block].rows
    for row in rows[1:]:
        for at, cell in enumerate(row):
            if cell.start <= hit.start < cell.end and at < len(rows[0]):
                return _in(review, Unit(rows[0][at].start, rows[0][at].end, 0))
    return frozenset()


@reads("RR14", "LR13")
def considered(review: Review) -> Finding:
    """Culture, identity and inequality thought about: what they meant here, not only a box filled in."""
    told = [unit for unit in review.with_marks("culture", "ethnic_value", "ethnic_label") if _is_prose(review, unit)]
    meant = [unit for unit in told if review.has(unit, "ethnic_value") or not _denies(review, unit)]
    weighed = [unit for unit in meant if _weighs(review, unit)]
    places = [place for place in review.about("culture") if review.count([place]) >= 30]
    mentioned = len(meant) - len(weighed)
    poor = [unit for unit in review.with_marks("poverty") if _is_prose(review, unit)]
    score = len(weighed) + bool(places and weighed) + MENTIONED * mentioned + bool(poor)
    weighed += poor[:1]
    return Finding(graded(score, 2, 0.5), review.quoted(weighed or told))


def _is_prose(review: Review, unit: Unit) -> bool:
    topics = review.topics_at(unit.start)
    listed = bool(review.document.blocks[unit.block].rows)
    return not listed and not topics & {"aside", "participants"} and len(review.said(unit).split()) >= 6


def _weighs(review: Review, unit: Unit) -> bool:
    return review.has(unit, "culture", "ethnic_value") and (
        review.has(unit, "considered", "why", "said", "took_part", "wider")
        or bool(review.topics_at(unit.start) & {"culture", "analysis", "learning", "voice"})
    )


def _denies(review: Review, unit: Unit) -> bool:
    if review.has(unit, "not_told"):
        return True
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
