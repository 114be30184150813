"""The printed copy of a notification: a tagged PDF document (PDF/UA-1), made by Typst from data alone.

What people typed reaches the template as JSON and is set as plain text, so that nothing in it can act as markup.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import typst
from django.conf import settings

from second_question_web.incidents import clocks, queries
from second_question_web.incidents.as_sent import as_sent
from second_question_web.incidents.models import Informed, Notification
from second_question_web.incidents.overview import changes_of
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.showing import Card, Words, cards
from second_question_web.incidents.snapshot import checksum
from second_question_web.people.models import Person
from second_question_web.ui.components import Answer, Event
from second_question_web.ui.filters import date_and_time, full_date, local, weekday_date

TEMPLATE = Path(__file__).parent / "typst" / "notification.typ"
MARKING = "OFFICIAL-SENSITIVE"
FICTIONAL = "Demonstration. Everything in this document is fictional: the people, the places and what happened."
GROUPS = {"incident": "The incident", "notifier": "The person who notified"}
AROUND = "Around the incident"
Standard = Literal["ua-1", "1.7"]


def printed(found: CaseFile, by: Person, now: datetime) -> bytes:
    """The copy for one reader, as PDF bytes: as sent, then who was told, then what changed since."""
    lines = queries.amendment_lines_of(found.notification)
    names = queries.organisation_names(found.notification, found.children, lines)
    sent = as_sent(found, lines)
    words = Words(names, found.identity, {})
    notification = found.notification
    return compiled(
        {
            "title": f"Notification {notification.reference}",
            "reference": notification.reference,
            "receipt": notification.receipt_number or "",
            "marking": MARKING,
            "fictional": FICTIONAL if settings.DEMO else "",
            "facts": [_row(answer) for answer in _facts(notification)],
            "parts": _parts(cards(sent.notification, sent.children, sent.adults, words)),
            "told": [_told(one, found.identity) for one in queries.informed_of(notification)],
            "changes": [_change(event) for event in changes_of(found, lines, names)],
            "about": _about(notification, by, now),
        }
    )


def compiled(data: dict[str, Any]) -> bytes:
    """The document that the template makes of the data; without the accessibility standard where a text cannot meet it.

    Characters that no font of ours has are the one known reason; a copy with boxes in it is better than none.
    """
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        return _compile(inputs, "ua-1")
    except typst.TypstError:
        return _compile(inputs, "1.7")


def _compile(inputs: dict[str, str], standard: Standard) -> bytes:
    return typst.compile(str(TEMPLATE), format="pdf", sys_inputs=inputs, pdf_standards=standard)


def _facts(notification: Notification) -> list[Answer]:
    review = clocks.first_rapid_review_due(notification)
    return [
        Answer(question="State", text=notification.get_state_display()),
        Answer(question="Sent", text=f"{date_and_time(notification.sent_at)} by {notification.sent_by}"),
        Answer(question="Receipt number", text=notification.receipt_number or "None: it came from a file"),
        Answer(question="Partnership", text=str(notification.partnership or "")),
        Answer(question="Local authority", text=str(notification.local_authority or "")),
        Answer(
            question="Rapid review first due", text=weekday_date(review.due) if review else "No rapid review follows"
        ),
    ]


def _parts(shown: Sequence[Card]) -> list[dict[str, object]]:
    """The cards under headings: the incident, each child and adult by name, what is around it."""
    grouped = groupby(shown, key=_heading)
    return [{"heading": heading, "cards": [_card(card) for card in group]} for heading, group in grouped]


def _heading(card: Card) -> str:
    if card.about:
        return card.about
    around = card.section.record == "incident" and card.section.id in ("context", "other_processes")
    return AROUND if around else GROUPS[card.section.record]


def _card(card: Card) -> dict[str, object]:
    return {"title": card.section.title, "answers": [_row(answer) for answer in card.answers]}


def _row(answer: Answer) -> dict[str, str]:
    return {"question": answer.question, "text": answer.text, "unanswered": answer.unanswered}


def _told(one: Informed, identity: bool) -> str:
    details = f" ({one.details})" if one.details and identity else ""
    return f"{one.get_body_display()}{details}, {date_and_time(one.at)}, {one.get_how_display().lower()}"


def _change(event: Event) -> dict[str, str]:
    return {"title": f"{event.title}, {full_date(event.at)}, {event.who}", "text": event.text}


def _about(notification: Notification, by: Person, now: datetime) -> list[str]:
    return [
        f"Made for {by.trail_name} ({by.trail_organisation}) on {date_and_time(local(now))}.",
        "The answers are those that were sent. Changes since are listed above.",
        f"Checksum (SHA-256) of the characteristics kept at sending: {checksum(notification.snapshot)}",
    ]
