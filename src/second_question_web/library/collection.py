"""The library as the web opens it: one store in each thread, brought up to date with what was deposited."""

import threading

from django.conf import settings

from second_question.library import index
from second_question.library.collection import Library
from second_question_web.jobs import actions as jobs
from second_question_web.library.catching_up import catch_up
from second_question_web.trail.actions import System

SMALL = 2_000
"""An index of so many passages is made while somebody waits, in about a second; a larger one in the background."""
KIND = "library.rebuild"
_OPEN = threading.local()


class WebLibrary(Library):
    """The library, which makes an index that is missing."""

    @property
    def index(self) -> index.Index:
        """The index, with all that is in the store.

        Raises:
            NoIndex: it is being made in the background, because there is much to enter.
        """
        try:
            return super().index
        except index.NoIndex:
            if self.store.counts()["passages"] > SMALL:
                jobs.start(KIND, "Index of the library", System("library"), once=self._once())
                raise
        self.rebuild()
        return super().index

    def _once(self) -> str:
        """A name for the work that changes when the store does: what failed once is tried again."""
        return f"{KIND}:{self.store.changed()}:{self.store.state('indexed') or ''}"[:120]


def library() -> Library:
    """The library with everything that was deposited by now. It stays open for the thread: do not close it."""
    found: Library | None = getattr(_OPEN, "library", None)
    if found is None or found.store.folder != settings.LIBRARY:
        if found:
            found.close()
        found = _OPEN.library = WebLibrary(settings.LIBRARY)
    catch_up(found.store)
    return found
