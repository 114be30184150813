"""The nightly check of the trail's chain, kept in the trail itself, so that an auditor sees when it last held."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from django.db.models import Model

from second_question_web.trail.actions import System, record
from second_question_web.trail.chain import first_broken_link
from second_question_web.trail.models import Entry
from second_question_web.trail.queries import everything

EVERY = 2000  # rows between two words about how far it is


class Progress(Protocol):
    """Told how much is done, and of how much; background work lies above this app."""

    def __call__(self, done: int, total: int = 0) -> None:
        """So many are done."""


def check_chain(_job: Model, progress: Progress) -> dict[str, object]:
    """Reads every row from the first to the last and writes down whether the chain holds, and where it does not."""
    rows, head = everything()
    broken = first_broken_link(_counted(rows, progress, head.number), head.number, head.digest)
    result = {"rows": head.number, "broken_at": broken.number if broken else None, "why": broken.why if broken else ""}
    record("trail.check", by=System("nightly check"), subject=("trail", ""), after=result)
    return {"message": f"The chain is broken: {broken.why}." if broken else f"The chain holds, {head.number} rows."}


def _counted(rows: Iterable[Entry], progress: Progress, total: int) -> Iterator[Entry]:
    for number, row in enumerate(rows, start=1):
        if number % EVERY == 0:
            progress(number, total)
        yield row
