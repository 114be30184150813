"""Which reviews are late on a day: told by the database, and counted one by one where a clock was moved."""

from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Q

from second_question.rules.calendar import DayOne, add_working_days
from second_question.rules.clocks import clock
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.rapid_reviews.queries import RUNNING, clock_of

ONE_DAY = timedelta(days=1)
OWED = Q(state__in=RUNNING, submitted_on__isnull=True)


def late(reach: Q, on: date) -> Q:
    """The reviews that should have been with the Panel before that day; two queries, for those whose clock was moved.

    A pause or an extension only ever gives more time, so of these only the ones that began early enough are looked at.
    """
    after, same = (last_start_overdue(on, way) for way in (DayOne.DAY_AFTER, DayOne.SAME_DAY))
    early = Q(start_day_is_day_one=False, opened_on__lte=after) | Q(start_day_is_day_one=True, opened_on__lte=same)
    moved = ClockChange.objects.order_by().values("rapid_review")
    changed = RapidReview.objects.filter(OWED, early, reach, pk__in=moved).defer("late_reason")
    in_time = [one.pk for one in changed.prefetch_related("clock_changes") if not clock_of(one, on).is_overdue]
    return OWED & early & ~Q(pk__in=in_time)


@lru_cache(maxsize=8)
def last_start_overdue(on: date, way: DayOne) -> date:
    """The latest day on which a rapid review can have begun to be overdue on that day, when nothing moved its clock."""
    length = clock("rapid_review").length
    start = on - ONE_DAY * length
    while add_working_days(start, length, day_one=way).last >= on:
        start -= ONE_DAY
    return start
