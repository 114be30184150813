"""The rapid review that docs/samples/rapid-review.json tells: rich, well written, and invented from end to end."""

import json
from functools import cache
from pathlib import Path

from second_question.exchange.review.json_in import from_json
from second_question.rules.template.content import ReviewContent

FILE = Path(__file__).resolve().parents[1] / "docs" / "samples" / "rapid-review.json"


@cache
def sample_review() -> ReviewContent:
    """The sample, read as another system would read it."""
    return from_json(json.loads(FILE.read_text()))
