"""Progress is written seldom, and the end always."""

from collections.abc import Callable

import pytest

from second_question_web.jobs import progress as module
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress

pytestmark = pytest.mark.django_db
Budget = Callable[[int], "object"]


def test_it_is_written_at_each_step_and_at_the_end_but_not_at_each_row(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Budget
) -> None:
    monkeypatch.setattr(module, "monotonic", lambda: 1000.0)
    job = Job.objects.create(kind="jobs.tidy", title="Counting")
    progress = Progress(job.pk)
    with django_assert_num_queries(2):  # type: ignore[attr-defined]  # a context manager of pytest-django
        for row in range(1, 1001):
            progress(row, 1000, "reading")
    job.refresh_from_db()
    assert (job.done, job.total, job.step) == (1000, 1000, "reading")
