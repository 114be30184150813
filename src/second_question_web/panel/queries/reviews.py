"""The rapid reviews that were sent, as the Panel lists them: the newest version of each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from second_question.rules.access import Permission
from second_question.rules.workflow import RapidReviewState
from second_question_web.panel.models import Reply
from second_question_web.panel.queries.inbox import LATELY, NOT_SHOWN
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import sent
from second_question_web.rapid_reviews.models import Version
from second_question_web.rapid_reviews.scope import reviews_for

WAITS, REPLIED, ANY = "yes", "replied", "any"
"""Which reviews are wanted: those that wait for a reply, those that had one, or both."""
_SEALED_IN_REPLIES = ("words", "quality_words", "answer__words")
_WAITING = Q(review__state=RapidReviewState.SUBMITTED)


@dataclass(frozen=True)
class WantedReviews:
    """Which reviews are wanted; what is empty does not narrow."""

    waiting: str = WAITS
    region: str = ""
    advice: str = ""
    outcome: str = ""

    def in_force(self) -> dict[str, str]:
        """What narrows, by name; that only waiting ones are shown is what the list is for."""
        usual = {"waiting": WAITS}
        return {name: value for name, value in vars(self).items() if value and value != usual.get(name)}


@dataclass(frozen=True)
class ReviewCount:
    """How many reviews of a region came lately, and how many wait for a reply."""

    code: str
    name: str
    came: int
    waiting: int


def reviews(person: Person, wanted: WantedReviews) -> QuerySet[Version]:
    """The newest version of each review that was sent and is wanted, the latest first."""
    return _for(person).filter(_narrowed(wanted)).order_by("-sent_at", "-pk")


def waiting_reviews(person: Person, limit: int) -> list[Version]:
    """The newest version of each review that waits for a reply of this person, the longest waiting first. One query."""
    waiting = sent.newest_versions(reviews_for(person, Permission.PANEL_REPLY)).filter(_WAITING)
    shown = ("sent_on", "sent_at", "number", "review__notification__reference", "review__notification__region__name")
    found = waiting.select_related("review__notification__region").only(*shown)
    return list(found.order_by("sent_at", "pk")[:limit])


def review_rows_of(found: QuerySet[Version], start: int, stop: int) -> list[Version]:
    """A part of the list with all that it shows. Only the versions of that part are read, and no sealed text."""
    about = ("decision", "review__notification__region", "review__notification__local_authority")
    sealed = (*sent.HEAVY, "decision__why_changed", "review__late_reason", "review__notification__withdrawn_reason")
    part = Version.objects.filter(pk__in=found.values("pk")[start:stop]).select_related(*about)
    part = part.defer(*sealed, *(f"review__{name}" for name in NOT_SHOWN)).order_by("-sent_at", "-pk")
    replies = Reply.objects.filter(sent_at__isnull=False).select_related("answer").defer(*_SEALED_IN_REPLIES)
    return list(part.prefetch_related("review__clock_changes", Prefetch("replies", replies.order_by("number"))))


def review_counts_by_region(person: Person, now: datetime) -> list[ReviewCount]:
    """For each region of this person from which something came lately or waits: how much."""
    lately = Q(sent_at__gte=now - LATELY)
    region = ("review__notification__region", "review__notification__region__name")
    rows = _for(person).filter(lately | _WAITING).order_by().values_list(*region)
    counted = rows.annotate(came=Count("pk", filter=lately), waiting=Count("pk", filter=_WAITING))
    named = [ReviewCount(code or "", name or "Region not known", *counts) for code, name, *counts in counted]
    return sorted(named, key=lambda count: count.code or "~")  # what has no region comes last


def _for(person: Person) -> QuerySet[Version]:
    return sent.newest_versions(reviews_for(person, Permission.PANEL_INBOX))


def _narrowed(wanted: WantedReviews) -> Q:
    narrowed = Q()
    if wanted.waiting == WAITS:
        narrowed &= _WAITING
    elif wanted.waiting == REPLIED:
        narrowed &= ~_WAITING & Q(pk__in=_replied().values("version"))
    if wanted.region:
        narrowed &= Q(review__notification__region=wanted.region)
    if wanted.outcome:
        narrowed &= Q(decision__outcome=wanted.outcome)
    if wanted.advice:
        narrowed &= Q(pk__in=_replied().filter(advice=wanted.advice).values("version"))
    return narrowed


def _replied() -> QuerySet[Reply]:
    return Reply.objects.filter(sent_at__isnull=False)
