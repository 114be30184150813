"""Reading which areas take part in a review that was fetched for the person."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question.rules.access import Permission
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.models import Partnership
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.models import ContributingPartnership, RapidReview
from second_question_web.trail.refusals import Hidden


@dataclass(frozen=True)
class Areas:
    """Who leads, who contributes now, and who did."""

    lead: str
    contributing: Sequence[ContributingPartnership]
    ended: Sequence[ContributingPartnership]


def areas_of(review: RapidReview) -> Areas:
    """Every area of the review; one query."""
    case = review.notification
    joined = list(review.contributing.select_related("partnership"))
    now = [area for area in joined if area.ended_at is None]
    return Areas(str(case.partnership or case.local_authority or ""), now, [area for area in joined if area.ended_at])


def area(person: Person, reference: str, key: int) -> ContributingPartnership:
    """One area that takes part now, for the lead.

    Raises:
        Hidden: there is none of that key, or not for this person.
    """
    review = reviews.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    found = review.contributing.select_related("partnership").filter(pk=key, ended_at=None).first()
    if found is None:
        raise Hidden("area of a review", str(key), case=reference)
    found.review = review
    return found


def could_join(review: RapidReview) -> list[Partnership]:
    """The partnerships that do not take part yet. Fictional ones meet fictional ones alone."""
    own, found = review.notification.partnership, partnerships.partnerships()
    if own:
        found = found.filter(fictional=own.fictional).exclude(pk=own.pk)
    taking_part = review.contributing.filter(ended_at=None)
    return list(found.exclude(pk__in=taking_part.values("partnership")).order_by("name"))
