"""How dates, ages and numbers are written."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from second_question_web.ui import filters


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 3, 3, 14, 5, tzinfo=UTC), "3 March 2026, 2:05pm"),
        (datetime(2026, 7, 3, 14, 0, tzinfo=UTC), "3 July 2026, 3pm"),  # summer time
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026, 12:30am"),  # already the next day here
        (datetime(2026, 1, 1, 12, 0, tzinfo=UTC), "1 January 2026, midday"),
        (None, ""),
    ],
)
def test_a_moment_is_told_on_the_clocks_of_england(moment: datetime | None, expected: str) -> None:
    assert filters.date_and_time(moment) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [(time(0, 0), "midnight"), (time(0, 5), "12:05am"), (time(12, 30), "12:30pm"), (time(9, 0), "9am")],
)
def test_times(at: time, expected: str) -> None:
    assert filters.clock_time(at) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [(3, "3 working days left"), (1, "1 working day left"), (0, "Due today"), (-1, "1 working day late")],
)
def test_what_is_left_of_a_deadline(days: int, expected: str) -> None:
    assert filters.working_days_left(days) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(2026, 11, 20), "2 days"),
        (date(2026, 10, 10), "6 weeks"),
        (date(2026, 2, 23), "8 months"),
        (date(2024, 11, 22), "2 years"),
        (date(2008, 2, 29), "18 years"),
        (date(2027, 1, 5), "not yet born"),
    ],
)
def test_the_age_of_a_child(born: date, expected: str) -> None:
    assert filters.age(born, date(2026, 11, 22)) == expected


@pytest.mark.parametrize(("years", "expected"), [(0, "under 1 year"), (1, "1 year"), (17, "17 years")])
def test_an_age_in_whole_years(years: int, expected: str) -> None:
    assert filters.age(years) == expected


def test_a_number_with_its_noun() -> None:
    assert [filters.plural(n, "child", "children") for n in (0, 1, 1204)] == ["0 children", "1 child", "1,204 children"]


@given(some.text())
def test_what_a_person_typed_is_never_taken_for_html(text: str) -> None:
    shown = filters.paragraphs(text).replace('<p class="govuk-body">', "").replace("</p>", "").replace("<br>", "")
    assert "<" not in shown


def test_the_address_of_a_document_of_the_library_is_a_link() -> None:
    address = "https://reviews.example/library/0123456789ab/"
    shown = filters.paragraphs(f"<b> {address} https://reviews.example/x/", "")
    link = f'<a class="govuk-link sq-address" href="{address}">{address}</a>'
    assert shown == f"<p>&lt;b&gt; {link} https://reviews.example/x/</p>"


def test_paragraphs_and_lines_are_kept() -> None:
    assert filters.paragraphs("One\r\ntwo\n\nthree", "") == "<p>One<br>two</p><p>three</p>"
