"""A review is sent to the Panel: a numbered version is frozen, with the documents made of it (R2, N8)."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.timezone import localdate

from second_question.exchange.review import canonical, content_hash, pages, pdf, word
from second_question.rules.access import Permission
from second_question.rules.calendar import in_words
from second_question.rules.review_completeness import what_prevents_sending
from second_question.rules.template.content import ReviewContent
from second_question.rules.workflow import RapidReviewState
from second_question_web import pathway
from second_question_web.files import actions as files
from second_question_web.files.models import StoredFile
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.deciding import queries
from second_question_web.rapid_reviews.deciding.actions.common import NotComplete, refuse_stale, subject_of
from second_question_web.rapid_reviews.deciding.freezing import as_it_would_be_sent
from second_question_web.rapid_reviews.deciding.partners import still_to_sign
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import RapidReview, Version
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import is_writable, move
from second_question_web.trail.actions import record

PURPOSE = "rapid_review_version"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@transaction.atomic
def send(
    *,
    by: Person,
    review: RapidReview,
    late_reason: str,
    unsigned_reasons: Mapping[int, str],
    version: int,
    now: datetime,
) -> Version:
    """Freezes the review as the next version and sends it to the Panel. A second press finds it sent and changes nothing.

    Args:
        late_reason: why it is late; asked for when the first version is sent after its due date.
        unsigned_reasons: for each partner who has not signed this text, by the partner's key, why.

    Raises:
        PermissionDenied: not for this person.
        NotNow: there is no decision yet, or part 11 names another outcome now.
        NotComplete: a starred answer is missing.
        Refusal: changed meanwhile; late, or a signature missing, and no reason is given.
    """
    locked = taken(by, Permission.RAPID_REVIEW_SEND, review)
    newest = locked.versions.order_by("-number").first()
    if newest and locked.state == RapidReviewState.SUBMITTED:
        return newest
    refuse_stale(locked, version)
    today = localdate(now)
    found = _to_be_sent(locked, today)
    reasons = _reasons(found, unsigned_reasons)
    _mark_sent(locked, today, late_reason)
    number = newest.number + 1 if newest else 1
    content = as_it_would_be_sent(found, version=number, sent_on=today, reasons=reasons)
    made = _frozen(found, content, by, now)
    pathway.follow("rapid_review.sent", version=made, by=by, now=now)
    record(
        "rapid_review.send",
        by=by,
        subject=subject_of(locked),
        case=content.reference,
        before={"state": RapidReviewState.DECIDED},
        after={"state": locked.state, "version": number, "sha256": made.content_hash, "unsigned": len(reasons)},
        at=now,
    )
    return made


def _to_be_sent(review: RapidReview, today: date) -> queries.Deciding:
    """The review as it is, when nothing stands in the way."""
    if review.state != RapidReviewState.DECIDED:
        after = "It is sent once the decision is recorded." if is_writable(review) else "It cannot be sent now."
        raise NotNow(f"This rapid review is “{review.get_state_display()}”. {after}")
    found = queries.deciding(review, today)
    if found.differs:
        raise NotNow("Part 11 now says something else than the decision. Record the decision again first.")
    gaps = what_prevents_sending(found.content.form, found.content.records)
    if gaps:
        raise NotComplete(gaps, "It cannot be sent yet.")
    return found


def _reasons(found: queries.Deciding, given: Mapping[int, str]) -> dict[int, str]:
    """For each partner whose signature is missing or has lapsed, why; refuses when one is not said."""
    reasons = {}
    for partner in still_to_sign(found.partners):
        body = partner.organisation
        reasons[body.pk] = given.get(body.pk, "").strip()
        if not reasons[body.pk]:
            raise Refusal(f"{body.name} has not signed this text. Say why, or ask them again.", field_of(body.pk))
    return reasons


def field_of(organisation: int | str) -> str:
    """The field of the form in which the reason for a partner's missing signature is typed."""
    return f"unsigned-{organisation}"


def _mark_sent(review: RapidReview, today: date, late_reason: str) -> None:
    """The clock stops with the first version; a later one has no clock."""
    if review.submitted_on is None:
        due = reviews.deadline_of(review).due
        if today > due and not late_reason.strip():
            raise Refusal(f"It was due on {in_words(due)}. Say why it is late.", "late_reason")
        review.submitted_on, review.late_reason = today, late_reason.strip() if today > due else ""
        review.save(update_fields=["submitted_on", "late_reason"])
    move(review, "submit")


def _frozen(found: queries.Deciding, content: ReviewContent, by: Person, now: datetime) -> Version:
    """Both documents are made before anything is written, because that takes a while."""
    printed, written = pdf(content), word(content)
    return Version.objects.create(
        review=found.review,
        number=content.version,
        decision=found.decided,
        content=canonical(content).decode(),
        content_hash=content_hash(content),
        pages=pages(printed),
        word=_kept(content, "docx", WORD, written, by, now),
        pdf=_kept(content, "pdf", "application/pdf", printed, by, now),
        sent_at=now,
        sent_on=localdate(now),
        sent_by=by.trail_name,
        late_reason=content.late_reason,
        unsigned_reasons=_why_unsigned(content),
    )


def _why_unsigned(content: ReviewContent) -> str:
    """A line for each partner without a signature."""
    under = content.decisions[-1].signatures
    return "\n".join(f"{one.partner}: {one.why_missing}" for one in under if one.why_missing)


def _kept(content: ReviewContent, ending: str, media_type: str, made: bytes, by: Person, now: datetime) -> StoredFile:
    name = f"{content.reference}-rapid-review-version-{content.version}.{ending}"
    upload = SimpleUploadedFile(name, made, media_type)
    return files.add(by=by, upload=upload, purpose=PURPOSE, now=now, case=content.reference)
