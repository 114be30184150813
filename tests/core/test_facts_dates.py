"""Dates as they are written, kept as exact as they are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.reading.facts.dates import dates_in

WRITTEN = [
    ("14 june 2021", ["2021-06-14"]),
    ("14th of june, 2021", ["2021-06-14"]),
    ("june 14, 2021", ["2021-06-14"]),
    ("june 2021", ["2021-06"]),
    ("sept 2017", ["2017-09"]),
    ("may '19", ["2019-05"]),
    ("2021-06-14", ["2021-06-14"]),
    ("14/6/21", ["2021-06-14"]),
    ("12.05.2019", ["2019-05-12"]),
    ("06/2021", ["2021-06"]),
    ("12 mehefin 2020", ["2020-06-12"]),
    ("in 2019", ["2019"]),
    ("the year 2018/19", []),
    ("31 february 2020", []),
    ("£2019 and 2,019", []),
    ("you may 12 times", []),
    ("1 april 2023 and 31 march 2024", ["2023-04-01", "2024-03-31"]),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_a_date_is_as_exact_as_it_is_written(text: str, expected: list[str]) -> None:
    assert [dated.iso for dated in dates_in(text)] == expected


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31)),
    st.sampled_from(["%d %B %Y", "%d.%m.%y", "%d/%m/%Y", "%B %d, %Y"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    (found,) = dates_in(f"x {day.strftime(form)} y".lower())
    assert found.iso == day.isoformat()
