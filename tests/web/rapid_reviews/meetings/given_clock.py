"""The clock as tests give it to the pages of meetings, areas, history and list. Sessions keep the real one."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from second_question_web.rapid_reviews.areas import views as areas
from second_question_web.rapid_reviews.history import views as history
from second_question_web.rapid_reviews.listing import views as listing
from second_question_web.rapid_reviews.meetings.views import (
    attendance,
    common,
    files,
    meeting,
    people,
    tasks,
    texts,
    to_do,
)
from second_question_web.rapid_reviews.meetings.views import listing as meetings

PAGES = (areas, history, listing, attendance, common, files, meeting, people, tasks, texts, to_do, meetings)


def give(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """On every one of these pages it is that moment."""
    for page in PAGES:
        monkeypatch.setattr(page, "timezone", SimpleNamespace(now=lambda: now, localdate=now.date))
