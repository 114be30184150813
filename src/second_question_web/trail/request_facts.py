"""What the trail knows of the request that is being answered: its number and where it came from."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True)
class RequestFacts:
    """The number is shown to people and stands in every trail row and log line of the request."""

    number: str = ""
    address: str = ""
    agent: str = ""


_NO_REQUEST = RequestFacts()
_current: ContextVar[RequestFacts] = ContextVar("request_facts", default=_NO_REQUEST)


def current() -> RequestFacts:
    """The facts of the request under way; empty in a command or a job."""
    return _current.get()


@contextmanager
def of(request: HttpRequest) -> Iterator[RequestFacts]:
    """Makes the request the current one for the time of the block."""
    facts = RequestFacts(secrets.token_hex(6), _address(request), request.headers.get("User-Agent", "")[:200])
    token = _current.set(facts)
    try:
        yield facts
    finally:
        _current.reset(token)


def _address(request: HttpRequest) -> str:
    """The caller's address; behind proxies that we trust, the one that the outermost of them saw."""
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    proxies = settings.TRUSTED_PROXIES
    if proxies and len(forwarded) >= proxies:
        return forwarded[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
