"""Bringing the core's reference data into the database, and keeping it in step (handbook 2, section 8)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from second_question_web.partnerships import reference_data
from second_question_web.partnerships.models import Organisation, ReferenceLoad, Region
from second_question_web.trail.actions import Actor, record

Progress = Callable[[int, int], None]
"""Called with how many are done, of how many."""

_KEPT_IN_STEP = ["name", "kind", "short_code", "region", "starts_on", "ends_on", "official"]


@dataclass(frozen=True)
class Loaded:
    """What a load did. Nothing, when the same edition was there already."""

    added: int = 0
    changed: int = 0


@transaction.atomic
def load_reference(*, by: Actor, progress: Progress | None = None) -> Loaded:
    """Brings regions, local authorities, police forces, care boards and national bodies in, with their dates.

    The same edition again costs one query. An organisation that the data no longer has stays as it is.
    """
    digest = reference_data.digest()
    before = ReferenceLoad.objects.select_for_update().filter(pk=1).first()
    if before and before.digest == digest:
        return Loaded()
    loaded = _write(progress or _silent)
    ReferenceLoad.objects.update_or_create(pk=1, defaults={"digest": digest, "loaded_at": timezone.now()})
    record(
        "reference.load",
        by=by,
        subject=("reference data", digest[:12]),
        before={"edition": before.digest[:12] if before else ""},
        after={"edition": digest[:12], "added": loaded.added, "changed": loaded.changed},
    )
    return loaded


def _write(progress: Progress) -> Loaded:
    regions, organisations = reference_data.regions(), reference_data.organisations()
    known = {o.code: _facts(o) for o in Organisation.objects.filter(code__in=[o.code for o in organisations])}
    total = len(regions) + len(organisations)
    Region.objects.bulk_create(regions, update_conflicts=True, unique_fields=["code"], update_fields=["name"])
    progress(len(regions), total)
    Organisation.objects.bulk_create(
        organisations, update_conflicts=True, unique_fields=["code"], update_fields=_KEPT_IN_STEP
    )
    progress(total, total)
    added = sum(o.code not in known for o in organisations)
    return Loaded(added, sum(o.code in known and known[o.code] != _facts(o) for o in organisations))


def _facts(row: Model) -> list[object]:
    """Everything about an organisation that the reference data decides."""
    return [getattr(row, "region_id" if name == "region" else name) for name in _KEPT_IN_STEP]


def _silent(_done: int, _total: int) -> None:
    """Nobody watches."""
