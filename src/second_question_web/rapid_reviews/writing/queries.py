"""Reading what was written in a review that was fetched for the person: who wrote what, comments, removed records."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from second_question.rules.questions import Section
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.models import AnswerChange, Comment, RapidReview, ReviewRecord
from second_question_web.trail.refusals import Hidden


@dataclass(frozen=True)
class Thread:
    """A comment with the replies to it."""

    comment: Comment
    replies: Sequence[Comment]

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it."""
        return self.comment.settled_at is None


def last_writers(record: ReviewRecord) -> Mapping[str, AnswerChange]:
    """For each question of a record who wrote its answer last; without the texts."""
    if not record.pk:
        return {}
    each = AnswerChange.objects.filter(record=record).order_by().values("question")
    latest = AnswerChange.objects.filter(pk__in=each.annotate(latest=Max("pk")).values("latest"))
    return {change.question: change for change in latest.defer("before", "after")}


def changes_of(record: ReviewRecord, question: str) -> QuerySet[AnswerChange]:
    """Every change of the answer to a question, the latest first."""
    return AnswerChange.objects.filter(record=record, question=question).order_by("-made_at", "-pk")


def comments_on(review: RapidReview, section: Section, place: int) -> list[Thread]:
    """The comments beside a section, each with its replies, the open ones first. One query."""
    found = _threads(Comment.objects.filter(review=review, section=section.id, place=place))
    return sorted(found, key=lambda thread: not thread.is_open)


def open_comments(review: RapidReview) -> list[Thread]:
    """Every comment that nobody has settled, with its replies. One query."""
    is_open, answers_open = Q(answers=None, settled_at=None), Q(answers__isnull=False, answers__settled_at=None)
    return _threads(Comment.objects.filter(is_open | answers_open, review=review))


def comment(review: RapidReview, key: int) -> Comment:
    """One comment of a review.

    Raises:
        Hidden: it has none of that key.
    """
    found = Comment.objects.filter(review=review, pk=key, answers=None).first()
    if found is None:
        raise Hidden("comment", str(key), case=review.notification.reference)
    return found


def records(review: RapidReview, kind: str) -> list[ReviewRecord]:
    """The review's own records of a kind, in order, with those that were taken away and can be put back."""
    return list(ReviewRecord.objects.filter(review=review, kind=kind, request=None).order_by("place"))


def open_comments_by_place(review: RapidReview, sections: Iterable[Section]) -> Mapping[int, int]:
    """How many comments on these sections nobody has settled, by the place of the record."""
    wanted = [section.id for section in sections]
    found = Comment.objects.filter(review=review, section__in=wanted, answers=None, settled_at=None)
    return dict(found.order_by().values_list("place").annotate(Count("pk")))


def may_comment(review: RapidReview) -> bool:
    """Whether the person for whom the review was fetched may comment on it, which is while it is written."""
    return bool(getattr(review, "may_comment", False)) and stages.is_writable(review)


def records_at(review: RapidReview, places: Mapping[str, Iterable[int]]) -> list[ReviewRecord]:
    """The review's own records of these kinds at these places, removed ones too."""
    kinds = [kind for kind, wanted in places.items() if wanted]
    every = ReviewRecord.objects.filter(review=review, kind__in=kinds, request=None) if kinds else []
    return [record for record in every if record.place in set(places[record.kind])]


def _threads(comments: Iterable[Comment]) -> list[Thread]:
    replies = defaultdict(list)
    said = list(comments)
    for one in said:
        replies[one.answers_id].append(one)
    return [Thread(one, replies[one.pk]) for one in said if one.answers_id is None]
