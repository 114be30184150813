"""A web process works on one request at a time, receives others meanwhile, and takes nothing that did not arrive whole."""

import io
import threading
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from pytest_django import Settings

from second_question_web.one_at_a_time import BESIDE_A_FILE, Environ, OneAtATime

WAIT = 5  # seconds, at the most; only a failure waits so long


class Line(io.RawIOBase):
    """What somebody sends: the pieces one by one, each as soon as it may come."""

    def __init__(self, *pieces: bytes | threading.Event) -> None:
        self._pieces = list(pieces)

    def read(self, size: int = -1) -> bytes:
        while self._pieces:
            piece = self._pieces.pop(0)
            if isinstance(piece, bytes):
                return piece
            assert piece.wait(WAIT)
        return b""


def asked(line: io.RawIOBase, length: int) -> Environ:
    return {"CONTENT_LENGTH": str(length), "wsgi.input": line}


def echo(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [environ["wsgi.input"].read()]


class Keeping:
    """An application that keeps what it is given."""

    def __init__(self) -> None:
        self.given: list[Environ] = []

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.given.append(environ)
        start_response("200 OK", [])
        return []


def answered(application: OneAtATime, environ: Environ) -> tuple[str, bytes]:
    said: list[str] = []
    body = b"".join(application(environ, lambda status, headers: said.append(status)))
    return said[0], body


def test_what_comes_in_pieces_is_read_whole() -> None:
    assert answered(OneAtATime(echo), asked(Line(b"one ", b"two ", b"three"), 13)) == ("200 OK", b"one two three")


def test_a_request_without_a_body_is_answered() -> None:
    assert answered(OneAtATime(echo), {"wsgi.input": io.BytesIO()}) == ("200 OK", b"")


def test_what_did_not_arrive_whole_is_refused_and_never_worked_on() -> None:
    kept = Keeping()
    status, words = answered(OneAtATime(kept), asked(Line(b"name=Row"), 20))
    assert status == "400 Bad Request"
    assert b"Nothing was changed" in words
    assert kept.given == []


def test_what_is_too_large_is_left_unread_for_the_application_to_refuse(settings: Settings) -> None:
    settings.LARGEST_FILE = 10
    line = io.BytesIO(b"x")
    kept = Keeping()
    answered(OneAtATime(kept), {"CONTENT_LENGTH": str(10 + BESIDE_A_FILE + 1), "wsgi.input": line})
    assert [environ["wsgi.input"] for environ in kept.given] == [line]


def test_a_slow_line_keeps_nobody_waiting() -> None:
    go_on = threading.Event()
    application = OneAtATime(echo)
    slow: list[tuple[str, bytes]] = []
    sender = threading.Thread(target=lambda: slow.append(answered(application, asked(Line(b"a", go_on, b"b"), 2))))
    sender.start()
    assert answered(application, asked(Line(b"quick"), 5)) == ("200 OK", b"quick")
    go_on.set()
    sender.join(WAIT)
    assert slow == [("200 OK", b"ab")]


def test_two_are_never_worked_on_together() -> None:
    inside, most, guard = 0, 0, threading.Lock()

    def work(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        nonlocal inside, most
        with guard:
            inside += 1
            most = max(most, inside)
        threading.Event().wait(0.01)
        with guard:
            inside -= 1
        start_response("200 OK", [])
        return [b""]

    application = OneAtATime(work)
    people = [threading.Thread(target=answered, args=(application, asked(Line(b"x"), 1))) for _ in range(6)]
    for one in people:
        one.start()
    for one in people:
        one.join(WAIT)
    assert (inside, most) == (0, 1)


def test_a_request_that_fails_lets_the_next_one_in() -> None:
    def fail(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        raise RuntimeError

    application = OneAtATime(fail)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            answered(application, asked(Line(b"x"), 1))
