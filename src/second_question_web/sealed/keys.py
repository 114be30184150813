"""The keys for direct identifiers. The first key encrypts; every key in the ring decrypts, so that keys can be rotated."""

import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from second_question_web.sealed import ring


class CannotOpen(Exception):
    """A sealed value does not open with any key of the ring."""

    def __init__(self) -> None:
        super().__init__(
            "a direct identifier cannot be decrypted with the keys of this installation; put the key that it was sealed "
            "with back into SECOND_QUESTION_IDENTITY_KEYS or the file identity-keys"
        )


@lru_cache(maxsize=4)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def seal(text: str) -> str:
    """The text encrypted with the newest key; an empty text stays empty."""
    return _ring(ring.keys()).encrypt(text.encode()).decode() if text else ""


def unseal(sealed: str) -> str:
    """The text.

    Raises:
        CannotOpen: no key of the ring fits.
    """
    if not sealed:
        return ""
    try:
        return _ring(ring.keys()).decrypt(sealed).decode()
    except InvalidToken:
        raise CannotOpen from None


def is_newest(sealed: str) -> bool:
    """Whether the newest key opens it, so that it need not be sealed again."""
    if not sealed:
        return True
    try:
        _ring(ring.keys()[:1]).decrypt(sealed)
    except InvalidToken:
        return False
    return True


def reseal(sealed: str) -> str:
    """The same text under the newest key.

    Raises:
        CannotOpen: no key of the ring fits.
    """
    return seal(unseal(sealed))


def fingerprint(text: str) -> str:
    """A keyed digest: the same text gives the same fingerprint, and without the key nothing can be told from it."""
    return hmac.new(settings.IDENTITY_INDEX_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]
