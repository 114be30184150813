"""What an import did, or would do: counts, and every row that is odd or was refused."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from second_question.exchange.csv_in import Problem
from second_question.exchange.csv_out import Cell
from second_question.exchange.notification_rows import NotificationRow
from second_question.rules.answers import Level

REPORT_COLUMNS = ("row", "column", "kind", "problem")


@dataclass
class Report:
    """The outcome of reading a file into the register. Nothing of a refused notification has come in."""

    dry_run: bool = False
    came_in: int = 0
    children: int = 0
    already_here: int = 0
    different: int = 0
    refused: int = 0
    first: str = ""
    last: str = ""
    problems: list[Problem] = field(default_factory=list)
    examples: list[NotificationRow] = field(default_factory=list)

    @property
    def errors(self) -> list[Problem]:
        """What kept rows out; the rest is only odd."""
        return [problem for problem in self.problems if problem.level is Level.ERROR]

    def as_json(self) -> dict[str, object]:
        """For `--json`: every count and every problem."""
        counts = {name: getattr(self, name) for name in _COUNTS}
        return counts | {"problems": [asdict(problem) for problem in self.problems]}

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The problems for a CSV file with `REPORT_COLUMNS`, in the order of the rows."""
        for problem in sorted(self.problems, key=lambda problem: problem.row or 0):
            kind = "refused" if problem.level is Level.ERROR else "please check"
            yield (problem.row, problem.column, kind, problem.message)


_COUNTS = ("dry_run", "came_in", "children", "already_here", "different", "refused", "first", "last")
