"""The template as a blank form, to be filled in by hand or in Word. Headings and questions are those of the finished
document, so that an import finds its answers again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from second_question.exchange.review import sections
from second_question.exchange.review.deciding import SIGNATURE_HEADS, SIGNATURES
from second_question.exchange.review.paper import (
    MARKING,
    Block,
    Fact,
    Facts,
    Grid,
    Heading,
    Paper,
    Prose,
    grid,
    paragraph,
)
from second_question.exchange.review.sections import Shape
from second_question.exchange.review.words import Said, Tone
from second_question.rules.questions import UNANSWERED_LABELS, Form, Kind, Question, Section
from second_question.rules.template.parts import OF_AN_AGENCY, PARTS, Part, record_kind

INSTRUCTION = (
    "A question marked “needed” must be answered before the review is sent. Where there is no answer, write “Not known: ”, "
    "“Not asked: ” or “Refused to say: ”, and why."
)
NEEDED = "Needed."
COPIES = {"child": 2, "family_member": 3, "moment": 3, "episode": 2}
"""How many records there is room for, where each has a table of its own."""

ROWS = {"participant": 8, "agency": 8, "child": 3, "immediate_action": 5}
"""How many rows there are, where a record is a row."""

_ROOM_IN_PROSE = {Kind.LONG_TEXT: 4, Kind.ORGANISATIONS: 2, Kind.AREAS: 2}
_ROOM_IN_TABLES = {Kind.LONG_TEXT: 2, Kind.ORGANISATIONS: 2, Kind.AREAS: 2}
_YES_NO = ("Yes", "No")
_FACTS = ("Reference", "Safeguarding partners of", "Opened on", "Due on")


def blank(form: Form) -> Paper:
    """The blank form."""
    blocks = [block for part in PARTS for block in _part(form, part)]
    return Paper(
        title=f"{form.title}: blank form",
        subtitle=INSTRUCTION,
        place=form.title,
        blocks=tuple(blocks),
        facts=Facts("About this review", tuple(Fact(label, Said(), room=1) for label in _FACTS)),
        contents=True,
        numbered=True,
        blank=True,
        marking=f"{MARKING} when filled in",
    )


def _part(form: Form, part: Part) -> Iterator[Block]:
    yield Heading(part.title)
    own = [form.section(section.id) for section in part.sections]
    if own[0].record in OF_AN_AGENCY:
        yield from _agency(own)
        return
    children = [section for section in own if section.record == "child"]
    if len(children) > 1:
        yield from _cards(children)
    for section in own:
        if len(children) > 1 and section in children:
            continue
        if len(own) > 1:
            yield Heading(section.title, 2)
        yield from _help(section)
        yield from _section(section)
    if part is PARTS[-1]:
        yield Heading(SIGNATURES, 2)
        yield grid(SIGNATURES, SIGNATURE_HEADS, [[""] * len(SIGNATURE_HEADS)] * 3)


def _section(section: Section) -> Iterator[Block]:
    shape = sections.shape_of(section)
    if shape is Shape.TABLE:
        yield from _table(section)
    elif shape is Shape.WEIGHED:
        yield from _weighed(section)
    elif not record_kind(section.record).repeated:
        yield from _card(section) if shape is Shape.CARDS else _prose(section)
    else:
        for number in range(1, COPIES[section.record] + 1):
            yield Heading(f"{sections.name_head(section)} {number}", 3)
            yield from _card(section)


def _agency(own: Sequence[Section]) -> Iterator[Block]:
    """Room for one agency; the next one takes another copy."""
    summary, episode = own
    yield Heading(summary.title, 2)
    yield from _help(summary)
    yield Prose("Agency", Said(), "Whose summary this is. Use a copy of this part for each agency.", room=1)
    yield from _prose(summary)
    yield Heading(episode.title, 3)
    yield from _help(episode)
    yield from _card(episode)


def _cards(own: Sequence[Section]) -> Iterator[Block]:
    for number in range(1, COPIES[own[0].record] + 1):
        yield Heading(f"{sections.name_head(own[0])} {number}", 2)
        for section in own:
            yield Heading(section.title, 3)
            yield from _card(section)


def _card(section: Section) -> Iterator[Block]:
    yield Facts(section.title, tuple(_fact(question, section) for question in _asked(section)))


def _fact(question: Question, section: Section) -> Fact:
    ticks = _ticks(question)
    return Fact(question.label, Said(ticks=ticks), _hint(question, section), _room(question, ticks, _ROOM_IN_TABLES))


def _prose(section: Section) -> Iterator[Block]:
    for question in _asked(section):
        ticks = _ticks(question)
        yield Prose(question.label, Said(ticks=ticks), _hint(question, section), _room(question, ticks, _ROOM_IN_PROSE))


def _room(question: Question, ticks: Sequence[str], rooms: Mapping[Kind, int]) -> int:
    return 0 if ticks else rooms.get(question.kind, 1)


def _table(section: Section) -> Iterator[Block]:
    """Empty rows, with what the columns ask for above them; a partnership's own questions as further columns."""
    questions = _asked(section)
    needed = "; ".join(question.label for question in questions if question.required)
    yield paragraph(f"Needed in every row: {needed}", Tone.HINT)
    for question in questions:
        if question.hint or question.options:
            offered = "; ".join(option.label for option in question.options)
            yield paragraph(f"{question.label}: {question.hint or offered}", Tone.HINT)
    first = () if sections.names_itself(section) else (sections.name_head(section),)
    heads = (*first, *(question.label for question in questions))
    cells = (*(Said() for _ in first), *(Said(ticks=_YES_NO if q.kind is Kind.YES_NO else ()) for q in questions))
    shares = (*(1.3 for _ in first), *sections.shares(questions))
    yield Grid(section.title, heads, (cells,) * ROWS[section.record], shares)


def _weighed(section: Section) -> Iterator[Block]:
    asked = _asked(section)
    grounds = {question.id for question in asked if question.id.endswith(sections.GROUNDS)}
    weighed = [question for question in asked if question.id + sections.GROUNDS in grounds]
    rows = tuple((Said(question.label), Said(ticks=_ticks(question)), Said()) for question in weighed)
    yield Grid(section.title, sections.WEIGHED_HEADS, rows, (1.4, 1.2, 2.0))
    told = grounds | {question.id for question in weighed}
    for question in asked:
        if question.id not in told:
            yield Prose(
                question.label,
                Said(ticks=_ticks(question)),
                question.hint,
                _room(question, _ticks(question), _ROOM_IN_PROSE),
            )


def _asked(section: Section) -> list[Question]:
    return [question for question in section.questions if not sections.is_because(question)]


def _help(section: Section) -> Iterator[Block]:
    if section.help:
        yield paragraph(section.help, Tone.HINT)


def _ticks(question: Question) -> tuple[str, ...]:
    """The answers to choose from, and the reasons for having none where they are answers too."""
    reasons = tuple(UNANSWERED_LABELS.values()) if question.may_be_unanswered else ()
    if question.kind is Kind.YES_NO:
        return (*_YES_NO, *reasons)
    return (*(option.label for option in question.options), *reasons) if question.options else ()


def _hint(question: Question, section: Section) -> str:
    return " ".join(
        filter(None, (NEEDED if question.required else "", _only_if(question, section.questions), question.hint))
    )


def _only_if(question: Question, questions: Iterable[Question]) -> str:
    when = question.shown_when
    other = next((q for q in questions if when and q.id == when.question), None)
    if when is None or other is None:
        return ""
    answers = " or ".join(
        f"“{ {'yes': 'Yes', 'no': 'No'}.get(code) or other.label_of(code) }”" for code in when.answers
    )
    return f"Only if your answer to “{other.label}” is {answers}."
