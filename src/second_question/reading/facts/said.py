"""One fact with the passage that says it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from second_question.documents.evidence import Evidence

Value = TypeVar("Value")


@dataclass(frozen=True)
class Said(Generic[Value]):
    """What a document says of itself, and where it says so."""

    value: Value
    evidence: Evidence


def squeezed(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())
