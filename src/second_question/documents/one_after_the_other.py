"""The process that reads the files of a batch: each in a fork, so that what one file does to its process ends with it.

Starting Python and its libraries costs a quarter of a second; a fork of a process that has them costs some milliseconds. The
process has read a page of ours before, so that no fork begins with what comes once; what it holds is left alone by the forks.
A request is a line of JSON (`name`, `size`) and the file's bytes; an answer a line of JSON (`status`, `size`) and its bytes.
"""

import gc
import json
import os
import select
import signal
import sys
import time
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import NoReturn

from second_question.documents.answers import FAILED, REFUSED, TOO_SLOW, answer_for
from second_question.documents.limits import OF_A_BATCH, Limits, hold_this_process_to

NEEDED = {
    "Word": ("docx", "second_question.documents.word", "encodings.cp437"),
    "PDF": ("pypdfium2", "second_question.documents.pdf"),
    "text": (
        *("lxml.html", "second_question.documents.html", "encodings.utf_8_sig"),
        *("second_question.documents.plain", "second_question.documents.plain_as_written"),
    ),
}
"""What each kind of file is read with."""
AT_ONCE = 1 << 20
"""Bytes read from a pipe at a time."""
PATIENCE = 2.0
"""Seconds from a fork's answer to its end."""
PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Length 38>>stream
BT /F1 12 Tf 72 720 Td (A page.) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF"""
"""The page of ours."""


def serve(limits: Limits) -> None:
    """Answers requests from standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked ends this one, by ending its input
    with suppress(ImportError):  # Windows has no limits
        import_module("resource")
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        _get_ready_for("Word" if data.startswith(b"PK") else "PDF" if b"%PDF-" in data[:1024] else "text")
        status, answer = _in_a_fork(data, request["name"], limits)
        answers.write(json.dumps({"status": status, "size": len(answer)}).encode() + b"\n" + answer)
        answers.flush()


@cache
def _get_ready_for(kind: str) -> None:
    """Load what files of that kind need, with the first of them, so that no fork has to."""
    for name in NEEDED[kind]:
        import_module(name)
    if kind == "PDF":
        answer_for(PAGE, "page.pdf", OF_A_BATCH)
    gc.collect()
    gc.freeze()


def _in_a_fork(data: bytes, name: str, limits: Limits) -> tuple[int, bytes]:
    """The status and the answer of a fork that reads the file."""
    reading_end, writing_end = os.pipe()
    process = os.fork()
    if not process:
        os.close(reading_end)
        _read_and_end(data, name, limits, writing_end)
    os.close(writing_end)
    with os.fdopen(reading_end, "rb", buffering=0) as answers:
        answer = _received(answers.fileno(), limits.waiting)
    status = _ended(process, PATIENCE if answer is not None else 0)
    return (REFUSED, TOO_SLOW.encode()) if answer is None else (status, answer)


def _read_and_end(data: bytes, name: str, limits: Limits, writing_end: int) -> NoReturn:
    """What the fork does: nothing that it was given but the file, and no way back but the answer."""
    status = FAILED
    try:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        hold_this_process_to(limits)
        status, answer = answer_for(data, name, limits)
        with os.fdopen(writing_end, "wb") as answers:
            answers.write(answer)
    finally:
        os._exit(status)  # not sys.exit: what the parent process is in the middle of is none of the fork's


def _received(answers: int, seconds: float) -> bytes | None:
    """Everything that comes until the other end closes; None where that takes longer."""
    until, parts = time.monotonic() + seconds, list[bytes]()
    while select.select([answers], [], [], max(0.0, until - time.monotonic()))[0]:
        part = os.read(answers, AT_ONCE)
        if not part:
            return b"".join(parts)
        parts.append(part)
    return None


def _ended(process: int, patience: float) -> int:
    """The exit status of the fork, which is killed with all that it started if it does not end by itself."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        found, status = os.waitpid(process, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    try:
        os.killpg(process, signal.SIGKILL)
    except ProcessLookupError:  # it had no time to make a group of its own
        os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
