"""Comments beside a section, replies to them, and settling them: while the review is written, as the permission says."""

from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import Comment, RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.trail.actions import record

LONGEST = 5000


@transaction.atomic
def comment(
    *, by: Person, review: RapidReview, section: str, place: int, question: str, text: str, now: datetime
) -> Comment:
    """A remark beside a section, or one of its questions.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is not being written.
        Refusal: there is no text, or too much.
    """
    locked = _taken(by, review)
    made = Comment.objects.create(
        review=locked,
        section=section,
        place=place,
        question=question,
        text=_text(text),
        made_at=now,
        made_by=by.trail_name,
        made_by_key=by.trail_key,
    )
    _record("comment.make", locked, made, by, now)
    return made


@transaction.atomic
def reply(*, by: Person, review: RapidReview, to: Comment, text: str, now: datetime) -> Comment:
    """An answer to a comment.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is not being written.
        Refusal: there is no text, or too much.
    """
    locked = _taken(by, review)
    facts = {"section": to.section, "place": to.place, "question": to.question, "answers": to}
    who = {"made_at": now, "made_by": by.trail_name, "made_by_key": by.trail_key}
    made = Comment(review=locked, text=_text(text), **facts, **who)
    made.save()
    _record("comment.reply", locked, made, by, now)
    return made


@transaction.atomic
def settle(*, by: Person, review: RapidReview, comment: Comment, now: datetime) -> None:
    """Says that a comment is dealt with; settling it again changes nothing."""
    locked = _taken(by, review)
    comment.refresh_from_db()
    if comment.settled_at is None:
        comment.settled_at, comment.settled_by = now, by.trail_name
        comment.save(update_fields=["settled_at", "settled_by"])
        _record("comment.settle", locked, comment, by, now)


@transaction.atomic
def reopen(*, by: Person, review: RapidReview, comment: Comment, now: datetime) -> None:
    """Opens a comment that was settled."""
    locked = _taken(by, review)
    comment.refresh_from_db()
    if comment.settled_at is not None:
        comment.settled_at, comment.settled_by = None, ""
        comment.save(update_fields=["settled_at", "settled_by"])
        _record("comment.reopen", locked, comment, by, now)


def _taken(by: Person, review: RapidReview) -> RapidReview:
    locked = taken(by, Permission.RAPID_REVIEW_COMMENT, review)
    if not is_writable(locked):
        raise NotNow(
            f"This rapid review is “{locked.get_state_display()}”. It can be commented on while it is being written."
        )
    return locked


def _text(typed: str) -> str:
    text = typed.strip()
    if not text:
        raise Refusal("Write what you want to say", "text")
    if len(text) > LONGEST:
        raise Refusal(f"Shorten this to {LONGEST:,} characters. It has {len(text):,}", "text")
    return text


def _record(action: str, review: RapidReview, about: Comment, by: Person, now: datetime) -> None:
    reference = review.notification.reference
    after = {"section": about.section, "comment": about.pk}
    record(action, by=by, subject=("rapid_review", reference), case=reference, before={}, after=after, at=now)
