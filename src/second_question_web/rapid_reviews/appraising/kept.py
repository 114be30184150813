"""Parts of a page that take long to make, kept for an hour under what they were made of.

They hold words of the case, so they are sealed as direct identifiers are, in the database and nowhere else.
"""

from collections.abc import Callable

from django.core.cache import caches

from second_question import __version__
from second_question.rules.template.content import ReviewContent
from second_question_web.sealed.keys import CannotOpen, fingerprint, seal, unseal

CACHE = "appraisals"
KEPT_FOR = 3600  # seconds


def kept(what: str, content: ReviewContent, make: Callable[[], str]) -> str:
    """What `make` gives for this content, made only where it is not kept yet.

    Args:
        what: the name of the part, with everything besides the content that it depends on.
        content: of the review; with the smallest change the part is made anew.
        make: makes the part.
    """
    name = f"{what}:{__version__}:{fingerprint(repr(content))}"
    return _opened(caches[CACHE].get(name)) or _made(name, make)


def _opened(sealed: str | None) -> str:
    try:
        return unseal(sealed or "")
    except CannotOpen:  # the keys of the installation were changed meanwhile
        return ""


def _made(name: str, make: Callable[[], str]) -> str:
    made = make()
    caches[CACHE].set(name, seal(made), KEPT_FOR)
    return made
