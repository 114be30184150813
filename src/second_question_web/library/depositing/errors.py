"""What depositing refuses, in words for the person who deposits."""

from collections.abc import Mapping


class Refusal(ValueError):
    """What was asked for cannot be done like that. `problems` are sentences by the name of the field to put right."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)


class NotNow(ValueError):
    """The step is not possible as the document stands; the message says why."""
