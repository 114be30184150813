"""Where one stage starts the next. Read it from top to bottom: it is the whole journey.

An action names its event when it has done its work, in the same transaction; what follows is in the table and nowhere else.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Step:
    """When `event` has happened, the action at `follows` is called with the facts of the event."""

    event: str
    follows: str
    why: str


PATHWAY = (
    Step(
        "notification.sent",
        "second_question_web.panel.actions.receive",
        "A notification that is sent reaches the Panel's inbox (P1).",
    ),
    Step(
        "notification.sent",
        "second_question_web.rapid_reviews.actions.open_review",
        "A notification that is sent opens the rapid review and starts its clock (N8).",
    ),
    Step(
        "notification.sent_without_review",
        "second_question_web.panel.actions.receive",
        "The death of a looked-after child without suspected abuse, or of a care leaver, reaches the Panel too, which "
        "passes it on to the department and Ofsted; no rapid review follows (handbook 2, section 1.1).",
    ),
    Step(
        "notification.needs_review",
        "second_question_web.rapid_reviews.actions.open_review",
        "Later facts make abuse or neglect suspected where it was not: a rapid review is due after all (N8).",
    ),
    Step(
        "notification.withdrawn",
        "second_question_web.rapid_reviews.actions.close_review",
        "Without a notification there is no rapid review (handbook 2, section 3.1).",
    ),
)


def follow(event: str, **facts: object) -> None:
    """Does what follows from the event, in the order of the table."""
    for step in PATHWAY:
        if step.event == event:
            import_string(step.follows)(**facts)


SHOWN_BELOW = {
    "rapid review clock": "second_question_web.rapid_reviews.queries.clock_of",  # beside a notification in the register
    "panel replies of reviews": "second_question_web.panel.queries.events_by_review",  # in the event history of reviews
}
"""What a page of an earlier stage shows of a later one. The only other place that reaches upwards."""


def shown(what: str, *facts: object) -> Any:
    """What the later stage's query says of it.

    Raises:
        KeyError: nothing of that name is shown below.
    """
    return import_string(SHOWN_BELOW[what])(*facts)
