"""A passage that shows why something is said of a document: its page, its place in the text and its words."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from second_question.documents.document import Document, Span


@dataclass(frozen=True)
class Evidence:
    """A quotation. `page` counts from 1; `text` is `document.text[start:end]` exactly."""

    page: int
    start: int
    end: int
    text: str

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"page": self.page, "start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True)
class Quoting:
    """Takes quotations out of one document."""

    document: Document

    def at(self, start: int, end: int) -> Evidence:
        """The words between two offsets, without the white space around them."""
        words = self.document.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return Evidence(self.page_of(start), start, end, self.document.text[start:end])

    def of(self, span: Span) -> Evidence:
        """The words of a stretch."""
        return self.at(span.start, span.end)

    def page_of(self, offset: int) -> int:
        """The page on which that character stands."""
        return max(1, bisect_right(self._starts, offset))

    @cached_property
    def _starts(self) -> list[int]:
        return [page.start for page in self.document.pages]
