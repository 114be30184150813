"""How many prompts a review leaves open, for the pages that only count them.

A review is opened far more often than it is changed, so what was found in a text is remembered under the digest of the
text. Only keys are remembered, and a key holds no word of the case.
"""

from collections.abc import Container

from django.core.cache import caches

from second_question.reading.prompts import prompts_for
from second_question.rules.template.content import ReviewContent

_KEPT_FOR = 3600  # seconds


def open_prompts(content: ReviewContent, digest: str, pages: int, dismissed: Container[str]) -> int:
    """How many prompts nobody has answered or dismissed.

    Args:
        content: the review as it stands.
        digest: of its text, as `records.text_digest` gives it.
        pages: about how long it would be as a document.
        dismissed: the keys of the prompts that were dismissed.
    """
    return sum(key not in dismissed for key in _keys(content, digest, pages))


def _keys(content: ReviewContent, digest: str, pages: int) -> list[str]:
    asked = sum(len(section.questions) for section in content.form.sections)
    remembered = caches["process"]
    name = f"prompts:{content.form.id}:{asked}:{pages}:{digest}"
    keys: list[str] | None = remembered.get(name)
    if keys is None:
        keys = [prompt.key for prompt in prompts_for(content, pages=pages)]
        remembered.set(name, keys, _KEPT_FOR)
    return keys
