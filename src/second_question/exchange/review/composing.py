"""A rapid review put together as a document: its facts, then the eleven parts of the template (R2, R3)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from second_question.exchange.review import sections
from second_question.exchange.review.deciding import after_decision
from second_question.exchange.review.paper import Block, Facts, Heading, Paper, Pathways, facts, grid, paragraph
from second_question.exchange.review.pathway.rows import in_time
from second_question.exchange.review.sections import Shape
from second_question.exchange.review.words import Tone, date_or_nothing, full_date
from second_question.rules.questions import Section
from second_question.rules.template.content import ContentRecord, ReviewContent, in_order
from second_question.rules.template.parts import OF_AN_AGENCY, PARTS, Part, record_kind

CONFIDENTIAL = "Confidential. For the safeguarding partners and the national Panel; it is never published."
HOW_ANSWERED = "How the agencies answered"
ANSWERED_HEADS = ("Agency", "Answer", "Signed by", "Signed on")
EMPTY = "Nothing has been written in this part."


def composed(content: ReviewContent) -> Paper:
    """The document of a review, as sent or as far as it is written."""
    blocks = [block for part in PARTS for block in _part(content, part)]
    return Paper(
        title=f"{content.form.title}: {content.reference}",
        subtitle=CONFIDENTIAL,
        place=f"{content.reference}, {_version(content)}",
        blocks=tuple(blocks),
        facts=_facts(content),
        contents=True,
        numbered=True,
        fictional=content.fictional,
    )


def _facts(content: ReviewContent) -> Facts:
    version = _version(content)
    rows = (
        ("Reference", content.reference),
        ("Safeguarding partners of", content.area),
        ("Contributing areas", ", ".join(content.contributing_areas)),
        ("Version", f"{version[0].upper()}{version[1:]}"),
        ("Opened on", date_or_nothing(content.opened_on)),
        ("Due on", date_or_nothing(content.due_on)),
        ("Sent to the Panel on", date_or_nothing(content.sent_on)),
        ("Why it was sent late", content.late_reason),
        ("Decision", _decided(content)),
    )
    return facts("About this review", rows)


def _version(content: ReviewContent) -> str:
    return f"version {content.version}" if content.version else "draft, not sent"


def _decided(content: ReviewContent) -> str:
    if not content.decisions:
        return ""
    last = max(content.decisions, key=lambda decision: decision.number)
    words = next(q for q in content.form.questions_of("review") if q.id == "outcome").label_of(last.outcome)
    return f"{words}, decided on {full_date(last.decided_on)}"


def _part(content: ReviewContent, part: Part) -> Iterator[Block]:
    yield Heading(part.title)
    written = list(_written(content, part))
    yield from written or [paragraph(EMPTY, Tone.HINT)]


def _written(content: ReviewContent, part: Part) -> Iterator[Block]:
    own = [content.form.section(section.id) for section in part.sections]
    if own[0].record in OF_AN_AGENCY:
        yield from _agencies(content, own)
        return
    for cards, group in groupby(own, key=_shown_as_cards):
        together = list(group)
        if cards:
            yield from _cards(content, together)
        else:
            for section in together:
                yield from _section(content, section, alone=len(own) == 1)
    yield from after_decision(content) if part is PARTS[-1] else ()


def _shown_as_cards(section: Section) -> str:
    """The kind of record whose cards stand together; empty for a section that stands by itself."""
    return section.record if sections.shape_of(section) is Shape.CARDS and section.record != "review" else ""


def _section(content: ReviewContent, section: Section, *, alone: bool) -> Iterator[Block]:
    """A section under its heading; one that is the whole part needs no second heading."""
    blocks = list(_blocks(content, section))
    if blocks and not alone:
        yield Heading(section.title, 2)
    yield from blocks


def _blocks(content: ReviewContent, section: Section) -> Iterator[Block]:
    shape, form = sections.shape_of(section), content.form
    if not record_kind(section.record).repeated:
        told = {Shape.CARDS: sections.card, Shape.WEIGHED: sections.weighed}.get(shape, sections.prose)
        yield from told(form, section, content.review)
        return
    records = content.of(section.record)
    if not records:
        yield from sections.none_yet(section)
    elif section.record == "moment":
        yield from _pathways(content, section, records)
    elif shape in (Shape.TABLE, Shape.WIDE_TABLE):
        yield from sections.table(form, section, records)
    else:
        for record in records:
            yield from sections.of_one_record(form, section, record, 3)


def _pathways(content: ReviewContent, section: Section, moments: Sequence[ContentRecord]) -> Iterator[Block]:
    """The picture, then the same as a table (W1, W2)."""
    yield Pathways(moments)
    yield from sections.table(content.form, section, in_time(moments))


def _cards(content: ReviewContent, own: Sequence[Section]) -> Iterator[Block]:
    """Children and family: a record under its name. Where several sections tell of it, each has its title."""
    records = content.of(own[0].record)
    single = len(own) == 1
    if single or not records:
        missing = list(sections.none_yet(own[0]))
        if records or missing:
            yield Heading(own[0].title, 2)
        yield from missing if not records else ()
    for record in records:
        yield Heading(record.name, 3 if single else 2)
        for section in own:
            card = list(sections.card(content.form, section, record))
            if card and not single:
                yield Heading(section.title, 3)
            yield from card


def _agencies(content: ReviewContent, own: Sequence[Section]) -> Iterator[Block]:
    """How they answered, then each agency's summary with its key practice episodes (R3)."""
    if content.agencies:
        rows = [(a.agency, a.answer, a.signed_by, date_or_nothing(a.signed_on)) for a in content.agencies]
        yield Heading(HOW_ANSWERED, 2)
        yield grid(HOW_ANSWERED, ANSWERED_HEADS, rows, (1.6, 1.4, 1.6, 0.9))
    theirs = [record for record in in_order(content.records) if record.kind in OF_AN_AGENCY]
    for agency in dict.fromkeys(record.agency for record in theirs):
        yield from _agency(content, own, [record for record in theirs if record.agency == agency])


def _agency(content: ReviewContent, own: Sequence[Section], records: Iterable[ContentRecord]) -> Iterator[Block]:
    of_kind = {section.record: section for section in own}
    told = list(records)
    yield Heading(told[0].agency or "An agency that is not named", 2)
    for record in told:
        if record.kind == own[0].record:
            yield from sections.prose(content.form, of_kind[record.kind], record)
        else:
            yield from sections.of_one_record(content.form, of_kind[record.kind], record, 3)
