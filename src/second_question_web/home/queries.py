"""What home page, calendar and alerts read. Everything is narrowed to what the person's grants reach."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from second_question.rules.access import Permission, ScopeKind
from second_question.rules.calendar import DayOne, add_working_days
from second_question.rules.clocks import clock
from second_question_web.home.models import Alert, AlertChoice, DeadlineFeed
from second_question_web.incidents.models import Notification, PartnerView, Referral
from second_question_web.incidents.referrals.queries import UNDECIDED
from second_question_web.incidents.scope import notifications_for, referrals_for, through
from second_question_web.jobs import queries as jobs
from second_question_web.jobs.models import Job
from second_question_web.panel.models import Arrival
from second_question_web.partnerships.models import Partnership
from second_question_web.partnerships.queries import holding_on
from second_question_web.people.links import digest_of
from second_question_web.people.models import Grant, Person
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.rapid_reviews.queries import RUNNING
from second_question_web.trail.models import Entry, Outcome

MOST = 100  # drafts or referrals looked at for one person; a page shows ten
MOST_SENT = 12  # of what was sent lately, where there are no drafts to see
JOBS_REMEMBERED = timedelta(days=7)
PREVIEW, IMPORT = "register.preview", "register.import"
ONE_DAY = timedelta(days=1)
CHAIN_CHECKED = "trail.check"
BUSINESS_MANAGER = "business_manager"
Owing = dict[int, list[Person]]

_OF_A_CASE = (
    "reference",
    "state",
    "aware_on",
    "started_at",
    "started_by",
    "started_by_key",
    "sent_at",
    "sent_on",
    "withdrawn_at",
    "changed_at",
    "version",
    "partnership",
)
_SEALED_IN_REFERRAL = (
    "children",
    "what_happened",
    "why_serious",
    "safe_now",
    "further_answers",
    "decision_reason",
)


@dataclass(frozen=True)
class Number:
    """How many cases are at one stage, and how many of them are late."""

    count: int = 0
    late: int = 0


def drafts_and_sent(person: Person, since: date) -> list[Notification]:
    """Drafts that this person may see, the oldest first, and after them what was sent since that day, the newest first.

    Nothing in them says what happened or to whom.
    """
    reach = notifications_for(person, Permission.NOTIFICATION_READ)
    drafts = Q(state=Notification.State.DRAFT)
    sent = Q(state__in=(Notification.State.SENT, Notification.State.WITHDRAWN), sent_on__gte=since)
    found = Notification.objects.select_related("partnership", "arrival").only(*_shown_of_a_case())
    if not _sees_drafts(person):
        return list(found.filter(reach, sent).order_by("-sent_on", "-reference")[:MOST_SENT])
    return list(found.filter(reach, drafts | sent).order_by("state", "-sent_on", "started_at")[:MOST])


def drafts() -> QuerySet[Notification]:
    """Every draft whose clock runs, for the job that reminds."""
    found = Notification.objects.filter(state=Notification.State.DRAFT, aware_on__isnull=False)
    return found.select_related("partnership").only(*_OF_A_CASE, "partnership__start_day_is_day_one")


def owing(on: date) -> Owing:
    """By partnership, its business managers of that day."""
    grants = Grant.objects.filter(holding_on(on), role=BUSINESS_MANAGER, scope=ScopeKind.PARTNERSHIP)
    live = grants.filter(ended_at__isnull=True, person__state=Person.State.ACTIVE)
    found: Owing = defaultdict(list)
    for grant in live.select_related("person").order_by("person"):
        if grant.person not in found[grant.partnership_id or 0]:
            found[grant.partnership_id or 0].append(grant.person)
    return found


def without_alerts() -> set[int]:
    """The people who want no e-mails about clocks."""
    return set(AlertChoice.objects.filter(wanted=False).values_list("person", flat=True))


def alerts_since(day: date) -> set[tuple[int, str, str, str, date]]:
    """Person, kind, case, clock and date of every alert about a date since that day."""
    fields = ("person", "kind", "case", "clock", "due_on")
    return set(Alert.objects.filter(due_on__gte=day).values_list(*fields))


def own_cases(person: Person) -> list[Notification]:
    """The cases that were given to this person one by one."""
    numbers = [g.case for g in person.grants_for(Permission.NOTIFICATION_READ) if g.scope == ScopeKind.CASE]
    found = Notification.objects.filter(reference__in=numbers).only("reference", "state", "sent_on")
    return list(found.order_by("-sent_on")[:MOST])


def referrals(person: Person) -> list[Referral]:
    """The newest referrals that this person may read, those still open first, with `viewed`: whether the person's own
    organisation has said what it thinks."""
    own = person.organisation_id
    views = PartnerView.objects.filter(referral=OuterRef("pk"), organisation=own)
    found = Referral.objects.filter(referrals_for(person, Permission.REFERRAL_READ))
    rank = Case(When(state__in=UNDECIDED, then=Value(0)), default=Value(1))
    found = found.annotate(viewed=Exists(views), rank=rank).defer(*_SEALED_IN_REFERRAL)
    return list(found.select_related("partnership", "organisation").order_by("rank", "-made_at")[:MOST])


def to_acknowledge(person: Person, limit: int) -> list[Arrival]:
    """Notifications that reached the Panel and that nobody has acknowledged, the longest waiting first."""
    reach = notifications_for(person, Permission.PANEL_RECEIVE)
    if _is_national(person, Permission.PANEL_RECEIVE):
        reach = Q()
    waiting = Arrival.objects.filter(through("notification", reach), acknowledged_at__isnull=True)
    shown = ("arrived_at", "notification__reference", "notification__state")
    return list(waiting.select_related("notification").only(*shown).order_by("arrived_at")[:limit])


def jobs_of_interest(person: Person, now: datetime) -> list[Job]:
    """Background work of the last days, the newest first: what failed, of this person or for whoever looks after it, and
    this person's own previews and imports of a register, whatever came of them."""
    own_imports = Q(asked_by_key=person.trail_key, kind__in=(PREVIEW, IMPORT))
    lately = jobs.jobs(person).filter(asked_at__gte=now - JOBS_REMEMBERED)
    return list(lately.filter(Q(state=Job.State.FAILED) | own_imports)[:MOST])


def picture(person: Person, on: date) -> dict[str, Number]:
    """How many notifications are in each state and how many rapid reviews (`review.` before the state), in one query."""
    reach = notifications_for(person, Permission.REGISTER_READ)
    cases = _grouped(Notification.objects.filter(reach), "", Value(0))
    readable = person.may(Permission.RAPID_REVIEW_READ)
    rows = cases.union(_grouped(_reviews(person), "review.", _late(on)), all=True) if readable else cases
    return {f"{kind}{state}": Number(count, late) for kind, state, count, late in rows}


def refusals(since: datetime) -> int:
    """How often somebody was refused something since then."""
    return Entry.objects.filter(outcome=Outcome.REFUSED, at__gte=since).count()


def last_check_of_the_chain() -> Entry | None:
    """The row that the newest check of the trail's chain left; None before the first night."""
    return Entry.objects.filter(action=CHAIN_CHECKED).order_by("-number").first()


def feed(person: Person) -> DeadlineFeed | None:
    """The person's calendar feed, if there is one that works."""
    return DeadlineFeed.objects.filter(person=person, revoked_at__isnull=True).first()


def feed_of(secret: str) -> DeadlineFeed | None:
    """The feed of that secret, revoked or not, with its person."""
    return DeadlineFeed.objects.select_related("person__organisation").filter(secret_digest=digest_of(secret)).first()


def wants_alerts(person: Person) -> bool:
    """Whether e-mails about clocks go to this person."""
    return not AlertChoice.objects.filter(person=person, wanted=False).exists()


def partnerships_of(person: Person) -> list[Partnership]:
    """The partnerships in which this person may read rapid reviews or referrals."""
    allowed = (Permission.RAPID_REVIEW_READ, Permission.REFERRAL_SCREEN)
    grants = [grant for one in allowed for grant in person.grants_for(one, with_places=True)]
    found = {grant.partnership_id: grant.partnership for grant in grants if grant.scope == ScopeKind.PARTNERSHIP}
    return [partnership for partnership in found.values() if partnership is not None]


def _sees_drafts(person: Person) -> bool:
    return any(g.scope == ScopeKind.PARTNERSHIP for g in person.grants_for(Permission.NOTIFICATION_READ))


def _shown_of_a_case() -> tuple[str, ...]:
    return (*_OF_A_CASE, "partnership__start_day_is_day_one", "partnership__name", "arrival__acknowledged_at")


def _is_national(person: Person, permission: Permission) -> bool:
    return any(grant.scope == ScopeKind.NATIONAL for grant in person.grants_for(permission))


def _reviews(person: Person) -> QuerySet[RapidReview]:
    """Every rapid review belongs to what was sent, so a grant for England needs no look at the notifications."""
    if _is_national(person, Permission.RAPID_REVIEW_READ):
        return RapidReview.objects.all()
    reach = notifications_for(person, Permission.RAPID_REVIEW_READ)
    return RapidReview.objects.filter(through("notification", reach))


def _grouped(rows: QuerySet[Any], kind: str, late: Combinable) -> QuerySet[Any, Any]:
    """Rows of kind, state, how many there are and how many are late."""
    named: QuerySet[Any, Any] = rows.order_by().annotate(kind=Value(kind, output_field=CharField()))
    grouped: QuerySet[Any, Any] = named.values_list("kind", "state").annotate(count=Count("pk"), late=late)
    return grouped


def _late(on: date) -> Combinable:
    """Counts the running reviews whose clock was never moved and that are past their date."""
    unmoved = ~Q(Exists(ClockChange.objects.filter(rapid_review=OuterRef("pk"))))
    after, same = (last_start_overdue(on, way) for way in (DayOne.DAY_AFTER, DayOne.SAME_DAY))
    too_early = Q(start_day_is_day_one=False, opened_on__lte=after) | Q(start_day_is_day_one=True, opened_on__lte=same)
    return Count("pk", filter=Q(state__in=RUNNING) & too_early & unmoved)


@lru_cache(maxsize=8)
def last_start_overdue(on: date, way: DayOne) -> date:
    """The latest day on which a rapid review can have begun to be overdue on that day."""
    length = clock("rapid_review").length
    start = on - ONE_DAY * length
    while add_working_days(start, length, day_one=way).last >= on:
        start -= ONE_DAY
    return start
