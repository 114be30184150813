"""The ring of keys as it is now: the first encrypts, every one decrypts.

A rotation writes the file `identity-keys` in the home folder. Every running process notices at its next value, so that
none goes on sealing with a key that is about to be taken away. Keys from the environment stay until the next start.
"""

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from second_question_web import environment

Stamp = tuple[str, int, int]


def keys() -> tuple[str, ...]:
    """The keys, newest first."""
    stamp = _stamp()
    if stamp is None or stamp == _AT_START or are_from_environment():
        return tuple(settings.IDENTITY_KEYS)
    return _read(stamp)


def are_from_environment() -> bool:
    """Whether whoever runs the installation keeps the keys, and not the file."""
    return bool(environment.listed(environment.IDENTITY_KEYS_VARIABLE))


def file() -> Path:
    """Where the keys are kept when they do not come from the environment."""
    return Path(settings.HOME) / environment.IDENTITY_KEYS_FILE


def write(ring: tuple[str, ...]) -> None:
    """Puts another ring in place of the file, in one step and readable by its owner only."""
    beside = file().with_suffix(".new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as new:
        new.write("\n".join(ring) + "\n")
        new.flush()
        os.fsync(new.fileno())
    beside.replace(file())


def _stamp() -> Stamp | None:
    # Asked for at every value that is opened, so that it makes no path objects.
    name = f"{settings.HOME}{os.sep}{environment.IDENTITY_KEYS_FILE}"
    try:
        found = os.stat(name)  # noqa: PTH116
    except OSError:
        return None
    return (name, found.st_mtime_ns, found.st_ino)


@lru_cache(maxsize=2)
def _read(stamp: Stamp) -> tuple[str, ...]:
    return tuple(Path(stamp[0]).read_text().split())


_AT_START = _stamp()  # settings have just read the file
