"""Somebody opens what was deposited. What everybody may see is not noted."""

from django.db import transaction

from second_question_web.library.depositing.actions.common import SUBJECT
from second_question_web.library.depositing.scope import must_deposit_for
from second_question_web.library.models import Deposit
from second_question_web.trail.actions import Actor, record


@transaction.atomic
def note_opened(*, by: Actor, deposit: Deposit) -> None:
    """Keeps that somebody opened a deposit.

    Raises:
        PermissionDenied: not for this person.
    """
    must_deposit_for(by, deposit.partnership)
    record("library.open_deposit", by=by, subject=(SUBJECT, deposit.key))
