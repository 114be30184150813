"""Reading the histories of all reviews that a person may see the events of, a portion at a time."""

from collections.abc import Iterator
from itertools import islice

from django.db.models import Prefetch, QuerySet

from second_question.rules.access import Permission
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.history.gathering import History, histories_of
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.rapid_reviews.scope import reviews_for

PORTION = 1_000  # reviews; each portion costs eight queries


def reviews_with_events(person: Person) -> QuerySet[RapidReview]:
    """The reviews of which this person may see when their stages happened, the oldest first."""
    return RapidReview.objects.filter(reviews_for(person, Permission.RAPID_REVIEW_EVENTS)).order_by("opened_on", "pk")


def histories(person: Person) -> Iterator[History]:
    """The history of each of them."""
    keys = iter(list(reviews_with_events(person).values_list("pk", flat=True)))
    while portion := list(islice(keys, PORTION)):
        yield from histories_of(_fetched(portion))


def _fetched(keys: list[int]) -> list[RapidReview]:
    """Without anything that would have to be decrypted."""
    shown = ("opened_on", "submitted_on", "closed_on", "notification__reference", "notification__sent_at")
    found = RapidReview.objects.filter(pk__in=keys).select_related("notification").only(*shown)
    changes = Prefetch("clock_changes", ClockChange.objects.defer("reason"))
    return list(found.prefetch_related(changes).order_by("opened_on", "pk"))
