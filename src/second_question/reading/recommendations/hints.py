"""What a report asks for where it sets out no recommendations: questions, commitments, lines of minutes."""

from collections.abc import Iterator
from dataclasses import replace

from second_question.documents.document import Block, BlockKind, Span
from second_question.reading.appraisal.report import Report, Unit
from second_question.reading.recommendations import words
from second_question.reading.recommendations.stretch import FEWEST_WORDS, NOT_ASKING, Stretch, count_of, has_actor, kept

BULLETS = "•-*–·"
SHORT_LEAD = 30
"""Words of a heading or a sentence that puts questions to somebody."""
SAYS_WHAT_FOLLOWS = ("recommendations", "immediate", "decision", "action_plan", "spread")
NOT_MINUTED = NOT_ASKING | {"learning"}
OF_ANOTHER_REVIEW = NOT_ASKING | {"further"}
"""Parts in which questions are those of a review to come."""


def hinted(report: Report) -> list[Stretch]:
    """Where nothing is set out as a recommendation: questions to those who could act, else what is to happen."""
    return kept(report, _questions_put(report) or [*_in_passing(report), *_minuted(report)])


def _in_passing(report: Report) -> list[Stretch]:
    """Where nothing is set out as a recommendation: sentences in which somebody is to act, in parts that say what follows.

    What goes on about it in the same paragraph belongs to it.
    """
    found: list[Stretch] = []
    block = -1
    for unit in report.within(report.about(*SAYS_WHAT_FOLLOWS, "learning")):
        if _is_to_happen(report, unit):
            found.append(Stretch(unit.start, unit.end, inline=True))
            block = unit.block
        elif unit.block == block and words.FOLLOWS_ON.match(report.small, unit.start, unit.end):
            found[-1] = replace(found[-1], end=unit.end)
        else:
            block = -1
    return found


def _is_to_happen(report: Report, unit: Unit) -> bool:
    block = report.document.blocks[unit.block]
    is_point = block.kind is BlockKind.LIST_ITEM and not report.topics_at(unit.start) & set(SAYS_WHAT_FOLLOWS)
    asks = words.FOLLOWS.search(report.small, unit.start, unit.end)
    if asks is None or is_point or block.rows or _about_family(report, unit, asks.start()):
        return False
    return has_actor(report, unit.start, unit.end)


def _minuted(report: Report) -> Iterator[Stretch]:
    """As minutes put it, in a list: “Housing to add a line to its form”, or “Score of 15 to be suspended”."""
    for unit in report.units:
        block = report.document.blocks[unit.block]
        label = words.NUMBERED.match(report.small, unit.start, unit.end)
        bullet = report.small[unit.start] in BULLETS or (
            unit.start == block.start and block.kind is BlockKind.LIST_ITEM
        )
        starts = label.end() if label else unit.start
        listed = (bullet or label) and block.kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
        asks = words.MINUTED.match(report.small, starts, unit.end)
        if listed and asks and not report.topics_at(unit.start) & NOT_MINUTED:
            yield Stretch(starts, _item_end(report, unit))


def _item_end(report: Report, unit: Unit) -> int:
    """Where the item of a list ends that begins with this sentence."""
    end = unit.end
    for following in report.within([Span(unit.end, report.document.blocks[unit.block].end)]):
        if report.small[following.start] in BULLETS or words.NUMBERED.match(
            report.small, following.start, following.end
        ):
            break
        end = following.end
    return end


def _questions_put(report: Report) -> list[Stretch]:
    """Questions to a board or to partners, where a report asks instead of recommending: from the line that puts them on."""
    found, asked = [], False
    for block in report.document.blocks:
        said = report.small[block.start : block.end].strip()
        if block.kind is not BlockKind.HEADING and report.topics_at(block.start) & OF_ANOTHER_REVIEW:
            asked = False
        elif _puts_questions(block, said):
            asked = True
        elif block.kind is BlockKind.HEADING:
            asked = False
        elif asked and "?" in said and count_of(report, block.start, block.end) >= FEWEST_WORDS:
            label = words.NUMBERED.match(report.small, block.start, block.end)
            found.append(Stretch(label.end() if label else block.start, block.end))
    return found


def _puts_questions(block: Block, said: str) -> bool:
    is_lead = block.kind is BlockKind.HEADING or not said.endswith("?")
    return is_lead and len(said.split()) <= SHORT_LEAD and bool(words.PUT_TO.search(said))


def _about_family(report: Report, unit: Unit, verb: int) -> bool:
    """A review to come, or somebody of the family as the one who is to do something; “children's services” are none of it."""
    if report.has(unit, "local_review", "criteria"):
        return True
    subject = Unit(unit.start, verb, unit.block)
    agencies = [(hit.start, hit.end) for hit in report.marks_in(subject, "agency.")]
    family = [hit for name in ("child", "mother", "father", "family") for hit in report.marks_in(subject, name)]
    return any(not any(start <= hit.start < end for start, end in agencies) for hit in family)
