"""A review as content: what documents, checks, prompts and versions are made of, read from the database at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from django.conf import settings
from django.db.models import OuterRef, Prefetch, Subquery
from django.utils.timezone import localdate

from second_question.rules.questions import Form
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
    ReviewRecord,
    SignOff,
)
from second_question_web.rapid_reviews.records import as_content, form_of, records_of, text_digest

NOT_ANSWERED: Mapping[str, str] = {
    AgencyRequestState.ASKED: "Has not answered yet",
    AgencyRequestState.STARTED: "Has not returned its summary yet",
}
"""In a document: those who read it do not know the stages of a request."""
LAPSED = "the text that was signed has been changed since"


@dataclass(frozen=True)
class Rows:
    """What a review's text is made of: its template, its records, and its decisions in their order."""

    form: Form
    records: Sequence[ReviewRecord]
    decisions: Sequence[Decision]

    @cached_property
    def digest(self) -> str:
        """Of the whole text as it is now (`records.text_digest`)."""
        return text_digest(self.records)


def rows_of(review: RapidReview) -> Rows:
    """Reads them: three queries, and one more when something is decided."""
    return Rows(form_of(review), records_of(review), decisions_of(review))


def content_of(
    review: RapidReview, *, version: int = 0, sent_on: date | None = None, rows: Rows | None = None
) -> ReviewContent:
    """The whole review as it stands: six queries when its clock was fetched with it.

    Args:
        review: fetched for a person who may read the draft, or taken for a change.
        version: the number of the version that it is to become; 0 while it is being written.
        sent_on: the day on which that version is sent.
        rows: where they were read already; then two queries.
    """
    taking_part = review.contributing.filter(ended_at=None).select_related("partnership")
    return replace(
        text_of(review, rows or rows_of(review)),
        version=version,
        sent_on=sent_on,
        agencies=[_answer(request) for request in _asked(review)],
        contributing_areas=[one.partnership.name for one in taking_part],
    )


def text_of(review: RapidReview, rows: Rows) -> ReviewContent:
    """The text alone, without the agencies' answers and the other areas: enough for checks and prompts. No query."""
    case = review.notification
    return ReviewContent(
        form=rows.form,
        reference=case.reference,
        area=str(case.partnership or case.local_authority or ""),
        records=as_content(rows.form, rows.records),
        opened_on=review.opened_on,
        due_on=queries.deadline_of(review).due,
        late_reason=review.late_reason,
        decisions=[_with_its_signatures(one, rows) for one in rows.decisions],
        fictional=settings.DEMO,
    )


def decisions_of(review: RapidReview) -> list[Decision]:
    """Every decision in its order, with who signed it. Two queries, or one when nothing is decided."""
    signed = Prefetch("signatures", queryset=PartnerSignature.objects.select_related("organisation"))
    return list(Decision.objects.filter(review=review).prefetch_related(signed).order_by("number"))


def newest_signatures(decision: Decision) -> dict[int, PartnerSignature]:
    """The newest signature of each partner under a decision, by the partner's key."""
    return {one.organisation_id: one for one in decision.signatures.all()}  # in the order of time, so the last stands


def decided(decision: Decision, signatures: Sequence[ContentSignature]) -> ContentDecision:
    """A decision as documents show it."""
    return ContentDecision(
        decision.number, decision.outcome, decision.decided_on, why_changed=decision.why_changed, signatures=signatures
    )


def signature_of(signed: PartnerSignature) -> ContentSignature:
    """A partner's view as documents show it. One that was given elsewhere is no signature, and says how it came."""
    elsewhere = f"{signed.how_given}; written down by {signed.recorded_by}" if signed.recorded_by else ""
    return ContentSignature(
        partner=signed.organisation.name,
        view=signed.get_view_display(),
        words=signed.words,
        name=signed.name,
        job_title=signed.job_title,
        signed_at=None if elsewhere else signed.signed_at,
        why_missing=elsewhere,
    )


def _with_its_signatures(decision: Decision, rows: Rows) -> ContentDecision:
    """A signature under the decision that stands has lapsed when the text is another now; those before it were signed then."""
    stands = decision is rows.decisions[-1]
    found = newest_signatures(decision).values()
    return decided(decision, [_lapsed(s) if stands and s.digest != rows.digest else signature_of(s) for s in found])


def _lapsed(signed: PartnerSignature) -> ContentSignature:
    return ContentSignature(partner=signed.organisation.name, view="", why_missing=LAPSED)


def _asked(review: RapidReview) -> Sequence[AgencyRequest]:
    """The requests with who signed the summary, where the signature holds."""
    held = SignOff.objects.filter(request=OuterRef("pk"), lapsed_at=None).order_by("-signed_at", "-pk")
    by = {f"signed_{name}": Subquery(held.values(name)[:1]) for name in ("name", "job_title", "signed_at")}
    found = AgencyRequest.objects.filter(review=review).exclude(state=AgencyRequestState.WITHDRAWN).annotate(**by)
    without_text = found.defer("note", "nothing_known_words", "told_words", "withdrawn_reason")
    return list(without_text.select_related("organisation").order_by("number"))


def _answer(request: AgencyRequest) -> AgencyAnswer:
    is_signed = request.state == AgencyRequestState.SIGNED
    at: datetime | None = getattr(request, "signed_signed_at") if is_signed else None  # noqa: B009  (an annotation)
    who = (getattr(request, "signed_name"), getattr(request, "signed_job_title")) if is_signed else ()  # noqa: B009
    return AgencyAnswer(
        agency=request.organisation.name,
        answer=NOT_ANSWERED.get(request.state) or AGENCY_REQUEST.label(request.state),
        signed_by=", ".join(filter(None, who)),
        signed_on=localdate(at) if at else None,
    )
