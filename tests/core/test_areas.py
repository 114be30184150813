"""Regions, authorities, forces and care boards: complete, without duplicates, with dates that fit together."""

import csv
from collections import Counter
from datetime import date, timedelta

import pytest

from second_question.reference import areas
from tests.shared_data import shared

TODAY = date(2026, 11, 22)


def test_nine_regions_have_the_authorities_that_the_department_counts() -> None:
    counts = Counter(authority.region.name for authority in areas.local_authorities(TODAY))
    assert counts == {
        "North East": 12,
        "North West": 24,
        "Yorkshire and The Humber": 15,
        "East Midlands": 10,
        "West Midlands": 14,
        "East of England": 11,
        "London": 33,
        "South East": 19,
        "South West": 15,
    }


@pytest.mark.parametrize(
    ("on", "number"),
    [
        (date(2018, 6, 29), 152),  # Bournemouth, Poole and the old Dorset; one Northamptonshire, one Cumbria
        (date(2019, 4, 1), 151),  # three authorities of Dorset became two
        (date(2021, 4, 1), 152),  # Northamptonshire became two
        (date(2023, 3, 31), 152),
        (date(2023, 4, 1), 153),  # Cumbria became two
        (TODAY, 153),
    ],
)
def test_number_of_authorities_by_date(on: date, number: int) -> None:
    assert len(areas.local_authorities(on)) == number


@pytest.mark.parametrize(
    "codes",
    [
        [region.code for region in areas.regions()],
        [authority.code for authority in areas.all_local_authorities()],
        [force.code for force in areas.police_forces()],
        [board.code for board in areas.all_care_boards()],
    ],
    ids=["regions", "authorities", "forces", "boards"],
)
def test_no_code_comes_twice(codes: list[str]) -> None:
    assert len(codes) == len(set(codes))


def test_no_name_and_no_department_code_comes_twice_on_one_day() -> None:
    current = areas.local_authorities(TODAY)
    assert len({authority.name for authority in current}) == len({authority.dfe_code for authority in current}) == 153


def test_a_former_authority_ends_the_day_before_each_successor_begins() -> None:
    former = [authority for authority in areas.all_local_authorities() if authority.terminated]
    assert len(former) == 19
    for authority in former:
        assert authority.terminated is not None
        assert authority.successors
        for code in authority.successors:
            assert areas.local_authority(code).operative_from == authority.terminated + timedelta(days=1)


def test_current_authorities_have_no_successor() -> None:
    assert not any(authority.successors for authority in areas.local_authorities(TODAY))


@pytest.mark.parametrize(
    ("code", "on", "names"),
    [
        ("E10000006", date(2020, 1, 1), ["Cumbria"]),
        ("E10000006", TODAY, ["Cumberland", "Westmorland and Furness"]),
        ("E10000022", TODAY, ["Northumberland"]),  # two changes of code one after the other
        ("E08000016", date(2025, 4, 30), ["Barnsley"]),
        ("E09000007", TODAY, ["Camden"]),
    ],
)
def test_who_is_responsible_for_an_area_on_a_day(code: str, on: date, names: list[str]) -> None:
    assert [authority.name for authority in areas.successors(code, on)] == names


def test_an_unknown_code_is_named() -> None:
    with pytest.raises(LookupError, match="S12000033"):
        areas.local_authority("S12000033")
    with pytest.raises(LookupError, match="W92000004"):
        areas.region("W92000004")


def test_thirty_nine_police_forces() -> None:
    assert [force.code for force in areas.police_forces()] == [f"E230000{n:02}" for n in range(1, 40)]


@pytest.mark.parametrize(
    ("on", "number"),
    [(date(2022, 6, 30), 0), (date(2022, 7, 1), 42), (date(2026, 3, 31), 42), (date(2026, 4, 1), 36)],
)
def test_care_boards_by_date(on: date, number: int) -> None:
    assert len({board.name for board in areas.care_boards(on)}) == number


def test_the_file_of_current_authorities_agrees_with_the_one_that_it_came_from() -> None:
    with shared("data/reference/local_authorities_england_153.csv").open(encoding="utf-8-sig") as file:
        theirs = {(row["ons_code"], row["dfe_la_code"], row["la_name"]) for row in csv.DictReader(file)}
    assert theirs == {(ours.code, ours.dfe_code, ours.name) for ours in areas.local_authorities(TODAY)}
