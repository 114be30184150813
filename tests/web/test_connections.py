"""A web process keeps the plan of every query that its pages ask."""

from collections.abc import Iterator

import pytest
from django.db import connection

from second_question_web.connections import KEPT_PLANS, keep_plans
from second_question_web.partnerships.models import Partnership

PLANS = "SELECT statement FROM pg_prepared_statements"


@pytest.fixture
def web_process(db: None) -> Iterator[None]:
    """The connection as a web process has it, and afterwards as it was."""
    connection.ensure_connection()
    handle = connection.connection
    before = {name: getattr(handle, name, None) for name in ("prepare_threshold", "prepared_max")}
    keep_plans(connection)
    yield
    if connection.vendor == "postgresql":
        for name, value in before.items():
            setattr(handle, name, value)


@pytest.mark.usefixtures("web_process")
def test_what_is_asked_again_is_planned_once_by_postgresql_and_the_embedded_database_is_left_alone() -> None:
    for slug in ("first", "second", "third", "fourth"):
        assert not Partnership.objects.filter(slug=slug).exists()
    on_postgresql = connection.vendor == "postgresql"
    assert sum('FROM "partnerships_partnership"' in plan for plan in plans()) == (1 if on_postgresql else 0)
    assert getattr(connection.connection, "prepared_max", None) == (KEPT_PLANS if on_postgresql else None)


def plans() -> list[str]:
    """The queries of which the database keeps a plan for this connection."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(PLANS)
        return [plan for (plan,) in cursor.fetchall()]
