"""A rapid review as the Panel's page shows it: where it stands, what was decided and why, how that changed (P2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from second_question.rules.decision_changes import DIRECTION_LABELS, DecisionChange, DecisionTaken, review_follows
from second_question.rules.template.content import ContentSignature
from second_question_web.panel.queries import Exchange
from second_question_web.panel.review_rows import lateness, standing_of
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.rapid_reviews.content import newest_signatures, signature_of
from second_question_web.rapid_reviews.models import Decision, RapidReview, Version
from second_question_web.ui import clocks
from second_question_web.ui.components import Deadline, Event, Status


@dataclass(frozen=True)
class ShownReview:
    """The head of the page. `late` is empty for a review of which no version came."""

    status: Status
    late: Status | None
    clock: Deadline


def shown_review(
    review: RapidReview, versions: Sequence[Version], exchanges: Sequence[Exchange], on: date
) -> ShownReview:
    """Where the review stands on that day."""
    newest = versions[0].number if versions else 0
    of_newest = [exchange.reply for exchange in exchanges if exchange.reply.version.number == newest]
    found = rapid_reviews.clock_of(review, on)
    return ShownReview(
        status=standing_of(review, of_newest),
        late=lateness(review, on) if review.submitted_on else None,
        clock=clocks.shown(found.deadline, found.standing, done=review.submitted_on),
    )


def decision_history(decisions: Sequence[Decision], sent: Mapping[int, Sequence[ContentSignature]]) -> list[Event]:
    """The decisions, given the latest first, as a timeline: what, who, why it changed, and who signed it.

    Args:
        sent: what the partners said as it was sent, by the key of the decision; of others the newest signatures are told.
    """
    earlier = {after.pk: before for after, before in pairwise(decisions)}
    return [_decided(decision, earlier.get(decision.pk), sent.get(decision.pk)) for decision in decisions]


def _decided(decision: Decision, before: Decision | None, sent: Sequence[ContentSignature] | None) -> Event:
    signatures = [signature_of(one) for one in newest_signatures(decision).values()] if sent is None else sent
    said = [_change(decision, before), decision.why_changed, *map(_signed, signatures)]
    after_advice = ", after the Panel’s advice" if decision.after_advice else ""
    return Event(
        at=decision.decided_on,
        title=f"{decision.get_outcome_display()}{after_advice}",
        who=decision.made_by,
        text="\n\n".join(filter(None, said)),
    )


def _change(decision: Decision, before: Decision | None) -> str:
    if before is None or review_follows(before.outcome) == review_follows(decision.outcome):
        return ""
    change = DecisionChange(_taken(before), _taken(decision))
    return f"{DIRECTION_LABELS[change.direction]}."


def _taken(decision: Decision) -> DecisionTaken:
    return DecisionTaken(decision.outcome, decision.decided_on, decision.after_advice)


def _signed(signature: ContentSignature) -> str:
    if not signature.view:
        return f"{signature.partner}: not signed when it was sent. {signature.why_missing}".strip()
    who = ", ".join(filter(None, (signature.name, signature.job_title)))
    return f"{signature.partner}: {signature.view.lower()} ({who}). {signature.words}".strip()
