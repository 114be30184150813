"""Reading decisions, signatures and versions. What a person may not see cannot be fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Subquery

from second_question.rules.access import Permission
from second_question.rules.template.content import ReviewContent
from second_question.rules.workflow import RapidReviewState
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.content import Rows, rows_of, text_of
from second_question_web.rapid_reviews.deciding.partners import Partner, standing_of
from second_question_web.rapid_reviews.models import AnswerChange, Decision, PartnerSignature, RapidReview, Version
from second_question_web.rapid_reviews.scope import reviews_for
from second_question_web.rapid_reviews.sent import HEAVY
from second_question_web.trail import queries as trail
from second_question_web.trail.models import Entry
from second_question_web.trail.refusals import Hidden

MOST_CHANGES = 20


@dataclass(frozen=True)
class Deciding:
    """A review with its text, its decisions and what each partner says. `content` is the text (`content.text_of`)."""

    review: RapidReview
    content: ReviewContent
    rows: Rows
    partners: Sequence[Partner]

    @property
    def digest(self) -> str:
        """Of the whole text as it is now."""
        return self.rows.digest

    @property
    def decisions(self) -> Sequence[Decision]:
        """Every decision, in order."""
        return self.rows.decisions

    @property
    def latest(self) -> Decision | None:
        """The decision that stands; none while nothing is decided."""
        return self.decisions[-1] if self.decisions else None

    @property
    def decided(self) -> Decision:
        """The decision that stands, of a review that has one.

        Raises:
            IndexError: nothing is decided yet.
        """
        return self.decisions[-1]

    @property
    def differs(self) -> bool:
        """Whether the text now names another outcome, or another day, than the decision that stands."""
        answers = self.content.review.answers
        written = (answers.get("outcome"), answers.get("decided_on"))
        return self.latest is not None and written != (self.latest.outcome, self.latest.decided_on)


def deciding(review: RapidReview, on: date) -> Deciding:
    """Everything about the decision of a review that was fetched for the person, as on that day.

    Four queries, and one more when something is decided.
    """
    rows = rows_of(review)
    return Deciding(review, text_of(review, rows), rows, standing_of(review, rows, on))


def changes_since(review: RapidReview, since: datetime) -> list[AnswerChange]:
    """What was changed in the text since a moment, the latest first; the first few, without the words themselves."""
    found = AnswerChange.objects.filter(review=review, made_at__gt=since).select_related(
        "record__request__organisation"
    )
    heavy = ("before", "after", "record__sealed_answers", "record__answers")
    return list(found.defer(*heavy).order_by("-made_at", "-pk")[:MOST_CHANGES])


def asked_to_sign(review: RapidReview, decision: Decision) -> Entry | None:
    """The row of the trail that says when the partners were last asked to sign that decision, and by whom. One query."""
    rows = trail.changes_to(("rapid_review", review.notification.reference), ["decision.ask"])
    return next((row for row in rows if row.after.get("decision") == decision.number), None)


def decisions_to_sign(person: Person, limit: int) -> list[RapidReview]:
    """The decided reviews under whose latest decision the person's organisation has no signature, the oldest first. One query.

    A signature that has lapsed is not looked for: whether it holds takes the whole text, which the review's own pages read.
    """
    latest = Decision.objects.filter(review=OuterRef("pk")).order_by("-number").values("pk")[:1]
    signed = PartnerSignature.objects.filter(organisation=person.organisation_id, decision=OuterRef("latest"))
    mine = RapidReview.objects.filter(reviews_for(person, Permission.RAPID_REVIEW_SIGN), state=RapidReviewState.DECIDED)
    unsigned = mine.annotate(latest=Subquery(latest)).filter(~Exists(signed))
    shown = ("opened_on", "notification__reference", "notification__partnership__name")
    return list(unsigned.select_related("notification__partnership").only(*shown).order_by("opened_on", "pk")[:limit])


def versions_of(review: RapidReview) -> list[Version]:
    """The versions of a review that was fetched for the person, the newest first, without their content."""
    return list(review.versions.select_related("decision", "word", "pdf").defer(*HEAVY).order_by("-number"))


def version(person: Person, reference: str, number: int) -> Version:
    """One version that was sent, with its content.

    Raises:
        Hidden: there is none of that number, or not for this person.
    """
    readable = RapidReview.objects.filter(reviews_for(person, Permission.RAPID_REVIEW_READ))
    found = Version.objects.filter(review__in=readable, review__notification__reference=reference, number=number)
    one = found.select_related("review__notification__partnership", "decision", "word", "pdf").first()
    if one is None:
        raise Hidden("version", f"{reference} {number}", case=reference)
    return one
