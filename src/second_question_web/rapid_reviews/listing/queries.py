"""Reading the list of rapid reviews: what a person may see of it, narrowed, sorted and cheap at any size."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from second_question.rules.access import Permission, ScopeKind
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.listing.late import late
from second_question_web.rapid_reviews.models import Decision, RapidReview, Version
from second_question_web.rapid_reviews.scope import reviews_for

READ, DRAFT = Permission.RAPID_REVIEW_READ, Permission.RAPID_REVIEW_DRAFT
Counts = Mapping[str, tuple[int, int]]
"""By state, how many reviews there are, and how many of them are late."""
PORTION = 500
NO_OUTCOME = "none"
SORTS = {
    "reference": "notification__reference",
    "area": "notification__partnership__name",
    "opened": "opened_on",
    "state": "state",
}
DEFAULT_SORT = "-opened"
_SHOWN = ("state", "opened_on", "submitted_on", "closed_on", "ruleset", "start_day_is_day_one")
_OF_ITS_CASE = {
    "reference": F("notification__reference"),
    "area": Coalesce("notification__partnership__name", "notification__local_authority__name", Value("")),
    "lead": F("notification__partnership"),
}
"""By the names under which a row carries them; rows of their own would be made for each review otherwise."""


@dataclass(frozen=True)
class Wanted:
    """Which reviews are wanted; what is empty does not narrow. Dates are days in England, both included."""

    state: str = ""
    late: str = ""
    area: str = ""
    outcome: str = ""
    opened_from: date | None = None
    opened_until: date | None = None

    def in_force(self) -> dict[str, str]:
        """What narrows, by name, as text."""
        return {name: str(value) for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class Listed:
    """A review as the list shows it.

    `lead` is the key of the partnership that leads it. `outcome` is the code of the newest decision that the person may
    know of; empty where there is none.
    """

    review: RapidReview
    reference: str
    area: str
    lead: int | None
    outcome: str


@dataclass(frozen=True)
class Listing:
    """The list of one person on one day. `late` is worked out once for the counts and for the filter."""

    person: Person
    reach: Q
    late: Q

    def counts(self) -> Counts:
        """How many there are, whatever is wanted; one query."""
        by = RapidReview.objects.filter(self.reach).order_by().values_list("state")
        counted = by.annotate(every=Count("pk"), late=Count("pk", filter=self.late))
        return {state: (every, late) for state, every, late in counted}

    def wanted(self, wanted: Wanted, sort: str = DEFAULT_SORT) -> QuerySet[RapidReview]:
        """The reviews that are wanted, in that order."""
        return RapidReview.objects.filter(self.reach, self._narrowed(wanted)).order_by(*_order(sort))

    def rows(self, found: QuerySet[RapidReview], start: int, stop: int) -> list[Listed]:
        """A part of the list with all that it shows; three queries. Only these rows are read."""
        part = RapidReview.objects.filter(pk__in=found.values("pk")[start:stop])
        return [_listed(review) for review in self._with_what_is_shown(part).order_by(*found.query.order_by)]

    def in_portions(self, found: QuerySet[RapidReview]) -> Iterator[Listed]:
        """Every review that was found, in its order, some hundreds at a time."""
        keys = iter(list(found.values_list("pk", flat=True)))
        while portion := list(islice(keys, PORTION)):
            by_key = self._with_what_is_shown(RapidReview.objects.all()).in_bulk(portion)
            yield from (_listed(by_key[key]) for key in portion if key in by_key)

    def _with_what_is_shown(self, part: QuerySet[RapidReview]) -> QuerySet[RapidReview]:
        """With what `_listed` takes, and `sees_draft`: whether this person may know of a decision before it is sent."""
        sent = Exists(Version.objects.filter(decision=OuterRef("pk")))
        decisions = Decision.objects.only("review", "number", "outcome").annotate(was_sent=sent).order_by("number")
        part = part.annotate(sees_draft=self._sees_draft(), **_OF_ITS_CASE)
        return part.only(*_SHOWN).prefetch_related("clock_changes", Prefetch("decisions", decisions))

    def _sees_draft(self) -> Value | Case:
        drafts = _drafts(self.person)
        if drafts is not None:
            return Value(drafts)
        return Case(When(reviews_for(self.person, DRAFT), then=Value(True)), default=Value(False))

    def _narrowed(self, wanted: Wanted) -> Q:
        narrowed = self.late if wanted.late else Q()
        plain = {
            "state": wanted.state,
            "opened_on__gte": wanted.opened_from,
            "opened_on__lte": wanted.opened_until,
        }
        narrowed &= Q(**{lookup: value for lookup, value in plain.items() if value})
        if wanted.area:
            narrowed &= _area(wanted.area)
        return narrowed & self._decided(wanted.outcome) if wanted.outcome else narrowed

    def _decided(self, outcome: str) -> Q:
        """By the newest decision; where the person may not read drafts, by the newest that was sent."""
        newest, sent = _newest_decision(outcome), _newest_version(outcome)
        drafts = _drafts(self.person)
        if drafts is not None:
            return newest if drafts else sent
        own = Q(pk__in=RapidReview.objects.filter(reviews_for(self.person, DRAFT)).order_by().values("pk"))
        return own & newest | ~own & sent


def known_from(counts: Counts, wanted: Wanted) -> int | None:
    """How many reviews are wanted, where the counts by state tell it; None where they must be counted."""
    if set(wanted.in_force()) - {"state", "late"}:
        return None
    of = [counts.get(wanted.state, (0, 0))] if wanted.state else counts.values()
    return sum(late if wanted.late else every for every, late in of)


def listing(person: Person, on: date) -> Listing:
    """The list as this person sees it on that day; two queries for reviews whose clock was moved."""
    reach = _reach(person)
    return Listing(person, reach, late(reach, on))


def own_partnerships(person: Person) -> set[int]:
    """The partnerships of which this person reads the reviews; empty for those who read them for England or a region."""
    grants = person.grants_for(READ)
    return {grant.partnership_id for grant in grants if grant.scope == ScopeKind.PARTNERSHIP and grant.partnership_id}


def _listed(review: RapidReview) -> Listed:
    """From a review that was read with what is shown; no query."""
    told = vars(review)
    known = [one for one in review.decisions.all() if told["sees_draft"] or vars(one)["was_sent"]]
    return Listed(review, told["reference"], told["area"], told["lead"], known[-1].outcome if known else "")


def _drafts(person: Person) -> bool | None:
    """Whether this person reads the drafts of all reviews of the list, or of none; None for some of them."""
    if not person.may(DRAFT):
        return False
    return True if person.grants_for(READ) == person.grants_for(DRAFT) else None


def _reach(person: Person) -> Q:
    """Every review belongs to a notification that was sent, so a grant for England needs no look at the notifications."""
    if any(grant.scope == ScopeKind.NATIONAL for grant in person.grants_for(READ)):
        return Q()
    return reviews_for(person, READ)


def _order(sort: str) -> list[str]:
    falling, column = sort.startswith("-"), SORTS[sort.removeprefix("-")]
    chosen = f"-{column}" if falling else column
    return [chosen, "-pk" if falling else "pk"] if column == "opened_on" else [chosen, "-opened_on", "-pk"]


def _area(text: str) -> Q:
    """Keys first: the names are in two small tables."""
    partnerships = Partnership.objects.filter(Q(name__icontains=text) | Q(slug__iexact=text))
    authorities = Organisation.objects.filter(Q(name__icontains=text) | Q(code__iexact=text))
    leads = Q(notification__partnership__in=partnerships.order_by().values("pk"))
    return leads | Q(notification__local_authority__in=authorities.order_by().values("pk"))


def _newest_decision(outcome: str) -> Q:
    if outcome == NO_OUTCOME:
        return ~Q(pk__in=Decision.objects.order_by().values("review"))
    later = Decision.objects.filter(review=OuterRef("review"), number__gt=OuterRef("number"))
    return Q(pk__in=Decision.objects.filter(~Exists(later), outcome=outcome).order_by().values("review"))


def _newest_version(outcome: str) -> Q:
    if outcome == NO_OUTCOME:
        return ~Q(pk__in=Version.objects.order_by().values("review"))
    later = Version.objects.filter(review=OuterRef("review"), number__gt=OuterRef("number"))
    return Q(pk__in=Version.objects.filter(~Exists(later), decision__outcome=outcome).order_by().values("review"))
