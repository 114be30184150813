"""`second-question deadlines`: every clock of a case, with the rules in force when it was notified."""

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date

from second_question.commands.registry import DONE, Command, InputProblems
from second_question.reference.holidays import BankHoliday
from second_question.rules.calendar import DAY_ONE_MEANING, DayOne, in_words
from second_question.rules.clocks import Direction, clock
from second_question.rules.deadlines import Deadline, deadline
from second_question.rules.rulesets import DUTY_BEGAN, NoRulesetError, Ruleset, ruleset_on

STARTS = {
    "notification": "aware",
    "rapid_review": "notified",
    "local_review": "local_review_decided",
    "pre_publication_copies": "published_on",
    "online_until": "published_on",
}
"""Which date each clock starts from, in the order in which a case meets them."""

LAST_YEAR = 2100


def add_arguments(parser: ArgumentParser) -> None:
    """The dates and the two ways of showing the answer."""
    parser.add_argument(
        "--notified", required=True, type=_day, metavar="DATE", help="when the notification was sent to the Panel"
    )
    parser.add_argument("--aware", type=_day, metavar="DATE", help="when the local authority became aware")
    parser.add_argument("--local-review-decided", type=_day, metavar="DATE", help="when a local review was decided on")
    parser.add_argument("--published-on", type=_day, metavar="DATE", help="when the local review is published")
    parser.add_argument(
        "--day-one",
        choices=[convention.value for convention in DayOne],
        default=DayOne.DAY_AFTER.value,
        help="; ".join(f"{convention}: {meaning}" for convention, meaning in DAY_ONE_MEANING.items())
        + f" (default: {DayOne.DAY_AFTER})",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: Namespace) -> int:
    """Print the clocks that the given dates allow.

    Raises:
        InputProblems: the dates cannot be right together, or no rules were in force.
    """
    dates: dict[str, date | None] = {name: getattr(arguments, name) for name in STARTS.values()}
    _check(dates)
    try:
        rules = ruleset_on(arguments.notified)
    except NoRulesetError as error:
        raise InputProblems(f"--notified {arguments.notified}: {error}") from None
    convention = DayOne(arguments.day_one)
    found = [
        deadline(clock(clock_id), starts, ruleset=rules.id, convention=convention)
        for clock_id, name in STARTS.items()
        if (starts := dates[name]) is not None
    ]
    warnings = _warnings(rules, dates)
    print(_as_json(rules, found, warnings) if arguments.json else _as_text(rules, found, warnings, arguments.notified))
    return DONE


def _day(text: str) -> date:
    problem = f"{text!r} is not a date. Write year-month-day, for example 2020-12-18."
    if len(text) != len("2020-12-18") or text[4::3] != "--":
        raise ArgumentTypeError(problem)
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{problem} ({error})") from None
    if day.year > LAST_YEAR:
        raise ArgumentTypeError(f"{text!r} is too far in the future. Dates are taken up to the year {LAST_YEAR}.")
    return day


def _check(dates: dict[str, date | None]) -> None:
    in_order = (
        ("aware", "notified", "An incident is notified after somebody became aware of it"),
        ("local_review_decided", "published_on", "A review is published after it was decided on"),
    )
    problems = []
    for earlier, later, why in in_order:
        first, second = dates[earlier], dates[later]
        if first is not None and second is not None and first > second:
            problems.append(
                f"{_option(earlier)} {first} is after {_option(later)} {second}. {why}: correct one of them."
            )
    if problems:
        raise InputProblems(*problems)


def _warnings(rules: Ruleset, dates: dict[str, date | None]) -> list[str]:
    aware, notified, decided = dates["aware"], dates["notified"], dates["local_review_decided"]
    warnings = []
    if not rules.verified:
        warnings.append(f"{rules.title}: not verified. {rules.note}")
    if aware is not None and aware < DUTY_BEGAN:
        warnings.append(f"The duty to notify the Panel began on {in_words(DUTY_BEGAN)}, after the date of awareness.")
    if decided is not None and notified is not None and decided < notified:
        warnings.append("The local review was decided on before the incident was notified.")
    return warnings


def _as_json(rules: Ruleset, found: list[Deadline], warnings: list[str]) -> str:
    document = {"rules": rules.id, "clocks": [_clock(item) for item in found], "warnings": warnings}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _clock(item: Deadline) -> dict[str, object]:
    return {
        "id": item.clock.id,
        "starts": item.starts.isoformat(),
        "due": item.due.isoformat(),
        "rule": item.rule,
        "source": item.source,
        "skipped": [_holiday(holiday) for holiday in item.skipped],
        "verified": item.verified,
        "day_one": item.convention.value,
        "explanation": item.explanation,
        "warnings": list(item.warnings),
    }


def _holiday(holiday: BankHoliday) -> dict[str, str]:
    return {"date": holiday.day.isoformat(), "why": holiday.name}


def _as_text(rules: Ruleset, found: list[Deadline], warnings: list[str], notified: date) -> str:
    parts = [f"Rules in force on {in_words(notified)}: {rules.title}"]
    parts += [f"Note: {warning}" for warning in warnings]
    parts += [_paragraph(item) for item in found]
    return "\n\n".join(parts)


def _paragraph(item: Deadline) -> str:
    keep = item.clock.direction is Direction.KEEP_UNTIL
    verified = "" if item.verified else " (not verified)"
    lines = [
        f"{item.clock.title}: {'at least until' if keep else 'by'} {in_words(item.due)}",
        f"  Rule: {item.rule}{verified}",
        f"  {item.explanation}",
        f"  Source: {item.source}",
        *(f"  Note: {warning}" for warning in item.warnings),
    ]
    return "\n".join(lines)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


COMMAND = Command(
    name="deadlines",
    summary="every clock of a case, with the rules in force when it was notified",
    example="second-question deadlines --notified 2020-12-18 --aware 2020-12-14",
    add_arguments=add_arguments,
    run=run,
)
