"""Tables of criteria: a criterion in each row, with whether it is met and on what grounds."""

from collections.abc import Sequence

from second_question.documents import Span
from second_question.exchange.importing.criteria import CriteriaReader
from second_question.exchange.importing.guide import Guide
from second_question.exchange.importing.label_rows import LabelRows
from second_question.exchange.importing.values import read_value
from second_question.exchange.importing.wordlists import plain
from second_question.rules.questions import Question

CRITERIA = 2
"""So many rows about criteria make a table of criteria."""

Row = Sequence[Span]


class CriteriaRows:
    """Reads rows of criteria."""

    def __init__(self, guide: Guide, rows: LabelRows) -> None:
        self._draft, self._at, self._label_rows = guide.draft, guide.at, rows
        self._criteria = CriteriaReader(guide.draft, guide.at)

    def are_criteria(self, rows: Sequence[Row]) -> bool:
        """Whether several of these rows are about a criterion each."""
        known = {question.id for row in rows if (question := self._criterion_of(row))}
        return len(known) >= CRITERIA

    def read(self, rows: Sequence[Row]) -> None:
        """Every row; one about no criterion is the head, or something else that is asked."""
        for row in rows:
            met = self._criterion_of(row)
            if met is not None:
                self._read_row(met, row)
            elif self._is_head(row, rows[0]):
                for cell in row:
                    self._draft.recognise(cell)
            else:
                self._label_rows.read_row(row)
        self._at.question = None

    def _read_row(self, met: Question, row: Row) -> None:
        others = [cell for cell in row[1:] if self._draft.said(cell).strip()]
        answer = next((cell for cell in others if read_value(met, self._draft.said(cell)).is_read), None)
        empty = Span(row[0].end, row[0].end)
        rest = [cell for cell in others if cell is not answer]
        self._criteria.read(met, row[0], answer or empty, rest[0] if rest else empty)
        for cell in rest[1:]:
            self._criteria.read(met, empty, empty, cell)

    def _criterion_of(self, row: Row) -> Question | None:
        return self._criteria.question_in(self._draft.said(row[0])) if len(row) > 1 else None

    def _is_head(self, row: Row, head: Row) -> bool:
        """Whether it is the first row, or says the same again on the next page."""
        return [plain(self._draft.said(cell)) for cell in row] == [plain(self._draft.said(cell)) for cell in head]
