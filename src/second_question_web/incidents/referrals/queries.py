"""Every read of referrals. What a person may not see cannot be fetched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery

from second_question.rules.access import Permission, ScopeKind
from second_question_web.incidents import scope
from second_question_web.incidents.models import PartnerView, Referral
from second_question_web.incidents.referrals.models import ReferralFingerprint, ReferralStep
from second_question_web.partnerships.models import Organisation
from second_question_web.people.models import Person
from second_question_web.sealed.names import fingerprints_to_find
from second_question_web.trail.refusals import Hidden

LONDON = ZoneInfo("Europe/London")
UNDECIDED = (Referral.State.RECEIVED, Referral.State.SCREENING)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which referrals are wanted; what is empty does not narrow. Dates are days in England, both included."""

    words: str = ""
    state: str = ""
    agency: str = ""
    since: date | None = None
    until: date | None = None

    def in_force(self) -> dict[str, str]:
        """What narrows, by name, as text."""
        return {name: str(value) for name, value in vars(self).items() if value}


EVERYTHING = Wanted()


@dataclass(frozen=True)
class Opened:
    """A referral, and what this person may do with this one.

    Whoever reads it for an agency sees what the agency said and what became of it; the partners' views and reasons are
    for whoever reads for the partnership.
    """

    referral: Referral
    for_partnership: bool
    may_screen: bool


def listing(person: Person, wanted: Wanted) -> QuerySet[Referral]:
    """The referrals that the person may read, newest first, without their sealed answers."""
    found = _reach(person).filter(_narrowed(wanted))
    return _for_lists(found)


def counts(person: Person, wanted: Wanted = EVERYTHING) -> tuple[Mapping[str, int], int]:
    """How many referrals of each state the person may read, 0 for a state without any; and how many are wanted."""
    narrowed = _narrowed(wanted) or ~Q(pk__in=())
    by = _reach(person).order_by().values("state")
    rows = list(by.annotate(number=Count("pk"), wanted=Count("pk", filter=narrowed)))
    by_state = dict.fromkeys(Referral.State.values, 0) | {row["state"]: row["number"] for row in rows}
    return by_state, sum(row["wanted"] for row in rows)


def undecided(person: Person) -> QuerySet[Referral]:
    """The referrals that wait for the person's screening, the oldest first. For home pages."""
    found = Referral.objects.filter(scope.referrals_for(person, Permission.REFERRAL_SCREEN), state__in=UNDECIDED)
    return _for_lists(found).order_by("made_at", "pk")


def agencies(person: Person) -> QuerySet[Organisation]:
    """The agencies whose referrals the person may read, for a filter."""
    return Organisation.objects.filter(pk__in=_reach(person).order_by().values("organisation"))


def opened(person: Person, reference: str) -> Opened:
    """The referral, with what this person may do with it.

    Raises:
        Hidden: not there, or not for this person.
    """
    found = _reach(person).filter(reference=reference)
    referral = found.select_related("partnership", "organisation", "notification").first()
    if referral is None:
        raise Hidden("referral", reference, case=reference)
    return Opened(
        referral,
        for_partnership=_in_partnership(person, referral, Permission.REFERRAL_READ),
        may_screen=_in_partnership(person, referral, Permission.REFERRAL_SCREEN),
    )


def to_screen(person: Person, reference: str) -> Referral:
    """The referral, for whoever screens it.

    Raises:
        Hidden: not there, or not for this person to screen.
    """
    found = opened(person, reference)
    if not found.may_screen:
        raise Hidden("referral", reference, case=reference)
    return found.referral


def made_with(person: Person, start_token: str) -> Referral | None:
    """The referral that this person sent with this token, if any."""
    return Referral.objects.filter(start_token=start_token, made_by_key=person.trail_key).first()


def views_of(referral: Referral) -> list[PartnerView]:
    """What the partners said of a referral that was fetched for the person, in the order of time."""
    return list(referral.views.select_related("organisation").order_by("given_at", "pk"))


def steps_of(referral: Referral) -> list[ReferralStep]:
    """What happened to a referral that was fetched for the person, in the order of time."""
    return list(referral.steps.all())


def _reach(person: Person) -> QuerySet[Referral]:
    return Referral.objects.filter(scope.referrals_for(person, Permission.REFERRAL_READ))


def _in_partnership(person: Person, referral: Referral, permission: Permission) -> bool:
    return any(
        grant.scope == ScopeKind.PARTNERSHIP and grant.partnership_id == referral.partnership_id
        for grant in person.grants_for(permission)
    )


def _for_lists(found: QuerySet[Referral]) -> QuerySet[Referral]:
    """Sealed answers stay in the database; `first_decided` is when it was decided first, also if reopened since."""
    decisions = ReferralStep.objects.filter(referral=OuterRef("pk"), step__startswith="decide_").order_by()
    first = decisions.values("referral").annotate(first=Min("at")).values("first")
    shown = ("reference", "state", "made_at", "incident_on", "nature", "decided_at", "start_day_is_day_one")
    related = ("organisation__name", "organisation__kind", "partnership__name", "partnership__slug")
    found = found.select_related("organisation", "partnership").prefetch_related("partnership__local_clocks")
    return found.annotate(first_decided=Subquery(first)).only(*shown, *related).order_by("-made_at", "-pk")


def _narrowed(wanted: Wanted) -> Q:
    narrow = Q()
    if wanted.state:
        narrow &= Q(state=wanted.state)
    if wanted.agency:
        narrow &= Q(organisation__code=wanted.agency)
    if wanted.since:
        narrow &= Q(made_at__gte=_midnight(wanted.since))
    if wanted.until:
        narrow &= Q(made_at__lt=_midnight(wanted.until + timedelta(days=1)))
    return narrow & _matching(wanted.words) if wanted.words else narrow


def _matching(words: str) -> Q:
    """By number, by agency, or by the names of children: each part of what was typed must be found."""
    named = Q()
    for part in fingerprints_to_find(words):
        having = ReferralFingerprint.objects.filter(value__in=part).values("referral")
        named &= Q(pk__in=having)
    plain = Q(reference__icontains=words) | Q(organisation__name__icontains=words)
    return plain | named if named else plain


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON).astimezone(UTC)
