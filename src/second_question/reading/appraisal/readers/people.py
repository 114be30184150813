"""Who is named and told of: agencies, participants, the child, the family, brothers and sisters, men (R2, R5, A6)."""

import re
from collections.abc import Callable, Iterable

from second_question.documents.document import Block, BlockKind, Span
from second_question.reading.appraisal import naming
from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.appraisal.sections import Section

DETAILS = ("name", "born", "age", "sex", "address", "status", "school", "number", "disability")
KIN = ("mother", "father", "other_man", "sibling", "relative", "parent")
MEN = ("father", "other_man")

MUCH_OF_MEN, SOME_OF_MEN = 65, 22
"""Words about fathers and other men: three or four sentences, and one."""
SEVERAL_JUDGED = 3
"""Statements that say what was known, asked or made of them from which on they are considered, however short."""
EARLY = 3000
"""Characters in which a review says how old the child is."""
_AGE = re.compile(r"\b\d{1,2}(?: |-)?(?:y/?o|yrs?|years? old|years? of age|months? old|weeks? old)\b|\baged \d{1,2}\b")
_MANY = ("men", "males", "men in")

_HE = re.compile(r"\b(?:he|him|his)\b")
_BOY_OR_GIRL = re.compile(r"\b(?:boy|girl)\b")
_PENDING = re.compile(
    r"\b(?:to (?:confirm|consider|check|follow)|not (?:yet|so far)|nothing to report|to be (?:confirmed|considered|seen|done)|"
    r"(?:has|have) yet to|remains to be|awaiting|tbc)\b"
)
_SETTLED = re.compile(
    r"\b(?:placed (?:with|in)|foster care|foster carers?|care order|examined|(?:was|were|been|both) seen (?:by|on|and|at)|"
    r"named (?:worker|person)|child protection plans?|safety plan)\b"
)
"""A child is seen to now."""
_DIED = re.compile(r"\b(?:died|death|passed away|killed)\b")
_SMALL = re.compile(r"[a-z]+")
_NAMED = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z'’]+(?:-[A-Z][a-z]+)?\b")


@reads("RR01")
def agencies(review: Review) -> Finding:
    """Agencies named as involved: several kinds in a list, a table or summaries of their own."""
    places = review.about("agencies", "participants", "agency_summaries")
    named = {hit.mark for place in places for hit in review.marks_in(place, "agency.")}
    anywhere = {hit.mark for hit in review.named("agency.")}
    units = [unit for unit in review.within(places) if review.has(unit, "agency.")] or review.with_marks("agency.")
    if len(named) >= 3 or len(anywhere) >= 5:
        return Finding(Answer.YES, review.quoted(units))
    return Finding(graded(len(anywhere), 99, 2), review.quoted(units))


@reads("RR03")
def child_details(review: Review) -> Finding:
    """Details by which the child is known: a name, an age or date of birth, and more."""
    places: list[Section | Span] = [
        *review.about("child", "family", "incident", "circumstances"),
        *_about_named(review),
        *_tables_of_child(review),
        *_told_with_birth(review),
    ]
    units = [
        unit
        for unit in review.within(places) or review.units[:60]
        if review.has(unit, "detail.") and _is_of_child(review, unit)
    ]
    told = {mark for unit in units if _is_told(review, unit) for mark in _details_in(review, unit)}
    named = bool(review.child_names - review.child_letters) or ("name" in told and not review.child_letters)
    named = named or any(
        review.has(unit, "detail.born") and _NAMED.search(review.text, unit.start, unit.end) for unit in units
    )
    aged = bool(told & {"born", "age"})
    others = len(told - {"name", "born", "age"})
    known = named or bool(review.child_letters) or bool(review.called_names)
    answer = graded(named + aged + (others >= 2), 3, 1)
    aged_elsewhere = [] if answer is not Answer.NO else _aged_anywhere(review)
    if answer is Answer.NO and (known or told or aged_elsewhere):
        answer = Answer.PARTLY
    shown = [unit for unit in units if _details_in(review, unit) - {"name"}]
    return Finding(answer, review.quoted(shown or aged_elsewhere or _lettered(review)))


def _lettered(review: Review) -> list[Unit]:
    """Where the child is first called by what stands for the name."""
    return [unit for unit in review.units if any(name in review.said(unit) for name in review.called_names)][:1]


def _aged_anywhere(review: Review) -> list[Unit]:
    """Where a child's age or birth is told, in no part about the child."""
    marked = [unit for unit in review.with_marks("detail.age", "detail.born") if review.has(unit, "child")]
    early = (review.unit_at(found.start()) for found in _AGE.finditer(review.small, 0, EARLY))
    return marked or [unit for unit in early if unit is not None]


def _details_in(review: Review, unit: Unit) -> set[str]:
    found = {detail for detail in DETAILS if review.has(unit, f"detail.{detail}")}
    sex = {"sex"} if review.has(unit, "detail.sex_value") or _BOY_OR_GIRL.search(review.said(unit)) else set()
    return found | sex | ({"ethnicity"} if review.has(unit, "ethnic_value") else set())


def _is_told(review: Review, unit: Unit) -> bool:
    """Something is said, not only that it is not known; in a row of a table, at least in one of its cells."""
    if not review.has(unit, "not_told"):
        return True
    row = next((row for row in review.document.blocks[unit.block].rows if row[0].start == unit.start), ())
    return any(review.said(cell).strip() and not review.has(cell, "not_told") for cell in row[1:])


def _tables_of_child(review: Review) -> list[Span]:
    """Tables in whose heading row two details or more stand beside the child."""
    found = [(table, Span(table.rows[0][0].start, table.rows[0][-1].end)) for table in review.tables]
    return [
        Span(table.start, table.end)
        for table, head in found
        if review.has(head, "child") and sum(review.has(head, f"detail.{detail}") for detail in DETAILS) >= 2
    ]


def _told_with_birth(review: Review) -> list[Span]:
    """Paragraphs and lines in which a child's birth, age or number stands right behind the name."""
    spans = [(one, review.text[one.start : one.end]) for one in review.document.blocks if not one.rows]
    return [Span(one.start, one.end) for one, text in spans if set(naming.born(text)) & review.child_names]


def _about_named(review: Review) -> list[Section]:
    """Sections with the child's name in their heading."""
    return [one for one in review.sections if any(name in one.title for name in review.child_names)]


def _is_of_child(review: Review, unit: Unit) -> bool:
    """Not of a relative alone."""
    return _names_child(review, unit) or review.has(unit, "child") or not review.has(unit, *KIN)


def _names_child(review: Review, unit: Unit) -> bool:
    said = review.said(unit)
    return any(name in said for name in review.child_names)


@reads("RR06")
def family(review: Review) -> Finding:
    """Members of the family with their relationship to the child, as a table, a list or a paragraph about the family."""
    places = [*review.about("family", "child"), *_about_named(review)]
    units = [unit for unit in review.within(places) if review.has(unit, *KIN)]
    kinds = {kin for unit in units for kin in KIN if review.has(unit, kin)}
    anywhere = {kin for kin in KIN if review.named(kin)}
    most = max((sum(review.has(unit, kin) for kin in KIN) for unit in units), default=0)
    if len(kinds) >= 2 and (len(units) >= 2 or most >= 3):
        return Finding(Answer.YES, review.quoted(units))
    shown = units or review.with_marks(*KIN)
    return Finding(Answer.PARTLY if len(kinds | anywhere) >= 1 else Answer.NO, review.quoted(shown, 3))


@reads("RR07")
def safe_now(review: Review) -> Finding:
    """What was done at once for the safety of the child and of every brother and sister."""
    places = review.about("immediate")
    inside = [unit for unit in review.within(places) if _is_about_safety(review, unit, inside=True)]
    others = [unit for unit in review.with_marks("safety") if _is_about_safety(review, unit)]
    units = list(dict.fromkeys([*inside, *others]))
    siblings = [unit for unit in units if _speaks_of_siblings(review, unit)]
    named = {name for unit in units for name in review.child_names if name in review.said(unit)}
    has_siblings = bool(review.named("sibling")) and not review.named("no_sibling")
    seen_to = _seen_to(review)
    if seen_to and not places:
        return Finding(Answer.YES if has_siblings else Answer.PARTLY, review.quoted(seen_to))
    if not units:
        return Finding(Answer.NO, review.quoted(review.within(places), 1))
    pending = [unit for unit in units if _PENDING.search(review.said(unit))]
    if pending:
        return Finding(Answer.PARTLY, review.quoted([*pending, *units]))
    if places and (siblings or len(named) > 1 or not has_siblings):
        return Finding(Answer.YES, review.quoted(siblings[:2] + units))
    return Finding(Answer.PARTLY, review.quoted(siblings[:2] + units))


def _seen_to(review: Review) -> list[Unit]:
    """Where it is told that brothers and sisters were seen or placed, if the child is placed too or died."""
    settled = [unit for unit in review.units if _SETTLED.search(review.said(unit))]
    siblings = [unit for unit in settled if _speaks_of_siblings(review, unit)]
    children = [unit for unit in settled if unit not in siblings and _is_of_child(review, unit)]
    child = children or _DIED.search(review.small) is not None
    return [*siblings[:2], *children[:2]] if siblings and child else []


def _is_about_safety(review: Review, unit: Unit, *, inside: bool = False) -> bool:
    people = (
        review.has(unit, "child", "sibling", "family") or _names_child(review, unit) or _names_sibling(review, unit)
    )
    if inside:
        return people or review.has(unit, "safety")
    topics = review.topics_at(unit.start)
    return (
        people and review.has(unit, "immediate", "sibling") and not topics & {"circumstances", "chronology", "earlier"}
    )


def _speaks_of_siblings(review: Review, unit: Unit) -> bool:
    both = re.search(
        r"\b(?:both|all|each|every|other|these|the (?:two|three|four|five)) (?:of the )?child(?:ren)?\b"
        r"|\bthe children (?:are|were|have|remain|live|stay|went|had)\b",
        review.said(unit),
    )
    return bool(both) or review.has(unit, "sibling") or _names_sibling(review, unit)


def _names_sibling(review: Review, unit: Unit) -> bool:
    return any(name in review.said(unit) for name in review.sibling_names)


@reads("RR13")
def men(review: Review) -> Finding:
    """How much is said of fathers and other men outside of lists: several sentences is yes, two is partly, a mention is no."""
    told = _outside_lists(review, {*_of_men(review), *review.within(review.about("men"))})
    said = sorted({*told, *filter(None, map(_following(review), told))}, key=lambda unit: unit.start)
    words = sum(len(review.said(unit).split()) for unit in said)
    judged = [unit for unit in told if review.has(unit, "considered", "why")]
    full = words >= MUCH_OF_MEN or len(judged) >= SEVERAL_JUDGED
    some = len(said) >= 2 or words >= SOME_OF_MEN
    shown = review.quoted(sorted(said, key=_length, reverse=True))
    return Finding(Answer.YES if full else Answer.PARTLY if some else Answer.NO, shown)


def _of_men(review: Review) -> list[Unit]:
    """Statements that name one, or say “the father” and the like; not those of men in general."""
    named = [unit for unit in review.units if review.men_names & set(_SMALL.findall(review.said(unit)))]
    hits = [
        hit for mark in MEN for hit in review.named(mark) if not review.said(Span(hit.start, hit.end)).endswith(_MANY)
    ]
    return [*named, *(unit for hit in hits if (unit := review.unit_at(hit.start)))]


def _length(unit: Unit | Section | Span | Block) -> int:
    return unit.end - unit.start


def _following(review: Review) -> Callable[[Unit], Unit | None]:
    """What comes after a statement about a man, when it goes on about him."""

    def goes_on(unit: Unit) -> Unit | None:
        after = review.after(unit)
        if after is None or after.block != unit.block or review.has(after, "child", "sibling"):
            return None
        return after if _HE.search(review.said(after)) else None

    return goes_on


def _outside_lists(review: Review, units: Iterable[Unit]) -> list[Unit]:
    """Without headings, tables, and lists of the family."""
    blocks = enumerate(review.document.blocks)
    tables = {number for number, block in blocks if block.rows or block.kind is BlockKind.HEADING}
    return [unit for unit in units if unit.block not in tables and "participants" not in review.topics_at(unit.start)]
