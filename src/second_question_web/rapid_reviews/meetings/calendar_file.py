"""A meeting as a calendar file (RFC 5545): when and where, the number of the case, and nothing else of it."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from second_question_web.rapid_reviews.models import Meeting

USUAL_LENGTH = timedelta(hours=2)


def calendar_of(meeting: Meeting, now: datetime) -> bytes:
    """A calendar with the meeting alone. The same meeting always has the same UID, so that a move moves the entry."""
    made = Calendar()
    made.add("prodid", "-//Second Question//Meetings//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add_component(_event(meeting, now))
    return bytes(made.to_ical())


def _event(meeting: Meeting, now: datetime) -> Event:
    reference = meeting.review.notification.reference
    event = Event()
    event.add("uid", f"{reference}-meeting-{meeting.number}@{_host()}".lower())
    event.add("summary", f"{reference}: meeting {meeting.number}")
    event.add("dtstart", meeting.at.astimezone(UTC))
    event.add("dtend", (meeting.at + USUAL_LENGTH).astimezone(UTC))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", meeting.version)
    event.add("url", f"{settings.ADDRESS}{reverse('review_meeting', args=[reference, meeting.number])}")
    event.add("class", "CONFIDENTIAL")
    event.add("status", "CANCELLED" if meeting.state == Meeting.State.CANCELLED else "CONFIRMED")
    if meeting.where:
        event.add("location", meeting.where)
    return event


def _host() -> str:
    return urlsplit(settings.ADDRESS).hostname or "localhost"
