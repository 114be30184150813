"""A document is taken out of the library and put back; one that was never in it is discarded."""

from datetime import datetime

from django.db import transaction

from second_question_web.library.changes import next_change
from second_question_web.library.depositing.actions.common import note
from second_question_web.library.depositing.errors import NotNow, Refusal
from second_question_web.library.depositing.scope import taken
from second_question_web.library.models import Deposit
from second_question_web.trail.actions import Actor


@transaction.atomic
def withdraw(*, deposit: Deposit, by: Actor, reason: str, now: datetime) -> Deposit:
    """Takes a document out: nobody finds it any more. It stays here and can be put back.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it is not in the library.
        Refusal: no reason is given.
    """
    locked = taken(by, deposit)
    if locked.state != Deposit.State.ENTERED:
        raise NotNow("This document is not in the library.")
    _must_say_why(reason)
    return _moved("withdraw", locked, Deposit.State.WITHDRAWN, by, now, reason)


@transaction.atomic
def restore(*, deposit: Deposit, by: Actor, now: datetime) -> Deposit:
    """Puts a document back that was taken out, as it was.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it was not taken out, or was never in the library.
    """
    locked = taken(by, deposit)
    if locked.state != Deposit.State.WITHDRAWN or locked.entered_at is None:
        raise NotNow("This document was not taken out of the library.")
    return _moved("restore", locked, Deposit.State.ENTERED, by, now)


@transaction.atomic
def discard(*, deposit: Deposit, by: Actor, now: datetime) -> Deposit:
    """Puts a document aside that never came into the library: the wrong file, or one that cannot be read.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it is or was in the library.
    """
    locked = taken(by, deposit)
    if locked.entered_at is not None or locked.state == Deposit.State.WITHDRAWN:
        raise NotNow("This document is in the library. Take it out, with the reason.")
    return _moved("discard", locked, Deposit.State.WITHDRAWN, by, now)


def _must_say_why(reason: str) -> None:
    if not reason.strip():
        raise Refusal({"reason": "Say why it is taken out"})


def _moved(what: str, locked: Deposit, state: Deposit.State, by: Actor, now: datetime, reason: str = "") -> Deposit:
    before = locked.state
    locked.state, locked.change = state, next_change()
    locked.save(update_fields=["state", "change"])
    note(what, locked, by, now, before={"state": before}, after={"state": state.value}, reason=reason.strip())
    return locked
