"""What a web process sets on its connection to the database, beyond what settings can say."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

KEPT_PLANS = 1000
ASKED_AGAIN = 2


def keep_plans(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Lets PostgreSQL keep the plan of every query that the pages ask, from the second time on: half its work is planning.

    Django switches that off, for the sake of poolers that cannot do it (docs/configuration.md), and PostgreSQL keeps a hundred
    plans unasked; the pages ask more. Commands and migrations keep none: they may change the tables beneath a plan.
    """
    if connection.vendor == "postgresql":
        connection.connection.prepare_threshold = ASKED_AGAIN
        connection.connection.prepared_max = KEPT_PLANS
