"""From where a person refers: an agency in a partnership, or the own organisation for whoever works for a partnership."""

from dataclasses import dataclass

from second_question.rules.access import Permission, ScopeKind
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.people.models import Grant, Person


@dataclass(frozen=True)
class Place:
    """Who refers, and to whom."""

    partnership: Partnership
    organisation: Organisation

    @property
    def code(self) -> str:
        """How a form names it."""
        return f"{self.partnership.slug}/{self.organisation.code}"

    @property
    def words(self) -> str:
        """How a person reads it."""
        return f"{self.partnership.name}, for {self.organisation.name}"


def places_of(person: Person) -> list[Place]:
    """From where the person may refer today, each once, by name."""
    found = {_place(grant, person) for grant in person.grants_for(Permission.REFERRAL_MAKE, with_places=True)}
    return sorted((place for place in found if place), key=lambda place: place.words)


def _place(grant: Grant, person: Person) -> Place | None:
    organisation = grant.organisation if grant.scope == ScopeKind.AGENCY else person.organisation
    return Place(grant.partnership, organisation) if grant.partnership and organisation else None
