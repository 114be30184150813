"""Kinds of work that only the tests know, and a real queue for those who ask for one."""

import pytest
from pytest_django import Settings

from second_question.rules.access import Permission
from second_question_web.jobs import registry
from second_question_web.jobs.registry import Kind

WORK = "tests.web.jobs.work"


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """One kind for each function of `work`."""
    for name in ("count", "break_down", "refuse", "break_down_once"):
        may = (Permission.REGISTER_IMPORT,)
        made = Kind(id=f"test.{name}", function=f"{WORK}.{name}", about="A test", attempts=2, permissions=may)
        monkeypatch.setitem(registry._BY_ID, made.id, made)  # noqa: SLF001  the table has no other way in


@pytest.fixture
def queue(settings: Settings) -> None:
    """The queue of the product, in the database."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
