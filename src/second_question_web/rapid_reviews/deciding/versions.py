"""A version as it was frozen: its content read back, and whether its digest still fits."""

import hashlib
import json

from second_question.exchange.review import NotAReview, from_frozen, from_json
from second_question.rules.template.content import ReviewContent
from second_question_web.rapid_reviews.models import Version


def is_intact(version: Version) -> bool:
    """Whether the content is, byte for byte, what the digest was made of when it was sent."""
    return hashlib.sha256(version.content.encode("utf-8", "surrogatepass")).hexdigest() == version.content_hash


def content_in(version: Version) -> ReviewContent | None:
    """What was sent, read from what was frozen; None when somebody has changed it so that it is no review any more."""
    read = from_frozen if is_intact(version) else from_json
    try:
        return read(json.loads(version.content))
    except (json.JSONDecodeError, NotAReview):
        return None
