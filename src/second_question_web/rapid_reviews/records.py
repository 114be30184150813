"""The records of a review: fetched once, as content for documents and checks, and as one digest of the whole text."""

import json
from collections.abc import Iterable, Sequence

from second_question.rules.questions import Form, Kind
from second_question.rules.template.content import ContentRecord, in_order
from second_question.rules.template.parts import OF_AN_AGENCY, OwnQuestion, template_on
from second_question.rules.workflow import AgencyRequestState
from second_question_web.answering.held import values_of
from second_question_web.rapid_reviews.models import AddedQuestion, RapidReview, ReviewRecord
from second_question_web.sealed.keys import fingerprint

GIVEN_BACK = (AgencyRequestState.RETURNED, AgencyRequestState.SIGNED)
"""Before that, what an agency writes is its own."""


def added_questions_on(review: RapidReview) -> list[AddedQuestion]:
    """The questions that the partnership and the Panel asked for on the day on which the review was opened."""
    own = review.notification.partnership_id
    found = AddedQuestion.objects.filter(starts_on__lte=review.opened_on)
    found = found.exclude(ends_on__lt=review.opened_on)
    return [one for one in found if one.partnership_id in (None, own)]


def form_of(review: RapidReview) -> Form:
    """The template of this review, with the themes of its day and the questions added to it. One query."""
    own = [OwnQuestion(f"own_{a.pk}", a.section, a.label, a.hint, Kind(a.kind)) for a in added_questions_on(review)]
    return template_on(review.opened_on, own)


def records_of(review: RapidReview) -> list[ReviewRecord]:
    """The records that belong to the review's text: its own, and what agencies gave back. One query."""
    found = ReviewRecord.objects.filter(review=review, removed_at__isnull=True)
    found = found.select_related("request__organisation").order_by("kind", "request__number", "place")
    return [record for record in found if record.request is None or record.request.state in GIVEN_BACK]


def own_records(review: RapidReview, kind: str) -> list[ReviewRecord]:
    """The review's own records of one kind, in order."""
    return list(ReviewRecord.objects.filter(review=review, kind=kind, request=None, removed_at=None).order_by("place"))


def as_content(form: Form, records: Iterable[ReviewRecord]) -> Sequence[ContentRecord]:
    """The records as documents, checks and prompts read them."""
    return in_order(_content(form, record) for record in records)


def text_digest(records: Iterable[ReviewRecord]) -> str:
    """A keyed digest of all that the review says: the same as long as nobody changes a word (handbook 4, LITE)."""
    said = sorted(
        (r.kind, r.request.number if r.request else 0, r.place, json.dumps(_held(r), sort_keys=True)) for r in records
    )
    return fingerprint(json.dumps(said))


def _held(record: ReviewRecord) -> list[object]:
    return [record.answers, record.sealed_answers, record.unanswered]


def _content(form: Form, record: ReviewRecord) -> ContentRecord:
    answers = values_of(record, form.questions_of(record.kind))
    agency = record.request.organisation.name if record.request and record.kind in OF_AN_AGENCY else ""
    return ContentRecord(record.kind, record.place, answers, record.reasons_unanswered(), agency)
