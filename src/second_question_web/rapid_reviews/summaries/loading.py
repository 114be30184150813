"""How requests are read: with the case that they belong to, and without what is sealed and not shown."""

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
WORDS = ("note", "nothing_known_words", "told_words", "withdrawn_reason")
"""What lists do not show, and need not decrypt."""
_SEALED = (
    *("review__late_reason", "review__notification__sealed_answers", "review__notification__answers"),
    "review__notification__withdrawn_reason",
)
_CASE = ("review__notification__partnership", "organisation", "partnership")


def with_case(found: QuerySet[M], at: str = "") -> QuerySet[M]:
    """Requests, or what `at` leads from to them, with review, number of the case, agency and who asked; nothing sealed."""
    return found.select_related(*(at + name for name in _CASE)).defer(*(at + name for name in _SEALED))
