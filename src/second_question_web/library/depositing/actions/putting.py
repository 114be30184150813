"""A document comes: a file to be read, what was read of it, or a record without a file."""

from datetime import datetime

from django.core.files import File
from django.db import transaction

from second_question.library.entry import Entry
from second_question_web.files import actions as files
from second_question_web.jobs import actions as jobs
from second_question_web.jobs.asking import Asker
from second_question_web.library.depositing.actions.common import note, put_into_library, standing
from second_question_web.library.depositing.entries import Facts, entry_json, facts_from, proposed_by
from second_question_web.library.depositing.errors import NotNow, Refusal
from second_question_web.library.depositing.place import with_own_place
from second_question_web.library.depositing.rules import PURPOSE, Wishes, refuse_unless_right
from second_question_web.library.depositing.scope import must_deposit_for
from second_question_web.library.models import Deposit, DepositText
from second_question_web.partnerships.models import Partnership
from second_question_web.trail.actions import Actor, System

KIND = "library.read_file"
_JOB = "Reading of a document for the library"


@transaction.atomic
def deposit(
    *,
    by: Asker | System,
    upload: File[bytes],
    partnership: Partnership | None,
    now: datetime,
    replaces: Deposit | None = None,
    facts: Facts | None = None,
    purpose: str = PURPOSE,
    read_later: bool = True,
) -> Deposit:
    """Takes a file, which is read in the background. Nobody but its depositors sees it until its facts are checked.

    Args:
        by: who deposits it.
        upload: the file.
        partnership: whose document it is; None for the Panel's.
        now: the time.
        replaces: the document that it is a new version of.
        facts: what is known of it already, as of a copy that was redacted; what the file says does not change it.
        purpose: `REDACTED` for a copy that was redacted here.
        read_later: by a job; otherwise the caller reads it, and calls `keep_reading`.

    Raises:
        PermissionDenied: not for this person.
        FileRefused: the file is not taken.
        Refusal: it replaces a document of somebody else.
    """
    must_deposit_for(by, partnership)
    if replaces and replaces.partnership_id != (partnership.pk if partnership else None):
        raise Refusal({"replaces": "A new version belongs to whom the version before belongs to"})
    stored = files.add(by=by, upload=upload, purpose=purpose, now=now)
    made = _new(by, partnership, now, file=stored, replaces=replaces)
    made.title = stored.name.rpartition(".")[0]
    for name, value in facts.values().items() if facts else ():
        setattr(made, name, value)
    made.save()
    if read_later:
        jobs.start(KIND, _JOB, by, once=f"{KIND}:{made.key}", unit="step", deposit=made.key)
    note("deposit", made, by, now, after={"file": str(stored.pk), "replaces": replaces.key if replaces else ""})
    made.refresh_from_db()
    return made


@transaction.atomic
def keep_reading(*, deposit: Deposit, by: Actor, entry: Entry, checks: dict[str, object], now: datetime) -> Deposit:
    """Keeps what was read of a file, and proposes its facts. Reading it again changes nothing.

    Raises:
        PermissionDenied: not for this person.
    """
    locked = Deposit.objects.select_for_update().get(pk=deposit.pk)
    must_deposit_for(by, locked.partnership)
    if locked.state not in (Deposit.State.READING, Deposit.State.UNREADABLE):
        return locked
    DepositText.objects.update_or_create(deposit=locked, defaults={"entry": entry_json(entry)})
    locked.proposed, locked.checks = proposed_by(entry), checks
    if not locked.kind:  # a redacted copy brings the facts of what it is a copy of
        for name, value in with_own_place(locked, facts_from(locked.proposed)).values().items():
            setattr(locked, name, value)
    locked.state, locked.problem = Deposit.State.PROPOSED, ""
    locked.save()
    note("read", locked, by, now, after={"passages": len(entry.passages), "pages": entry.pages})
    return locked


@transaction.atomic
def keep_problem(*, deposit: Deposit, by: Actor, problem: str, now: datetime) -> None:
    """Keeps why a file could not be read.

    Raises:
        PermissionDenied: not for this person.
    """
    locked = Deposit.objects.select_for_update().get(pk=deposit.pk)
    must_deposit_for(by, locked.partnership)
    if locked.state != Deposit.State.READING:
        return
    locked.state, locked.problem = Deposit.State.UNREADABLE, problem[:500]
    locked.save(update_fields=["state", "problem"])
    note("read_problem", locked, by, now, after={"state": locked.state})


@transaction.atomic
def add_record(*, by: Actor, partnership: Partnership | None, facts: Facts, wishes: Wishes, now: datetime) -> Deposit:
    """Puts a record into the library: what is known of a document whose file is not here.

    Raises:
        PermissionDenied: not for this person.
        Refusal: a field must be put right.
    """
    must_deposit_for(by, partnership)
    if wishes.text_withheld:
        raise NotNow("There is no file that could be withheld.")
    made = _new(by, partnership, now)
    refuse_unless_right(made, facts, wishes, now.date())
    put_into_library(made, facts, wishes, by, now)
    note("record", made, by, now, after=standing(made))
    return made


def _new(by: Actor, partnership: Partnership | None, now: datetime, **values: object) -> Deposit:
    return Deposit(
        partnership=partnership, deposited_at=now, deposited_by=by.trail_name, deposited_by_key=by.trail_key, **values
    )
