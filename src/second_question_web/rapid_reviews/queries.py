"""Reading rapid reviews and their clocks. A clock is computed each time it is asked for; nothing counts it down."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.calendar import DayOne
from second_question.rules.clocks import clock, local_clock
from second_question.rules.deadlines import Deadline, deadline
from second_question.rules.pauses import Extension, Pause
from second_question.rules.standing import Standing, State, standing
from second_question.rules.workflow import RapidReviewState
from second_question_web.partnerships import queries as partnerships
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import ClockChange, Comment, RapidReview, UnplacedPassage
from second_question_web.rapid_reviews.scope import permissions_for, reviews_for
from second_question_web.trail.refusals import Hidden

if TYPE_CHECKING:
    from second_question_web.partnerships.models import LocalClock

_SEALED = ("notification__sealed_answers", "notification__answers", "notification__withdrawn_reason")
_SHOWN = (
    *("notification", "state", "ruleset", "opened_on", "start_day_is_day_one", "submitted_on", "late_reason"),
    *("closed_on", "template", "version"),
    *(
        f"notification__{name}"
        for name in (
            *("reference", "state", "sent_at", "partnership", "local_authority", "region", "referral"),
            *("partnership__slug", "partnership__name", "partnership__start_day_is_day_one", "partnership__fictional"),
            *("local_authority__name", "region__name"),
            *("referral__reference", "referral__made_at", "referral__organisation"),
        )
    ),
)
"""What the pages of a review show of it and of its case; nothing else is read, and nothing sealed."""
RUNNING = (
    *(RapidReviewState.OPEN, RapidReviewState.GATHERING, RapidReviewState.MEETING),
    *(RapidReviewState.DRAFTING, RapidReviewState.DECIDED),
)
"""The states in which the review is still owed to the Panel."""
OFFERED = {
    "may_change_clock": Permission.CLOCK_CHANGE,
    "may_draft": Permission.RAPID_REVIEW_DRAFT,
    "may_comment": Permission.RAPID_REVIEW_COMMENT,
    "may_write": Permission.RAPID_REVIEW_WRITE,
    "may_ask": Permission.SUMMARY_ASK,
    "may_decide": Permission.RAPID_REVIEW_DECIDE,
    "may_sign": Permission.RAPID_REVIEW_SIGN,
    "may_send": Permission.RAPID_REVIEW_SEND,
    "may_open_notification": Permission.NOTIFICATION_READ,
}
"""What a page of a review offers, by the name under which the fetched review carries whether this person may."""


@dataclass(frozen=True)
class ReviewClock:
    """A rapid review with its clock: the deadline, how it was counted, and where it stands on the day asked for."""

    review: RapidReview
    deadline: Deadline
    standing: Standing

    @property
    def reference(self) -> str:
        """The number of the case."""
        return self.review.notification.reference

    @property
    def due(self) -> date:
        """The due date as it is now."""
        return self.deadline.due

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been with the Panel already."""
        return self.standing.state is State.OVERDUE


def is_running(review: RapidReview) -> bool:
    """Whether the review is still owed to the Panel; thinking again after advice has no clock."""
    return review.state in RUNNING and review.submitted_on is None


def review(person: Person, reference: str, permission: Permission = Permission.RAPID_REVIEW_READ) -> RapidReview:
    """The rapid review of that notification, with all that its page shows.

    Raises:
        Hidden: there is none, or not for this person.
    """
    found = review_if_any(person, reference, permission)
    if found is None:
        raise Hidden("rapid review", reference, case=reference)
    return found


def review_if_any(
    person: Person,
    reference: str,
    permission: Permission = Permission.RAPID_REVIEW_READ,
    *,
    for_its_working_page: bool = False,
) -> RapidReview | None:
    """The same, or None. It carries what the person may do with it: `may_change_clock`, `may_write`, `may_draft` …

    Whether they may have it at all is told from the row, as the rest is. For its working page it carries, too, how many
    `open_comments` and `unplaced` passages there are.
    """
    found = (
        RapidReview.objects.filter(notification__reference=reference)
        .select_related(*(f"notification__{of}" for of in ("partnership", "local_authority", "region", "referral")))
        .only(*_SHOWN)
        .prefetch_related("clock_changes")
    )
    if for_its_working_page:
        found = found.annotate(
            open_comments=_how_many(Comment.objects.filter(answers=None, settled_at=None), "review"),
            unplaced=_how_many(UnplacedPassage.objects.filter(placed_at=None), "imported__review"),
        )
    review = found.first()
    has = permissions_for(person, {permission, *OFFERED.values()}, review) if review else frozenset()
    if permission not in has:
        return None
    for name, offered in OFFERED.items():
        setattr(review, name, offered in has)
    return review


def deadline_of(review: RapidReview) -> Deadline:
    """When the review is due, with its pauses and extensions. One query, or none when `clock_changes` is prefetched."""
    changes = list(review.clock_changes.all())
    if not changes:
        return _unmoved_deadline(review)
    return deadline(
        clock("rapid_review"),
        review.opened_on,
        ruleset=review.ruleset,
        convention=_convention(review.start_day_is_day_one),
        pauses=[Pause(c.from_on, c.until_on, c.reason) for c in changes if c.kind == ClockChange.Kind.PAUSE],
        extensions=[
            Extension(c.reason, working_days=c.working_days) for c in changes if c.kind == ClockChange.Kind.EXTENSION
        ],
    )


def clock_of(review: RapidReview, on: date) -> ReviewClock:
    """The review's clock and where it stands on that day."""
    return _standing_at(review, deadline_of(review), on)


def local_clocks_of(review: RapidReview, on: date) -> list[tuple[Deadline, Standing]]:
    """The deadlines that the partnership sets itself, from the day of sending or of the referral where there was one.

    Pauses and extensions of the rapid review do not move them.
    """
    of = review.notification.partnership
    if of is None:
        return []
    prefetch_related_objects([of], "local_clocks")
    counted = [
        _local(own, review, words, day)
        for code, words, day in _started(review)
        for own in partnerships.local_clocks_for(of, code, day)
    ]
    return [(found, standing(found, on)) for found in counted]


def due_reviews(person: Person, on: date, limit: int | None = None) -> list[ReviewClock]:
    """The reviews still owed to the Panel that this person may read, the soonest due first, the overdue before them.

    Three queries however many reviews there are. With a limit, so many of them: where nothing moved a clock, the review
    that was opened first is due first, so the database need not give more.
    """
    return _soonest(reviews_for(person, Permission.RAPID_REVIEW_READ), on, limit)


def overdue(on: date, person: Person | None = None) -> list[ReviewClock]:
    """The reviews that should have been with the Panel before that day, the longest overdue first.

    Args:
        on: the day.
        person: only what this person may read; all of them for the job that reminds.
    """
    permission = Permission.RAPID_REVIEW_READ
    reach = reviews_for(person, permission) if person else Q()
    return [found for found in _soonest(reach, on, None) if found.is_overdue]


def _soonest(reach: Q, on: date, limit: int | None) -> list[ReviewClock]:
    """Only the reviews that are wanted are read in full; the inner query goes through keys and days alone."""
    running, changed = (
        Q(reach, state__in=RUNNING, submitted_on__isnull=True),
        ClockChange.objects.values("rapid_review"),
    )
    first = RapidReview.objects.filter(running).exclude(pk__in=changed).order_by("opened_on", "pk")
    unmoved = _with_its_case().filter(pk__in=first.values("pk")[:limit])
    moved = _with_its_case().filter(running, pk__in=changed).prefetch_related("clock_changes")
    clocks = [_standing_at(found, _unmoved_deadline(found), on) for found in unmoved]
    clocks += [clock_of(found, on) for found in moved]
    return sorted(clocks, key=lambda found: (found.due, found.review.pk))[:limit]


def _with_its_case() -> QuerySet[RapidReview]:
    return RapidReview.objects.select_related("notification__partnership", "notification__local_authority").defer(
        *_SEALED
    )


def _how_many(rows: QuerySet[Any], review: str) -> Coalesce:
    """How many of these rows belong to the review of the outer query, by the field that leads to it."""
    own = rows.filter(**{review: OuterRef("pk")}).order_by().values(review)
    return Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), Value(0))


def _convention(start_day_is_day_one: bool) -> DayOne:
    return DayOne.SAME_DAY if start_day_is_day_one else DayOne.DAY_AFTER


def _standing_at(review: RapidReview, counted: Deadline, on: date) -> ReviewClock:
    return ReviewClock(review, counted, standing(counted, on, done=review.submitted_on))


def _unmoved_deadline(review: RapidReview) -> Deadline:
    return _unmoved(review.opened_on, review.ruleset, review.start_day_is_day_one)


@lru_cache(maxsize=4096)
def _unmoved(opened_on: date, ruleset: str, start_day_is_day_one: bool) -> Deadline:
    """Many reviews begin on the same day; each day is counted once."""
    return deadline(clock("rapid_review"), opened_on, ruleset=ruleset, convention=_convention(start_day_is_day_one))


def _started(review: RapidReview) -> list[tuple[str, str, date]]:
    """What a local clock can start from: its code, the words for it, and the day."""
    started = [("notification_sent", "the day of the notification", review.opened_on)]
    referral = review.notification.referral
    if referral is not None:
        started.append(("referral_received", "the day of the referral", localdate(referral.made_at)))
    return started


def _local(own: "LocalClock", review: RapidReview, starts_when: str, starts: date) -> Deadline:
    rule = local_clock(f"local_{own.pk}", own.name, starts_when, own.working_days)
    return deadline(rule, starts, ruleset=review.ruleset, convention=_convention(review.start_day_is_day_one))
