"""What saving answers refuses, with what the reader needs to go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Theirs:
    """What somebody else has saved since the page was opened, by question id, as stored (see `held.Held`)."""

    held: Mapping[str, Mapping[str, object]]
    version: int
    seen: str
    changed_by: str
    changed_at: datetime


class ChangedMeanwhile(Exception):
    """Somebody else changed the same answers since the page was opened. Nothing was saved."""

    def __init__(self, theirs: Theirs) -> None:
        super().__init__(
            f"{theirs.changed_by} changed these answers since you opened the page; nothing was overwritten"
        )
        self.theirs = theirs
