"""Where recommendations are set out in running text: under labels, in lists, in paragraphs, in bold, and inline."""

from collections.abc import Iterator, Sequence
from itertools import chain

from second_question.documents.document import Block, BlockKind, Span
from second_question.reading.appraisal.report import Report, Unit
from second_question.reading.appraisal.sections import Section
from second_question.reading.recommendations import words
from second_question.reading.recommendations.stretch import (
    FEWEST_WORDS,
    NOT_ASKING,
    Stretch,
    count_of,
    demands,
    has_actor,
    kept,
    part_line,
)

SHORT_TITLE = 80
"""Characters of a label with a title, under which the recommendation itself may follow."""
FEWEST_LEAD = 2
FEWEST_IN_BOLD = 8
"""Words of a paragraph in bold that is more than a label."""
MOSTLY = 0.9
MOST_BLOCKS = 8
"""Blocks that a labelled recommendation may have."""
NOT_OURS = frozenset({"aside", "earlier", "key_questions"})


def stretches(report: Report) -> list[Stretch]:
    """Every recommendation that is set out in running text, in order; none lies within another."""
    found = [*_labelled(report)]
    for section in report.about("recommendations"):
        if not any(section.start <= one.start < section.end for one in found):
            found += _listed(report, section)
    found += _after_leads(report, found)
    found += _in_bold(report, found)
    found += _inline(report, found)
    found += _actions(report, found)
    return kept(report, found)


def _labelled(report: Report) -> Iterator[Stretch]:
    """Blocks that begin with “Recommendation 3:”, with the blocks that belong to them."""
    blocks = report.document.blocks
    for number, block in enumerate(blocks):
        label = words.LABEL.match(report.small, block.start, block.end) if _is_text(block) else None
        if label is None or "aside" in report.topics_at(block.start):
            continue
        body = [Span(block.start, block.end)] if label.end() < block.end else []
        following = blocks[number + 1 : number + 1 + MOST_BLOCKS]
        yield from _with_following(report, body, following, label["number"] or "", block)


def _with_following(
    report: Report, body: list[Span], following: Sequence[Block], number: str, label: Block
) -> Iterator[Stretch]:
    """The recommendation of a label, whose text may only come in the blocks after it."""
    lines: list[tuple[str, Span]] = []
    for block in following:
        if not _is_text(block) or words.LABEL.match(report.small, block.start, block.end):
            break
        part = part_line(report, block)
        if part:
            lines += part
        elif block.kind is BlockKind.HEADING or (body and not _goes_on(report, body[-1], block, label)):
            break
        elif count_of(report, block.start, block.end) >= FEWEST_WORDS:
            body.append(Span(block.start, block.end))
    is_title = len(body) > 1 and label.kind is BlockKind.HEADING and not demands(report, body[0])
    if body:
        yield Stretch(body[is_title].start, body[-1].end, number, tuple(lines))


def _goes_on(report: Report, before: Span, block: Block, label: Block) -> bool:
    """Whether a block still belongs to the recommendation: a list after a colon, or text under a label that is a heading."""
    opens_list = report.small[before.start : before.end].rstrip().endswith((":", ";", "; and"))
    is_title = label.kind is BlockKind.HEADING or before.end - before.start < SHORT_TITLE
    return (opens_list and block.kind is BlockKind.LIST_ITEM) or is_title


def _listed(report: Report, section: Section) -> Iterator[Stretch]:
    """The items of a section of recommendations that bear no label: list items if there are some, else sentences."""
    blocks = [block for block in report.blocks_within(section) if _is_text(block) and not _is_aside(report, block)]
    items = [
        block
        for block in blocks
        if _is_item(report, block) and count_of(report, block.start, block.end) >= FEWEST_WORDS
    ]
    items = items or _numbered(report, blocks)
    if "learning" in section.topics:
        items = [block for block in items if _directs(report, block)]
    has_table = any(section.start <= table.start < section.end for table in report.tables)
    if items:
        yield from _gathered(report, blocks, {block.start for block in items})
        yield from _added(report, [block for block in blocks if block.start > items[0].start and block not in items])
    elif not has_table:
        yield from _sentence_by_sentence(report, [block for block in blocks if _is_sentence(report, block)])


def _numbered(report: Report, blocks: Sequence[Block]) -> list[Block]:
    """Numbered paragraphs, or such with a few words in bold before them, however they are put: two at least."""
    found = [
        block
        for block in blocks
        if block.kind is BlockKind.PARAGRAPH
        and (words.NUMBERED.match(report.small, block.start, block.end) or _begins_in_bold(report, block))
        and count_of(report, block.start, block.end) >= FEWEST_WORDS
    ]
    return found if len(found) > 1 else []


def _begins_in_bold(report: Report, block: Block) -> bool:
    """A few words in bold, and then what is to be done."""
    said = report.small[block.start + block.lead : block.end]
    return 0 < block.lead < block.end - block.start and bool(words.IMPERATIVE.match(said) or words.DEMANDS.search(said))


def _added(report: Report, blocks: Sequence[Block]) -> Iterator[Stretch]:
    """What a paragraph after a list of recommendations asks for besides."""
    for block in blocks:
        if _adds(report, block) and not part_line(report, block):
            yield Stretch(block.start, block.end)


def _adds(report: Report, block: Block) -> bool:
    """Whether a paragraph asks somebody for something of its own."""
    place = (report.small, block.start, block.end)
    asks = words.DEMANDS.search(*place) and has_actor(report, block.start, block.end)
    return _is_sentence(report, block) and bool(asks) and not words.GOES_ON.match(*place)


def _sentence_by_sentence(report: Report, blocks: Sequence[Block]) -> Iterator[Stretch]:
    """In paragraphs: each sentence that asks for something, with those after it that go on about it."""
    one: Stretch | None = None
    for unit in report.within([Span(block.start, block.end) for block in blocks]):
        asks = words.DIRECTIVE.search(report.small, unit.start, unit.end)
        goes_on = words.GOES_ON.match(report.small, unit.start, unit.end)
        asks_anew = words.INLINE.search(report.small, unit.start, unit.end)
        begins = asks and (one is None or asks_anew or not goes_on)
        if begins or (one is not None and report.units[report.position_of(unit) - 1].block != unit.block):
            if one is not None:
                yield one
            one = Stretch(_after_opening(report, unit), unit.end) if begins else None
        elif one is not None:
            one = Stretch(one.start, unit.end)
    if one is not None:
        yield one


def _after_opening(report: Report, unit: Unit) -> int:
    """Where what is recommended begins: after “the review recommends that”."""
    opening = words.INLINE.search(report.small, unit.start, unit.end)
    return opening.end() if opening and opening.end() < unit.end else unit.start


def _after_leads(report: Report, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """The items of a list that a sentence opens which asks: “The partnership should seek assurance that:”."""
    by: Span | None = None
    opened = False
    for block in report.document.blocks:
        said = report.small[block.start : block.end].rstrip()
        inside = any(one.start <= block.start < one.end for one in found)
        if block.kind is BlockKind.HEADING or inside or report.topics_at(block.start) & NOT_ASKING:
            opened = False
        elif _opens(block, said):
            opened, by = True, _asked(report, block) if words.ASKS_DIRECTLY.search(said) else None
        elif opened and (block.kind is BlockKind.LIST_ITEM or words.NUMBERED.match(said)):
            if count_of(report, block.start, block.end) >= FEWEST_WORDS:
                yield _item(report, block, by)
        else:
            if opened and by is None and _adds(report, block):
                yield Stretch(block.start, block.end)
            opened = False


def _opens(block: Block, said: str) -> bool:
    """Whether a sentence asks for what is listed below it; questions for a review to come ask nobody to act."""
    is_lead = block.kind is not BlockKind.TABLE and said.endswith(":") and len(said.split()) > FEWEST_LEAD
    return is_lead and bool(words.LEADS.search(said)) and not words.OF_A_REVIEW.search(said)


def _in_bold(report: Report, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Paragraphs wholly in bold that ask somebody to act, as they stand at the ends of chapters."""
    for block in report.document.blocks:
        is_bold = block.kind is BlockKind.PARAGRAPH and block.lead >= MOSTLY * (block.end - block.start)
        learned = words.LEARNING_LABEL.match(report.small, block.start, block.end)
        if not is_bold or learned or count_of(report, block.start, block.end) < FEWEST_IN_BOLD:
            continue
        inside = any(one.start < block.end and block.start < one.end for one in found)
        aside = report.topics_at(block.start) & NOT_OURS
        if not inside and not aside and words.DEMANDS.search(report.small, block.start, block.end):
            yield Stretch(block.start, block.end)


def _actions(report: Report, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Sentences that begin with a label such as “Action 2:” or “R3”, outside what was found."""
    for unit in report.units:
        label = words.ACTION.match(report.small, unit.start, unit.end)
        if (
            label is None
            or report.document.blocks[unit.block].rows
            or report.topics_at(unit.start) & NOT_ASKING
            or any(one.start <= unit.start < one.end for one in found)
        ):
            continue
        if count_of(report, label.end(), unit.end) >= FEWEST_WORDS and words.MODAL.search(
            report.small, label.end(), unit.end
        ):
            yield Stretch(label.end(), unit.end)


def _gathered(report: Report, blocks: list[Block], chosen: set[int]) -> Iterator[Stretch]:
    """Each item with its part lines; a paragraph that names who is asked, with a colon at its end, says so for those after it."""
    by: Span | None = None
    one: Stretch | None = None
    for block in blocks:
        part = part_line(report, block)
        if (one is not None and part and block.start not in chosen - {one.start}) or (
            part and block.start in chosen and one is not None
        ):
            one = Stretch(one.start, one.end, one.number, (*one.lines, *part), one.by)
        elif block.start in chosen:
            if one is not None:
                yield one
            one = _item(report, block, by)
        elif block.kind is BlockKind.HEADING or report.small[block.start : block.end].rstrip().endswith(":"):
            by = _asked(report, block)
    if one is not None:
        yield one


def _item(report: Report, block: Block, by: Span | None) -> Stretch:
    number = words.SHORT_LABEL.match(report.small, block.start, block.end) or words.NUMBERED.match(
        report.small, block.start, block.end
    )
    return Stretch(number.end() if number else block.start, block.end, number["number"] if number else "", (), by)


def _asked(report: Report, block: Block) -> Span | None:
    """Who is asked by a line such as “For the hospital trust” or “The council should:”."""
    actor = words.ACTOR.search(report.small, block.start, block.end)
    return Span(block.start, block.end) if actor else None


def _inline(report: Report, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Sentences such as “it is recommended that …”, outside what was found."""
    asked = () if found else words.ASKED.finditer(report.small)
    matches = chain(words.INLINE.finditer(report.small), asked)
    last = 0
    for match in sorted(matches, key=lambda one: one.start()):
        unit = report.unit_at(match.start())
        inside = any(one.start <= match.start() < one.end for one in found)
        if unit is None or inside or unit.start < last or report.topics_at(unit.start) & NOT_ASKING:
            continue
        if count_of(report, unit.start, unit.end) > FEWEST_WORDS and not _speaks_of_them(report, unit.start, unit.end):
            for one in (unit, *_after_it(report, unit, found)):
                last = one.end
                yield Stretch(_after_opening(report, one), one.end, inline=True)


def _after_it(report: Report, unit: Unit, found: Sequence[Stretch]) -> Iterator[Unit]:
    """What the rest of a paragraph asks for that has begun to recommend."""
    for one in report.within([Span(unit.end, report.document.blocks[unit.block].end)]):
        asks = words.DEMANDS.search(report.small, one.start, one.end)
        inside = any(other.start <= one.start < other.end for other in found)
        if asks and not inside and not words.GOES_ON.match(report.small, one.start, one.end):
            yield one


def _speaks_of_them(report: Report, start: int, end: int) -> bool:
    return bool(words.INTRODUCES.search(report.small, start, end)) and report.small[start:end].rstrip().endswith(":")


def _is_sentence(report: Report, block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not report.small[block.start : block.end].rstrip().endswith(":")


def _is_text(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)


def _is_item(report: Report, block: Block) -> bool:
    if block.kind is BlockKind.LIST_ITEM:
        return True
    numbered = words.NUMBERED.match(report.small, block.start, block.end) or words.SHORT_LABEL.match(
        report.small, block.start, block.end
    )
    if block.kind is not BlockKind.PARAGRAPH or numbered is None:
        return False
    asks = words.IMPERATIVE.match(report.small, numbered.end(), block.end)
    minuted = words.MINUTED.match(report.small, numbered.end(), block.end)
    return bool(asks or minuted) or _directs(report, block) or report.small.startswith("that ", numbered.end())


def _is_aside(report: Report, block: Block) -> bool:
    """An introduction to the list, not one of it."""
    said = report.small[block.start : block.end]
    return bool(words.INTRODUCES.search(said)) and block.kind is BlockKind.PARAGRAPH and not words.MODAL.match(said)


def _directs(report: Report, block: Block) -> bool:
    return bool(words.DIRECTIVE.search(report.small, block.start, block.end))
