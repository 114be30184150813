"""Reading what was written in a review that was fetched for the person: who wrote what, comments, removed records."""

from collections.abc import Iterable, Mapping

from django.db.models import Prefetch, QuerySet

from second_question.rules.access import Permission
from second_question.rules.questions import Section
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AnswerChange, Comment, RapidReview, ReviewRecord
from second_question_web.trail.refusals import Hidden


def last_writers(record: ReviewRecord) -> Mapping[str, AnswerChange]:
    """For each question of a record who wrote its answer last; without the texts."""
    if not record.pk:
        return {}
    changes = AnswerChange.objects.filter(record=record).defer("before", "after").order_by("made_at", "pk")
    return {change.question: change for change in changes}


def changes_of(record: ReviewRecord, question: str) -> list[AnswerChange]:
    """Every text that stood as the answer to a question, the latest first."""
    return list(AnswerChange.objects.filter(record=record, question=question).order_by("-made_at", "-pk"))


def comments_on(review: RapidReview, section: Section, place: int) -> list[Comment]:
    """The comments beside a section, each with its replies, the open ones first."""
    found = _with_replies(Comment.objects.filter(review=review, section=section.id, place=place, answers=None))
    return sorted(found, key=lambda comment: comment.settled_at is not None)


def open_comments(review: RapidReview) -> list[Comment]:
    """Every comment that nobody has settled, with its replies."""
    return list(_with_replies(Comment.objects.filter(review=review, answers=None, settled_at=None)))


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
    """The review's own records of a kind, in order."""
    return list(_own(review, kind).filter(removed_at=None))


def removed_records(review: RapidReview, kind: str) -> list[ReviewRecord]:
    """Those that were taken away and can be put back."""
    return list(_own(review, kind).exclude(removed_at=None))


def how_many_comments(comments: Iterable[Comment]) -> int:
    """How many of them nobody has settled."""
    return sum(comment.settled_at is None for comment in comments)


def may_comment(person: Person, review: RapidReview) -> bool:
    """Whether the person may comment on the review, which was fetched for them, while it is written."""
    return person.may(Permission.RAPID_REVIEW_COMMENT) and bool(getattr(review, "may_comment", False))


def _own(review: RapidReview, kind: str) -> QuerySet[ReviewRecord]:
    return ReviewRecord.objects.filter(review=review, kind=kind, request=None).order_by("place")


def _with_replies(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    return comments.prefetch_related(Prefetch("replies", queryset=Comment.objects.order_by("made_at", "pk")))
