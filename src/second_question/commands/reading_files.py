"""The files that a command is given, read side by side and given in order; one that cannot be read does not stop the others."""

import hashlib
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from second_question.documents import CannotRead, Document
from second_question.documents.batches import ReadingProcess, each_read
from second_question.documents.folders import documents_in
from second_question.documents.reports import Report, entry_for
from second_question.documents.scanned import pages_are

STANDARD_INPUT = "-"
MOST_BYTES = 500 * 1024 * 1024

_TOO_LARGE = (
    f"The file is larger than {MOST_BYTES // 1024 // 1024} MB, so it is no report. Save its text alone, and use that."
)
_NOTHING_THERE = "The folder holds no PDF, Word, HTML, Markdown or text file. Check the name of the folder."


@dataclass(frozen=True)
class GivenFile:
    """A file of the command line: the document in it, or the sentence that says why there is none.

    `digest` is the SHA-256 of its bytes, empty where it could not be opened. `done` is true where the report of an earlier
    run has it already; then it was not read again.
    """

    file: str
    document: Document | None
    problem: str = ""
    digest: str = ""
    done: bool = False


def given_files(
    names: Sequence[str], *, workers: int | None = None, report: Path | None = None
) -> Generator[GivenFile, None, None]:
    """Every file in the order given, `-` for standard input, a folder for the documents in it and below it.

    Progress goes to standard error when it is a terminal.

    Args:
        names: files and folders.
        workers: how many files are read at once; by default as many as there are processors.
        report: a file of JSON lines that says of each file what was read and what was not. Files that it names already,
            with the same bytes, are left out: so a run that was stopped goes on. A file is written down once the caller
            asks for the next, so what the caller had not finished is given again.
    """
    from tqdm import tqdm

    files = [file for name in names for file in _files_of(name)]
    record = Report(report) if report else None
    read = partial(_given, record=record)
    several = max(1, min(workers or os.cpu_count() or 1, len(files)))
    bar = tqdm(total=len(files), unit="file", file=sys.stderr, disable=None if len(files) > 1 else True, leave=False)
    with closing(bar), closing(each_read(files, read, workers=several)) as each:
        for given in each:
            if not given.done:
                for notice in notices(given):
                    bar.write(notice, file=sys.stderr)
                yield given
                if record:
                    record.add(entry_for(given.file, given.digest, given.document, given.problem))
            bar.update()


def notices(given: GivenFile) -> list[str]:
    """What a person should know of a file that was read in part, or whose letters a program recognised."""
    if given.document is None:
        return []
    missing, recognised = given.document.needs_ocr, given.document.recognised
    said = []
    if missing:
        said.append(f"{pages_are(missing)} in the file as pictures and not read: {_why_not(given.document)}.")
    if recognised:
        said.append(
            f"{pages_are(recognised)} a scan whose letters were recognised: names and figures there can be wrong."
        )
    return [f"{given.file}: {sentence}" for sentence in said]


def _why_not(document: Document) -> str:
    if document.kind == "docx":
        return "only those of PDF files are recognised"
    return "Tesseract is not installed, or ran out of time"


def _files_of(name: str) -> list[str | GivenFile]:
    """The file itself; or those in the folder, or the problem that there are none."""
    if name == STANDARD_INPUT or not Path(name).is_dir():
        return [name]
    found = [str(path) for path in documents_in(Path(name))]
    return [*found] or [GivenFile(name, None, f"{name}: {_NOTHING_THERE}")]


def _given(file: str | GivenFile, process: ReadingProcess, record: Report | None) -> GivenFile:
    if isinstance(file, GivenFile):
        return file
    try:
        data = _bytes_of(file)
    except OSError as error:
        return GivenFile(file, None, f"{file}: {error.strerror}. Check the name of the file.")
    except CannotRead as reason:
        return GivenFile(file, None, f"{file}: {reason}")
    digest = hashlib.sha256(data).hexdigest()
    if record and record.has(file, digest):
        return GivenFile(file, None, digest=digest, done=True)
    try:
        called = "standard input.txt" if file == STANDARD_INPUT else Path(file).name
        return GivenFile(file, process.read(data, called), digest=digest)
    except CannotRead as reason:
        return GivenFile(file, None, f"{file}: {reason}", digest)


def _bytes_of(file: str) -> bytes:
    """What is in the file, which can be a pipe that never ends."""
    if file == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        with Path(file).open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise CannotRead(_TOO_LARGE)
    return data
