"""The files that a command is given, read one after the other; one that cannot be read does not stop the others."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from second_question.documents import CannotRead, Document, read_safely

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class GivenFile:
    """A file of the command line: the document in it, or the sentence that says why there is none."""

    file: str
    document: Document | None
    problem: str = ""


def given_files(names: Sequence[str]) -> Iterator[GivenFile]:
    """Every file in the order given, `-` for standard input; progress goes to standard error when it is a terminal."""
    from tqdm import tqdm

    for name in tqdm(names, unit="file", file=sys.stderr, disable=None if len(names) > 1 else True, leave=False):
        yield _read(name)


def _read(name: str) -> GivenFile:
    try:
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        called = "standard input.txt" if name == STANDARD_INPUT else Path(name).name
        return GivenFile(name, read_safely(data, called))
    except CannotRead as reason:
        return GivenFile(name, None, f"{name}: {reason}")
    except OSError as error:
        return GivenFile(name, None, f"{name}: {error.strerror}. Check the name of the file.")
