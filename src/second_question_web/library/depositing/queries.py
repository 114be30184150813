"""Reading what was deposited: by those who deposit for the same partnership, or for the Panel."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from second_question.library.adding import ALIKE, LEAST_SHARED, SAME
from second_question.library.collection import Library
from second_question.library.sketch import likeness
from second_question.library.store import CURRENT, Kept
from second_question_web.jobs.models import Job
from second_question_web.jobs.queries import jobs
from second_question_web.library.access import PANEL, access_of, deposits_of
from second_question_web.library.depositing.actions.common import SUBJECT
from second_question_web.library.depositing.scope import deposits_for
from second_question_web.library.models import Deposit
from second_question_web.partnerships.models import Partnership
from second_question_web.partnerships.queries import partnerships
from second_question_web.people.models import Person
from second_question_web.trail.models import Entry
from second_question_web.trail.queries import changes_to
from second_question_web.trail.refusals import Hidden

SOON = timedelta(days=30)
"""So long before its day, a document is listed as due a look."""
ACTIONS = tuple(
    f"library.{what}"
    for what in (
        *("deposit", "read", "read_problem", "correct", "record", "decide", "change"),
        *("withdraw", "restore", "discard"),
    )
)


def deposits(person: Person) -> QuerySet[Deposit]:
    """The deposits of those for whom this person deposits, the latest first, without their texts."""
    found = Deposit.objects.filter(deposits_for(person)).select_related("partnership__region", "file")
    return found.defer("proposed", "checks")


def due_a_look(person: Person, today: date) -> QuerySet[Deposit]:
    """What somebody should decide again soon: withheld files, and texts that have been open for long."""
    due = deposits(person).filter(state=Deposit.State.ENTERED, look_again_on__lte=today + SOON)
    return due.order_by("look_again_on")


def deposit(person: Person, key: str) -> Deposit:
    """One deposit.

    Raises:
        Hidden: there is none, or not for this person.
    """
    found = Deposit.objects.filter(deposits_for(person), key=key)
    one = found.select_related("partnership__region", "file", "replaces", "text").first()
    if one is None:
        raise Hidden("library document", key)
    return one


def versions(deposit: Deposit) -> QuerySet[Deposit]:
    """The new versions and redacted copies of a deposit that were not put aside."""
    return deposit.replaced_by.exclude(state=Deposit.State.WITHDRAWN, entered_at=None)


def owners(person: Person) -> list[Partnership | None]:
    """For whom this person deposits; None stands for the Panel."""
    own = deposits_of(person)
    numbers = [int(one.rpartition("-")[2]) for one in own if one != PANEL]
    found: list[Partnership | None] = list(partnerships().filter(Q(pk__in=numbers)))
    return [*found, *([None] if PANEL in own else [])]


def history(deposit: Deposit) -> list[Entry]:
    """What was done with a deposit, the latest first. The caller has fetched it for a person."""
    return list(changes_to((SUBJECT, deposit.key), ACTIONS))


def work_on(person: Person, deposit: Deposit) -> Job | None:
    """The latest background work on a deposit that this person may see."""
    return jobs(person).filter(arguments__deposit=deposit.key).first()


@dataclass(frozen=True)
class Alike:
    """A document of the library that has the same text, or another version of it."""

    document: Kept
    is_copy: bool


def alike(library: Library, person: Person, deposit: Deposit) -> list[Alike]:
    """What the library has already that is the same or nearly so, as far as this person may see it."""
    if not deposit.file_id:
        return []
    read, access, store = deposit.text.entry, access_of(person), library.store
    near = store.alike(read["sketch"], least=LEAST_SHARED) if read["sketch"] else []
    shares = {number: likeness(read["sketch"], sketch) for number, sketch in near}
    same = {one.id: 1.0 for one in store.kept_where("digest = ?", (read["digest"],))}
    own = {
        deposit.key,
        deposit.replaces.key if deposit.replaces else "",
        *versions(deposit).values_list("key", flat=True),
    }
    found = store.by_id([*shares, *same]).values()
    return [
        Alike(one, share >= SAME)
        for one in found
        if (share := max(shares.get(one.id, 0.0), same.get(one.id, 0.0))) >= ALIKE
        and one.key not in own
        and one.status == CURRENT
        and access.allows(one.text_visibility)
    ]
