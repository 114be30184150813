"""Writing the trail. Every action of every app ends here, once."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from second_question.rules.access import Permission
from second_question_web.trail.chain import digest_of
from second_question_web.trail.errors import NobodyNamed
from second_question_web.trail.models import Entry, Head, Outcome
from second_question_web.trail.request_facts import current


class Actor(Protocol):
    """Whoever did it: a person, or the system by name."""

    @property
    def trail_key(self) -> str:
        """Never changes and is never given again."""

    @property
    def trail_name(self) -> str:
        """As shown at the time."""

    @property
    def trail_organisation(self) -> str:
        """As shown at the time; empty for the system."""


class Reader(Actor, Protocol):
    """A person who can hold permissions."""

    def may(self, permission: Permission) -> bool:
        """Whether a live grant gives this permission anywhere."""


class System:
    """The system itself, by the name of the job or command that acted."""

    trail_organisation = ""

    def __init__(self, name: str) -> None:
        self.trail_key = f"system:{name}"
        self.trail_name = f"System: {name}"


class Unknown:
    """Somebody not signed in; only for reads, sign-in attempts and refusals."""

    trail_key = ""
    trail_name = ""
    trail_organisation = ""


@transaction.atomic(savepoint=False)  # an action's last statement: what fails here fails the action
def record(
    action: str,
    *,
    by: Actor,
    subject: tuple[str, str] = ("", ""),
    case: str = "",
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
    outcome: Outcome = Outcome.DONE,
    at: datetime | None = None,
) -> Entry:
    """Adds one row and returns it.

    Args:
        action: what was done, as `thing.verb`, for example `notification.send`.
        by: who did it; `System(name)` for a job, `Unknown()` only where nobody is signed in.
        subject: kind and key of the thing itself.
        case: the reference of the case that it belongs to.
        before: values before the change; no direct identifiers.
        after: values after the change; no direct identifiers.
        reason: why, in the person's words, where a reason was asked.
        outcome: done or refused.
        at: when; now if not given.

    Raises:
        NobodyNamed: a change without a person.
    """
    if not by.trail_key and outcome is Outcome.DONE and before is not None:
        raise NobodyNamed(action)
    head = Head.objects.select_for_update().get(pk=1)
    facts = current()
    entry = Entry(
        number=head.number + 1,
        at=at or timezone.now(),
        request_number=facts.number,
        address=facts.address,
        agent=facts.agent,
        actor_key=by.trail_key,
        actor_name=by.trail_name,
        actor_organisation=by.trail_organisation,
        action=action,
        subject_kind=subject[0],
        subject_key=subject[1],
        case=case,
        outcome=outcome,
        reason=reason,
        before=_as_stored(before),
        after=_as_stored(after),
        previous_digest=head.digest,
    )
    entry.digest = digest_of(entry)
    Entry.objects.bulk_create([entry])
    Head.objects.filter(pk=1).update(number=entry.number, digest=entry.digest)
    return entry


@transaction.atomic
def note_listed(*, by: Reader, wanted: Mapping[str, object]) -> None:
    """Keeps that somebody read the trail, and which rows were asked for."""
    _must_read(by)
    record("trail.list", by=by, subject=("trail", ""), after={"filter": dict(wanted)})


@transaction.atomic
def note_row_read(*, by: Reader, entry: Entry) -> None:
    """Keeps that somebody opened one row."""
    _must_read(by)
    record("trail.read", by=by, subject=("trail row", str(entry.number)), case=entry.case)


@transaction.atomic
def note_downloaded(*, by: Reader, wanted: Mapping[str, object]) -> None:
    """Keeps that somebody downloaded the trail, and which rows were asked for."""
    _must_read(by)
    record("trail.download", by=by, subject=("trail", ""), after={"filter": dict(wanted)})


def _must_read(by: Reader) -> None:
    if not by.may(Permission.TRAIL_READ):
        raise PermissionDenied(f"needs {Permission.TRAIL_READ}")


def _as_stored(values: Mapping[str, object] | None) -> dict[str, object]:
    """The values as the database gives them back, so that the digest holds on reading: dates as text, no NUL."""
    spelled = json.dumps(values or {}, default=str).replace("\\u0000", "")
    return dict(json.loads(spelled))
