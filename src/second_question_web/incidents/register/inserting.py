"""Writing many new records at once.

`bulk_create` writes the same statement again and again, which was the largest part of an import of 100,000 rows. Here the
statement is written once and the values follow it; fields prepare their values as there (decision record 0009).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, models

from second_question_web.incidents.models import Child, Notification

AS_THEY_ARE = (models.CharField, models.PositiveIntegerField, models.PositiveSmallIntegerField, models.ForeignKey)


def insert_notifications(made: Sequence[Notification]) -> None:
    """Writes the notifications and gives each its key, found by its reference."""
    _insert(Notification, made)
    references = [notification.reference for notification in made]
    keys = dict(Notification.objects.filter(reference__in=references).values_list("reference", "pk"))
    for notification in made:
        notification.pk = keys[notification.reference]


def insert_children(made: Iterable[Child]) -> None:
    """Writes the children of notifications that have their keys; the children do not learn theirs."""
    _insert(Child, made)


def _insert(model: type[models.Model], made: Iterable[models.Model]) -> None:
    facts = model._meta  # noqa: SLF001  Django's documented way to ask a model about itself
    fields = [field for field in facts.local_concrete_fields if not field.primary_key]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(facts.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608  our own names
    ready = [_as_the_database_takes_it(field) for field in fields]
    rows = [[prepare(getattr(one, name)) for name, prepare in ready] for one in made]
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def _as_the_database_takes_it(field: "models.Field[Any, Any]") -> tuple[str, Callable[[Any], Any]]:
    """The attribute of a field and what prepares its value. Text and numbers go as they are: asking takes longer than writing."""
    if type(field) in AS_THEY_ARE:
        return field.attname, _same
    return field.attname, lambda value: field.get_db_prep_save(value, connection)


def _same(value: Any) -> Any:
    return value
