"""What the register leaves in the trail: that somebody read the list or took it away, and with which filters."""

from collections.abc import Mapping

from second_question_web.incidents.register.search import Search
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


def note_listed(*, by: Person, wanted: Mapping[str, object], search: Search) -> None:
    """Somebody read the list; of a name that was looked for only the fingerprint is kept."""
    record("register.list", by=by, subject=("register", ""), after={**wanted, **search.for_the_trail()})


def note_downloaded(*, by: Person, wanted: Mapping[str, object], search: Search, count: int) -> None:
    """Somebody took the list away as a file."""
    after = {**wanted, **search.for_the_trail(), "notifications": count}
    record("register.download", by=by, subject=("register", ""), after=after)
