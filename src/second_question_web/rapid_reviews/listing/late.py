"""Which reviews are late on a day, told by the database where no clock was moved, and counted one by one where one was."""

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
    """The reviews that should have been with the Panel before that day. Two queries, for those whose clock was moved."""
    moved = ClockChange.objects.values("rapid_review")
    after, same = (last_start_overdue(on, way) for way in (DayOne.DAY_AFTER, DayOne.SAME_DAY))
    early = Q(start_day_is_day_one=False, opened_on__lte=after) | Q(start_day_is_day_one=True, opened_on__lte=same)
    changed = RapidReview.objects.filter(OWED, reach, pk__in=moved).defer("late_reason")
    counted = [review.pk for review in changed.prefetch_related("clock_changes") if clock_of(review, on).is_overdue]
    return OWED & (early & ~Q(pk__in=moved) | Q(pk__in=counted))


@lru_cache(maxsize=8)
def last_start_overdue(on: date, way: DayOne) -> date:
    """The latest day on which a rapid review can have begun to be overdue on that day, when nothing moved its clock."""
    length = clock("rapid_review").length
    start = on - ONE_DAY * length
    while add_working_days(start, length, day_one=way).last >= on:
        start -= ONE_DAY
    return start
