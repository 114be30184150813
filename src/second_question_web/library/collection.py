"""The library as the web opens it: one store in each thread, brought up to date with what was deposited."""

import threading

from django.conf import settings

from second_question.library.collection import Library
from second_question_web.library.catching_up import catch_up

_OPEN = threading.local()


def library() -> Library:
    """The library with everything that was deposited by now. It stays open for the thread: do not close it."""
    found: Library | None = getattr(_OPEN, "library", None)
    if found is None or found.store.folder != settings.LIBRARY:
        found = _OPEN.library = Library(settings.LIBRARY)
    catch_up(found.store)
    return found
