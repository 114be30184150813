"""Reading a file from outside in a process of its own, which may take so much time and memory and no more."""

import os
import subprocess
import sys

from second_question.documents.answers import REFUSED, TOO_SLOW, Answer, document_in
from second_question.documents.document import Document
from second_question.documents.limits import OF_AN_IMPORT, Limits


def read_safely(
    data: bytes,
    name: str,
    *,
    seconds: int = OF_AN_IMPORT.seconds,
    megabytes: int = OF_AN_IMPORT.megabytes,
    most_pages: int = OF_AN_IMPORT.most_pages,
    recognition_seconds: int = OF_AN_IMPORT.recognition_seconds,
) -> Document:
    """The document in a file that may be hostile.

    Args:
        data: what is in the file.
        name: what it is called.
        seconds: of computing time.
        megabytes: of memory that the reading process may take.
        most_pages: a file with more pages is refused.
        recognition_seconds: of waiting for scanned pages to be recognised; what is not by then is marked as such.

    Raises:
        CannotRead: with one sentence or two that say what is wrong and what to do.
    """
    return document_in(*answer_safely(data, name, Limits(seconds, megabytes, most_pages, recognition_seconds)))


def answer_safely(data: bytes, name: str, limits: Limits) -> Answer:
    """What a process that reads this file alone says of it."""
    command = command_for(limits, name)
    try:
        done = subprocess.run(  # noqa: S603  # our own program; the file goes in as data, its name as one argument
            command, input=data, capture_output=True, timeout=limits.waiting, check=False, env=environment()
        )
    except subprocess.TimeoutExpired:
        return REFUSED, TOO_SLOW.encode()
    return done.returncode, done.stdout


def command_for(limits: Limits, name: str | None) -> list[str]:
    """The command that starts a reading process: for the file of that name, or for one after the other."""
    # -P: nothing is imported from the folder in which the server happens to stand.
    return [
        *(sys.executable, "-P", "-m", "second_question.documents"),
        *(f"--seconds={limits.seconds}", f"--megabytes={limits.megabytes}", f"--most-pages={limits.most_pages}"),
        f"--recognition-seconds={limits.recognition_seconds}",
        "--one-after-the-other" if name is None else "--name=" + name.replace("\0", ""),
    ]


def environment() -> dict[str, str]:
    """What the reading process may know: where to find Python's files, and none of the server's secrets."""
    wanted = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "TESSDATA_PREFIX")
    return {name: os.environ[name] for name in wanted if name in os.environ} | {"PYTHONUTF8": "1"}
