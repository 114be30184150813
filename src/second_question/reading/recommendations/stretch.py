"""A recommendation where it stands in running text, and what can be told of a stretch by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from second_question.documents.document import Block, Span
from second_question.reading.appraisal.report import Report
from second_question.reading.recommendations import words

FEWEST_WORDS = 5
"""A line with fewer is a heading or a label."""
NOT_ASKING = frozenset({"aside", "earlier", "circumstances", "chronology", "key_questions", "method", "reason"})
"""Parts that tell and ask nobody to act."""

_PART_LINE = re.compile(r"\W*(?P<label>[^:\t\n]{2,60}?) ?[:\t][*_\s]*(?=\S)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Stretch:
    """A recommendation in the text. `lines` are those below it that say one part each; `by` is who is asked, said before it."""

    start: int
    end: int
    number: str = ""
    lines: tuple[tuple[str, Span], ...] = ()
    by: Span | None = None
    inline: bool = False


def kept(report: Report, found: Sequence[Stretch]) -> list[Stretch]:
    kept = {one.start: one for one in found if not _proposes_nothing(report, one)}
    return sorted(kept.values(), key=lambda one: one.start)


def _proposes_nothing(report: Report, one: Stretch) -> bool:
    """A point of an agenda, or a question told and not put."""
    label = words.NUMBERED.match(report.small, one.start, one.end)
    start = label.end() if label else one.start
    told = words.INDIRECT.match(report.small, start, one.end) and "?" not in report.small[start : one.end]
    return bool(words.NO_PROPOSAL.match(report.small, start, one.end) or told)


def part_line(report: Report, block: Block) -> list[tuple[str, Span]]:
    """The parts that a block says under labels such as “Lead: …”, one a line."""
    found = []
    start = block.start
    for line in report.lines[block.start : block.end].split("\n"):
        label = _PART_LINE.match(line)
        part = part_of_label(label["label"]) if label else ""
        if label and part and label.end() < len(line):
            found.append((part, Span(start + label.end(), start + len(line))))
        start += len(line) + 1
    return found


def part_of_label(label: str) -> str:
    """Which part a label or the heading of a column announces; "" for none."""
    said = " ".join(_WORD.findall(label.replace("'", "")))
    told = next((part for part, pattern in words.PART_LABELS.items() if pattern.fullmatch(said)), "")
    return told or ("how" if said.startswith("how ") else "")


def has_actor(report: Report, start: int, end: int) -> bool:
    """Whether somebody who can act is named before the verb that asks."""
    verb = words.MODAL.search(report.small, start, end)
    subject = report.small[start : verb.start() if verb else end]
    opening = words.OPENING.match(subject)
    rest = subject[opening.end() :] if opening else subject
    return bool(words.ACTOR.search(rest)) and not words.NO_ACTOR.match(rest)


def count_of(report: Report, start: int, end: int) -> int:
    return len(report.small[start:end].split())


def demands(report: Report, place: Span) -> bool:
    return bool(words.DEMANDS.search(report.small, place.start, place.end))
