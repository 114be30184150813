"""What surrounds a review's text on its working page: requests, meetings, dismissed prompts. Few queries, no text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from second_question.rules.access import Permission
from second_question.rules.workflow import AgencyRequestState, RapidReviewState
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AgencyRequest, DismissedPrompt, Meeting, RapidReview

if TYPE_CHECKING:
    from second_question_web.rapid_reviews.deciding.partners import Partner


@dataclass(frozen=True)
class Around:
    """What surrounds the text of a review that was fetched for the person. `partners` are given once it is decided."""

    requests: Sequence[AgencyRequest]
    meetings: Sequence[Meeting]
    partners: "Sequence[Partner]"
    dismissed: frozenset[str]


def around(review: RapidReview, person: Person, partners: "Sequence[Partner]") -> Around:
    """Everything around it: three queries, two once it is decided, when nobody asks for the next meeting."""
    requests = _asked_for(review, person).exclude(state=AgencyRequestState.WITHDRAWN).select_related("organisation")
    decided = review.state == RapidReviewState.DECIDED
    dismissed = DismissedPrompt.objects.filter(review=review, taken_back_at=None)
    return Around(
        requests=list(requests.defer("note", "nothing_known_words", "told_words", "withdrawn_reason")),
        meetings=[] if decided else list(review.meetings.defer("agenda", "notes")),
        partners=partners,
        dismissed=frozenset(dismissed.values_list("key", flat=True)),
    )


def _asked_for(review: RapidReview, person: Person) -> QuerySet[AgencyRequest]:
    """The lead sees every request; whoever contributes, those of their own area. Only the lead may open the notification."""
    if getattr(review, "may_open_notification", False):
        return review.requests.all()
    areas = [grant.partnership_id for grant in person.grants_for(Permission.RAPID_REVIEW_DRAFT)]
    return review.requests.filter(partnership__in=[area for area in areas if area])
