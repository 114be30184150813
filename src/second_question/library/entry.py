"""What the library keeps of a document: facts, passages, recommendations, and who may see it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PUBLIC = "public"
"""The visibility of what everybody may see. Any other visibility is a name: of a partnership, or of the Panel."""
OWN = "own"
"""The visibility of what was added without saying who may see it."""


KEY = 12
"""Letters of a permanent name: the beginning of the digest of the file."""


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class KeptPassage:
    """A stretch `text[start:end]` of a document; `headings` are those above it, the highest first; `themes` are codes."""

    page: int
    start: int
    end: int
    headings: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptRecommendation:
    """Where a recommendation stands, and its number in the report, "" where it has none."""

    page: int
    start: int
    end: int
    number: str = ""


@dataclass(frozen=True)
class Entry:
    """A document, or a record of one whose file is not here (then `text` is a summary and has no pages).

    `key` is its permanent name, `digest` the SHA-256 of the file. `ages` are whole years, `areas` names or codes, `published`
    as exact as it is known: 2021-06-14, 2021-06 or 2021. `facts` is all that the command `metadata` says. `sketch` are the
    smallest hashes of its runs of words, by which near-copies are found.
    """

    key: str
    digest: str
    name: str
    text: str
    title: str
    kind: str
    area: str | None = None
    authorities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    nation: str | None = None
    published: str | None = None
    ages: tuple[int, ...] = ()
    address: str = ""
    is_record: bool = False
    pages: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict)
    passages: tuple[KeptPassage, ...] = ()
    recommendations: tuple[KeptRecommendation, ...] = ()
    sketch: tuple[int, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return int(self.published[:4]) if self.published else None
