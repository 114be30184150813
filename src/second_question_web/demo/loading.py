"""Loads the demo through the same actions as in real use, in the order in which things would have happened."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from second_question_web.demo import community
from second_question_web.demo.library.loading import load_library
from second_question_web.demo.referral_acts import referral_acts
from second_question_web.demo.reviews.every import REVIEWS
from second_question_web.demo.reviews.telling import ReviewTelling
from second_question_web.demo.story import Later, Story, weekday
from second_question_web.demo.telling import Case
from second_question_web.installation import DEMO_MARK, NotADemo, Say
from second_question_web.people.models import Person


@dataclass(frozen=True)
class Act:
    """Something that happened at a moment; acts of all stories are done in the order of their moments."""

    at: datetime
    do: Callable[[], None]


def load(say: Say) -> None:
    """Loads the demo into an empty installation; does nothing where it is loaded already.

    Raises:
        NotADemo: the installation holds real people.
    """
    mark = settings.HOME / DEMO_MARK
    if mark.exists():
        return
    if Person.objects.exists():
        raise NotADemo(settings.HOME)
    say("Loading the demo: fictional partnerships, people and incidents")
    with _no_mail(), transaction.atomic():
        _load(timezone.localdate())
    mark.write_text("Everything in this installation is fictional.\n")


@contextmanager
def _no_mail() -> Iterator[None]:
    """Nobody is told of things that happened to nobody."""
    usual, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.dummy.EmailBackend"
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = usual


def _load(today: date) -> None:
    who = community.settle(moment(today, 1600))
    load_library(who, today, moment)
    acts = [act for story in every_story() for act in _acts(story, today)]
    acts += [Act(at, do) for at, do in referral_acts(who, today, moment)]
    for act in sorted(acts, key=lambda act: act.at):
        act.do()
    community.give_reviewer_a_case(who["Iris"], moment(today, 0))


def moment(today: date, days_ago: int, hour: int = 10, minute: int = 0) -> datetime:
    """A moment on a weekday so many days ago, never later than now."""
    wanted = datetime.combine(weekday(today, days_ago), time(hour, minute), timezone.get_current_timezone())
    return min(wanted, timezone.now())


def every_story() -> tuple[Story, ...]:
    """The incidents of all three partnerships."""
    from second_question_web.demo import stories_eastmarsh, stories_norvale, stories_wessenmere

    return (*stories_wessenmere.STORIES, *stories_norvale.STORIES, *stories_eastmarsh.STORIES)


def _acts(story: Story, today: date) -> Iterator[Act]:
    """Begun on the day after the authority knew, sent when the story says, and then what came later."""
    case = Case(story, today)
    begun = max(story.aware - 1, story.aware - (story.sent if story.sent is not None else 1), 0)
    yield Act(moment(today, begun, 9, 20), lambda: case.begin(moment(today, begun, 9, 20)))
    if story.sent is None:
        return
    sent = moment(today, story.aware - story.sent, 15, 40)
    yield Act(sent, lambda: case.send(sent))
    yield from _review_acts(case, today)
    for later in story.later:
        at = moment(today, max(story.aware - story.sent - later.after, 0), 16, 10)
        yield Act(at, _later(case, later, at))


def _review_acts(case: Case, today: date) -> Iterator[Act]:
    """What happened to the review of a case that a demo review tells of, a minute after one another on the same day."""
    story = case.story
    for told in (one for one in REVIEWS if (one.place, one.aware) == (story.place, story.aware)):
        for minute, (after, do) in enumerate(ReviewTelling(told, case, today).in_time()):
            at = moment(today, max(story.aware - (story.sent or 0) - after, 0), 16, minute)
            yield Act(at, partial(do, at))


def _later(case: Case, later: Later, at: datetime) -> Callable[[], None]:
    return lambda: case.happen(later, at)
