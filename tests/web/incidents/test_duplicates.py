"""The same incident twice: found across partnerships, explained, and told only as far as a person may know."""

from datetime import date

import pytest

from second_question_web.incidents import duplicates, queries
from second_question_web.incidents.models import Notification
from tests.notifications import answered, begun, complete, sent
from tests.people import person

pytestmark = pytest.mark.django_db


def other(**child: object) -> Notification:
    """A notification of Norvale that is far away and long ago, but for the child."""
    draft = complete(begun("Noor", "Norvale", "n"), "Noor", **child)
    answered(draft, "place", {"local_authority": "Z06000002"}, by="Noor")
    answered(draft, "when", {"incident_on": date(2026, 6, 1), "aware_on": date(2026, 6, 2)}, by="Noor")
    return Notification.objects.get(pk=draft.pk)


def found(draft: Notification) -> list[duplicates.Likely]:
    return duplicates.found(Notification.objects.get(pk=draft.pk), queries.children_of(draft))


@pytest.mark.parametrize(
    ("name", "born", "likely"),
    [
        ("Rowan Thistlewood", date(2026, 3, 3), True),
        ("Rowen Thislewood", date(2026, 3, 3), True),
        ("rowan THISTLEWOOD", date(2026, 3, 3), True),
        ("Rowan Thistlewood", date(2025, 3, 3), False),
        ("Aster Bellweather", date(2026, 3, 3), False),
    ],
)
def test_the_same_child_is_found_in_another_area(name: str, born: date, likely: bool) -> None:
    theirs = other(full_name=name, date_of_birth=born)
    mine = complete(begun())
    assert [one.notification for one in found(mine)] == ([theirs] if likely else [])


@pytest.mark.parametrize(
    ("change", "likely"),
    [
        ({}, True),
        ({"incident_on": date(2026, 11, 12)}, True),
        ({"incident_on": date(2026, 10, 1)}, False),
    ],
)
def test_the_same_place_days_and_age_are_found_without_a_name(change: dict[str, object], likely: bool) -> None:
    first = complete(begun(start="a"), full_name="Somebody Else", date_of_birth=date(2026, 1, 9))
    answered(first, "when", {"incident_on": date(2026, 11, 16), "aware_on": date(2026, 11, 17), **change})
    second = complete(begun(start="b"))
    assert bool(found(second)) is likely


def test_the_reasons_are_in_words() -> None:
    sent(begun(start="a"))
    (one,) = found(complete(begun(start="b")))
    assert one.reasons[0] == "a child with the same date of birth and the same or a similar name"
    assert "the same local authority, within a week" in one.reasons


def test_of_another_area_a_person_learns_only_that_there_is_one() -> None:
    other()
    mine = complete(begun())
    (known,) = queries.likely_duplicates(person("Bea"), mine, queries.children_of(mine))
    assert (known.reference, known.area, list(known.reasons)) == ("", "", [])


def test_of_the_own_area_a_person_learns_which() -> None:
    first, second = sent(begun(start="a")), complete(begun(start="b"))
    (known,) = queries.likely_duplicates(person("Bea"), second, queries.children_of(second))
    assert known.reference == first.reference
    assert known.area == "Wessenmere Council"
