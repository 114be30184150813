"""What lies before one person today. Each part is read once, and only when a panel asks for it."""

from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import prefetch_related_objects
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question_web.home import due, queries
from second_question_web.home.due import Due
from second_question_web.incidents.models import Notification, Referral
from second_question_web.incidents.referrals.queries import UNDECIDED
from second_question_web.jobs.models import Job
from second_question_web.panel.models import Arrival
from second_question_web.partnerships.models import Partnership
from second_question_web.people import queries as people
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.rapid_reviews.queries import ReviewClock

A_LIST = 10  # lines; the rest is one link away
MOST_REVIEWS = 100
LATELY = timedelta(days=30)
A_WEEK = timedelta(days=7)


class Desk:
    """A person's desk at one moment."""

    def __init__(self, person: Person, now: datetime) -> None:
        self.person = person
        self.now = now
        self.today: date = localdate(now)

    @cached_property
    def drafts(self) -> list[Notification]:
        """Drafts that the person may see: own ones first, then the oldest first."""
        drafts = [found for found in self._cases if found.state == Notification.State.DRAFT]
        return sorted(drafts, key=lambda draft: draft.started_by_key != self.person.trail_key)

    @cached_property
    def sent_lately(self) -> list[Notification]:
        """What was sent in the last 30 days, the newest first."""
        return [found for found in self._cases if found.state != Notification.State.DRAFT]

    @cached_property
    def referrals(self) -> list[Referral]:
        """Referrals that the person may read, those still open first."""
        return queries.referrals(self.person)

    @property
    def to_screen(self) -> list[Referral]:
        """Those that wait for the decision of the person's partnership."""
        if not self.person.may(Permission.REFERRAL_SCREEN):
            return []
        return [r for r in self.referrals if r.state in UNDECIDED and r.partnership_id in self._partnerships]

    @cached_property
    def own_cases(self) -> list[Notification]:
        """Cases given to the person one by one."""
        return queries.own_cases(self.person)

    @cached_property
    def to_acknowledge(self) -> list[Arrival]:
        """What waits in the Panel's inbox; one more than a list shows."""
        return queries.to_acknowledge(self.person, A_LIST + 1)

    @cached_property
    def to_approve(self) -> list[Person]:
        """People who wait for approval; one more than a list shows."""
        wanted = people.Wanted(state=Person.State.WAITING)
        return list(people.people(self.person, wanted, self.today)[: A_LIST + 1])

    @property
    def failed_jobs(self) -> list[Job]:
        """Background work that failed in the last days."""
        return [job for job in self._jobs if job.state == Job.State.FAILED]

    @property
    def import_to_confirm(self) -> Job | None:
        """The person's newest preview of an import, when it is done and nothing was imported after it."""
        own = [job for job in self._jobs if job.kind in (queries.PREVIEW, queries.IMPORT)]
        newest = next((job for job in own if job.asked_by_key == self.person.trail_key), None)
        ready = newest and newest.kind == queries.PREVIEW and newest.state == Job.State.DONE
        return newest if ready else None

    @cached_property
    def picture(self) -> dict[str, queries.Number]:
        """How many cases are at each stage."""
        return queries.picture(self.person, self.today)

    @cached_property
    def refusals(self) -> int:
        """How often somebody was refused something in the last week."""
        return queries.refusals(self.now - A_WEEK)

    @cached_property
    def reviews(self) -> list[ReviewClock]:
        """Rapid reviews still owed to the Panel, the soonest due first."""
        if not self.person.may(Permission.RAPID_REVIEW_READ):
            return []
        return rapid_reviews.due_reviews(self.person, self.today, limit=MOST_REVIEWS)

    @property
    def has_clocks(self) -> bool:
        """Whether any clock can run for the person."""
        kinds = (Permission.NOTIFICATION_SEND, Permission.RAPID_REVIEW_READ, Permission.REFERRAL_SCREEN)
        return any(map(self.person.may, kinds))

    @cached_property
    def clocks(self) -> list[Due]:
        """Every clock that runs for the person, the soonest first."""
        national = [due.of_draft(draft, self.today) for draft in self.drafts]
        reviews = [due.of_review(found) for found in self.reviews]
        return due.soonest_first([line for line in national if line] + reviews + self._local_clocks())

    def _local_clocks(self) -> list[Due]:
        own, lines = self._partnerships, []
        for found in self.reviews:
            of = own.get(found.review.notification.partnership_id)
            lines += due.local_of_review(found, of, self.today) if of else []
        for referral in self.to_screen:
            referral.partnership = own[referral.partnership_id]
            lines += due.local_of_referral(referral, self.today)
        return lines

    @cached_property
    def _partnerships(self) -> dict[int | None, Partnership]:
        own = queries.partnerships_of(self.person)
        prefetch_related_objects(own, "local_clocks")
        return {partnership.pk: partnership for partnership in own}

    @cached_property
    def _jobs(self) -> list[Job]:
        return queries.jobs_of_interest(self.person, self.now)

    @cached_property
    def _cases(self) -> list[Notification]:
        if not self.person.may(Permission.NOTIFICATION_READ):
            return []
        return queries.drafts_and_sent(self.person, self.today - LATELY)
