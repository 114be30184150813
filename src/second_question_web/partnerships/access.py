"""Who may change a partnership: its business manager its agencies and clocks, a national administrator its partners."""

from collections.abc import Sequence
from typing import Protocol

from django.core.exceptions import PermissionDenied

from second_question.rules.access import Permission, ScopeKind
from second_question_web.partnerships.models import Partnership
from second_question_web.trail.actions import Actor, System


class GrantFacts(Protocol):
    """What a grant says of where it holds."""

    @property
    def scope(self) -> str:
        """One of `ScopeKind`."""

    @property
    def partnership_id(self) -> int | None:
        """The partnership's key, where the grant is for one."""


class Asker(Actor, Protocol):
    """A person with grants; the people app lies above this one."""

    def grants_for(self, permission: Permission) -> Sequence[GrantFacts]:
        """The grants that hold today and give this permission."""


def may_manage(person: Asker, partnership: Partnership) -> bool:
    """Whether the person changes this partnership's agencies, local clocks, counting and e-mail address."""
    return any(
        grant.scope == ScopeKind.PARTNERSHIP and grant.partnership_id == partnership.pk
        for grant in person.grants_for(Permission.PARTNERSHIP_MANAGE)
    )


def may_found(person: Asker) -> bool:
    """Whether the person creates partnerships and changes their safeguarding partners: national administrators do."""
    return any(grant.scope == ScopeKind.NATIONAL for grant in person.grants_for(Permission.PEOPLE_MANAGE))


def must_manage(by: Asker | System, partnership: Partnership) -> None:
    """Lets an action go on. The system may.

    Raises:
        PermissionDenied: the person does not manage this partnership.
    """
    if not isinstance(by, System) and not may_manage(by, partnership):
        raise PermissionDenied(f"needs {Permission.PARTNERSHIP_MANAGE} for {partnership.slug}")


def must_found(by: Asker | System) -> None:
    """Lets an action go on. The system may.

    Raises:
        PermissionDenied: the person is no national administrator.
    """
    if not isinstance(by, System) and not may_found(by):
        raise PermissionDenied(f"needs {Permission.PEOPLE_MANAGE} for the whole of England")
