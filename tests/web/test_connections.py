"""A web process keeps the plan of every query that its pages ask."""

import pytest
from django.db import connection

from second_question_web.connections import KEPT_PLANS, keep_plans


@pytest.mark.django_db
def test_postgresql_keeps_more_plans_and_the_embedded_database_is_left_alone() -> None:
    connection.ensure_connection()
    keep_plans(connection)
    kept = getattr(connection.connection, "prepared_max", None)
    assert kept == (KEPT_PLANS if connection.vendor == "postgresql" else None)
