"""What a change to a clock refuses, with what the reader needs to put it right."""


class ClockRefusal(ValueError):
    """The clock cannot be changed like that. `field` is the part of the form that must be put right; empty for none."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class ClockChangedMeanwhile(ClockRefusal):
    """Somebody else changed the review since the page was opened. Nothing was saved."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else changed this rapid review since you opened the page. What it says now is shown here, and what "
            "you typed is kept. Check it and send it again if it is still right."
        )


class NotNow(ValueError):
    """The step is not possible in the state that the review is in; the message says why and what can be done."""


class Refusal(ValueError):
    """What was asked for cannot be done like that. `field` is the part of the form to put right; empty for none."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field
