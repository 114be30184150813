"""What actions on accounts refuse, in words for the person who asked."""


class NotPossible(Exception):
    """The action makes no sense for this account as it stands. The message says why and what to do instead."""


class AlreadyHere(NotPossible):
    """Somebody with that e-mail address has an account."""

    def __init__(self) -> None:
        super().__init__("Somebody with this email address already has an account. Look in the list of people.")


class LastAdministrator(NotPossible):
    """Nobody would be left to look after accounts."""

    def __init__(self) -> None:
        super().__init__(
            "This is the last administrator of the whole installation. Give somebody else that role first, "
            "so that there is always one."
        )


class LinkDoesNotWork(NotPossible):
    """A secret address that is used up, too old, or never was."""

    def __init__(self) -> None:
        super().__init__("This link does not work any more. Ask your administrator for a new one.")
