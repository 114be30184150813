"""Secret addresses that are sent to people: the secret is in the address, the database keeps a digest of it."""

import hashlib
import secrets


def new_secret() -> str:
    """A secret that nobody can guess, in letters that an address may hold."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What the database keeps of a secret. The secret is random and long, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
