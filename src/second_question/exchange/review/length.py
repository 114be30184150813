"""How long a review is: the pages of a PDF, and an estimate from the answers alone that a page can show while one writes.

The best reviews that were studied have 6 to 16 pages (R6).
"""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from second_question.exchange.review.sections import GROUNDS, Shape, names_itself, of_template, shape_of, shares
from second_question.rules.questions import Question, Section
from second_question.rules.template.content import ContentRecord, ReviewContent
from second_question.rules.template.parts import RAPID_REVIEW_2021

# In pages, fitted to PDFs of 7 to 29 pages; tests/core/test_review_length.py keeps them honest.
ALWAYS, PATHWAYS = 1.6, 1.7
PROSE, PROSE_LINE = 0.02, 0.018
FACT, FACT_LINE = 0.0092, 0.0155
ROW, ROW_LINE = 0.02, 0.0155
MOMENT, MOMENT_LINE = 0.05, 0.022
HEADINGS = {"child": 0.03, "family_member": 0.05, "agency_summary": 0.05, "agency_episode": 0.05, "episode": 0.05}
MISSING = PROSE + PROSE_LINE
LINES_OF_A_ROW_WITHOUT_RECORD = 2
# Letters a line: in prose, beside a question, in a table, in a table across the page, in a question of a table of facts.
WIDE = {Shape.PROSE: 105.0, Shape.CARDS: 72.0, Shape.TABLE: 110.0, Shape.WIDE_TABLE: 175.0, Shape.WEIGHED: 110.0}
OF_A_LABEL = 36.0
WEIGHED_SHARES = (1.5 / 4.65, 2.1 / 4.65)


@dataclass(frozen=True)
class _Place:
    """Where an answer stands: the row it shares with others, how many letters go into a line, lines of its question."""

    shape: Shape
    row: str
    letters: float
    lines: int


def pages(document: bytes) -> int:
    """How many pages a PDF has.

    Raises:
        pypdfium2.PdfiumError: the bytes are no PDF.
    """
    import pypdfium2

    opened = pypdfium2.PdfDocument(document)
    try:
        return len(opened)
    finally:
        opened.close()


def estimated_pages(content: ReviewContent) -> float:
    """About how many pages the PDF will have, mostly right to within a page; quick enough for every page of the site."""
    rows = len(content.agencies) + sum(len(decision.signatures) for decision in content.decisions)
    total = ALWAYS + rows * (ROW + LINES_OF_A_ROW_WITHOUT_RECORD * ROW_LINE)
    total += MISSING * len(_needed() - content.review.answers.keys() - content.review.unanswered.keys())
    total += sum(_pages_of(record) for record in content.records)
    return round(total + (PATHWAYS if content.of("moment") else 0), 1)


def _pages_of(record: ContentRecord) -> float:
    places = _places()[record.kind]
    total = HEADINGS.get(record.kind, 0.0)
    rows: dict[str, int] = {}
    for question, answer in record.answers.items():
        place = places.get(question, _OWN)
        lines = max(place.lines, _lines(answer, place.letters))
        if place.shape is Shape.PROSE:
            total += PROSE + lines * PROSE_LINE
        elif place.shape is Shape.CARDS:
            total += FACT + lines * FACT_LINE
        else:
            rows[place.row] = max(rows.get(place.row, 0), lines)
    a_row, a_line = (MOMENT, MOMENT_LINE) if record.kind == "moment" else (ROW, ROW_LINE)
    return total + sum(a_row + lines * a_line for lines in rows.values())


def _lines(answer: object, letters: float) -> int:
    if isinstance(answer, str):
        return max(1, ceil(len(answer) / letters) + answer.count("\n"))
    return max(1, len(answer)) if isinstance(answer, tuple) else 1


_OWN = _Place(Shape.PROSE, "", WIDE[Shape.PROSE], 1)


@lru_cache(maxsize=1)
def _needed() -> frozenset[str]:
    """What the review itself must say, and is told of as not answered as long as it does not."""
    asked = RAPID_REVIEW_2021.questions_of("review")
    return frozenset(question.id for question in asked if question.required and question.shown_when is None)


@lru_cache(maxsize=1)
def _places() -> dict[str, dict[str, _Place]]:
    """Kind of record -> question -> where its answer stands."""
    found: dict[str, dict[str, _Place]] = {}
    for section in RAPID_REVIEW_2021.sections:
        questions = of_template(section)
        widths = shares(questions)
        whole = sum(widths) + (0 if names_itself(section) else 1.3)
        for question, width in zip(questions, widths, strict=True):
            found.setdefault(section.record, {})[question.id] = _place(section, question, width / whole)
    return found


def _place(section: Section, question: Question, share: float) -> _Place:
    shape = shape_of(section)
    wide = WIDE[shape]
    if shape in (Shape.TABLE, Shape.WIDE_TABLE):
        return _Place(shape, section.id, wide * share, 1)
    if shape is Shape.WEIGHED:
        criterion, grounds = (wide * part for part in WEIGHED_SHARES)
        if question.id.endswith(GROUNDS):
            return _Place(shape, question.id.removesuffix(GROUNDS), grounds, 1)
        return _Place(shape, question.id, criterion, ceil(len(question.label) / criterion))
    return _Place(shape, "", wide, ceil(len(question.label) / OF_A_LABEL) if shape is Shape.CARDS else 1)
