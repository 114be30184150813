"""Looking for one notification: by its number, or, where the person may see names, by the name of a child or adult.

A name is never put into an address: it would stay in the browser's history and in logs. The page sends it in a form and
goes on to an address that holds it sealed.
"""

from dataclasses import dataclass, field

from django.db.models import Q

from second_question.rules.access import Permission
from second_question_web.incidents.models import Fingerprint, Notification
from second_question_web.incidents.scope import notifications_for, through
from second_question_web.people.models import Person
from second_question_web.sealed import names
from second_question_web.sealed.keys import CannotOpen, fingerprint, seal, unseal

MOST = 500
LONGEST = 100
EXACT, ALIKE = "spelled like this", "sounds alike"
_NAMES = (Fingerprint.Of.CHILD_NAME, Fingerprint.Of.ADULT_NAME)


@dataclass(frozen=True)
class Search:
    """What somebody looks for: a number or a name, never both."""

    number: str = ""
    name: str = ""

    @property
    def text(self) -> str:
        """As it was typed."""
        return self.number or self.name

    def for_the_trail(self) -> dict[str, str]:
        """A name is kept as a fingerprint only: enough to see that two people looked for the same."""
        if self.name:
            return {"search": "name search", "fingerprint": fingerprint(" ".join(names.parts_of(self.name)))}
        return {"search": self.number} if self.number else {}


@dataclass(frozen=True)
class Found:
    """The notifications in which a name was found, each with the kind of match; `too_many` when only some are given."""

    matches: dict[int, str] = field(default_factory=dict)
    too_many: bool = False


def typed(text: str) -> Search:
    """What a person typed: with a digit in it it is a number, else a name."""
    text = " ".join(text.split())[:LONGEST]
    return Search(number=text) if any(c.isdigit() for c in text) else Search(name=text)


def sealed(search: Search) -> dict[str, str]:
    """The parts of an address that hold the search, a name sealed."""
    if search.name:
        return {"name": seal(search.name)}
    return {"number": search.number} if search.number else {}


def opened(number: str, name: str) -> Search:
    """The search of an address; a seal that does not open is no search."""
    if name:
        try:
            return Search(name=unseal(name)[:LONGEST])
        except (CannotOpen, ValueError):
            return Search()
    return Search(number=number.strip()[:LONGEST])


def by_number(number: str) -> Q:
    """Notifications whose reference, receipt or sender's number has this in it; each is looked up in its own index."""
    found = Q()
    for column in ("reference", "external_reference", "receipt_number"):
        having = Notification.objects.filter(**{f"{column}__icontains": number})
        found |= Q(pk__in=having.order_by().values("pk"))
    return found


def by_name(person: Person, name: str) -> Found:
    """Where a child or adult has every part of that name, among the cases whose names this person may see; one query."""
    wanted, spelled = names.fingerprints_to_find(name), names.spelled_to_find(name)
    if not wanted or not person.may(Permission.IDENTITY_READ):
        return Found()
    rows = Fingerprint.objects.filter(
        through("notification", notifications_for(person, Permission.IDENTITY_READ)),
        of__in=_NAMES,
        value__in=set[str]().union(*wanted),
    )
    of_record: dict[tuple[int, str, int], set[str]] = {}
    for notification, of, record, value in rows.values_list("notification_id", "of", "record", "value"):
        of_record.setdefault((notification, of, record), set()).add(value)
    return _found(of_record, wanted, spelled)


def _found(of_record: dict[tuple[int, str, int], set[str]], wanted: list[set[str]], spelled: list[set[str]]) -> Found:
    matches: dict[int, str] = {}
    for (notification, _, _), values in of_record.items():
        if all(values & part for part in spelled):
            matches[notification] = EXACT
        elif all(values & part for part in wanted):
            matches.setdefault(notification, ALIKE)
    best_first = sorted(matches, key=lambda key: (matches[key] != EXACT, -key))
    return Found({key: matches[key] for key in best_first[:MOST]}, len(matches) > MOST)
