"""Which visibilities of the library a person's grants reach. The library puts them into every query (ADR 0018)."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser

from second_question.library.access import EVERYBODY, Access
from second_question.library.entry import PUBLIC
from second_question.rules.access import Permission, ScopeKind
from second_question_web.people.models import Grant, Person

PANEL = "panel"
"""The visibility of what only the national Panel may see."""


def of_partnership(partnership: int) -> str:
    """The visibility of what only the people of a partnership may see, by the partnership's number."""
    return f"partnership-{partnership}"


def access_of(person: Person | AnonymousUser) -> Access:
    """What a person may see: what is public, and what is of the partnerships or of the Panel that they belong to."""
    if not isinstance(person, Person):
        return EVERYBODY
    own = (_visibility(grant) for grant in person.grants_for(Permission.LIBRARY_READ))
    return Access(frozenset({PUBLIC, *(one for one in own if one)}))


def deposits_of(person: Person) -> tuple[str, ...]:
    """The visibilities of those for whom a person may put documents into the library."""
    return tuple(dict.fromkeys(_deposits(person)))


def _deposits(person: Person) -> Iterator[str]:
    for grant in person.grants_for(Permission.LIBRARY_DEPOSIT):
        visibility = _visibility(grant)
        if visibility:
            yield visibility


def _visibility(grant: Grant) -> str:
    if grant.scope == ScopeKind.PARTNERSHIP and grant.partnership_id is not None:
        return of_partnership(grant.partnership_id)
    return PANEL if grant.scope in (ScopeKind.NATIONAL, ScopeKind.REGION) else ""
