"""What the trail refuses."""


class TrailIsAppendOnly(Exception):
    """Somebody tried to change or delete a row of the trail."""

    def __init__(self) -> None:
        super().__init__("the trail only grows; rows are added with trail.actions.record and never changed")


class NobodyNamed(Exception):
    """A change came without the person who made it."""

    def __init__(self, action: str) -> None:
        super().__init__(f"{action}: say who did it; the trail takes no anonymous change")
