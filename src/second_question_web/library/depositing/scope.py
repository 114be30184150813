"""Whose documents somebody may put into the library, change and take out: those of the own partnership, or of the Panel."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from second_question.rules.access import Permission
from second_question_web.library.access import PANEL, deposits_of, of_partnership
from second_question_web.library.models import Deposit
from second_question_web.partnerships.models import Partnership
from second_question_web.people.models import Person
from second_question_web.trail.actions import Actor, System


def owner_of(partnership: Partnership | None) -> str:
    """The visibility of what is the partnership's own, or the Panel's."""
    return of_partnership(partnership.pk) if partnership else PANEL


def deposits_for(person: Person) -> Q:
    """The deposits of those for whom a person deposits."""
    own = deposits_of(person)
    numbers = [int(one.rpartition("-")[2]) for one in own if one != PANEL]
    reach = Q(partnership__in=numbers)
    return reach | Q(partnership__isnull=True) if PANEL in own else reach


def must_deposit_for(by: Actor, partnership: Partnership | None) -> None:
    """Checks that somebody may deposit for a partnership, or for the Panel.

    Raises:
        PermissionDenied: not for this person. The system itself needs no grant.
    """
    if isinstance(by, System):
        return
    if not isinstance(by, Person) or owner_of(partnership) not in deposits_of(by):
        raise PermissionDenied(f"needs {Permission.LIBRARY_DEPOSIT}")


def taken(by: Actor, deposit: Deposit) -> Deposit:
    """The deposit as it is now, locked until the transaction ends.

    Raises:
        PermissionDenied: not for this person.
    """
    found = Deposit.objects.select_for_update(of=("self",)).select_related("partnership__region").get(pk=deposit.pk)
    must_deposit_for(by, found.partnership)
    return found
