"""Tables: which rows are records, which are labels with their answers, which are criteria."""

from collections.abc import Sequence

from second_question.documents import Block, Span
from second_question.exchange.importing.criteria_rows import CriteriaRows
from second_question.exchange.importing.guide import Guide
from second_question.exchange.importing.headings import HeadingReader
from second_question.exchange.importing.label_rows import LabelRows
from second_question.exchange.importing.records import RecordRows, columns_of
from second_question.exchange.importing.turned_rows import TurnedRows
from second_question.exchange.importing.wordlists import is_beside
from second_question.rules.questions import Kind

FACTS = 2
"""So many rows about the review as such make a table of them."""
MOST_CELLS = 3
"""Of a row of people without a head: name, post, organisation."""

Row = Sequence[Span]


class TableReader:
    """Reads the tables of one document."""

    def __init__(self, guide: Guide, headings: HeadingReader) -> None:
        self._guide, self._headings = guide, headings
        self._draft, self._at, self._index = guide.draft, guide.at, guide.index
        self._records = RecordRows(guide.draft, guide.at, guide.index)
        self._labels = LabelRows(guide)
        self._criteria = CriteriaRows(guide, self._labels)
        self._turned = TurnedRows(guide, self._labels)

    def read(self, block: Block) -> None:
        """A table, whatever it is; one that is nothing known is kept for placing by hand."""
        stretch: list[Row] = []
        for row in block.rows:
            only = self._only_cell(row)
            if only and self._is_heading(only, over_all=len(row) == 1):
                self._read_stretch(stretch)  # which can move the place, so that the row is no heading there
                stretch = [] if self._headings.read_in_table(only) else [row]
            else:
                stretch.append(row)
        self._read_stretch(stretch)

    def _only_cell(self, row: Row) -> Span | None:
        """The cell of a row in which no other has words."""
        filled = [cell for cell in row if self._draft.said(cell).strip()]
        return filled[0] if len(filled) == 1 and filled[0] is row[0] else None

    def _is_heading(self, cell: Span, *, over_all: bool) -> bool:
        """Whether a cell alone in its row opens something. Beside empty cells it may be a label without an answer."""
        said = self._draft.said(cell)
        target = self._guide.target(said, max(1, self._at.section_level))
        return target is not None and (over_all or (target.question is None and said.isupper()))

    def _read_stretch(self, all_rows: Sequence[Row]) -> None:
        rows = [row for row in all_rows if not self._is_beside_the_answers(row, alone=len(all_rows) == 1)]
        if not rows:
            return
        if self._is_of_facts(rows):
            self._read_facts(rows)
        elif self._criteria.are_criteria(rows):
            self._criteria.read(rows)
        elif questions := self._turned.questions_of(rows):
            self._turned.read(questions, rows)
        elif self._labels.are_labels(rows[1:]):
            self._labels.read(rows)
        elif columns := columns_of(self._draft, self._index, rows[0], self._at.kind):
            self._records.read(columns, rows)
        elif self._labels.are_labels(rows) or all(self._only_cell(row) for row in rows):
            self._labels.read(rows)
        elif not (self._continues_answer(rows) or self._reads_people(rows)):
            self._draft.set_aside(Span(rows[0][0].start, rows[-1][-1].end), self._at.heading)

    def _is_beside_the_answers(self, row: Row, *, alone: bool) -> bool:
        """Heads of columns such as "Question" and "Answer"; and the head of a table below which nothing was filled in."""
        all_heads = all(is_beside(self._draft.said(cell), "heads") for cell in row)
        if all_heads or (alone and is_beside(self._at.heading, "headings")):
            for cell in row:
                self._draft.recognise(cell)
            return True
        return False

    def _is_of_facts(self, rows: Sequence[Row]) -> bool:
        """Whether a table tells of the review as such: its reference, its area, its dates."""
        return sum(self._fact_in(row) is not None for row in rows) >= FACTS

    def _fact_in(self, row: Row) -> str | None:
        target = self._index.find(self._draft.said(row[0])) if len(row) > 1 else None
        return target.fact if target and target.fact else None

    def _read_facts(self, rows: Sequence[Row]) -> None:
        for row in rows:
            fact = self._fact_in(row)
            self._draft.recognise(row[0])
            for cell in row[1:]:
                if fact:
                    self._draft.put_fact(fact, cell)
                elif is_beside(self._draft.said(row[0]), "facts") or is_beside(self._draft.said(cell), "heads"):
                    self._draft.recognise(cell)
                else:
                    self._draft.set_aside(cell, self._draft.said(row[0]))

    def _reads_people(self, rows: Sequence[Row]) -> bool:
        """Names with posts, without a head."""
        filled = [[cell for cell in row if self._draft.said(cell).strip()] for row in rows]
        if self._at.section != "participants" or not all(1 < len(cells) <= MOST_CELLS for cells in filled):
            return False
        for cells in filled:
            self._guide.lines.read_row(cells)
        return True

    def _continues_answer(self, rows: Sequence[Row]) -> bool:
        """A table under a question that takes paragraphs is part of the answer."""
        question, record = self._at.question, self._at.its_record()
        if question is None or question.kind is not Kind.LONG_TEXT or record is None:
            return False
        for row in rows:
            self._draft.put(record, question, Span(row[0].start, row[-1].end), self._at.confidence)
        return True
