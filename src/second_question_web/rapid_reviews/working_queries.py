"""What surrounds a review's text on its working page: requests, meetings, comments, passages to place. Few queries, no text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    Comment,
    DismissedPrompt,
    Meeting,
    RapidReview,
    UnplacedPassage,
)

if TYPE_CHECKING:
    from second_question_web.rapid_reviews.deciding.partners import Partner


@dataclass(frozen=True)
class Around:
    """What surrounds the text of a review that was fetched for the person."""

    requests: Sequence[AgencyRequest]
    meetings: Sequence[Meeting]
    partners: "Sequence[Partner]"
    dismissed: frozenset[str]
    open_comments: int
    unplaced: int


def around(review: RapidReview, partners: "Sequence[Partner]") -> Around:
    """Everything around it; five queries."""
    requests = review.requests.exclude(state="withdrawn").select_related("organisation")
    return Around(
        requests=list(requests.defer("note", "nothing_known_words", "told_words", "withdrawn_reason")),
        meetings=list(review.meetings.defer("agenda", "notes")),
        partners=partners,
        dismissed=frozenset(_dismissed(review)),
        open_comments=Comment.objects.filter(review=review, answers=None, settled_at=None).count(),
        unplaced=UnplacedPassage.objects.filter(imported__review=review, placed_at=None).count(),
    )


def _dismissed(review: RapidReview) -> Sequence[str]:
    return list(DismissedPrompt.objects.filter(review=review, taken_back_at=None).values_list("key", flat=True))
