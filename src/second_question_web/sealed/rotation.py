"""Every sealed value of every model under the newest key. Safe to stop and to start again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from cryptography.fernet import Fernet
from django.apps import apps
from django.db import models, transaction
from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from second_question_web.sealed import keys, ring
from second_question_web.sealed.fields import SealedDateField, SealedJSONField, SealedTextField

BATCH = 500
SEALED = (SealedTextField, SealedDateField, SealedJSONField)
Model = type[models.Model]
Progress = Callable[[int], object]
"""Called with how many more records are done."""


@dataclass(frozen=True)
class Sealed:
    """The sealed values of one record as the database keeps them, by field."""

    model: Model
    pk: object
    values: dict[str, str]

    def where(self, field: str) -> str:
        """Which value it is, for a person who must find it."""
        return f"{self.model.__name__} {self.pk}, field {field}"


@dataclass(frozen=True)
class Resealed:
    """What sealing again did: how many records were changed, and which values no key opens."""

    changed: int
    lost: list[str]


class CannotRetire(Exception):
    """The old keys are still needed."""


@cache
def sealed_fields() -> dict[Model, list[str]]:
    """Every model that has sealed fields, with their names."""
    found = {model: [f.name for f in _fields(model) if isinstance(f, SEALED)] for model in apps.get_models()}
    return {model: names for model, names in found.items() if names}


def how_many() -> int:
    """How many records have sealed fields."""
    return sum(QuerySet(model).count() for model in sealed_fields())


def newest_records(of_each: int) -> Iterator[Sealed]:
    """So many of the newest records of each model, with their values still sealed."""
    for model in sealed_fields():
        yield from _read(model, QuerySet(model).order_by("-pk"), of_each)


def every_record() -> Iterator[Sealed]:
    """Every record with its values still sealed, a batch at a time, so that it can be written meanwhile."""
    for model in sealed_fields():
        rows: QuerySet[models.Model] = QuerySet(model).order_by("pk")
        batch = _read(model, rows, BATCH)
        while batch:
            yield from batch
            batch = _read(model, rows.filter(pk__gt=batch[-1].pk), BATCH)


def add_key() -> None:
    """Makes a new key and puts it in front of the ring in the file."""
    ring.write((Fernet.generate_key().decode(), *ring.keys()))


def reseal_everything(progress: Progress) -> Resealed:
    """Seals every value with the newest key that is not yet; what no key opens is left and named."""
    changed, lost = 0, []
    for batch in _batches(every_record()):
        with transaction.atomic():
            for record in batch:
                new, unopened = _new_values(record)
                lost += unopened
                changed += _written(record, new)
        progress(len(batch))
    return Resealed(changed, lost)


def still_under_old_keys() -> list[str]:
    """Every value that the newest key alone does not open."""
    return [
        record.where(name)
        for record in every_record()
        for name, value in record.values.items()
        if not keys.is_newest(value)
    ]


def drop_old_keys() -> int:
    """Leaves the newest key alone in the ring and says how many were dropped.

    Raises:
        CannotRetire: some values still need an old key.
    """
    needed = still_under_old_keys()
    if needed:
        raise CannotRetire(
            f"{len(needed)} values still need an old key, the first at {needed[0]}. "
            "Run “second-question keys reseal” and try again."
        )
    known = ring.keys()
    ring.write(known[:1])
    return len(known) - 1


def _fields(model: Model) -> Sequence[models.Field[Any, Any]]:
    return model._meta.concrete_fields  # noqa: SLF001  documented by Django in spite of its name


def _read(model: Model, rows: QuerySet[models.Model], limit: int) -> list[Sealed]:
    names = sealed_fields()[model]
    found = rows.annotate(**{f"raw_{name}": Cast(F(name), TextField()) for name in names})
    values = found.values_list("pk", *(f"raw_{name}" for name in names))[:limit]
    return [Sealed(model, pk, dict(zip(names, raw, strict=True))) for pk, *raw in values]


def _batches(records: Iterator[Sealed]) -> Iterator[list[Sealed]]:
    batch: list[Sealed] = []
    for record in records:
        batch.append(record)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _new_values(record: Sealed) -> tuple[dict[str, str], list[str]]:
    new, lost = {}, []
    for name, value in record.values.items():
        if keys.is_newest(value):
            continue
        try:
            new[name] = keys.reseal(value)
        except keys.CannotOpen:
            lost.append(record.where(name))
    return new, lost


def _written(record: Sealed, new: dict[str, str]) -> int:
    """Writes the record unless somebody has changed it since it was read: then it is sealed with the newest key anyway."""
    if not new:
        return 0
    raw = {f"raw_{name}": Cast(F(name), TextField()) for name in new}
    as_read = {f"raw_{name}": record.values[name] for name in new}
    unchanged = QuerySet(record.model).annotate(**raw).filter(pk=record.pk, **as_read)
    changed: int = unchanged.update(**{name: Value(value, output_field=TextField()) for name, value in new.items()})
    return changed
