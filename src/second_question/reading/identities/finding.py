"""What is found in a text, and what it is taken for. The names of kinds, sources and severities are fixed (interfaces.md)."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What something in a text is."""

    NAME = "name"
    DATE_OF_BIRTH = "date-of-birth"
    DATE = "date"
    AGE = "age"
    ADDRESS = "address"
    POSTCODE = "postcode"
    PLACE = "place"
    SCHOOL = "school"
    ORGANISATION = "organisation"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    NHS_NUMBER = "nhs-number"
    NI_NUMBER = "ni-number"
    CASE_NUMBER = "case-number"
    SOCIAL_MEDIA = "social-media"
    VEHICLE = "vehicle"
    OTHER = "other"


class Source(StrEnum):
    """How it was found: in the case's own record, by its shape, or by the words around it."""

    CASE_RECORD = "case-record"
    PATTERN = "pattern"
    MODEL = "model"


class Severity(StrEnum):
    """Whether it alone points to somebody."""

    IDENTIFIES = "identifies"
    MAY_IDENTIFY = "may identify"


@dataclass(frozen=True)
class Found:
    """A stretch of a text: `text[start:end]`. `about` is whom or what of the case's record it means, "" when not known."""

    kind: Kind
    start: int
    end: int
    source: Source
    severity: Severity
    suggestion: str
    about: str = ""

    @property
    def length(self) -> int:
        """In characters."""
        return self.end - self.start

    def moved(self, by: int) -> "Found":
        """The same, in a text with so many more characters before it."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True)
class Finding:
    """A `Found` in a document. `page` counts from 1; `text` is `document.text[start:end]` exactly."""

    kind: Kind
    text: str
    page: int
    start: int
    end: int
    source: Source
    severity: Severity
    suggestion: str
    about: str = ""

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it; whom it is about stays out."""
        return {
            "kind": str(self.kind),
            "text": self.text,
            "page": self.page,
            "start": self.start,
            "end": self.end,
            "source": str(self.source),
            "severity": str(self.severity),
            "suggestion": self.suggestion,
        }


_SOURCE_ORDER = {Source.CASE_RECORD: 0, Source.PATTERN: 1, Source.MODEL: 2}


def settled(found: list[Found]) -> list[Found]:
    """Without overlaps, in the order of the text: the case's record goes before patterns, and these before the rest.

    What goes before takes over the whole of what it is a part of, if both are of one kind: with a surname of the record, the
    forename beside it.
    """
    kept: list[Found] = []
    taken = [-1] * max((one.end for one in found), default=0)
    for one in sorted(found, key=_precedence):
        before = set(taken[one.start : one.end]) - {-1}
        if not before:
            taken[one.start : one.end] = [len(kept)] * one.length
            kept.append(one)
        elif len(before) == 1:
            index = before.pop()
            part = kept[index]
            if part.kind is one.kind and one.start <= part.start and part.end <= one.end:
                taken[one.start : one.end] = [index] * one.length
                kept[index] = replace(part, start=one.start, end=one.end)
    return sorted(kept, key=lambda one: one.start)


def _precedence(one: Found) -> tuple[int, int, int]:
    return _SOURCE_ORDER[one.source], -one.length, one.start
