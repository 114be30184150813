"""What an action on a referral refuses, in words for the person who asked."""

from collections.abc import Mapping, Sequence


class WrongAnswers(Exception):
    """Answers are missing or cannot be right: what to do, by question id. Nothing was sent."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(errors.values()))
        self.errors = dict(errors)


class ViewsMissing(Exception):
    """A decision before every safeguarding partner has said what they think, and no reason why."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = tuple(kinds)
        super().__init__(
            f"No view is recorded of: {', '.join(kinds)}. Record it first, or say why the decision is taken without it"
        )


class CannotScreen(Exception):
    """The step makes no sense now. `field` is the question of the form that the message belongs to, or nothing."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field
        self.message = message
