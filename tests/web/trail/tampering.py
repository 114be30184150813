"""Changing the trail behind the application's back, as somebody with the database in hand could."""

from django.db import connection


def tamper(sql: str, *values: int) -> None:
    """Runs the statement with the database's own protection taken away."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE trail_entry DISABLE TRIGGER trail_entry_only_grows")
        else:
            cursor.execute("DROP TRIGGER trail_entry_no_update")
            cursor.execute("DROP TRIGGER trail_entry_no_delete")
        cursor.execute(sql, values)
