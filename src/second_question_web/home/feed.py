"""Deadlines as a calendar (RFC 5545): all-day events with a case number and the clock's name, and nothing else of a case."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from second_question_web.home.desk import Desk
from second_question_web.home.due import Due

LOOK_AGAIN = timedelta(hours=6)
LONG_PAST = timedelta(days=365)
MOST_EVENTS = 500


def calendar_of(desk: Desk) -> bytes:
    """The clocks that run for the person now. What is done, withdrawn or out of reach is not in it any more."""
    lines = [line for line in desk.clocks if line.on > desk.today - LONG_PAST]
    return calendar(lines[:MOST_EVENTS], desk.now)


def calendar(lines: Iterable[Due], now: datetime) -> bytes:
    """A calendar of these clocks."""
    made = Calendar()
    made.add("prodid", "-//Second Question//Deadlines//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Second Question: dates")
    made.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT6H")
    for line in lines:
        made.add_component(_event(line, now))
    return bytes(made.to_ical())


def _event(line: Due, now: datetime) -> Event:
    """The same clock of the same case always has the same UID, so that a date that moves moves in the calendar too."""
    event = Event()
    event.add("uid", f"{line.case}-{line.clock}@{urlsplit(settings.ADDRESS).hostname or 'localhost'}".lower())
    event.add("summary", f"{line.case}: {line.title}")
    event.add("dtstart", line.on)
    event.add("dtend", line.on + timedelta(days=1))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", line.changed_at.astimezone(UTC))
    event.add("sequence", line.version)
    event.add("url", f"{settings.ADDRESS}{line.address}")
    event.add("transp", "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    return event
