"""The report of a batch: for each file what was read, what was not and why; a run that was stopped goes on from it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from second_question.documents.document import Document

READ, PARTLY_READ, NOT_READ = "read", "partly read", "not read"


@dataclass(frozen=True)
class Entry:
    """A line of the report.

    `digest` is the SHA-256 of the file. `needs_ocr` are pages that are pictures and were not read, `recognised` those that
    were read by recognising their letters and can be wrong, `problem` the sentence that says why nothing was read.
    """

    file: str
    digest: str
    status: str
    kind: str = ""
    pages: int = 0
    words: int = 0
    needs_ocr: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()
    problem: str = ""


def entry_for(file: str, digest: str, document: Document | None, problem: str) -> Entry:
    """What the report says of a file."""
    if document is None:
        return Entry(file, digest, NOT_READ, problem=problem)
    return Entry(
        file,
        digest,
        PARTLY_READ if document.needs_ocr else READ,
        document.kind,
        len(document.pages),
        len(document.text.split()),
        document.needs_ocr,
        document.recognised,
    )


class Report:
    """A report in a file of JSON lines, one a file. What an earlier run wrote there stays."""

    def __init__(self, path: Path) -> None:
        self._path = path
        earlier = path.read_text(encoding="utf-8") if path.exists() else ""
        self._done = {(entry["file"], entry["digest"]) for entry in _entries(earlier) if entry["status"] != NOT_READ}
        self._ends_within_a_line = bool(earlier) and not earlier.endswith("\n")

    def has(self, file: str, digest: str) -> bool:
        """Whether an earlier run has read this file, with the same bytes. A file that was not read is tried again."""
        return (file, digest) in self._done

    def add(self, entry: Entry) -> None:
        """Write a line, at once, so that a run that is stopped loses nothing."""
        with self._path.open("a", encoding="utf-8") as lines:
            if self._ends_within_a_line:
                lines.write("\n")
            lines.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        self._ends_within_a_line = False


def _entries(lines: str) -> Iterator[dict[str, Any]]:
    """The whole lines; one that a stopped run left half-written counts for nothing."""
    for line in lines.splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and {"file", "digest", "status"} <= entry.keys():
            yield entry
