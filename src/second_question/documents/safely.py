"""Reading a file from outside in a process of its own, which may take so much time and memory and no more."""

import json
import os
import subprocess
import sys

from second_question.documents.document import CannotRead, Document
from second_question.documents.files import MOST_PAGES

REFUSED = 3
"""The exit status of the reading process when it says why it cannot read."""

_TOO_SLOW = "Reading the file took too long, and was stopped. Save the text alone as a new Word file, and send that."
_TOO_MUCH = (
    "The file cannot be read: it is damaged, or needs far more memory than a review. Save the text alone as a new Word file, "
    "and send that."
)


def read_safely(
    data: bytes, name: str, *, seconds: int = 30, megabytes: int = 600, most_pages: int = MOST_PAGES
) -> Document:
    """The document in a file that may be hostile.

    Args:
        data: what is in the file.
        name: what it is called.
        seconds: of computing time and of waiting.
        megabytes: of memory that the reading process may take.
        most_pages: a file with more pages is refused.

    Raises:
        CannotRead: with one sentence or two that say what is wrong and what to do.
    """
    limits = [f"--seconds={seconds}", f"--megabytes={megabytes}", f"--most-pages={most_pages}"]
    called = name.replace("\0", "")
    # -P: nothing is imported from the folder in which the server happens to stand.
    command = [sys.executable, "-P", "-m", "second_question.documents", *limits, f"--name={called}"]
    try:
        done = subprocess.run(  # noqa: S603  # our own program; the file goes in as data, its name as one argument
            command, input=data, capture_output=True, timeout=seconds, check=False, env=_environment()
        )
    except subprocess.TimeoutExpired as error:
        raise CannotRead(_TOO_SLOW) from error
    if done.returncode == REFUSED:
        raise CannotRead(done.stdout.decode())
    if done.returncode:
        raise CannotRead(_TOO_MUCH)
    return Document.from_json(json.loads(done.stdout))


def _environment() -> dict[str, str]:
    """What the reading process may know: where to find Python's files, and none of the server's secrets."""
    wanted = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")
    return {name: os.environ[name] for name in wanted if name in os.environ} | {"PYTHONUTF8": "1"}
