"""How rows are chained: each digest covers the row and the digest before it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC

from second_question_web.trail.models import Entry

START = "0" * 64
_COVERED = (
    "number",
    "request_number",
    "address",
    "agent",
    "actor_key",
    "actor_name",
    "actor_organisation",
    "action",
    "subject_kind",
    "subject_key",
    "case",
    "outcome",
    "reason",
    "before",
    "after",
    "previous_digest",
)


@dataclass(frozen=True)
class BrokenLink:
    """The first row at which the chain does not hold, and what is wrong there."""

    number: int
    why: str


def digest_of(entry: Entry) -> str:
    """SHA-256 over the row's values in a fixed spelling, as hexadecimal."""
    values = {name: getattr(entry, name) for name in _COVERED}
    values["at"] = entry.at.astimezone(UTC).isoformat()
    spelled = json.dumps(values, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str)
    return hashlib.sha256(spelled.encode()).hexdigest()


def first_broken_link(entries: Iterable[Entry], last_number: int, last_digest: str) -> BrokenLink | None:
    """Reads the rows in order of their numbers and names the first that does not hold.

    Args:
        entries: every row, ascending.
        last_number: the number that the last row must have.
        last_digest: the digest that the last row must have.
    """
    number, digest = 0, START
    for entry in entries:
        if entry.number != number + 1:
            return BrokenLink(number + 1, f"row {number + 1} is missing")
        if entry.previous_digest != digest:
            return BrokenLink(entry.number, f"row {entry.number} does not follow from row {number}")
        if digest_of(entry) != entry.digest:
            return BrokenLink(entry.number, f"row {entry.number} was changed after it was written")
        number, digest = entry.number, entry.digest
    if (number, digest) != (last_number, last_digest):
        return BrokenLink(number + 1, f"rows after {number} are missing: the last must be {last_number}")
    return None
