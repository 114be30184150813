"""What passed between the Panel and the partnership about one review: replies, and the answers to them, side by side."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from second_question.rules.access import Permission
from second_question.rules.checklists import RAPID_REVIEW_CHECKLIST, Item
from second_question.rules.panel_advice import AGREES
from second_question.rules.workflow import RapidReviewState
from second_question_web.incidents.scope import through
from second_question_web.panel.models import PartnershipAnswer, Reply
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.happening import Happening, Stage
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.scope import is_lead, reviews_for
from second_question_web.rapid_reviews.sent import HEAVY
from second_question_web.trail.refusals import Hidden

PANEL = "The Panel"
_OF_THE_VERSION = ("version__decision", "version__review__notification__partnership")
_OF_AN_EVENT = (
    *("number", "advice", "sent_at", "sent_by", "answer__made_at", "answer__made_by", "answer__reconsiders"),
    "version__review__notification__partnership__name",
)
_NOT_SHOWN = (*(f"version__{name}" for name in HEAVY), "version__decision__why_changed")


@dataclass(frozen=True)
class Exchange:
    """A reply of the Panel with the partnership's answer to it, if there is one."""

    reply: Reply
    answer: PartnershipAnswer | None

    @property
    def quality(self) -> Sequence[Item]:
        """The points on quality that the reply speaks of."""
        return RAPID_REVIEW_CHECKLIST.chosen(self.reply.quality)

    @property
    def needs_answer(self) -> bool:
        """Whether the Panel expects the partners to answer; agreement needs none."""
        return self.reply.advice not in AGREES


def exchanges_of(review: RapidReview) -> list[Exchange]:
    """Every reply to a review that was fetched for a person, the latest first, each beside its answer. One query."""
    return [Exchange(reply, getattr(reply, "answer", None)) for reply in _sent(review).order_by("-number")]


def replies_to_read(person: Person, agreed_since: date, limit: int) -> list[Reply]:
    """The newest replies that nobody has answered, to reviews that this person sends, the oldest first. One query.

    Those that agree need no answer; they are news for a while, and listed when they were sent since that day.
    """
    reach = through("version__review", reviews_for(person, Permission.RAPID_REVIEW_SEND))
    newer = Reply.objects.filter(version__review=OuterRef("version__review"), number__gt=OuterRef("number"))
    unanswered = Q(version__review__state=RapidReviewState.PANEL_REPLIED, sent_at__isnull=False, answer=None)
    wanted = ~Q(advice__in=AGREES) | Q(sent_on__gte=agreed_since)
    found = Reply.objects.filter(reach, unanswered, wanted, ~Exists(newer.filter(sent_at__isnull=False)))
    shown = ("advice", "sent_on", "sent_at", "number", "version__review__notification__reference")
    found = found.select_related("version__review__notification").only(*shown)
    return list(found.order_by("sent_at", "pk")[:limit])


def reply_of(person: Person, review: RapidReview, number: int) -> Reply:
    """The reply of that number to a review that was fetched for the person; a draft only for those who may reply.

    Raises:
        Hidden: there is none, or not for this person.
    """
    found = _replies(review).filter(number=number).first()
    if found is None or (found.sent_at is None and not may_reply(person, review)):
        reference = review.notification.reference
        raise Hidden("reply", f"{reference}/{number}", case=reference)
    return found


def draft_of(review: RapidReview) -> Reply | None:
    """The reply that is being written, for a person who may reply."""
    return _replies(review).filter(sent_at=None).first()


def may_reply(person: Person, review: RapidReview) -> bool:
    """Whether this person may answer that review for the Panel."""
    return is_lead(person, Permission.PANEL_REPLY, review)


def events_of(review: RapidReview) -> list[Happening]:
    """What the Panel and the partnership said to each other, for the review's history, the first first. One query."""
    return events_by_review([review.pk]).get(review.pk, [])


def events_by_review(reviews: Collection[int]) -> dict[int, list[Happening]]:
    """The same for many reviews, by their keys; those without a reply are left out. One query."""
    told = Reply.objects.filter(version__review__in=reviews, sent_at__isnull=False).order_by("number")
    found: dict[int, list[Happening]] = defaultdict(list)
    for row in told.values_list("version__review", *_OF_AN_EVENT, named=True):
        found[row.version__review] += _events(row)
    return found


def _events(row: Any) -> Iterator[Happening]:
    advice = Reply.Advice(row.advice).label
    yield Happening(row.sent_at, Stage.PANEL_REPLIED, str(advice), row.sent_by, PANEL)
    if row.answer__made_at:
        stage = Stage.RECONSIDERED if row.answer__reconsiders else Stage.ANSWERED
        partnership = row.version__review__notification__partnership__name or ""
        yield Happening(row.answer__made_at, stage, f"Reply {row.number}", row.answer__made_by, partnership)


def _sent(review: RapidReview) -> QuerySet[Reply]:
    return _replies(review).filter(sent_at__isnull=False)


def _replies(review: RapidReview) -> QuerySet[Reply]:
    found = Reply.objects.filter(version__review=review)
    return found.select_related("answer", *_OF_THE_VERSION).defer(*_NOT_SHOWN)
