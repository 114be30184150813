"""What the actions of this app share: the row locked, the state changed, the trail written."""

from django.db.models import F

from second_question_web.people.errors import NotPossible
from second_question_web.people.models import Person
from second_question_web.trail.actions import Actor, record


def subject_of(person: Person) -> tuple[str, str]:
    """How the trail names a person as the thing that something was done to."""
    return ("person", str(person.pk))


def locked(person: Person) -> Person:
    """The person as it is now, kept from others until the end of the transaction."""
    return Person.objects.select_for_update().get(pk=person.pk)


def must_be(person: Person, *states: Person.State) -> None:
    """Lets an action go on.

    Raises:
        NotPossible: the account stands elsewhere.
    """
    if person.state not in states:
        raise NotPossible(f"This account is now: {person.get_state_display()}. Look at it again before you change it.")


def record_state(action: str, person: Person, to: Person.State, *, by: Actor, reason: str) -> None:
    """Moves the account to another state, ends its sessions and writes the row of the trail."""
    before = {"state": person.state}
    person.state = to
    Person.objects.filter(pk=person.pk).update(state=to, sessions_epoch=F("sessions_epoch") + 1)
    record(action, by=by, subject=subject_of(person), before=before, after={"state": to}, reason=reason)
