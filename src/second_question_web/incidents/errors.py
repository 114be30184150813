"""What an action on a notification refuses, with what the reader needs to put it right."""

from collections.abc import Sequence

from second_question.rules.answers import Finding
from second_question.rules.completeness import Obstacle


class NotComplete(Exception):
    """The notification cannot be sent yet: what is missing, and what is wrong."""

    def __init__(self, obstacles: Sequence[Obstacle], findings: Sequence[Finding]) -> None:
        super().__init__("; ".join([o.message for o in obstacles] + [f.message for f in findings]))
        self.obstacles = obstacles
        self.findings = findings


class LikelyDuplicate(Exception):
    """The incident may have been notified already; somebody must judge that first."""

    def __init__(self, how_many: int) -> None:
        super().__init__("this may have been notified already; say of each likely duplicate that it is not the same")
        self.how_many = how_many


class NeedsReason(ValueError):
    """A step that must say why came without a reason."""

    def __init__(self, step: str) -> None:
        super().__init__(f"Say why: {step} needs a reason.")


class NotNow(ValueError):
    """The step is not possible in the state that the notification is in; the message says why."""


class NothingChanged(ValueError):
    """An amendment that changes nothing."""

    def __init__(self) -> None:
        super().__init__("Nothing is different from what is recorded already. Change an answer, or go back.")


class WrongAnswers(ValueError):
    """Answers that cannot be right, such as a day in the future. Nothing was saved."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings
