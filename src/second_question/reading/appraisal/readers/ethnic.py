"""Ethnicity, culture and identity: given for the child, for the family, and thought about (R5, A6)."""

import re

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.marking import Hit
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

CHILD = "child"
FAMILY = ("mother", "father", "other_man", "sibling", "relative", "parent", "family")


MANY_WEIGHED = 4
"""Statements that weigh culture from which on it is considered though some of it is left for later."""
_LEFT_FOR_LATER = re.compile(
    r"\b(?:(?:more|further) work|needs? (?:looking|exploring|to be explored)|(?:look|looked) at (?:this|it)\b|"
    r"(?:to be|not (?:yet )?(?:been )?) ?explored|"
    r"(?:did|have|was|were) not (?:ask|asked|consider|considered)\b)"
)
NEAR = 24
"""Characters around the name of a group that tell whether it is that of a language."""
_SPOKEN_BEFORE = re.compile(
    r"\b(?:in|into|speak\w*|spoke|spoken|fluent|reads?|written|understands?|from|some|little) $"
)
_SPOKEN_AFTER = re.compile(
    r"[ -](?:speak\w*|interpret\w*|translat\w*|language|letters?|shops?|bakery|food|church|school|lessons|class|"
    r"consulate|embassy)\b"
    r"|(?: and \w+)? (?:is|are|was|were) (?:also )?spoken"
)
_BESIDE = re.compile(r"(?: and (?:[a-z]+ ){1,2}[a-z]+)? \((?:his |her |their |the )?(?P<who>mother|mum|father|dad)\)")
"""“White British (mother)”: whose it is, right behind it."""
_WOMEN = ("mother", "mum")
FEW_WORDS = 30
"""Words of a part on culture that says more than its heading."""
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
    hits = [(hit, review.unit_at(hit.start)) for hit in review.named("ethnic_value") if not _is_language(review, hit)]
    return [(unit, _whose(review, hit, unit)) for hit, unit in hits if unit is not None]


def _is_language(review: Review, hit: Hit) -> bool:
    """“In Polish”, “a Polish interpreter”: what is spoken, not who somebody is."""
    before, after = review.small[max(0, hit.start - NEAR) : hit.start], review.small[hit.end : hit.end + NEAR]
    return bool(_SPOKEN_BEFORE.search(before) or _SPOKEN_AFTER.match(after))


def _not_given(review: Review, labelled: list[Unit]) -> Finding:
    return Finding(Answer.NO, review.quoted(labelled or review.with_marks("ethnic_label"), 2))


def _whose(review: Review, hit: Hit, unit: Unit) -> frozenset[str]:
    """Whose group it is: by the table that it stands in, else by the person named last before it in the same statement."""
    beside = _BESIDE.match(review.small, hit.end)
    if beside:
        return frozenset({"mother" if beside["who"] in _WOMEN else "father"})
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
    named = [(mark.start, who) for who in (*FAMILY, CHILD) if who != "family" for mark in review.marks_in(unit, who)]
    return frozenset({min(named)[1]} if named else ())


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


@reads("RR14")
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


_MEANS = re.compile(
    r"\b(?:assum\w+|stereotyp\w*|adultif\w*|bias\w*|racis\w*|prejudic\w*|discriminat\w*|stigma\w*|expect(?:ed|s)?|"
    r"imagined|because|"
    r"(?:read|seen|felt|thought|taken|treated|recorded|viewed|understood|interpreted|perceived|labelled) (?:as|to be)|"
    r"shap(?:ed|es)|mattered?|"
    r"influenc\w+|"
    r"affect\w+|more (?:likely|nervous|than)|less (?:likely|than)|twice|would have been|had (?:she|he|they) been|"
    r"not at all|"
    r"sign of|taken for|avoided|offence|attended to|no right to|what (?:\w+ ){0,5}(?:meant|means)|asked (?:for|"
    r"about|whether)|used to)\b|[\u201c\"]"
)
"""Something is made of who somebody is: how others saw or treated them, or what it meant."""
_BIAS = re.compile(
    r"\badultif\w+|\bracis\w+|\bracial\w*|\bstereotyp\w+|\bunconscious bias\b|\bxenophob\w+|\bislamophob\w+"
)
_GAP = re.compile(
    r"\b(?:not|never|nor) (?:\w+ )?(?:explored|recorded|considered|known|asked|clear|stated|given|evident)\b|"
    r"\bunknown\b|\blittle curiosity\b|"
    r"\bno (?:record|evidence|cultural|information|reference|mention|issues)\b"
)
"""Only that it was not thought about."""


@reads("LR13")
def weighed(review: Review) -> Finding:
    """Yes: what ethnicity, culture, faith, class or identity meant here is weighed, in at least two statements or in a part of
    its own. Partly: given, or said to be unexplored, and no more. No: nothing, or only that there were no issues."""
    told = [unit for unit in review.with_marks("culture", "ethnic_value", "ethnic_label") if _is_prose(review, unit)]
    meant = [unit for unit in told if review.has(unit, "ethnic_value") or not _denies(review, unit)]
    meant += [
        unit
        for unit in review.units
        if _BIAS.search(review.said(unit)) and unit not in meant and _is_prose(review, unit)
    ]
    meant += [one for one in map(review.after, meant) if one is not None and one not in meant and _goes_on(review, one)]
    made = [unit for unit in meant if _MEANS.search(review.said(unit)) and not _GAP.search(review.said(unit))]
    poor = [unit for unit in review.with_marks("poverty") if _is_prose(review, unit)]
    places = [place for place in review.about("culture") if review.count([place]) >= FEW_WORDS]
    if len(made) > 1 or (made and (places or (len(poor) > 1 and len(meant) > 1))):
        return Finding(Answer.YES, review.quoted([*made, *meant]))
    gaps = [unit for unit in told if _GAP.search(review.said(unit)) and not _denies(review, unit)]
    some = [*made, *meant, *gaps, *poor]
    return Finding(Answer.PARTLY if some else Answer.NO, review.quoted(some or told))


def _goes_on(review: Review, unit: Unit) -> bool:
    """Whether it says more of what the sentence before it in the same paragraph said."""
    before = review.units[review.position_of(unit) - 1]
    return before.block == unit.block and _is_prose(review, unit)
