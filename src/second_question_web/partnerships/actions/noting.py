"""The trail row that ends every change to a partnership."""

from collections.abc import Mapping

from second_question_web.partnerships.models import Partnership
from second_question_web.trail.actions import Actor, record


def note(
    action: str,
    by: Actor,
    partnership: Partnership,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object],
) -> None:
    """Writes the row, with the partnership as its subject."""
    record(action, by=by, subject=("partnership", partnership.slug), before=before or {}, after=after)
