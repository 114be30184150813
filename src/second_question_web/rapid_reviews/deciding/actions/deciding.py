"""The partners' decision is recorded from what the text says (L1, L2, R2)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.calendar import in_words
from second_question.rules.workflow import RapidReviewState
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.deciding.actions.common import NotComplete, refuse_stale, subject_of
from second_question_web.rapid_reviews.deciding.lacking import needed_to_decide
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import Decision, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import as_content, form_of
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import move, refuse_unless_writable
from second_question_web.trail.actions import record


@dataclass(frozen=True)
class Written:
    """What the text names as the decision."""

    outcome: str
    decided_on: date


@transaction.atomic
def decide(*, by: Person, review: RapidReview, why_changed: str, version: int, now: datetime) -> Decision:
    """Records the outcome and the day that the text names as the decision of the partners, and moves the review on.

    Another outcome than before, another day, or a decision after the Panel's reply is a new row with its reason; pressed a
    second time, it changes nothing (P2).

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is with the Panel or closed.
        NotComplete: criteria, grounds, or what belongs to the decision are not answered yet.
        Refusal: the day has not come; changed meanwhile; or it is not said why it changes, or stays.
    """
    locked = taken(by, Permission.RAPID_REVIEW_DECIDE, review)
    refuse_unless_writable(locked)
    written = _written(locked)
    last = locked.decisions.order_by("-number").first()
    if last and locked.state == RapidReviewState.DECIDED and written == Written(last.outcome, last.decided_on):
        return last
    refuse_stale(locked, version)
    _refuse_future(written, localdate(now))
    _refuse_unreasoned(last, written, why_changed)
    before = move(locked, "decide")
    made = _added(locked, last, written, why_changed.strip(), by, now)
    after = {"state": locked.state, "outcome": made.outcome, "decision": made.number, "after_advice": made.after_advice}
    record(
        "rapid_review.decide",
        by=by,
        subject=subject_of(locked),
        case=locked.notification.reference,
        before={"state": before, "outcome": last.outcome if last else ""},
        after=after,
        at=now,
    )
    return made


def _written(review: RapidReview) -> Written:
    """What the text names; refuses while something that belongs to the decision is missing."""
    form = form_of(review)
    content = as_content(form, ReviewRecord.objects.filter(review=review, kind="review", request=None))
    gaps = needed_to_decide(form, content)
    if gaps:
        raise NotComplete(gaps, "The decision cannot be recorded yet.")
    answers = content[0].answers
    outcome, decided_on = answers.get("outcome"), answers.get("decided_on")
    if not isinstance(outcome, str) or not isinstance(decided_on, date):
        raise Refusal("Say in part 11 what the partners decide, and on which day.")
    return Written(outcome, decided_on)


def _added(
    review: RapidReview, last: Decision | None, written: Written, why_changed: str, by: Person, now: datetime
) -> Decision:
    """The way back from the Panel leads over its reply, so what was sent before has been answered."""
    return Decision.objects.create(
        review=review,
        number=last.number + 1 if last else 1,
        outcome=written.outcome,
        decided_on=written.decided_on,
        made_at=now,
        made_by=by.trail_name,
        why_changed=why_changed if last else "",
        after_advice=last is not None and last.versions.exists(),
    )


def _refuse_future(written: Written, today: date) -> None:
    if written.decided_on > today:
        raise Refusal(
            f"Part 11 says that the partners decide on {in_words(written.decided_on)}, which has not come yet. "
            "Record the decision when it is taken, or put the day right."
        )


def _refuse_unreasoned(last: Decision | None, written: Written, why_changed: str) -> None:
    if last and not why_changed.strip():
        what = "changes" if last.outcome != written.outcome else "is recorded again"
        raise Refusal(f"Say why the decision {what}. It is kept beside it.", "why_changed")
