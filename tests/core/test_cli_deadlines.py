"""`second-question deadlines`: the JSON, the text, and what it says to dates that are wrong."""

import json
import subprocess
import sys
from typing import Any

import pytest

from second_question.cli import main


def deadlines(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["deadlines", "--json", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    document: dict[str, Any] = json.loads(captured.out)
    return document


def test_the_published_example(capsys: pytest.CaptureFixture[str]) -> None:
    document = deadlines(capsys, "--notified", "2020-12-18")
    (clock,) = document["clocks"]
    assert document["rules"] == "working-together-2018"
    assert (clock["id"], clock["starts"], clock["due"]) == ("rapid_review", "2020-12-18", "2021-01-13")
    assert clock["rule"] == "15 working days"
    assert clock["skipped"] == [
        {"date": "2020-12-25", "why": "Christmas Day"},
        {"date": "2020-12-28", "why": "Boxing Day"},
        {"date": "2021-01-01", "why": "New Year’s Day"},
    ]


def test_every_date_gives_its_clocks(capsys: pytest.CaptureFixture[str]) -> None:
    dates = "--notified 2020-12-18 --aware 2020-12-14 --local-review-decided 2021-01-15 --published-on 2021-08-31"
    document = deadlines(capsys, *dates.split())
    assert {clock["id"]: clock["due"] for clock in document["clocks"]} == {
        "notification": "2020-12-21",
        "rapid_review": "2021-01-13",
        "local_review": "2021-07-15",
        "pre_publication_copies": "2021-08-19",
        "online_until": "2022-08-31",
    }
    assert [clock["id"] for clock in document["clocks"] if not clock["verified"]] == ["pre_publication_copies"]


def test_the_count_convention_is_a_choice(capsys: pytest.CaptureFixture[str]) -> None:
    document = deadlines(capsys, "--notified", "2020-12-18", "--day-one", "same-day")
    assert document["clocks"][0]["due"] == "2021-01-12"
    assert document["clocks"][0]["day_one"] == "same-day"


@pytest.mark.parametrize(
    ("dates", "warning"),
    [
        ("--notified 2026-04-01", "not verified"),
        ("--notified 2018-07-02 --aware 2018-06-01", "duty to notify the Panel began on Fri 29 June 2018"),
        ("--notified 2021-03-01 --local-review-decided 2021-02-01", "decided on before the incident was notified"),
    ],
)
def test_what_is_odd_but_possible_is_a_warning(capsys: pytest.CaptureFixture[str], dates: str, warning: str) -> None:
    assert warning in " ".join(deadlines(capsys, *dates.split())["warnings"])


def test_a_count_past_the_last_known_year_warns_at_the_clock(capsys: pytest.CaptureFixture[str]) -> None:
    (clock,) = deadlines(capsys, "--notified", "2028-12-20")["clocks"]
    assert "2028 only" in clock["warnings"][0]


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ("--notified 2020-12-18 --aware 2020-12-19", "--aware 2020-12-19 is after --notified 2020-12-18"),
        ("--notified 2018-06-28", "No ruleset was in force before 29 June 2018"),
        (
            "--notified 2020-12-18 --local-review-decided 2021-05-01 --published-on 2021-04-01",
            "--local-review-decided 2021-05-01 is after --published-on 2021-04-01",
        ),
    ],
)
def test_dates_that_cannot_be_right_together(capsys: pytest.CaptureFixture[str], dates: str, message: str) -> None:
    assert main(["deadlines", "--json", *dates.split()]) == 1
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("deadlines --notified 18/12/2020", "Write year-month-day, for example 2020-12-18"),
        ("deadlines --notified 2020-02-30", "'2020-02-30' is not a date"),
        ("deadlines --notified 2020-W51-5", "is not a date"),
        ("deadlines --notified 9999-12-31", "too far in the future"),
        ("deadlines", "--notified"),
        ("deadlines --notified 2020-12-18 --tea", "--tea"),
        ("", "COMMAND"),
        ("dead", "invalid choice"),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: str, message: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments.split())
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["deadlines", "--help"])
    assert stopped.value.code == 0
    assert "second-question deadlines --notified 2020-12-18" in capsys.readouterr().out


def test_the_text_names_rule_source_and_what_is_not_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadlines", "--notified", "2020-12-18", "--published-on", "2021-08-31"]) == 0
    text = capsys.readouterr().out
    assert "Working Together to Safeguard Children 2018" in text
    assert "Rapid review to the Panel: by Wed 13 January 2021" in text
    assert "7 working days before publication (not verified)" in text
    assert "at least until Wed 31 August 2022" in text


def test_the_module_can_be_run() -> None:
    command = [sys.executable, "-m", "second_question", "deadlines", "--notified", "2018-01-05"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "Ofsted" in ran.stderr
    assert "Traceback" not in ran.stderr
