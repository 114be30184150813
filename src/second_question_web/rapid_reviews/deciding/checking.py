"""A review looked through before it is sent: what is missing, what is still open, who has not signed, whether it is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil

from second_question.exchange.review import estimated_pages
from second_question.rules.review_completeness import what_prevents_sending
from second_question.rules.workflow import RapidReviewState
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.deciding.lacking import Lack, lacks
from second_question_web.rapid_reviews.deciding.partners import Partner, still_to_sign
from second_question_web.rapid_reviews.deciding.queries import Deciding, deciding
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.open_prompts import open_prompts
from second_question_web.rapid_reviews.summaries.queries import OWED
from second_question_web.rapid_reviews.writing.prompts import dismissals_of


@dataclass(frozen=True)
class Check:
    """The facts of the page. Only `lacks`, an unrecorded decision and missing reasons stand in the way of sending."""

    review: RapidReview
    found: Deciding
    today: date

    @cached_property
    def lacks(self) -> list[Lack]:
        """The starred questions without an answer."""
        content = self.found.content
        return lacks(content.reference, what_prevents_sending(content.form, content.records))

    @cached_property
    def pages(self) -> int:
        """About how many pages the document has."""
        return ceil(estimated_pages(self.found.content))

    @cached_property
    def open_prompts(self) -> int:
        """How many prompts nobody has answered or dismissed; they never stand in the way (R7). One query."""
        return open_prompts(self.found.content, self.found.digest, self.pages, dismissals_of(self.review))

    @cached_property
    def without_summary(self) -> list[str]:
        """The agencies that were asked and whose summary is not in the review, in the order of asking. One query."""
        asked = self.review.requests.filter(state__in=OWED).order_by("number")
        return list(asked.values_list("organisation__name", flat=True))

    @property
    def due(self) -> date:
        """The day by which it was to be sent."""
        return reviews.deadline_of(self.review).due

    @property
    def is_late(self) -> bool:
        """Whether it would be sent late. A version after the first has no clock."""
        return self.review.submitted_on is None and self.today > self.due

    @property
    def unsigned(self) -> Sequence[Partner]:
        """The partners whose signature is missing or has lapsed."""
        return still_to_sign(self.found.partners)

    @property
    def is_decided(self) -> bool:
        """Whether the decision is recorded as the text says it."""
        return self.review.state == RapidReviewState.DECIDED and not self.found.differs

    @property
    def can_be_sent(self) -> bool:
        """Whether nothing but reasons is missing."""
        return self.is_decided and not self.lacks


def check_of(review: RapidReview, today: date) -> Check:
    """The check of a review that was fetched for the person."""
    return Check(review, deciding(review, today), today)
