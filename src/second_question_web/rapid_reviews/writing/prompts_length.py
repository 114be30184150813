"""How long the document would be, beside the length of the best ones (R6)."""

from dataclasses import dataclass
from math import ceil

from second_question.exchange.review import estimated_pages
from second_question.reading.prompts import LONGEST, SHORTEST
from second_question.rules.template.content import ReviewContent

SCALE = 24
"""Pages that the drawn scale has room for."""


@dataclass(frozen=True)
class Length:
    """An estimate in whole pages, and where it stands on a scale that is `SCALE` pages long."""

    pages: int

    @property
    def words(self) -> str:
        """The estimate in words."""
        return f"About {self.pages} page{'' if self.pages == 1 else 's'}"

    @property
    def best(self) -> tuple[int, int]:
        """Pages of the best rapid reviews, the fewest and the most."""
        return SHORTEST, LONGEST

    @property
    def on_scale(self) -> int:
        """Where it stands on the scale, at most at its end."""
        return min(self.pages, SCALE)


def length_of(content: ReviewContent) -> Length:
    """About how many pages it would have if it were sent now."""
    return Length(ceil(estimated_pages(content)))
