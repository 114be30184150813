"""The moments of a review in the order in which they are told, in words: the table that stands for the picture (W1 to W3)."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date

from second_question.exchange.review.words import said
from second_question.rules.template.analysis import MOMENT
from second_question.rules.template.content import ContentRecord

HISTORY_FIRST = ("history", "recent")
NO_TITLE = "A moment without a title"


@dataclass(frozen=True)
class PathwayRow:
    """One moment in words. The fields are the questions of the template in its order; empty where nothing is said."""

    title: str
    when: str
    stage: str
    lens: str
    time: str
    direction: str
    what_happened: str
    why: str
    why_again: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row from left to right, as `HEADS`."""
        return astuple(self)


HEADS = tuple(question.label for question in MOMENT.questions)
"""What stands above the columns: the template's own questions, so that an import finds them again."""


def pathway_rows(moments: Iterable[ContentRecord]) -> list[PathwayRow]:
    """The moments as rows of a table, history before recent events, in each group by date and the undated last."""
    return [PathwayRow(*_words(moment)) for moment in in_time(moments)]


def in_time(moments: Iterable[ContentRecord]) -> list[ContentRecord]:
    """The moments in the order in which they are told."""
    return sorted(moments, key=_place)


def _place(moment: ContentRecord) -> tuple[int, date, int]:
    time, on = moment.answers.get("time"), moment.answers.get("on")
    group = HISTORY_FIRST.index(str(time)) if time in HISTORY_FIRST else len(HISTORY_FIRST)
    return group, on if isinstance(on, date) else date.max, moment.number


def _words(moment: ContentRecord) -> list[str]:
    answers = (said(question, moment) for question in MOMENT.questions)
    return [answer.text if answer else "" for answer in answers]
