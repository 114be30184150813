"""Many files, read by several processes at once and given back in their order."""

import json
import os
import subprocess
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from second_question.documents.answers import FAILED, document_in
from second_question.documents.document import Document
from second_question.documents.limits import OF_A_BATCH, Limits
from second_question.documents.safely import command_for, environment, read_safely

AHEAD = 3
"""So many files for each process may lie read before somebody takes them, so that memory does not grow with the batch."""

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
        if not hasattr(os, "fork"):
            return _read_alone(data, name, self._limits)
        try:
            status, answer = self._asked(data, name)
        except (OSError, ValueError, KeyError):  # the process is gone: the next file gets a new one
            self.close()
            status, answer = FAILED, b""
        return document_in(status, answer)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _asked(self, data: bytes, name: str) -> tuple[int, bytes]:
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


def _read_alone(data: bytes, name: str, limits: Limits) -> Document:
    return read_safely(
        data,
        name,
        seconds=limits.seconds,
        megabytes=limits.megabytes,
        most_pages=limits.most_pages,
        recognition_seconds=limits.recognition_seconds,
    )


def each_read(
    given: Iterable[Given], read: Callable[[Given, ReadingProcess], Made], *, workers: int, limits: Limits = OF_A_BATCH
) -> Generator[Made, None, None]:
    """What `read` makes of each thing given, in their order.

    Args:
        given: the files, in any form.
        read: reads one with the process that it is handed; is called in a thread.
        workers: how many are read at once.
        limits: of each file.
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
        yield from _in_order(pool, work, given, workers * AHEAD)
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
