"""Events as lines of a CSV file: of one review with what and who, of all reviews dates and stages alone (T1)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from second_question.exchange.csv_out import Cell
from second_question_web.rapid_reviews.history.gathering import Entry, History
from second_question_web.ui.filters import local

DATES = (
    "reference",
    "event",
    "on",
    "stage",
    "stage_in_words",
    "working_days_since_opening",
    "working_days_since_before",
)
"""Nothing here names a person or an agency."""
OF_ONE = (*DATES, "time", "what", "who", "organisation")


def lines_of_one(history: History) -> Iterator[list[Cell]]:
    """For `OF_ONE`."""
    for number, entry in enumerate(history.entries, 1):
        one = entry.happening
        at = local(one.at).strftime("%H:%M") if isinstance(one.at, datetime) else ""
        yield [*_dates(history, number, entry), at, one.what, one.who, one.organisation]


def lines_of_all(histories: Iterable[History]) -> Iterator[list[Cell]]:
    """For `DATES`."""
    for history in histories:
        for number, entry in enumerate(history.entries, 1):
            yield _dates(history, number, entry)


def _dates(history: History, number: int, entry: Entry) -> list[Cell]:
    one, reference = entry.happening, history.review.notification.reference
    return [reference, number, one.on, str(one.stage), one.label, entry.since_opening, entry.since_before]
