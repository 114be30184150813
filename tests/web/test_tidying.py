"""All of a process's memory is looked through between requests, seldom, and nothing is kept for ever by it."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from second_question_web import tidying
from second_question_web.one_at_a_time import Environ, OneAtATime
from second_question_web.tidying import FIRST, MOST, Tidying

WAIT = 5  # seconds, at the most; only a failure waits so long


class Ring:
    """Something that points to itself, so that only a look through all memory finds that nobody needs it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def requests_until_due(of: Tidying) -> int:
    asked = 1
    while not of.is_due():
        asked += 1
    return asked


def test_it_is_due_seldom_and_more_seldom_later() -> None:
    of, found = Tidying(), []
    for _ in range(8):
        found.append(requests_until_due(of))
        of.tidy()
    assert found == [20, 40, 80, 160, 320, 640, 640, 640]
    assert (found[0], found[-1]) == (FIRST, MOST)


def test_what_was_put_aside_is_let_go_when_nobody_needs_it_any_more() -> None:
    of, kept = Tidying(), Ring()
    gone = weakref.ref(kept)
    of.tidy()
    assert gc.get_freeze_count() > 0
    del kept
    gc.collect()
    assert gone() is not None, "it was put aside: Python by itself no longer looks at it"
    of.tidy()
    assert gone() is None


def test_python_looks_at_what_is_new_alone() -> None:
    tidying.leave_it_to_us()
    assert gc.get_threshold() == (10_000, 10, 1_000_000)


def test_a_process_tidies_after_its_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    inside, during, tidied = threading.Event(), [], threading.Event()

    def tidy(of: Tidying) -> None:
        during.append(inside.is_set())
        tidied.set()

    def work(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        inside.set()
        start_response("200 OK", [])
        inside.clear()
        return [b"answered"]

    monkeypatch.setattr(Tidying, "tidy", tidy)
    application = OneAtATime(work)
    for _ in range(FIRST):
        assert list(application({}, lambda status, headers: None)) == [b"answered"]
    assert tidied.wait(WAIT)
    assert during == [False]


def test_it_tidies_after_requests_that_fail_too(monkeypatch: pytest.MonkeyPatch) -> None:
    tidied = threading.Event()
    monkeypatch.setattr(Tidying, "tidy", lambda of: tidied.set())

    def fail(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        raise RuntimeError

    application = OneAtATime(fail)
    for _ in range(FIRST):
        with pytest.raises(RuntimeError):
            application({}, lambda status, headers: None)
    assert tidied.wait(WAIT)
