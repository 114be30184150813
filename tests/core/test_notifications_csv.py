"""The Notifications CSV: sample files good and awkward, the published figures, and any bytes at all."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.exchange.notification_rows import (
    AGE_GROUPS,
    CAUSE_CODES,
    ETHNICITY_CODES,
    FEATURE_CODES,
    NATURE_CODES,
    SEX_CODES,
    UNKNOWN_AGE,
    ChildRow,
    NotificationRow,
    age_group_of,
)
from second_question.exchange.notifications_csv import (
    NotificationsFile,
    ReadResult,
    notification_lines,
    read_notifications,
)
from second_question.rules.answers import Level
from tests.shared_data import shared

TODAY = date(2026, 11, 22)
HEADINGS = b"notification_id,notified_on,local_authority,nature,age_years,sex,ethnicity\n"


def read(data: bytes | Path, known: set[str] | None = None) -> ReadResult:
    content = data.read_bytes() if isinstance(data, Path) else data
    return read_notifications(io.BytesIO(content), today=TODAY, local_authorities=known)


def sample(samples: Path, name: str) -> ReadResult:
    return read(samples / "notifications" / name)


def places(result: ReadResult) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.column) for problem in result.problems]


def test_a_good_file_comes_in_whole(samples: Path) -> None:
    result = sample(samples, "good.csv")
    first, second, third = result.notifications
    assert result.problems == ()
    assert [child.child_id for child in first.children] == ["S001-1", "S001-2"]
    assert first.features == ("domestic_abuse", "known_as_vulnerable")
    assert (second.focus_child.sex, second.focus_child.age_group) == ("transgender", "16-17")
    assert (third.incident_on, third.focus_child.age_years, third.focus_child.age_group) == (None, None, "unknown")


def test_byte_order_mark_and_windows_line_ends_change_nothing(samples: Path) -> None:
    assert sample(samples, "good-with-byte-order-mark.csv") == sample(samples, "good.csv")


def test_columns_come_in_any_order_and_spelling_and_others_are_kept(samples: Path) -> None:
    result = sample(samples, "columns-in-another-order.csv")
    [notification] = result.notifications
    [child] = notification.children
    assert result.problems == ()
    assert (child.child_id, child.focus_child, child.sex, child.ethnicity) == ("S010-1", True, "female", "WBRI")
    assert (result.extra_columns, child.extra) == (("note",), (("note", "seen on Friday, kept"),))


def test_rows_of_one_notification_need_not_stand_together(samples: Path) -> None:
    result = sample(samples, "rows-apart.csv")
    assert [(n.notification_id, len(n.children)) for n in result.notifications] == [("S001", 2), ("S002", 1)]
    assert result.problems == ()


@pytest.mark.parametrize(
    ("name", "row", "says"),
    [
        ("empty.csv", None, "empty"),
        ("headings-only.csv", None, "no rows"),
        ("latin-1.csv", 2, "UTF-8"),
        ("utf-16.csv", None, "UTF-16"),
        ("semicolons.csv", 1, "not separated by commas"),
        ("tabs.csv", 1, "not separated by commas"),
        ("missing-column.csv", 1, "missing"),
        ("two-columns-alike.csv", 1, "Two columns"),
        ("nul-byte.csv", 4, "NUL"),
        ("open-quotation-mark.csv", 4, "quotation mark"),
        ("really-a-spreadsheet.csv", None, "CSV UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(samples: Path, name: str, row: int | None, says: str) -> None:
    result = sample(samples, name)
    [problem] = result.problems
    assert (result.notifications, problem.row, problem.level) == ((), row, Level.ERROR)
    assert says in problem.message


def test_a_file_without_characteristics_comes_in_with_warnings(samples: Path) -> None:
    result = sample(samples, "missing-characteristics.csv")
    [child] = result.notifications[0].children
    assert (child.age_group, child.sex, child.ethnicity) == ("unknown", "not_known", "NOBT")
    assert {problem.level for problem in result.problems} == {Level.WARNING}


def test_a_formula_is_text_where_text_belongs_and_refused_where_a_code_does(samples: Path) -> None:
    result = sample(samples, "formulas.csv")
    [kept] = result.notifications
    assert kept.notification_id == "=1+1"
    assert kept.children[0].extra == (("note", '=HYPERLINK("https://example.org")'),)
    assert {column for row, column in places(result) if row == 3} >= {"local_authority", "nature", "age_years", "sex"}
    assert all("formula" in problem.message for problem in result.problems)


def test_everything_that_is_wrong_is_named_by_row_and_column(samples: Path) -> None:
    result = sample(samples, "wrong-in-every-way.csv")
    third = "notified_on local_authority nature likely_cause features age_years age_group focus_child sex ethnicity"
    assert result.notifications == ()
    assert places(result) == [
        (2, "incident_on"),
        *((3, column) for column in third.split()),
        (4, "notified_on"),
        (4, "aware_on"),
        (5, "notification_id"),
        (7, "nature"),
        (7, "child_id"),
        (8, ""),
        (9, ""),
    ]


def test_a_british_date_is_turned_round_for_copying(samples: Path) -> None:
    messages = [problem.message for problem in sample(samples, "wrong-in-every-way.csv").problems]
    assert "Write 05/03/2026 as 2026-03-05 (year-month-day)" in messages


def test_one_child_is_the_focus_whatever_the_file_says(samples: Path) -> None:
    result = sample(samples, "focus-children.csv")
    assert [n.focus_child.child_id for n in result.notifications] == ["S001-1", "S002-2", "S002-1"]
    assert [sum(c.focus_child for c in n.children) for n in result.notifications] == [1, 1, 1]
    assert places(result)[:2] == [(2, "focus_child"), (6, "focus_child")]


def test_what_is_odd_but_possible_comes_in_with_a_warning(samples: Path) -> None:
    result = sample(samples, "focus-children.csv")
    assert places(result)[2:] == [(7, "likely_cause"), (7, "child_id"), (8, "age_group")]
    assert {problem.level for problem in result.problems} == {Level.WARNING}
    assert result.notifications[2].children[1].child_id == "S003-2"


def test_an_authority_that_does_not_exist_is_named() -> None:
    row = b"S1,2026-01-02,E08000099,death,3,male,WBRI\n"
    assert places(read(HEADINGS + row, known={"E08000036"})) == [(2, "local_authority")]
    assert read(HEADINGS + row).problems == ()


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    """A cell of two lines is one row; an empty row counts."""
    data = HEADINGS + b'"S\n1",2026-01-02,E08000036,death,3,male,WBRI\n\nS2,2026-01-02,E08000036,fatal,3,male,WBRI\n'
    assert places(read(data)) == [(4, "nature")]


def test_a_file_says_how_long_it_is_and_hands_over_one_notification_at_a_time() -> None:
    rows = b"".join(b"S%d,2026-01-02,E08000036,death,3,male,WBRI\n" % number for number in range(50))
    file = NotificationsFile(io.BytesIO(HEADINGS + rows), today=TODAY)
    first = next(file.entries())
    assert (file.row_count, first.notification_id, first.rows) == (50, "S0", (2,))


def test_a_line_without_end_is_refused_before_it_fills_the_memory() -> None:
    [problem] = read(HEADINGS + b"x" * 1_000_001).problems
    assert (problem.row, "longer than" in problem.message) == (2, True)


def test_the_register_of_2020_comes_in_whole() -> None:
    result = read(shared("data/panel-2020-notifications.csv"))
    assert (len(result.notifications), sum(len(n.children) for n in result.notifications)) == (482, 514)
    assert result.problems == ()


def test_the_population_of_appendix_1_comes_in_with_its_own_columns() -> None:
    result = read(shared("data/appendix-1-population.csv"))
    assert (len(result.notifications), result.problems) == (435, ())
    assert result.extra_columns == ("block_order", "published_start", "in_published_sample")


IDENTIFIERS = st.text(min_size=1, max_size=20).map(str.strip).filter(lambda text: text and "\0" not in text)
CHILDREN = st.builds(
    lambda age, band, sex, ethnicity, note: ChildRow(
        "", False, age, band if age is None else age_group_of(age), sex, ethnicity, (("note", note),)
    ),
    st.none() | st.integers(0, 25),
    st.sampled_from([*AGE_GROUPS, UNKNOWN_AGE]),
    st.sampled_from(SEX_CODES),
    st.sampled_from(ETHNICITY_CODES),
    IDENTIFIERS,
)


@st.composite
def notification_rows(draw: st.DrawFn) -> NotificationRow:
    """Any notification that a file can hold, with its children numbered and the first of them in focus."""
    identifier = draw(IDENTIFIERS)
    incident_on, aware_on, notified_on = sorted(draw(st.tuples(*[st.dates(date(1950, 1, 1), TODAY)] * 3)))
    nature, cause = draw(st.sampled_from(NATURE_CODES)), draw(st.sampled_from(["", *CAUSE_CODES]))
    present = draw(st.sets(st.sampled_from(FEATURE_CODES)))
    drawn = draw(st.lists(CHILDREN, min_size=1, max_size=3))
    children = tuple(
        ChildRow(f"{identifier}/{n}", n == 0, c.age_years, c.age_group, c.sex, c.ethnicity, c.extra)
        for n, c in enumerate(drawn)
    )
    features = tuple(code for code in FEATURE_CODES if code in present)
    return NotificationRow(
        identifier, incident_on, aware_on, notified_on, "E08000036", nature, cause, features, children
    )


@given(st.lists(notification_rows(), min_size=1, max_size=4, unique_by=lambda n: n.notification_id), st.booleans())
def test_what_is_written_reads_back_the_same(notifications: list[NotificationRow], mark: bool) -> None:
    written = "".join(notification_lines(notifications, extra_columns=("note",), byte_order_mark=mark))
    result = read(written.encode())
    assert list(result.notifications) == notifications
    assert all(problem.level is Level.WARNING for problem in result.problems)


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_make_the_reader_fail(data: bytes, with_headings: bool) -> None:
    result = read(HEADINGS + data if with_headings else data)
    assert result.notifications or result.problems


@given(st.lists(st.lists(st.sampled_from(["", "S1", "2026-01-01", "=1", '"', "death", "E08000036", "é"]), max_size=9)))
def test_any_row_comes_in_or_is_named(rows: list[list[str]]) -> None:
    data = HEADINGS + "\n".join(",".join(row) for row in rows).encode()
    result = read(data)
    assert all(str(problem) for problem in result.problems)
    assert result.notifications or result.problems
