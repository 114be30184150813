"""Learning points of a review, told from its recommendations: what was learned, not yet what is to be done (L10)."""

import re
from collections.abc import Iterator, Sequence

from second_question.documents.document import Block, BlockKind, Span
from second_question.reading.appraisal.report import Report
from second_question.reading.appraisal.sections import Section
from second_question.reading.recommendations import words
from second_question.reading.recommendations.recommendation import LearningPoint
from second_question.reading.recommendations.stretch import FEWEST_WORDS

PROSE = frozenset({BlockKind.LIST_ITEM, BlockKind.PARAGRAPH})
NOT_POINTS = frozenset({"spread", "earlier", "further", "practitioners", "summary", "aside", "method", "action_plan"})
"""A section about learning that is also about one of these does not set learning points out."""


def learning_points_in(report: Report) -> list[LearningPoint]:
    """Those that bear a label, “Learning point 3”; else the list items under a heading of learning; else numbered findings."""
    labelled = list(_labelled(report, words.LEARNING_LABEL))
    found = labelled or [block for section in _sections(report) for block in _items(report, section)]
    found = found or list(_under_leads(report)) or list(_labelled(report, words.FINDING_LABEL))
    places = [Span(block.start, block.end) for block in found] or list(_in_tables(report)) or list(_in_prose(report))
    return [LearningPoint(report.quoting.of(place)) for place in places]


def _in_prose(report: Report) -> Iterator[Span]:
    """The sentences of a part headed as learning, where it is told in two at least."""
    for section in _sections(report):
        told = [
            unit
            for unit in report.within([section])
            if report.document.blocks[unit.block].kind is BlockKind.PARAGRAPH
            and len(report.said(unit).split()) >= FEWEST_WORDS
            and not words.INLINE.search(report.said(unit))
        ]
        if len(told) > 1 and "recommendations" not in section.topics:
            yield from (Span(unit.start, unit.end) for unit in told)


def _in_tables(report: Report) -> Iterator[Span]:
    """The cells under a heading such as “Learning identified”."""
    for table in report.tables:
        at = next((at for at, cell in enumerate(table.rows[0]) if words.LEARNING_COLUMN.match(report.said(cell))), None)
        yield from (
            row[at] for row in table.rows[1:] if at is not None and at < len(row) and report.said(row[at]).strip()
        )


def _labelled(report: Report, pattern: re.Pattern[str]) -> Iterator[Block]:
    for block in report.document.blocks:
        if block.kind not in (BlockKind.TABLE, BlockKind.CONTENTS):
            label = pattern.match(report.small, block.start, block.end)
            if label is not None and len(report.small[label.end() : block.end].split()) >= FEWEST_WORDS:
                yield block


def _under_leads(report: Report) -> Iterator[Block]:
    """The items of a list that a sentence opens as what was learned: “From this I draw that: (a) …”."""
    open_, style = False, ""
    for block in report.document.blocks:
        said = report.small[block.start : block.end].rstrip()
        own = _style(report, block)
        if open_ and _is_listed(report, block) and own == (style or own):
            style = own
            yield block
        else:
            open_, style = block.kind in PROSE and bool(words.LEARNING_LEAD.search(said)), ""


def _style(report: Report, block: Block) -> str:
    """How the items of a list are marked: “(a)” and “(b)” alike, “E.” and “17.” not."""
    label = words.NUMBERED.match(report.small, block.start, block.end)
    written = report.text[block.start : label.end()] if label else report.text[block.start]
    return "".join("0" if one.isdigit() else "a" if one.islower() else "A" if one.isupper() else one for one in written)


def _is_listed(report: Report, block: Block) -> bool:
    if block.kind not in PROSE:
        return False
    long = len(report.small[block.start : block.end].split()) >= FEWEST_WORDS
    labelled = words.NUMBERED.match(report.small, block.start, block.end)
    return long and (block.kind is BlockKind.LIST_ITEM or labelled is not None)


def _sections(report: Report) -> Iterator[Section]:
    for section in report.about("learning"):
        if not section.topics & NOT_POINTS:
            yield section


def _items(report: Report, section: Section) -> Sequence[Block]:
    """List items and numbered paragraphs, up to the part that recommends."""
    blocks = [
        block
        for block in report.blocks_within(section)
        if "recommendations" not in report.topics_at(block.start) or "recommendations" in section.topics
    ]
    return [block for block in blocks if _is_point(report, block)]


def _is_point(report: Report, block: Block) -> bool:
    if len(report.small[block.start : block.end].split()) < FEWEST_WORDS:
        return False
    numbered = words.NUMBERED.match(report.small, block.start, block.end)
    return block.kind is BlockKind.LIST_ITEM or (block.kind is BlockKind.PARAGRAPH and numbered is not None)
