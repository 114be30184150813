"""The leak check of a file that may be hostile, in a process of its own with limits on time and memory."""

import json
import subprocess
import sys

from second_question.documents import CannotRead, Document
from second_question.documents.limits import OF_A_BATCH
from second_question.documents.safely import environment
from second_question.exchange.redaction.leaks import Leak, Where, leaks_of_document, telling
from second_question.reading.identities import people_from_json

REFUSED = 3
_NOT_CHECKED = (
    "What lies beside the text of this file could not be checked: it is damaged, or takes too long. Save the text as a new "
    "file, and check that."
)


def leaks_safely(data: bytes, document: Document, people: str = "{}") -> list[Leak]:
    """What a file gives away beside its text (`leaks.leaks_in`); `people` is the case's record as People JSON.

    Raises:
        CannotRead: it could not be checked; the message says what to do.
    """
    found: list[Leak] = []
    if document.kind in ("pdf", "docx"):
        found = [Leak(Where(where), text, page) for where, text, page in _checked(data, document.kind, people)]
    found += leaks_of_document(document, telling(people_from_json(people)))
    return list(dict.fromkeys(found))


def _checked(data: bytes, kind: str, people: str) -> list[tuple[str, str, int | None]]:
    command = [sys.executable, "-P", "-m", "second_question.exchange.redaction"]
    given = json.dumps({"kind": kind, "people": people}).encode() + b"\n" + data
    try:
        done = subprocess.run(  # noqa: S603  # our own program; the file goes in as data
            command, input=given, capture_output=True, timeout=OF_A_BATCH.seconds, check=False, env=environment()
        )
    except subprocess.TimeoutExpired as error:
        raise CannotRead(_NOT_CHECKED) from error
    if done.returncode == REFUSED:
        raise CannotRead(done.stdout.decode())
    if done.returncode:
        raise CannotRead(_NOT_CHECKED)
    return [(where, text, page) for where, text, page in json.loads(done.stdout)]
