"""The permanent address of a document, as other programs keep it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse


def address_of(key: str) -> str:
    """Where a document is found, whole."""
    return whole(reverse("library_document", args=[key]))


def whole(path: str) -> str:
    """An address of this installation with its beginning."""
    return f"{settings.ADDRESS}{path}"


def host() -> str:
    """The name under which this installation is known."""
    return urlsplit(settings.ADDRESS).hostname or "localhost"
