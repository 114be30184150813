"""What a reading process says of a file, as bytes for the process that asked, and the document or the reason in it."""

import json
import signal

from second_question.documents.document import CannotRead, Document
from second_question.documents.limits import Limits

READ, REFUSED, FAILED = 0, 3, 1
"""Exit status: there is a document; there is none, and the answer says why; the process did not come to an end."""

Answer = tuple[int, bytes]
"""The exit status of a reading process (below zero the signal that ended it), and what it wrote."""

TOO_SLOW = "Reading the file took too long, and was stopped. Save its text alone as a new Word file, and use that."
TOO_MUCH = (
    "The file cannot be read: it is damaged, or needs far more memory than a review. Save its text alone as a new Word "
    "file, and use that."
)


def answer_for(data: bytes, name: str, limits: Limits) -> Answer:
    """Reads the file in this process: the exit status, and a document as JSON or the sentence that says why there is none."""
    from second_question.documents.files import read

    try:
        document = read(data, name, most_pages=limits.most_pages, recognition_seconds=limits.recognition_seconds)
    except CannotRead as reason:
        return REFUSED, str(reason).encode()
    except MemoryError:
        return REFUSED, TOO_MUCH.encode()
    return READ, json.dumps(document.to_json()).encode()


def document_in(status: int, answer: bytes) -> Document:
    """The document that a reading process gave.

    Args:
        status: its exit status; below zero the signal that ended it.
        answer: what it wrote.

    Raises:
        CannotRead: it gave none.
    """
    if status == REFUSED:
        raise CannotRead(answer.decode())
    if status == -getattr(signal, "SIGXCPU", 0):
        raise CannotRead(TOO_SLOW)
    if status != READ:
        raise CannotRead(TOO_MUCH)
    return Document.from_json(json.loads(answer))
