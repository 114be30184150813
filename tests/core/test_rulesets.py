"""Which rules were in force when."""

from datetime import date

import pytest

from second_question.rules import rulesets


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 6, 29), "working-together-2018"),
        (date(2023, 12, 14), "working-together-2018"),
        (date(2023, 12, 15), "working-together-2023"),
        (date(2026, 3, 18), "working-together-2023"),
        (date(2026, 3, 19), "working-together-2026"),
    ],
)
def test_statutory_guidance_by_date(day: date, expected: str) -> None:
    assert rulesets.ruleset_on(day).id == expected


def test_before_the_duty_began_there_is_a_clear_answer() -> None:
    with pytest.raises(rulesets.NoRulesetError, match=r"29 June 2018.*Ofsted"):
        rulesets.ruleset_on(date(2018, 6, 28))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 3, 31), None),
        (date(2019, 4, 1), "panel-guidance-2019"),
        (date(2022, 9, 1), "panel-guidance-2022"),
        (date(2025, 5, 31), "panel-guidance-2022"),
        (date(2025, 6, 1), "panel-guidance-2025"),
    ],
)
def test_panel_guidance_by_date(day: date, expected: str | None) -> None:
    found = rulesets.panel_guidance_on(day)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("ruleset_id", "last_day"),
    [
        ("working-together-2018", date(2023, 12, 14)),
        ("working-together-2026", None),
        ("panel-guidance-2019", date(2022, 8, 31)),
    ],
)
def test_a_ruleset_ends_the_day_before_the_next_of_its_kind(ruleset_id: str, last_day: date | None) -> None:
    assert rulesets.effective_to(rulesets.ruleset(ruleset_id)) == last_day


def test_what_is_not_verified_says_why() -> None:
    unverified = [found for found in rulesets.RULESETS if not found.verified]
    assert "working-together-2026" in {found.id for found in unverified}
    assert all(found.note for found in unverified)
    assert all(found.source for found in rulesets.RULESETS)


def test_an_unknown_ruleset_is_named() -> None:
    with pytest.raises(LookupError, match="working-together-1999"):
        rulesets.ruleset("working-together-1999")
