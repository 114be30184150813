"""Clocks and due dates: what each clock says, pauses, extensions, local clocks and the explanation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.rules.calendar import DayOne, is_working_day
from second_question.rules.clocks import CLOCKS, SUGGESTED_LOCAL_CLOCKS, clock, clocks_of, local_clock
from second_question.rules.deadlines import Deadline, deadline
from second_question.rules.pauses import Extension, Pause
from second_question.rules.rulesets import RULESETS, GuidanceKind

NOTIFIED = date(2020, 12, 18)
FIRST_DUE = date(2021, 1, 13)


def rapid_review(*, pauses: tuple[Pause, ...] = (), extensions: tuple[Extension, ...] = ()) -> Deadline:
    return deadline(
        clock("rapid_review"), NOTIFIED, ruleset="working-together-2018", pauses=pauses, extensions=extensions
    )


@pytest.mark.parametrize(
    ("clock_id", "starts", "due", "verified"),
    [
        ("notification", date(2020, 12, 14), date(2020, 12, 21), True),
        ("rapid_review", date(2020, 12, 18), date(2021, 1, 13), True),
        ("local_review", date(2021, 1, 15), date(2021, 7, 15), True),
        ("pre_publication_copies", date(2021, 8, 31), date(2021, 8, 19), False),
        ("online_until", date(2024, 2, 29), date(2025, 2, 28), True),
    ],
)
def test_national_clocks_under_working_together_2018(clock_id: str, starts: date, due: date, verified: bool) -> None:
    found = deadline(clock(clock_id), starts, ruleset="working-together-2018")
    assert (found.due, found.first_due, found.verified) == (due, due, verified)


def test_every_clock_has_a_rule_a_source_and_known_rulesets() -> None:
    statutory = {found.id for found in RULESETS if found.kind is GuidanceKind.STATUTORY}
    for found in CLOCKS:
        assert found.rule
        assert found.source
        assert set(found.rulesets) == statutory
        assert set(found.verified_under) < statutory  # nothing of 2026 has been read


def test_the_clocks_of_a_ruleset_come_in_the_order_of_a_case() -> None:
    assert [found.id for found in clocks_of("working-together-2023")] == [
        "notification",
        "rapid_review",
        "local_review",
        "pre_publication_copies",
        "online_until",
    ]


def test_a_clock_that_the_ruleset_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="panel-guidance-2019"):
        deadline(clock("rapid_review"), NOTIFIED, ruleset="panel-guidance-2019")
    with pytest.raises(LookupError, match="tea_break"):
        clock("tea_break")


def test_the_explanation_says_how_it_was_counted() -> None:
    words = rapid_review().explanation
    assert "from Fri 18 December 2020" in words
    assert "day 1 is Mon 21 December 2020" in words
    assert "Fri 25 December 2020 (Christmas Day), Mon 28 December 2020 (Boxing Day)" in words
    assert words.endswith("It ends on Wed 13 January 2021.")


@pytest.mark.parametrize(
    ("clock_id", "starts", "words"),
    [
        ("notification", date(2026, 11, 9), "no bank holiday falls in between"),
        ("local_review", date(2026, 11, 9), "in calendar months"),
        ("pre_publication_copies", date(2026, 11, 23), "Counted back from Mon 23 November 2026"),
    ],
)
def test_the_explanation_fits_the_clock(clock_id: str, starts: date, words: str) -> None:
    assert words in deadline(clock(clock_id), starts, ruleset="working-together-2026").explanation


def test_the_other_convention_is_shown() -> None:
    found = deadline(clock("rapid_review"), NOTIFIED, ruleset="working-together-2018", convention=DayOne.SAME_DAY)
    assert found.due == date(2021, 1, 12)
    assert "day 1 is Fri 18 December 2020 (setting:" in found.explanation


@pytest.mark.parametrize(
    ("what", "pause", "due"),
    [
        ("a week of working days", Pause(date(2021, 1, 4), date(2021, 1, 8), "Flood"), date(2021, 1, 20)),
        ("a weekend costs nothing", Pause(date(2021, 1, 9), date(2021, 1, 10), "Move"), FIRST_DUE),
        ("bank holidays cost nothing", Pause(date(2020, 12, 25), date(2020, 12, 28), "Closed"), FIRST_DUE),
        ("before the start", Pause(date(2020, 12, 1), date(2020, 12, 18), "Early"), FIRST_DUE),
        ("after the due date", Pause(date(2021, 1, 14), date(2021, 2, 1), "Late"), FIRST_DUE),
        ("not ended: stands as it was", Pause(date(2021, 1, 4), None, "Inquest"), FIRST_DUE),
    ],
)
def test_working_days_in_a_pause_do_not_count(what: str, pause: Pause, due: date) -> None:
    found = rapid_review(pauses=(pause,))
    assert (found.due, found.first_due) == (due, FIRST_DUE)
    assert pause.reason in found.explanation


def test_days_paused_twice_count_once() -> None:
    week = Pause(date(2021, 1, 4), date(2021, 1, 8), "Flood")
    days = Pause(date(2021, 1, 7), date(2021, 1, 8), "Illness")
    assert rapid_review(pauses=(week, days)).due == rapid_review(pauses=(week,)).due


def test_a_pause_moves_six_months_by_its_days() -> None:
    pause = Pause(date(2021, 3, 1), date(2021, 3, 10), "Criminal proceedings")
    found = deadline(clock("local_review"), date(2021, 1, 15), ruleset="working-together-2018", pauses=[pause])
    assert (found.first_due, found.due) == (date(2021, 7, 15), date(2021, 7, 25))


@pytest.mark.parametrize(
    ("what", "extension", "due"),
    [
        ("a new date", Extension("Panel agreed", until=date(2021, 1, 29)), date(2021, 1, 29)),
        ("more working days", Extension("Panel agreed", working_days=5), date(2021, 1, 20)),
        ("an earlier date changes nothing", Extension("Mistake", until=date(2021, 1, 4)), FIRST_DUE),
    ],
)
def test_an_extension_keeps_the_first_due_date(what: str, extension: Extension, due: date) -> None:
    found = rapid_review(extensions=(extension,))
    assert (found.due, found.first_due) == (due, FIRST_DUE)
    assert extension.reason in found.explanation


def test_pause_and_extensions_together() -> None:
    found = rapid_review(
        pauses=(Pause(date(2021, 1, 11), date(2021, 1, 20), "Flood"),),
        extensions=(Extension("More to gather", working_days=2), Extension("Chair ill", working_days=1)),
    )
    assert found.due == date(2021, 1, 28)  # 13 January and the eight paused working days, then three more
    assert "First due on Wed 13 January 2021" in found.explanation


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_pause_and_an_extension_need_a_reason(reason: str) -> None:
    with pytest.raises(ValueError, match="Say why"):
        Pause(NOTIFIED, None, reason)
    with pytest.raises(ValueError, match="Say why"):
        Extension(reason, working_days=1)


def test_an_impossible_pause_or_extension_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Pause(date(2021, 1, 5), date(2021, 1, 4), "Flood")
    with pytest.raises(ValueError, match="either a new due date or a number"):
        Extension("Both", until=FIRST_DUE, working_days=1)
    with pytest.raises(ValueError, match="at least one working day"):
        Extension("None", working_days=0)


def test_a_clock_that_runs_backwards_cannot_be_paused() -> None:
    pause = Pause(NOTIFIED, None, "Flood")
    with pytest.raises(ValueError, match="Move that date"):
        deadline(clock("pre_publication_copies"), NOTIFIED, ruleset="working-together-2018", pauses=[pause])


def test_a_local_clock_needs_no_ruleset_and_is_its_partnership_s_word() -> None:
    summaries = local_clock("agency_summaries", "Agency summaries", "the day of the notification", 10)
    found = deadline(summaries, date(2026, 11, 9), ruleset="working-together-2026")
    assert (found.due, found.rule, found.source) == (date(2026, 11, 23), "10 working days", "Set by the partnership")
    assert found.verified


@pytest.mark.parametrize(
    ("clock_id", "days", "message"),
    [
        ("rapid_review", 10, "is a national clock"),
        ("Agency summaries", 10, "short name"),
        ("summaries", 0, "1 to 250"),
        ("summaries", 251, "1 to 250"),
    ],
)
def test_an_impossible_local_clock_is_refused(clock_id: str, days: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        local_clock(clock_id, "A clock", "a day", days)


def test_suggested_local_clocks_can_be_made() -> None:
    made = [local_clock(*suggested) for suggested in SUGGESTED_LOCAL_CLOCKS]
    assert [(found.id, found.length) for found in made] == [
        ("partners_meet", 1),
        ("agency_summaries", 10),
        ("executive_meeting", 14),
    ]


@given(
    starts=st.dates(date(2018, 6, 29), date(2027, 12, 31)),
    paused_after=st.integers(0, 60),
    length=st.integers(1, 60),
    more=st.integers(1, 20),
)
def test_a_pause_or_an_extension_never_makes_it_earlier(
    starts: date, paused_after: int, length: int, more: int
) -> None:
    begins = starts + timedelta(days=paused_after)
    pause = Pause(begins, begins + timedelta(days=length), "Flood")
    plain = deadline(clock("rapid_review"), starts, ruleset="working-together-2023")
    paused = deadline(clock("rapid_review"), starts, ruleset="working-together-2023", pauses=[pause])
    both = deadline(
        clock("rapid_review"),
        starts,
        ruleset="working-together-2023",
        pauses=[pause],
        extensions=[Extension("More", working_days=more)],
    )
    assert plain.due == paused.first_due == both.first_due
    assert plain.due <= paused.due < both.due
    assert is_working_day(both.due)
    assert not pause.covers(both.due)
