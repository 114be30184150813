"""A review as content: what documents, checks, prompts and versions are made of, read from the database at once."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings
from django.utils.timezone import localdate

from second_question.rules.template.content import (
    AgencyAnswer,
    ContentDecision,
    ContentSignature,
    ReviewContent,
)
from second_question.rules.workflow import AGENCY_REQUEST, AgencyRequestState
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    Decision,
    PartnerSignature,
    RapidReview,
)
from second_question_web.rapid_reviews.records import as_content, form_of, records_of


def content_of(review: RapidReview, *, version: int = 0, sent_on: date | None = None) -> ReviewContent:
    """The review as it stands: six queries, and one more when its clock was moved and not fetched with it.

    Args:
        review: fetched for a person who may read the draft, or taken for a change.
        version: the number of the version that it is to become; 0 while it is being written.
        sent_on: the day on which that version is sent.
    """
    form = form_of(review)
    case = review.notification
    return ReviewContent(
        form=form,
        reference=case.reference,
        area=str(case.partnership or case.local_authority or ""),
        records=as_content(form, records_of(review)),
        version=version,
        opened_on=review.opened_on,
        due_on=queries.deadline_of(review).due,
        sent_on=sent_on,
        late_reason=review.late_reason,
        decisions=[decided(decision) for decision in decisions_of(review)],
        agencies=[_answer(request) for request in _asked(review)],
        contributing_areas=_areas(review),
        fictional=settings.DEMO,
    )


def decisions_of(review: RapidReview) -> list[Decision]:
    """Every decision in its order, with who signed it. Two queries."""
    return list(Decision.objects.filter(review=review).prefetch_related("signatures__organisation").order_by("number"))


def decided(decision: Decision, signatures: Iterable[ContentSignature] = ()) -> ContentDecision:
    """A decision as documents show it; the signatures are those given, or the newest of each partner."""
    newest = {one.organisation_id: one for one in decision.signatures.all()}  # in the order of time, so the last stands
    shown = list(signatures) or [_signed(one) for one in newest.values()]
    return ContentDecision(
        decision.number, decision.outcome, decision.decided_on, why_changed=decision.why_changed, signatures=shown
    )


def _signed(signature: PartnerSignature) -> ContentSignature:
    return ContentSignature(
        partner=signature.organisation.name,
        view=signature.view,
        words=signature.words,
        name=signature.name,
        job_title=signature.job_title,
        signed_at=signature.signed_at,
    )


def _asked(review: RapidReview) -> Sequence[AgencyRequest]:
    found = AgencyRequest.objects.filter(review=review).exclude(state=AgencyRequestState.WITHDRAWN)
    without_text = found.defer("note", "nothing_known_words", "told_words", "withdrawn_reason")
    return list(without_text.select_related("organisation").prefetch_related("sign_offs").order_by("number"))


def _answer(request: AgencyRequest) -> AgencyAnswer:
    held = [one for one in request.sign_offs.all() if one.lapsed_at is None]
    signed = held[-1] if held and request.state == AgencyRequestState.SIGNED else None
    return AgencyAnswer(
        agency=request.organisation.name,
        answer=AGENCY_REQUEST.label(request.state),
        signed_by=str(signed) if signed else "",
        signed_on=localdate(signed.signed_at) if signed else None,
    )


def _areas(review: RapidReview) -> list[str]:
    taking_part = review.contributing.filter(ended_at=None).select_related("partnership")
    return [one.partnership.name for one in taking_part]
