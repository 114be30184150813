"""The facts are checked, and somebody says who may see what; later it is corrected."""

from datetime import datetime

from django.db import transaction

from second_question_web.library.depositing.actions.common import note, put_into_library, standing
from second_question_web.library.depositing.entries import Facts
from second_question_web.library.depositing.errors import NotNow
from second_question_web.library.depositing.rules import Wishes, refuse_unless_right
from second_question_web.library.depositing.scope import taken
from second_question_web.library.models import Deposit
from second_question_web.trail.actions import Actor

NOT_HERE = "This cannot be done with the document as it stands: "


@transaction.atomic
def correct(*, deposit: Deposit, by: Actor, facts: Facts, now: datetime) -> Deposit:
    """Keeps the facts as somebody checked them, before it is said who may see the document.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it is not waiting for its facts.
        Refusal: a field must be put right.
    """
    locked = taken(by, deposit)
    if locked.state != Deposit.State.PROPOSED:
        raise NotNow(NOT_HERE + locked.get_state_display())
    refuse_unless_right(locked, facts, Wishes(), now.date())
    changed = [name for name, value in facts.values().items() if getattr(locked, name) != value]
    for name, value in facts.values().items():
        setattr(locked, name, value)
    locked.save()
    note("correct", locked, by, now, after={"facts": ", ".join(changed)})
    return locked


@transaction.atomic
def decide(*, deposit: Deposit, by: Actor, facts: Facts, wishes: Wishes, now: datetime) -> Deposit:
    """Puts a document that was read into the library, with its facts as somebody checked them.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it is not waiting for its facts.
        Refusal: a field must be put right, or the document cannot be as open as wished.
    """
    return _settle("decide", Deposit.State.PROPOSED, deposit, by, facts, wishes, now)


@transaction.atomic
def change(*, deposit: Deposit, by: Actor, facts: Facts, wishes: Wishes, now: datetime) -> Deposit:
    """Corrects the facts of a document of the library, or who may see it.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it is not in the library.
        Refusal: a field must be put right, or the document cannot be as open as wished.
    """
    return _settle("change", Deposit.State.ENTERED, deposit, by, facts, wishes, now)


def _settle(
    what: str, state: Deposit.State, deposit: Deposit, by: Actor, facts: Facts, wishes: Wishes, now: datetime
) -> Deposit:
    locked = taken(by, deposit)
    if locked.state != state:
        raise NotNow(NOT_HERE + locked.get_state_display())
    refuse_unless_right(locked, facts, wishes, now.date())
    before = standing(locked)
    changed = [name for name, value in facts.values().items() if getattr(locked, name) != value]
    put_into_library(locked, facts, wishes, by, now)
    after = {**standing(locked), "facts": ", ".join(changed)}
    note(what, locked, by, now, before=before, after=after, reason=locked.withheld_reason)
    return locked
