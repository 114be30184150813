"""Changes to a rapid review's clock, each with its reason. The first due date is never lost (handbook 4, LITE)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.calendar import in_words
from second_question_web.incidents.scope import must_reach
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.errors import ClockChangedMeanwhile, ClockRefusal
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.trail.actions import Actor, record

MOST_WORKING_DAYS = 60


@transaction.atomic
def pause_clock(
    *, review: RapidReview, by: Actor, first_day: date, reason: str, version: int, now: datetime
) -> ClockChange:
    """Stops the clock from that day on; the due date moves when the pause ends.

    Raises:
        ClockRefusal: the day cannot be, no reason is given, the clock is paused already, or the review is over.
        ClockChangedMeanwhile: the review is no longer of that version.
    """
    locked = _taken(by, review, version)
    _refuse_unreasoned(reason, "paused")
    _refuse_impossible_start(locked, first_day, localdate(now))
    before = _due(locked)
    made = _added(locked, by, now, kind=ClockChange.Kind.PAUSE, from_on=first_day, reason=reason.strip())
    _record("clock.pause", by, locked, before=before, after={"paused_from": first_day}, now=now)
    return made


@transaction.atomic
def end_pause(*, review: RapidReview, by: Actor, last_day: date, version: int, now: datetime) -> ClockChange:
    """Ends the pause; that day is the last that does not count.

    Raises:
        ClockRefusal: the clock is not paused, the day cannot be, or the review is over.
        ClockChangedMeanwhile: the review is no longer of that version.
    """
    locked = _taken(by, review, version)
    pause = locked.clock_changes.filter(kind=ClockChange.Kind.PAUSE, until_on=None).first()
    if pause is None:
        raise ClockRefusal("The clock is not paused, so there is no pause to end.")
    _refuse_impossible_end(pause, last_day, localdate(now))
    before = _due(locked)
    pause.until_on, pause.ended_at, pause.ended_by = last_day, now, by.trail_name
    pause.save(update_fields=["until_on", "ended_at", "ended_by"])
    _touch(locked)
    _record("clock.resume", by, locked, before=before, after={"paused_until": last_day, **_due(locked)}, now=now)
    return pause


@transaction.atomic
def extend_clock(
    *, review: RapidReview, by: Actor, working_days: int, reason: str, version: int, now: datetime
) -> ClockChange:
    """Gives so many more working days.

    Raises:
        ClockRefusal: the number cannot be, no reason is given, or the review is over.
        ClockChangedMeanwhile: the review is no longer of that version.
    """
    locked = _taken(by, review, version)
    if not 1 <= working_days <= MOST_WORKING_DAYS:
        raise ClockRefusal(f"An extension is 1 to {MOST_WORKING_DAYS} working days long.", "working_days")
    _refuse_unreasoned(reason, "extended")
    before = _due(locked)
    facts = {"from_on": localdate(now), "working_days": working_days, "reason": reason.strip()}
    made = _added(locked, by, now, kind=ClockChange.Kind.EXTENSION, **facts)
    _record("clock.extend", by, locked, before=before, after={"working_days": working_days, **_due(locked)}, now=now)
    return made


def _taken(by: Actor, review: RapidReview, version: int) -> RapidReview:
    """The review as it is now, locked until the transaction ends."""
    must_reach(by, Permission.CLOCK_CHANGE, review.notification)
    locked = RapidReview.objects.select_for_update(of=("self",)).select_related("notification").get(pk=review.pk)
    if not queries.is_running(locked):
        raise ClockRefusal(f"This rapid review is “{locked.get_state_display()}”. Its clock no longer runs.")
    if locked.version != version:
        raise ClockChangedMeanwhile
    return locked


def _refuse_unreasoned(reason: str, done: str) -> None:
    if not reason.strip():
        raise ClockRefusal(f"Say why the clock is {done}.", "reason")


def _refuse_impossible_start(review: RapidReview, first_day: date, today: date) -> None:
    if first_day > today:
        raise ClockRefusal("The first day of the pause must not be in the future.", "first_day")
    if first_day < review.opened_on:
        raise ClockRefusal(f"The clock only started on {in_words(review.opened_on)}.", "first_day")
    pauses = review.clock_changes.filter(kind=ClockChange.Kind.PAUSE)
    if pauses.filter(until_on=None).exists():
        raise ClockRefusal("The clock is paused already. End that pause first.")
    if pauses.filter(until_on__gte=first_day).exists():
        raise ClockRefusal("Part of that time was paused before. Begin after the last pause ended.", "first_day")
    due = queries.deadline_of(review).due
    if first_day > due:
        raise ClockRefusal(f"The review was due on {in_words(due)}. Extend it instead.", "first_day")


def _refuse_impossible_end(pause: ClockChange, last_day: date, today: date) -> None:
    if last_day < pause.from_on:
        raise ClockRefusal(f"The pause began on {in_words(pause.from_on)}; it cannot end before that.", "last_day")
    if last_day > today:
        raise ClockRefusal("The last day of the pause must not be in the future.", "last_day")


def _added(review: RapidReview, by: Actor, now: datetime, **facts: object) -> ClockChange:
    made = ClockChange(rapid_review=review, made_at=now, made_by=by.trail_name, **facts)
    made.save()
    _touch(review)
    return made


def _touch(review: RapidReview) -> None:
    review.version += 1
    review.save(update_fields=["version"])


def _due(review: RapidReview) -> dict[str, object]:
    return {"due_on": queries.deadline_of(review).due}


def _record(
    action: str, by: Actor, review: RapidReview, *, before: dict[str, object], after: dict[str, object], now: datetime
) -> None:
    """The reason stays with the clock, encrypted; the trail holds no free text about a case."""
    reference = review.notification.reference
    record(action, by=by, subject=("rapid_review", reference), case=reference, before=before, after=after, at=now)
