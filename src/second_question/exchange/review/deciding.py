"""What follows the decision in a document: each partner's view and signature, and how the decision changed (P2)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from second_question.exchange.review.paper import Block, Heading, grid
from second_question.exchange.review.words import full_date
from second_question.rules.template.codes import OUTCOMES
from second_question.rules.template.content import ContentDecision, ContentSignature, ReviewContent

SIGNATURES = "Partners’ views and signatures"
SIGNATURE_HEADS = ("Safeguarding partner", "View", "In the partner’s words", "Name and post", "Signed on")
EARLIER = "Earlier decisions"
EARLIER_HEADS = ("Decision", "Taken on", "Partners’ views", "Why it was changed afterwards")
_OUTCOMES = {option.code: option.label for option in OUTCOMES}


def after_decision(content: ReviewContent) -> Iterator[Block]:
    """The signatures of the decision that stands, then the decisions before it, each with why it was changed."""
    told = sorted(content.decisions, key=lambda decision: decision.number)
    if told and told[-1].signatures:
        yield Heading(SIGNATURES, 2)
        yield grid(
            SIGNATURES, SIGNATURE_HEADS, [_signed(one) for one in told[-1].signatures], (1.3, 0.9, 1.8, 1.4, 0.9)
        )
    if len(told) > 1:
        rows = [_earlier(decision, after) for decision, after in pairwise(told)]
        yield Heading(EARLIER, 2)
        yield grid(EARLIER, EARLIER_HEADS, rows, (1.1, 0.8, 1.7, 1.7))


def _signed(signature: ContentSignature) -> Sequence[str]:
    name = "\n".join(filter(None, (signature.name, signature.job_title)))
    missing = f"Not signed: {signature.why_missing}" if signature.why_missing else "Not signed"
    signed = full_date(signature.signed_at) if signature.signed_at else missing
    return (signature.partner, signature.view, signature.words, name, signed)


def _earlier(decision: ContentDecision, after: ContentDecision) -> Sequence[str]:
    views = "\n".join(_view(signature) for signature in decision.signatures)
    outcome = _OUTCOMES.get(decision.outcome, decision.outcome)
    return (outcome, full_date(decision.decided_on), views, after.why_changed)


def _view(signature: ContentSignature) -> str:
    words = f"{signature.partner}: {signature.view}"
    return f"{words}. {signature.words}" if signature.words else words
