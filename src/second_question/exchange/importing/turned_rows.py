"""Tables whose columns are people: the first column asks, every other one answers for a person."""

from collections.abc import Sequence

from second_question.documents import Span
from second_question.exchange.importing.guide import Guide
from second_question.exchange.importing.label_rows import LabelRows
from second_question.rules.questions import Question

PEOPLE = ("child", "family_member", "participant")
FEWEST_COLUMNS, FEWEST_ROWS = 3, 2

Row = Sequence[Span]


class TurnedRows:
    """Reads tables that are turned by a right angle."""

    def __init__(self, guide: Guide, rows: LabelRows) -> None:
        self._draft, self._at, self._index, self._label_rows = guide.draft, guide.at, guide.index, rows

    def questions_of(self, rows: Sequence[Row]) -> list[Question] | None:
        """The question of each row; None where it is no such table."""
        width = max(len(row) for row in rows)
        if (
            width < FEWEST_COLUMNS
            or len(rows) < FEWEST_ROWS
            or any(len(self._label_rows.labels_of(row)) > 1 for row in rows)
        ):
            return None
        for kind in sorted(PEOPLE, key=lambda one: one != self._at.kind):
            found = [self._index.column(self._draft.said(row[0]), kind) for row in rows]
            questions = [question for question in found if question]
            filled = sum(bool(self._draft.said(cell).strip()) for row in rows for cell in row[2:])
            if len(questions) == len(rows) and filled >= len(rows) / 2 and questions[0].id in ("full_name", "name"):
                return questions
        return None

    def read(self, questions: Sequence[Question], rows: Sequence[Row]) -> None:
        """A record for each column but the first."""
        kind = next(k for k in sorted(PEOPLE, key=lambda one: one != self._at.kind) if self._asks(k, questions))
        width = max(len(row) for row in rows)
        for row in rows:
            self._draft.recognise(row[0])
        for column in range(1, width):
            record = self._draft.begin(kind)
            for question, row in zip(questions, rows, strict=True):
                if column < len(row):
                    self._draft.put(record, question, row[column], self._at.confidence)

    def _asks(self, kind: str, questions: Sequence[Question]) -> bool:
        return all(question in self._draft.form.questions_of(kind) for question in questions)
