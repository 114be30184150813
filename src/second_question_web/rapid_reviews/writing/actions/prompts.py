"""Somebody dismisses a prompt with a reason, or takes that back."""

import re
from datetime import datetime

from django.db import transaction

from second_question.reading.prompts import PromptKind
from second_question.rules.access import Permission
from second_question.rules.template.parts import RECORD_KINDS
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import DismissedPrompt, RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import refuse_unless_writable
from second_question_web.trail.actions import record

LONGEST_REASON = 2000
KEY = re.compile(
    rf"(?:{'|'.join(PromptKind)}):(?:{'|'.join(kind.id for kind in RECORD_KINDS)}):"
    r"(?:[0-9a-f]{8})?:\d{1,6}:\w{0,80}:[\w-]{0,60}",
    re.ASCII,
)
"""What a key looks like (`reading.prompt.Place.key`): it goes into the trail, which holds no word of a case."""


@transaction.atomic
def dismiss_prompt(*, by: Person, review: RapidReview, key: str, reason: str, now: datetime) -> DismissedPrompt:
    """Keeps why a prompt can stay as it is. One that is dismissed already stays as it was dismissed first.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the text can no longer be changed.
        Refusal: it is no prompt, or no reason is given.
    """
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    _refuse_strange(key)
    said = _reason(reason)
    there = DismissedPrompt.objects.filter(review=locked, key=key, taken_back_at=None).first()
    if there is not None:
        return there
    made = DismissedPrompt(review=locked, key=key, reason=said, made_at=now, made_by=by.trail_name)
    made.save()
    _note("prompt.dismiss", by, locked, key, now)
    return made


@transaction.atomic
def take_back_dismissal(*, by: Person, review: RapidReview, key: str, now: datetime) -> DismissedPrompt | None:
    """Lets the prompt stand again; what was said is kept. None when it was not dismissed.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the text can no longer be changed.
    """
    locked = taken(by, Permission.RAPID_REVIEW_WRITE, review)
    refuse_unless_writable(locked)
    there = DismissedPrompt.objects.filter(review=locked, key=key, taken_back_at=None).first()
    if there is None:
        return None
    there.taken_back_at = now
    there.save(update_fields=["taken_back_at"])
    _note("prompt.take_back", by, locked, key, now)
    return there


def _note(action: str, by: Person, review: RapidReview, key: str, now: datetime) -> None:
    reference = review.notification.reference
    record(action, by=by, subject=("rapid_review", reference), case=reference, after={"prompt": key}, at=now)


def _refuse_strange(key: str) -> None:
    if not KEY.fullmatch(key):
        raise Refusal("This prompt is no longer there. Open the page again and look at what it shows now.")


def _reason(typed: str) -> str:
    said = typed.strip()
    if not said:
        raise Refusal("Say why it can stay as it is.", "reason")
    if len(said) > LONGEST_REASON:
        raise Refusal(f"Say why in {LONGEST_REASON:,} characters or fewer. It has {len(said):,}.", "reason")
    return said
