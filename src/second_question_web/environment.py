"""What an installation is told from outside: its folder, its keys and its environment variables."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.fernet import Fernet

from second_question.home import home

__all__ = ["flag", "home", "identity_keys", "listed", "number", "origins_of", "secret"]

IDENTITY_KEYS_VARIABLE = "SECOND_QUESTION_IDENTITY_KEYS"
IDENTITY_KEYS_FILE = "identity-keys"


def flag(name: str, default: bool = False) -> bool:
    """A yes-or-no environment variable. Anything but the usual words for yes is no."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def number(name: str, default: int) -> int:
    """A whole-number environment variable.

    Raises:
        ValueError: the variable is set to something that is no whole number; the message names it.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.lstrip("-").isdigit():
        raise ValueError(f"{name} must be a whole number, not {value!r}")
    return int(value)


def listed(name: str, default: str = "") -> list[str]:
    """A comma-separated environment variable as a list without empty parts."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def origins_of(name: str) -> list[str]:
    """The origin of the address in an environment variable, for a content security policy; none when it is not set."""
    address = urlsplit(os.environ.get(name, ""))
    return [f"{address.scheme}://{address.netloc}"] if address.netloc else []


def secret(name: str, file_name: str) -> str:
    """A secret from the environment, else from a file in the home folder that only its owner can read; made once."""
    return os.environ.get(name) or _kept_secret(home() / file_name, lambda: secrets.token_urlsafe(50))


def identity_keys() -> list[str]:
    """The keys for direct identifiers, newest first: the first encrypts, all decrypt.

    From `SECOND_QUESTION_IDENTITY_KEYS` (comma-separated), else one a line in the file `identity-keys` of the home folder.
    """
    given = listed(IDENTITY_KEYS_VARIABLE)
    return given or _kept_secret(home() / IDENTITY_KEYS_FILE, lambda: Fernet.generate_key().decode()).split()


def _kept_secret(path: Path, make: Callable[[], str]) -> str:
    if not path.exists():
        _write_private(path, make())
    return path.read_text().strip()


def _write_private(path: Path, text: str) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return  # another process of the same first start was quicker; its secret is the one
    with os.fdopen(handle, "w") as file:
        file.write(text + "\n")
