"""The sections of the template as blocks of a document: which become tables, which facts, which prose."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from second_question.exchange.review.paper import Block, Fact, Facts, Grid, Heading, Prose, paragraph
from second_question.exchange.review.words import BECAUSE, NOT_ANSWERED, Said, Tone, said
from second_question.rules.completeness import section_questions
from second_question.rules.questions import Form, Kind, Question, Section
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.parts import RAPID_REVIEW_2021, record_kind


class Shape(StrEnum):
    """What a section looks like in a document."""

    PROSE = "prose"  # long answers as prose, short ones as facts between them
    TABLE = "table"  # a record a row
    WIDE_TABLE = "wide_table"  # the same, across the page
    CARDS = "cards"  # a table of facts for each record
    WEIGHED = "weighed"  # a criterion a row, with whether it is met and the grounds


SHAPES = {
    "participants": Shape.TABLE,
    "agencies": Shape.TABLE,
    "child_identity": Shape.CARDS,
    "child_care": Shape.CARDS,
    "family_member": Shape.CARDS,
    "child_safety": Shape.TABLE,
    "immediate_action": Shape.TABLE,
    "context": Shape.CARDS,
    "moment": Shape.WIDE_TABLE,
    "criteria": Shape.WEIGHED,
}
"""Sections that are not prose."""

WEIGHED_HEADS = ("Criterion or circumstance", "Is it met?", "Grounds")
GROUNDS = "_grounds"
_SHARES = {Kind.LONG_TEXT: 2.2, Kind.TEXT: 1.8, Kind.CHOICE: 1.35, Kind.DATE: 1.3, Kind.YES_NO: 0.9}
_COLUMNS_OF_OWN = 4
_FACTS_MAKE_A_TABLE = 3


def shape_of(section: Section) -> Shape:
    """What a section looks like."""
    return SHAPES.get(section.id, Shape.PROSE)


def is_because(question: Question) -> bool:
    """Whether a question asks why another has no answer; it is told beside that one."""
    return question.id.endswith(BECAUSE) and question.shown_when is not None


def of_template(section: Section) -> tuple[Question, ...]:
    """The questions of a section that every review has, without those that ask why another has no answer."""
    always = {question.id for question in RAPID_REVIEW_2021.section(section.id).questions}
    return tuple(q for q in section.questions if q.id in always and not is_because(q))


def answers(form: Form, section: Section, record: ContentRecord) -> list[tuple[Question, Said]]:
    """The questions of a section that apply to a record, with what is said or missing; the others are left out."""
    asked = section_questions(form, section, record.answers, record.unanswered)
    told = ((question, said(question, record)) for question in asked if not is_because(question))
    return [(question, answer) for question, answer in told if answer is not None]


def prose(form: Form, section: Section, record: ContentRecord, told_already: Sequence[str] = ()) -> Iterator[Block]:
    """Long answers under their question; short ones too, unless several in a row make a table of facts."""
    gathered: list[Fact] = []
    for question, answer in answers(form, section, record):
        if question.id in told_already and answer.tone is Tone.PLAIN:
            continue
        if question.kind is not Kind.LONG_TEXT:
            gathered.append(Fact(question.label, answer))
            continue
        yield from _together(section, gathered)
        gathered = []
        yield Prose(question.label, answer)
    yield from _together(section, gathered)


def _together(section: Section, gathered: Sequence[Fact]) -> Iterator[Block]:
    if len(gathered) >= _FACTS_MAKE_A_TABLE:
        yield Facts(section.title, tuple(gathered))
    else:
        yield from (Prose(fact.label, fact.said) for fact in gathered)


def card(form: Form, section: Section, record: ContentRecord) -> Iterator[Facts]:
    """Everything said of one record in one section, as facts."""
    rows = tuple(Fact(question.label, answer) for question, answer in answers(form, section, record))
    if rows:
        title = f"{section.title}: {record.name}" if record_kind(record.kind).repeated else section.title
        yield Facts(title, rows)


def table(form: Form, section: Section, records: Sequence[ContentRecord]) -> Iterator[Block]:
    """A record a row, all questions of the template as columns; a partnership's own follow in tables of their own."""
    questions = of_template(section)
    yield _grid(form, section, records, questions, named=names_itself(section))
    known = {question.id for question in questions}
    own = _said_by_any(form, section, records, known)
    for start in range(0, len(own), _COLUMNS_OF_OWN):
        yield _grid(form, section, records, own[start : start + _COLUMNS_OF_OWN], named=False)


def weighed(form: Form, section: Section, record: ContentRecord) -> Iterator[Block]:
    """Each criterion and circumstance with whether it is met and on what grounds, then whatever else is asked."""
    told = {question.id: answer for question, answer in answers(form, section, record)}
    rows, paired = [], set()
    for question in section.questions:
        grounds = question.id + GROUNDS
        if any(other.id == grounds for other in section.questions):
            paired |= {question.id, grounds}
            if question.id in told:
                rows.append((Said(question.label), told[question.id], told.get(grounds, Said())))
    if rows:
        yield Grid(section.title, WEIGHED_HEADS, tuple(rows), (1.5, 1.05, 2.1))
    rest = tuple(Fact(q.label, told[q.id]) for q in section.questions if q.id in told and q.id not in paired)
    if rest:
        yield Facts(section.title, rest)


def none_yet(section: Section) -> Iterator[Block]:
    """What is said of a section about records of which there are none."""
    kind = record_kind(section.record)
    if kind.at_least:
        yield paragraph(f"{NOT_ANSWERED}: there must be at least one {kind.one}.", Tone.MISSING)


def of_one_record(form: Form, section: Section, record: ContentRecord, level: int) -> Iterator[Block]:
    """A record under a heading that names it; the question that named it is not told a second time."""
    yield Heading(_heading(record), level)
    yield from prose(form, section, record, told_already=record_kind(record.kind).named_by)


def names_itself(section: Section) -> bool:
    """Whether the first question of a section names the record, so that a table needs no column for its name."""
    return section.questions[0].id in record_kind(section.record).named_by


def name_head(section: Section) -> str:
    """What stands above the names of records."""
    one = record_kind(section.record).one
    return f"{one[0].upper()}{one[1:]}"


def shares(questions: Iterable[Question]) -> tuple[float, ...]:
    """How wide the columns of those questions are, relative to each other."""
    return tuple(_SHARES.get(question.kind, 1.5) for question in questions)


def _heading(record: ContentRecord) -> str:
    """The record's own name; an episode without one is not called by its agency, which stands above it."""
    kind = record_kind(record.kind)
    return record.name if record.name != record.agency else f"{kind.one[0].upper()}{kind.one[1:]} {record.number}"


def _grid(
    form: Form, section: Section, records: Sequence[ContentRecord], questions: Sequence[Question], *, named: bool
) -> Grid:
    first = () if named else (name_head(section),)
    rows = []
    for record in records:
        told = {question.id: answer for question, answer in answers(form, section, record)}
        cells = tuple(told.get(question.id, Said()) for question in questions)
        rows.append(cells if named else (Said(record.name), *cells))
    heads = (*first, *(question.label for question in questions))
    widths = (*(1.3 for _ in first), *shares(questions))
    return Grid(section.title, heads, tuple(rows), widths, wide=shape_of(section) is Shape.WIDE_TABLE)


def _said_by_any(form: Form, section: Section, records: Iterable[ContentRecord], known: set[str]) -> Sequence[Question]:
    told = {question.id for record in records for question, _ in answers(form, section, record)}
    return [question for question in section.questions if question.id in told - known]
