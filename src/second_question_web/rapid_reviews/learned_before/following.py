"""What a review cites follows its answer: a citation that is taken out of the words is none, and is one again with them."""

import re
from collections.abc import Sequence
from datetime import datetime

from second_question_web.answering.held import Changed
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning

WORDS = "learned_before_words"
_ADDRESS = re.compile(r"/library/([0-9a-f]{12})/")


def follow(review: int, changes: Sequence[Changed], now: datetime) -> None:
    """Marks what the answer no longer names as taken out. Part of every action that writes answers."""
    for change in changes:
        if change.question.id == WORDS:
            named = set(_ADDRESS.findall(str(change.after.get("answer") or "")))
            cited = EarlierLearning.objects.filter(review=review)
            cited.filter(taken_out_at=None).exclude(document__in=named).update(taken_out_at=now)
            _bring_back(review, named)


def _bring_back(review: int, named: set[str]) -> None:
    """The newest citation of each document that the answer names again."""
    for key in named:
        same = EarlierLearning.objects.filter(review=review, document=key)
        if not same.filter(taken_out_at=None).exists() and (last := same.order_by("-cited_at", "-pk").first()):
            last.taken_out_at = None
            last.save(update_fields=["taken_out_at"])
