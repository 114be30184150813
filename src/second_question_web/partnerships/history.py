"""What was changed of a partnership, in words, from the trail."""

from collections.abc import Mapping

from django.utils.dateparse import parse_date

from second_question_web.partnerships.models import LocalClock, Partnership
from second_question_web.trail import queries as trail
from second_question_web.trail.models import Entry
from second_question_web.ui.components import Event
from second_question_web.ui.filters import full_date, plural

TITLES = {
    "partnership.create": "Partnership created",
    "partnership.add_agency": "Agency added",
    "partnership.add_safeguarding_partner": "Safeguarding partner added",
    "partnership.end_membership": "Membership ended",
    "partnership.add_clock": "Local clock set",
    "partnership.end_clock": "Local clock ended",
    "partnership.change_counting": "Counting changed",
    "partnership.change_email": "Email address changed",
}


def events(partnership: Partnership) -> list[Event]:
    """The changes, newest first, each with who made it."""
    rows = trail.changes_to(("partnership", partnership.slug), TITLES)
    return [Event(at=row.at, title=TITLES[row.action], who=row.actor_name, text=_words(row)) for row in rows]


def _words(row: Entry) -> str:
    before, after = row.before, row.after
    match row.action:
        case "partnership.add_clock" | "partnership.end_clock":
            return f"{after['name']}: {plural(int(after['working_days']), 'working day')}, {_start(after)}"
        case "partnership.change_counting":
            return _counting(after)
        case "partnership.change_email":
            return f"From {before['email'] or 'none'} to {after['email'] or 'none'}"
        case "partnership.create":
            return f"{after['name']}, with {plural(len(after['partners']), 'safeguarding partner')}{_since(after)}"
    return f"{after['organisation']}{_since(after)}{_until(after)}"


def _start(clock: Mapping[str, object]) -> str:
    return f"from “{dict(LocalClock.StartsFrom.choices)[str(clock['starts_from'])].lower()}”"


def _counting(after: Mapping[str, object]) -> str:
    if after["start_day_is_day_one"]:
        return "The start is day 1 when it is a working day"
    return "The first working day after the start is day 1"


def _since(facts: Mapping[str, object]) -> str:
    return f", from {full_date(parse_date(str(facts['starts_on'])))}" if facts.get("starts_on") else ""


def _until(facts: Mapping[str, object]) -> str:
    return f", up to {full_date(parse_date(str(facts['ends_on'])))}" if facts.get("ends_on") else ""
