"""What a change to a partnership may stumble over, in words for the person who asked."""


class CannotChange(Exception):
    """The change makes no sense. `field` is the question of the form that the message belongs to."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message
