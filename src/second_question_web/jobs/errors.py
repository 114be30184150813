"""What background work says when it cannot be done."""


class CannotDo(Exception):
    """The work cannot be done, and trying again would not help. The message is for the person who asked; it tells
    nothing about a case."""
