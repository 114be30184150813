"""A measured figure beside its limit, and the table of them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`limit` is what the issue asks for, in the same unit; `beside` says what it is compared with, and the ratio."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    beside: str = ""

    @property
    def kept(self) -> bool:
        """Whether the limit is kept; true where there is none."""
        return self.limit is None or self.value <= self.limit

    def line(self) -> str:
        """One row of the table."""
        limit = f"{self.limit:g} {self.unit}" if self.limit is not None else ""
        return f"| {self.name} | {self.value:.4g} {self.unit} | {limit} | {'' if self.kept else '**over**'} | {self.beside} |"


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    head = "| what | measured | limit | | beside |\n| --- | --- | --- | --- | --- |\n"
    return head + "\n".join(figure.line() for figure in figures)
