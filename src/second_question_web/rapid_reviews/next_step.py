"""The one thing that a review waits for most, in words, with where to do it. Read from top to bottom: the first that fits."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from second_question.rules.workflow import RapidReviewState

if TYPE_CHECKING:
    from second_question_web.rapid_reviews.working import Working


@dataclass(frozen=True)
class NextStep:
    """What to do next. Without an address there is nothing to do here at present."""

    words: str
    link: str = ""
    href: str = ""


def next_step(work: "Working") -> NextStep:
    """What the review waits for; where to do it, for somebody who may (`queries.OFFERED`)."""
    if work.review.state == RapidReviewState.CLOSED:
        return NextStep("The notification was withdrawn. Everything can still be read.")
    if work.review.state == RapidReviewState.SUBMITTED:
        return NextStep("The Panel has it. Its reply will appear here.")
    if work.review.state == RapidReviewState.PANEL_REPLIED:
        return _to("The Panel has replied.", "Read the reply and answer", "review_panel_answer", work)
    if not work.around.requests:
        # Who contributes sees the requests of the own area only (`working_queries`), and cannot speak for the others.
        nobody = "Nobody" if getattr(work.review, "may_open_notification", False) else "No agency of your area"
        return _to(f"{nobody} has been asked yet.", "Ask the agencies", "review_ask_agencies", work, "may_ask")
    if work.review.state == RapidReviewState.DECIDED:
        return _decided(work)
    return _undecided(work)


def _decided(work: "Working") -> NextStep:
    """What is missing comes before the signatures, which would lapse when it is answered."""
    if work.gaps:
        return _to(
            "Decided, with answers missing. Answer them before the partners sign.",
            "See what is missing",
            "review_check",
            work,
        )
    waiting = [partner.organisation.name for partner in work.around.partners if not partner.holds]
    if waiting:
        return _to(f"Still to sign: {', '.join(waiting)}.", "See the decision", "review_decision", work)
    return _to("Every partner has signed.", "Check and send it to the Panel", "review_check", work)


def _undecided(work: "Working") -> NextStep:
    if not work.around.meetings:
        return _to("The agencies are asked. No meeting is called yet.", "Call the meeting", "review_meetings", work)
    if work.gaps:
        return NextStep("It is being written. What is missing is marked below.")
    return _to("Every answer that is needed is there.", "Record the decision", "review_decision", work)


def _to(words: str, link: str, page: str, work: "Working", needs: str = "may_write") -> NextStep:
    if not getattr(work.review, needs, False):
        return NextStep(words)
    return NextStep(words, link, reverse(page, args=[work.reference]))
