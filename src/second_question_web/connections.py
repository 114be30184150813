"""What a web process sets on its connection to the database, beyond what settings can say."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

KEPT_PLANS = 1000


def keep_plans(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Lets PostgreSQL keep the plan of every query that the pages ask: there are more than the hundred that it keeps unasked."""
    if connection.vendor == "postgresql":
        connection.connection.prepared_max = KEPT_PLANS
