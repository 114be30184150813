"""Reading the register: what a person may see of it, narrowed, sorted and cheap at any size."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.expressions import OrderBy

from second_question.rules.access import Permission, ScopeKind
from second_question_web.incidents.models import Child, Notification
from second_question_web.incidents.register.search import Found, Search, by_name, by_number
from second_question_web.incidents.scope import notifications_for
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.people.models import Person

Wanted = Mapping[str, object]
CHUNK = 500
_UNSEEN = ("sealed_answers", "unanswered", "withdrawn_reason", "snapshot", "extra")
_PLAIN = {
    "state": "state",
    "nature": "nature",
    "likely_cause": "likely_cause",
    "origin": "origin",
    "region": "region",
    "sent_from": "sent_on__gte",
    "sent_until": "sent_on__lte",
    "incident_from": "incident_on__gte",
    "incident_until": "incident_on__lte",
}
_OF_A_CHILD = ("age_group", "sex", "ethnicity")
SORTS = {
    "reference": "reference",
    "sent": "sent_on",
    "incident": "incident_on",
    "authority": "local_authority__name",
    "nature": "nature",
    "cause": "likely_cause",
    "children": "number_of_children",
    "state": "state",
}
DEFAULT_SORT = "-sent"


def register(person: Person, wanted: Wanted, search: Search, found: Found | None, sort: str) -> QuerySet[Notification]:
    """The notifications that this person may see in the register, narrowed and sorted; nothing sealed is read.

    `found` is what `named` gave for a search by name. Discarded drafts are there only when asked for.
    """
    seen = Notification.objects.filter(notifications_for(person, Permission.REGISTER_READ), narrowed(wanted))
    if "state" not in wanted:
        seen = seen.exclude(state=Notification.State.DISCARDED) if _sees_drafts(person) else seen
    if search.number:
        seen = seen.filter(by_number(search.number))
    if search.name:
        seen = seen.filter(pk__in=found.matches if found else ())
    return seen.order_by(*_order(sort, drafts=_sees_drafts(person))).defer(*_UNSEEN)


def named(person: Person, search: Search) -> Found | None:
    """Where the name is found that is looked for, in the cases whose names this person may see."""
    return by_name(person, search.name) if search.name else None


def rows_of(seen: QuerySet[Notification], first: int, last: int) -> list[Notification]:
    """The notifications from `first` up to before `last` of the list, with everything that a row of the page shows.

    The keys are found first, from an index where there is one; only the rows of the page are read.
    """
    keys = seen.values("pk")[first:last]
    page = Notification.objects.filter(pk__in=keys).order_by(*seen.query.order_by).defer(*_UNSEEN, "answers")
    page = page.select_related("local_authority", "partnership", "rapid_review")
    return list(page.prefetch_related(_children(), "rapid_review__clock_changes"))


def narrowed(wanted: Wanted) -> Q:
    """What the filters say."""
    reach = Q(*[Q((lookup, wanted[name])) for name, lookup in _PLAIN.items() if name in wanted])
    for name, filtering in _ROUNDABOUT.items():
        if name in wanted:
            reach &= filtering(wanted[name])
    of_a_child = {name: wanted[name] for name in _OF_A_CHILD if name in wanted}
    if of_a_child:
        # A list of keys: the database takes it from an index alone, where it would look up each child otherwise.
        reach &= Q(pk__in=Child.objects.filter(removed_at=None, **of_a_child).order_by().values("notification"))
    return reach


def in_chunks(seen: QuerySet[Notification]) -> Iterator[Notification]:
    """Every notification with its children, a few hundred at a time, in the order of the list."""
    keys = iter(seen.values_list("pk", flat=True).iterator(chunk_size=10_000))
    while chunk := list(islice(keys, CHUNK)):
        loaded = Notification.objects.select_related("local_authority").prefetch_related(_children())
        by_key = loaded.defer(*_UNSEEN).in_bulk(chunk)
        yield from (by_key[key] for key in chunk if key in by_key)


def _children() -> "Prefetch[str]":
    shown = ("notification", "place", "external_reference", "focus", "age_years", "age_group", "sex", "ethnicity")
    return Prefetch("children", Child.objects.filter(removed_at=None).order_by("place").only(*shown))


def _sees_drafts(person: Person) -> bool:
    return any(g.scope in (ScopeKind.PARTNERSHIP, ScopeKind.CASE) for g in person.grants_for(Permission.REGISTER_READ))


def _order(sort: str, *, drafts: bool) -> list[str | OrderBy]:
    """The chosen column, then the newest first. Drafts have no date yet and come first when the newest do."""
    falling, column = sort.startswith("-"), SORTS.get(sort.lstrip("-"), "sent_on")
    newest: list[str | OrderBy] = [F("sent_on").desc(nulls_first=True) if drafts else "-sent_on", "-reference"]
    if column == "sent_on":
        return newest if falling else [F("sent_on").asc(nulls_last=True) if drafts else "sent_on", "reference"]
    if column == "reference":
        return [sort]
    if column == "incident_on":
        chosen = F(column).desc(nulls_last=True) if falling else F(column).asc(nulls_last=True)
        return [chosen, *newest]
    return [f"-{column}" if falling else column, *newest]


def _year(given: object) -> Q:
    year = int(str(given))
    return Q(sent_on__range=(date(year, 1, 1), date(year, 12, 31)))


def _partnership(text: object) -> Q:
    named = Partnership.objects.filter(Q(name__icontains=text) | Q(slug__iexact=text))
    return Q(partnership__in=named.order_by().values("pk"))


def _local_authority(text: object) -> Q:
    named = Organisation.objects.filter(Q(name__icontains=text) | Q(code__iexact=text))
    return Q(local_authority__in=named.order_by().values("pk"))


_ROUNDABOUT: dict[str, Callable[[object], Q]] = {
    "year": _year,
    "partnership": _partnership,
    "local_authority": _local_authority,
}
