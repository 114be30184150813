"""Whether a word is among the forenames that the reference data lists."""

from functools import cache

from second_question.reading.identities.lists import GROUPS, names_of
from second_question.reading.patterns import folded


def is_forename(word: str) -> bool:
    """Whether people are called so. `word` is in small letters."""
    return word in _forenames()


@cache
def _forenames() -> frozenset[str]:
    return frozenset(folded(name) for group in GROUPS for name in names_of(group)[0])
