"""A review as it is to be sent: its content, with each partner's place under the decision filled."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from second_question.rules.template.content import ContentDecision, ContentSignature, ReviewContent
from second_question_web.rapid_reviews.content import LAPSED, content_of, decided, signature_of
from second_question_web.rapid_reviews.deciding.partners import Partner
from second_question_web.rapid_reviews.deciding.queries import Deciding
from second_question_web.rapid_reviews.deciding.versions import content_in
from second_question_web.rapid_reviews.models import Version

NO_REASONS: Mapping[int, str] = {}


def as_it_would_be_sent(
    found: Deciding, *, version: int = 0, sent_on: date | None = None, reasons: Mapping[int, str] = NO_REASONS
) -> ReviewContent:
    """The content of a version, or of a preview of one. Two queries.

    Args:
        found: the review as read for its decision.
        version: its number; 0 for a preview.
        sent_on: the day of sending; None for a preview.
        reasons: why a partner's signature is missing, by the partner's key.
    """
    whole = content_of(found.review, version=version, sent_on=sent_on, rows=found.rows)
    if found.latest is None:
        return whole
    stands = decided(found.latest, [_place(partner, reasons) for partner in found.partners])
    return replace(whole, decisions=[*_earlier(found, whole.decisions[:-1]), stands])


def _earlier(found: Deciding, decisions: Sequence[ContentDecision]) -> list[ContentDecision]:
    """The decisions before: one that was sent as it was sent, with the reasons of those who did not sign. One query."""
    sent = {one.decision_id: one for one in found.review.versions.order_by("number")} if decisions else {}
    rows = zip(found.decisions, decisions, strict=False)
    return [_as_sent(sent.get(row.pk), decision) or decision for row, decision in rows]


def _as_sent(version: Version | None, decision: ContentDecision) -> ContentDecision | None:
    content = content_in(version) if version else None
    return next((one for one in content.decisions if one.number == decision.number), None) if content else None


def _place(partner: Partner, reasons: Mapping[int, str]) -> ContentSignature:
    if partner.signature is not None and partner.holds:
        return signature_of(partner.signature)
    why = reasons.get(partner.organisation.pk) or (LAPSED if partner.signature else "")
    told = " ".join(filter(None, (_sentence(why) if partner.doubted else why, partner.doubted)))
    return ContentSignature(partner.organisation.name, "", why_missing=told)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
