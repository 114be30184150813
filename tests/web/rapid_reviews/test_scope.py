"""What a person may do with one review is told from its row; it must be what the database would say of that review."""

import pytest

from second_question.rules.access import Permission
from second_question_web.incidents.models import Notification
from second_question_web.incidents.scope import notifications_for, reaches
from second_question_web.rapid_reviews.areas.actions import add_area, end_area
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.scope import permissions_for, reviews_for
from tests.notifications import begun
from tests.people import CHARACTERS, grant_case, partnership, person
from tests.reviews import NOW, begun_review

pytestmark = pytest.mark.django_db


def told(name: str, review: RapidReview) -> frozenset[Permission]:
    return permissions_for(person(name), Permission, review)


def found(name: str, review: RapidReview) -> frozenset[Permission]:
    same = RapidReview.objects.filter(pk=review.pk)
    return frozenset(one for one in Permission if same.filter(reviews_for(person(name), one)).exists())


@pytest.mark.parametrize("name", CHARACTERS)
def test_both_agree_for_everybody(name: str) -> None:
    review = begun_review()

    assert told(name, review) == found(name, review)


def test_they_agree_of_areas_that_take_part_and_no_longer() -> None:
    review = begun_review()
    joined = add_area(review=review, by=person("Bea"), partnership=partnership("Norvale"), reason="School", now=NOW)

    while_in_it = told("Noor", review)
    assert while_in_it == found("Noor", review)
    assert Permission.RAPID_REVIEW_DRAFT in while_in_it
    end_area(area=joined, by=person("Bea"), now=NOW)
    assert told("Noor", review) == found("Noor", review) == frozenset()


def test_they_agree_of_a_case_given_to_one_reviewer() -> None:
    review = begun_review()
    grant_case(person("Iris"), review.notification.reference)

    assert Permission.RAPID_REVIEW_READ in told("Iris", review)
    assert told("Iris", review) == found("Iris", review)


@pytest.mark.parametrize("name", CHARACTERS)
def test_they_agree_of_a_draft_which_only_its_partnership_knows(name: str) -> None:
    draft, who = begun(), person(name)

    for permission in Permission:
        is_found = Notification.objects.filter(notifications_for(who, permission), pk=draft.pk).exists()
        assert reaches(who, permission, draft) == is_found, permission
