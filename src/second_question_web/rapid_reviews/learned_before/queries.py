"""What a review cites of earlier learning, and how many reviews that somebody may read cite the same."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import F, Q

from second_question.rules.access import Permission
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.scope import reviews_for
from second_question_web.trail.refusals import Hidden


def cited_in(review: RapidReview) -> list[EarlierLearning]:
    """What a review cites, fetched for a person who may read its draft, in the order in which it was cited."""
    return list(EarlierLearning.objects.filter(review=review, taken_out_at=None))


def citation_in(review: RapidReview, number: int) -> EarlierLearning:
    """One of them.

    Raises:
        Hidden: there is none of that number.
    """
    found = EarlierLearning.objects.filter(review=review, taken_out_at=None, pk=number).first()
    if found is None:
        raise Hidden("citation", str(number), case=review.notification.reference)
    return found


def times_cited(person: Person, documents: Iterable[str], *, besides: RapidReview) -> Counter[str]:
    """How many other reviews cite each document, of those whose text the person may read: drafts, and what was sent."""
    drafts = RapidReview.objects.filter(reviews_for(person, Permission.RAPID_REVIEW_DRAFT))
    sent = RapidReview.objects.filter(reviews_for(person, Permission.RAPID_REVIEW_READ))
    readable = Q(review__in=drafts.values("pk")) | Q(
        review__in=sent.values("pk"), review__versions__sent_at__gte=F("cited_at")
    )
    citing = EarlierLearning.objects.filter(readable, taken_out_at=None, document__in=set(documents))
    pairs = citing.exclude(review=besides).values_list("document", "review").distinct()
    return Counter(document for document, _ in pairs)
