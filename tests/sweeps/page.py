"""A page as one person opens it, for the sweeps that walk over all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

Place = Callable[[], tuple[object, ...]]


def nothing() -> tuple[object, ...]:
    """An address without places."""
    return ()


@dataclass(frozen=True)
class Page:
    """A page as one person opens it; nobody named is somebody who is not signed in."""

    name: str
    who: str = ""
    place: Place = nothing
    query: str = ""
    is_file: bool = False
    only_prepared: bool = False  # shows what the sweep itself puts into the demo

    def __str__(self) -> str:
        place = "" if self.place is nothing else getattr(self.place, "__name__", "")
        return "-".join(filter(None, (self.name, self.who, place, self.query)))

    def address(self) -> str:
        """Where the page is in this demo."""
        return reverse(self.name, args=self.place()) + self.query
