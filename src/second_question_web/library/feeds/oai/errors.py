"""What the protocol refuses, by its own codes."""


class Refused(Exception):
    """A request that cannot be answered. `code` is that of the protocol; the message is for whoever runs the harvester."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def bad_argument(message: str) -> Refused:
    """An argument is missing, not known, repeated or not well formed."""
    return Refused("badArgument", message)
