"""A job ends in a state that a person can read, whatever happened to it."""

import logging
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from second_question_web.jobs import actions
from second_question_web.jobs.models import Job
from second_question_web.jobs.running import run_job
from second_question_web.trail.actions import System
from second_question_web.trail.models import Entry
from tests.people import person

pytestmark = pytest.mark.django_db


def test_a_job_runs_and_says_what_came_out() -> None:
    job = actions.start("test.count", "Counting", person("Bea"), upto=3)
    assert (job.state, job.done, job.total, job.attempts) == ("done", 3, 3, 1)
    assert job.result == {"message": "Counted to 3.", "page": "/counted/"}


def test_asking_leaves_one_trail_row_that_names_the_kind_only() -> None:
    job = actions.start("test.count", "Counting", person("Bea"), upto=3)
    row = Entry.objects.get()
    assert (row.action, row.subject_key, row.after) == ("job.start", str(job.pk), {"kind": "test.count"})


def test_a_fault_is_tried_again_then_fails_and_tells_the_details_to_the_log_only(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        job = actions.start("test.break_down", "Breaking down", person("Bea"))
    assert (job.state, job.attempts) == ("failed", 2)
    assert "tried 2 times" in job.failure
    assert "Rowan" not in job.failure
    assert "RuntimeError" in caplog.text


def test_a_fault_that_passes_is_forgotten() -> None:
    job = actions.start("test.break_down_once", "Trying", person("Bea"))
    assert (job.state, job.attempts, job.failure) == ("done", 2, "")


def test_what_cannot_be_done_is_not_tried_again() -> None:
    job = actions.start("test.refuse", "Refusing", person("Bea"))
    assert (job.state, job.attempts, job.failure) == ("failed", 1, "The file has gone. Give it again.")


@pytest.mark.parametrize("who", ["Rhea", "Adam", "Colm"])
def test_nobody_starts_work_without_the_permission_of_its_kind(who: str) -> None:
    with pytest.raises(PermissionDenied):
        actions.start("test.count", "Counting", person(who), upto=1)
    assert not Job.objects.exists()


def test_the_system_may_start_what_people_may_not() -> None:
    assert actions.start("jobs.tidy", "Tidying", System("schedule")).state == "done"
    with pytest.raises(PermissionDenied):
        actions.start("jobs.tidy", "Tidying", person("Bea"))


def test_work_asked_twice_under_one_name_is_done_once() -> None:
    first = actions.start("test.count", "Counting", person("Bea"), once="this file", upto=1)
    again = actions.start("test.count", "Counting", person("Bea"), once="this file", upto=1)
    assert first.pk == again.pk
    assert Entry.objects.count() == 1


def test_a_job_that_the_queue_delivers_twice_runs_once() -> None:
    job = actions.start("test.count", "Counting", person("Bea"), upto=1)
    run_job.enqueue(job_id=str(job.pk))
    assert Job.objects.get().attempts == 1


@pytest.mark.usefixtures("queue")
def test_in_the_real_queue_a_fault_waits_before_it_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)  # the test's own connection stays open
    job = actions.start("test.break_down", "Breaking down", person("Bea"))
    call_command("db_worker", "--batch", "--no-startup-delay", "--worker-id", "a worker", verbosity=0)
    job.refresh_from_db()
    assert (job.state, job.worker) == ("retrying", "a worker")
    assert job.next_at is not None
    assert job.next_at > timezone.now()
    assert DBTaskResult.objects.filter(run_after=job.next_at).count() == 1


def test_a_failed_job_is_tried_again_by_who_asked() -> None:
    job = actions.start("test.break_down_once", "Trying", person("Bea"))
    Job.objects.update(state="failed")
    again = actions.retry(job=job, by=person("Bea"), now=timezone.now())
    assert again.state == "failed" if again.attempts == 1 else again.state == "done"


@pytest.mark.parametrize(("who", "allowed"), [("Bea", True), ("Adam", True), ("Noor", False)])
def test_who_may_try_again(who: str, allowed: bool) -> None:
    job = actions.start("test.refuse", "Refusing", person("Bea"))
    if allowed:
        assert actions.retry(job=job, by=person(who), now=timezone.now()).state == "failed"
        assert Entry.objects.filter(action="job.retry").count() == 1
    else:
        with pytest.raises(PermissionDenied):
            actions.retry(job=job, by=person(who), now=timezone.now())


@pytest.mark.parametrize(
    ("silent", "attempts", "state"),
    [(timedelta(minutes=10), 1, "done"), (timedelta(minutes=10), 2, "failed"), (timedelta(seconds=30), 1, "running")],
)
def test_a_job_whose_worker_died_is_taken_up_again(silent: timedelta, attempts: int, state: str) -> None:
    now = timezone.now()
    job = actions.start("test.count", "Counting", person("Bea"), upto=2)
    heard = {"started_at": now - timedelta(hours=1), "heard_at": now - silent}
    Job.objects.update(state="running", attempts=attempts, **heard)
    actions.take_up_lost(now=now)
    job.refresh_from_db()
    assert job.state == state
    assert actions.take_up_lost(now=now) == 0
