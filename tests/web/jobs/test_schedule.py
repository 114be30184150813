"""Daily work is asked for once a day, whoever asks."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from second_question_web.jobs import schedule
from second_question_web.jobs.models import Job
from second_question_web.jobs.schedule import Daily
from second_question_web.jobs.worker import look_round

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
TIDY = (Daily("tidy", 3, "jobs.tidy", "Tidying"),)


def ask(*at: int) -> list[str]:
    return schedule.ask_for_what_is_due(now=datetime(*at, tzinfo=LONDON), schedule=TIDY)  # type: ignore[arg-type, misc]  # year to minute, then the zone


def test_nothing_is_asked_before_its_hour() -> None:
    assert ask(2026, 11, 22, 2, 59) == []
    assert not Job.objects.exists()


def test_it_is_asked_once_a_day_however_often_somebody_looks() -> None:
    assert ask(2026, 11, 22, 3, 0) == ["tidy"]
    assert ask(2026, 11, 22, 9, 0) == []
    assert ask(2026, 11, 23, 12, 0) == ["tidy"]
    assert Job.objects.filter(kind="jobs.tidy", asked_by_key="system:schedule").count() == 2


def test_the_hour_is_that_of_england() -> None:
    half_past_two_in_universal_time = datetime(2026, 7, 1, 2, 30, tzinfo=ZoneInfo("UTC"))
    assert schedule.ask_for_what_is_due(now=half_past_two_in_universal_time, schedule=TIDY) == ["tidy"]


def test_a_worker_that_looks_round_shows_that_it_lives() -> None:
    job = Job.objects.create(kind="jobs.tidy", title="Tidying", state="running", worker="this one")
    look_round("this one", now=(now := timezone.now()))
    job.refresh_from_db()
    assert job.heard_at == now
