"""Many files, read by several processes at once and given back in their order."""

import json
import os
import subprocess
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from second_question.documents.answers import FAILED, Answer, document_in
from second_question.documents.document import Document
from second_question.documents.limits import OF_A_BATCH, Limits
from second_question.documents.safely import answer_safely, command_for, environment

AHEAD = 3
"""Files: if more lay read before somebody takes them, memory would grow with the batch."""

Given = TypeVar("Given")
Made = TypeVar("Made")


class ReadingProcess:
    """A process that reads one file after the other, each in a fork of its own. It starts with the first file."""

    def __init__(self, limits: Limits = OF_A_BATCH) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, data: bytes, name: str) -> Document:
        """The document in a file.

        Raises:
            CannotRead: with one sentence or two that say what is wrong and what to do.
        """
        return document_in(*self.answer(data, name))

    def answer(self, data: bytes, name: str) -> Answer:
        """The same as the process says it, for somebody else to make the document of."""
        if not hasattr(os, "fork"):
            return answer_safely(data, name, self._limits)
        try:
            return self._asked(data, name)
        except (OSError, ValueError, KeyError):  # the process is gone: the next file gets a new one
            self.close()
            return FAILED, b""

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _asked(self, data: bytes, name: str) -> Answer:
        process = self._process = self._process or self._started()
        asking, answering = process.stdin, process.stdout
        if asking is None or answering is None:
            raise OSError("the reading process has no pipes")
        asking.write(json.dumps({"name": name, "size": len(data)}).encode() + b"\n")
        asking.write(data)
        asking.flush()
        said = json.loads(answering.readline())
        return int(said["status"]), answering.read(said["size"])

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603  # our own program
            command_for(self._limits, None),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )


def each_read(
    given: Iterable[Given],
    read: Callable[[Given, ReadingProcess], Made],
    *,
    workers: int,
    limits: Limits = OF_A_BATCH,
    ahead: int = AHEAD,
) -> Generator[Made, None, None]:
    """What `read` makes of each thing given, in their order.

    Args:
        given: the files, in any form.
        read: reads one with the process that it is handed; is called in a thread.
        workers: how many are read at once.
        limits: of each file.
        ahead: so many files for each process may lie read before somebody takes them.
    """
    idle: SimpleQueue[ReadingProcess] = SimpleQueue()
    processes = [ReadingProcess(limits) for _ in range(workers)]
    for process in processes:
        idle.put(process)

    def work(one: Given) -> Made:
        process = idle.get()
        try:
            return read(one, process)
        finally:
            idle.put(process)

    pool = ThreadPoolExecutor(workers)
    try:
        yield from _in_order(pool, work, given, workers * ahead)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.close()


def _in_order(
    pool: ThreadPoolExecutor, work: Callable[[Given], Made], given: Iterable[Given], ahead: int
) -> Iterator[Made]:
    waiting: deque[Future[Made]] = deque()
    for one in given:
        waiting.append(pool.submit(work, one))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
