"""One request of a process is worked on at a time, while the others are received (decision record 0017)."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.conf import settings

from second_question_web.tidying import Tidying

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

IN_MEMORY = 2_500_000  # bytes, as Django keeps of an upload
PIECE = 65_536  # bytes
BESIDE_A_FILE = 1_000_000  # bytes of a form around the largest file


class OneAtATime:
    """Around a WSGI application. Python computes one thing at a time in a process: two requests side by side take turns at
    every query, and both come late.

    All work is done by one thread, so that a process has one connection to the database, which knows what is often asked.
    Receiving is no work: what a slow line sends is taken in first, so that it keeps nobody waiting.
    """

    def __init__(self, application: Application) -> None:
        self._application = application
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._tidying = Tidying()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        announced = _length(environ)
        if not 0 < announced <= settings.LARGEST_FILE + BESIDE_A_FILE:  # what is larger is refused unread
            return self._worked_on(environ, start_response)
        with SpooledTemporaryFile(IN_MEMORY) as received:
            if not _is_whole(environ["wsgi.input"], announced, received):
                start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
                return [b"What was sent did not arrive whole. Nothing was changed. Send it again."]
            return self._worked_on({**environ, "wsgi.input": received}, start_response)

    def _worked_on(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        answer = self._worker.submit(self._application, environ, start_response)
        try:
            return answer.result()
        finally:
            self._worker.submit(self._tidied)  # after those who wait already

    def _tidied(self) -> None:
        if self._tidying.is_due():
            self._tidying.tidy()


def _length(environ: Environ) -> int:
    announced = str(environ.get("CONTENT_LENGTH") or "0")
    return int(announced) if announced.isdecimal() else 0


def _is_whole(source: IO[bytes], announced: int, received: IO[bytes]) -> bool:
    """Takes in as many bytes as were announced; false where the line was cut before."""
    left = announced
    while left:
        try:
            piece = source.read(min(PIECE, left))
        except OSError:
            return False
        if not piece:
            return False
        received.write(piece)
        left -= len(piece)
    received.seek(0)
    return True
