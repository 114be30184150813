"""What was read of a file, as the page shows it before it is taken in."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question.documents.scanned import pages_are
from second_question_web.answering.showing import held_in_words
from second_question_web.rapid_reviews.importing.about import WHAT_TO_DO
from second_question_web.rapid_reviews.importing.planning import Fate, Line, PlannedRecord
from second_question_web.rapid_reviews.importing.reading import Reading
from second_question_web.ui.components import Status

SURE, LIKELY = 0.95, 0.75
BECOMES = {
    Fate.ANSWERED: "Answered already. That answer stays; this is kept for placing by hand.",
    Fate.NOT_ASKED: "Not asked, because of another answer. This is kept for placing by hand.",
    Fate.NO_AGENCY: "No agency of this partnership that was not asked here has this name. Kept for placing by hand.",
}


@dataclass(frozen=True)
class ShownLine:
    """One answer: the question, what would be written there, and how sure the reading is."""

    index: int
    label: str
    words: str
    source: str
    page: int
    confidence: Status
    can_be_taken: bool
    becomes: str
    now: str


@dataclass(frozen=True)
class ShownRecord:
    """The answers about one record. `is_new`: it would be added to the review. `same`: what the review says already."""

    name: str
    is_new: bool
    lines: Sequence[ShownLine]
    same: Sequence[str] = ()

    @property
    def takeable(self) -> int:
        """How many answers can be taken."""
        return sum(line.can_be_taken for line in self.lines)


@dataclass(frozen=True)
class ShownScans:
    """Which pages of the file are scans: a sentence on those that were not read, and on those that can be read wrongly."""

    not_read: str
    recognised: str
    what_to_do: str = WHAT_TO_DO


def scans(reading: Reading) -> ShownScans:
    """What to say of them; no sentence where there are none."""
    missing, unsure = reading.not_read, reading.recognised
    return ShownScans(
        f"{pages_are(missing)} in the file as pictures. Nothing on them was read." if missing else "",
        f"{pages_are(unsure)} a scan whose letters a program recognised. Compare names, dates and numbers with the file."
        if unsure
        else "",
    )


def shown(planned: Sequence[PlannedRecord]) -> list[ShownRecord]:
    """Everything that was read, record by record."""
    return [_record(one) for one in planned]


def _record(one: PlannedRecord) -> ShownRecord:
    news = [_line(line) for line in one.lines if line.fate is not Fate.SAME]
    same = [line.question.label for line in one.lines if line.fate is Fate.SAME]
    return ShownRecord(one.name, one.record is None, news, same)


def _line(line: Line) -> ShownLine:
    words = held_in_words(line.question, line.proposal.held)
    source = line.proposal.text
    return ShownLine(
        index=line.index,
        label=line.question.label,
        words=words,
        source="" if " ".join(source.split()) == " ".join(words.split()) else source,
        page=line.proposal.page,
        confidence=_confidence(line.proposal.confidence),
        can_be_taken=line.fate is Fate.PLACED,
        becomes=BECOMES.get(line.fate, ""),
        now=held_in_words(line.question, line.now) if line.fate is Fate.ANSWERED else "",
    )


def _confidence(share: float) -> Status:
    if share >= SURE:
        return Status(text="Sure", tone="done")
    return Status(text="Likely", tone="open") if share >= LIKELY else Status(text="Guessed", tone="attention")
