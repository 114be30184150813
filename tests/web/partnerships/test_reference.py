"""The reference data comes in whole, keeps its dates, and costs one query when it is there already."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from second_question_web.partnerships import queries, reference_data
from second_question_web.partnerships.actions import Loaded, load_reference
from second_question_web.partnerships.models import Organisation, OrganisationKind, ReferenceLoad, Region
from second_question_web.trail.actions import System
from second_question_web.trail.models import Entry

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def load() -> Loaded:
    return load_reference(by=System("reference"))


def test_everything_official_comes_in() -> None:
    loaded = load()
    assert Region.objects.count() == 9
    assert loaded.added == Organisation.objects.filter(official=True).count()
    assert queries.local_authorities(TODAY).count() == 153
    assert Organisation.objects.filter(kind=OrganisationKind.POLICE).count() == 39
    assert queries.organisation(reference_data.PANEL) is not None


@pytest.mark.parametrize(
    ("code", "day", "exists"),
    [
        ("E10000023", date(2023, 3, 31), True),  # North Yorkshire County Council's last day
        ("E10000023", date(2023, 4, 1), False),
        ("E06000065", date(2023, 3, 31), False),  # the authority that came after it
        ("E06000065", date(2023, 4, 1), True),
        ("E06000001", date(1999, 1, 1), True),  # older than the register of codes
    ],
)
def test_an_authority_exists_between_its_dates(code: str, day: date, exists: bool) -> None:
    load()
    assert queries.local_authorities(day).filter(code=code).exists() is exists


def test_the_same_edition_again_costs_one_query_and_leaves_no_trace(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    load()
    with django_assert_num_queries(3):  # the digest, between opening and closing the savepoint
        assert load() == Loaded()
    assert Entry.objects.filter(action="reference.load").count() == 1


def test_a_new_edition_mends_names_and_dates_and_says_so() -> None:
    load()
    Organisation.objects.filter(code="E06000001").update(name="Hartlepool as it was", ends_on=date(2020, 1, 1))
    ReferenceLoad.objects.update(digest="an older edition")
    assert load() == Loaded(added=0, changed=1)
    mended = Organisation.objects.get(code="E06000001")
    assert (mended.name, mended.ends_on) == ("Hartlepool", None)
    assert Entry.objects.filter(action="reference.load").count() == 2


def test_loading_leaves_other_organisations_alone() -> None:
    Organisation.objects.create(code="alder-lane", name="Alder Lane Academy", kind=OrganisationKind.SCHOOL)
    load()
    assert not Organisation.objects.get(code="alder-lane").official


def test_progress_ends_at_the_whole() -> None:
    seen: list[tuple[int, int]] = []
    load_reference(by=System("reference"), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 200
