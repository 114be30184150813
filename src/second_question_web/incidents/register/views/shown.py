"""A notification as a row of the list, and the filters in force as tags."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from second_question.exchange.notification_rows import UNKNOWN_AGE
from second_question.rules.access import Permission
from second_question.rules.notification_codes import CAUSES, NATURES
from second_question_web import pathway
from second_question_web.incidents.models import Child, Notification
from second_question_web.incidents.register.asked import Asked
from second_question_web.incidents.register.forms import age_group_label
from second_question_web.ui.components import Chosen, Column, Link, Status
from second_question_web.ui.filters import age, full_date, lower_first, plural, short_date
from second_question_web.ui.lists import query_with

COLUMNS = (
    Column(label="Reference", key="reference"),
    Column(label="Sent", key="sent"),
    Column(label="Incident", key="incident"),
    Column(label="Local authority", key="authority"),
    Column(label="Nature", key="nature"),
    Column(label="Likely cause", key="cause"),
    Column(label="Children", key="children"),
    Column(label="State", key="state"),
    Column(label="Rapid review"),
)
MATCH = Column(label="Name")
TONES = {"draft": "waiting", "sent": "open", "withdrawn": "neutral", "discarded": "neutral"}
_NATURE = {"death": "Death", "serious_harm": "Serious harm", "other": "Other"}
_CAUSE = {option.code: option.label for option in CAUSES}
_NATURES = {option.code: option.label for option in NATURES}


def rows(notifications: Sequence[Notification], asked: Asked, today: date) -> list[list[object]]:
    """The rows of one page; after a search by name the kind of match comes second."""
    may_open = asked.person.may(Permission.NOTIFICATION_READ)
    made = [_row(notification, may_open=may_open, today=today) for notification in notifications]
    if asked.found:
        for row, notification in zip(made, notifications, strict=True):
            row.insert(1, asked.found.matches[notification.pk].capitalize())
    return made


def columns(asked: Asked) -> tuple[Column, ...]:
    """The headings of `rows`."""
    return (COLUMNS[0], MATCH, *COLUMNS[1:]) if asked.found else COLUMNS


def chosen(asked: Asked) -> list[Chosen]:
    """Each filter in force with the address of the list without it."""
    tags = [
        Chosen(label=str(asked.form.fields[name].label), text=_words(asked, name, value), remove=_without(asked, name))
        for name, value in asked.wanted.items()
    ]
    if asked.search.text:
        label = "Name" if asked.search.name else "Number"
        tags.append(Chosen(label=label, text=asked.search.text, remove=_without(asked, "name", "number")))
    return tags


def _row(notification: Notification, *, may_open: bool, today: date) -> list[object]:
    reference = notification.reference
    return [
        Link(text=reference, href=reverse("notification", args=[reference])) if may_open else reference,
        short_date(notification.sent_on) or "Not sent",
        short_date(notification.incident_on) or "Not known",
        str(notification.local_authority or notification.partnership or "Not known"),
        _NATURE.get(notification.nature, ""),
        _CAUSE.get(notification.likely_cause, "Not known" if notification.state != "draft" else ""),
        _children(list(notification.children.all())),
        Status(text=notification.get_state_display(), tone=TONES[notification.state]),
        _review(notification, today),
    ]


def _children(children: Sequence[Child]) -> str:
    """2 children: under 1 year, 4 years."""
    if not children:
        return "None yet"
    if len(children) == 1:
        return f"1 child: {_age(children[0])}"
    return f"{plural(len(children), 'child', 'children')}: {', '.join(map(_age, children))}"


def _age(child: Child) -> str:
    if child.age_years is not None:
        return age(child.age_years)
    if child.age_group in ("", UNKNOWN_AGE):
        return "age not known"
    return lower_first(age_group_label(child.age_group)) + " years"


def _review(notification: Notification, today: date) -> object:
    """The review's due date and where it stands; nothing where none follows, as for what was imported."""
    try:
        review = notification.rapid_review
    except ObjectDoesNotExist:
        return "None"
    clock = pathway.shown("rapid review clock", review, today)
    if review.state == "closed":
        return Status(text="Closed", tone="neutral")
    if clock.is_overdue:
        return Status(text=f"{clock.standing.words}, was due {short_date(clock.due)}", tone="late")
    if review.submitted_on:
        in_time = review.submitted_on <= clock.due
        return Status(text=f"{'In time' if in_time else 'Late'}, {short_date(review.submitted_on)}", tone="done")
    return f"Due {short_date(clock.due)}: {lower_first(clock.standing.words)}"


def _words(asked: Asked, name: str, value: object) -> str:
    if isinstance(value, date):
        return full_date(value)
    choices = dict(getattr(asked.form.fields[name], "choices", ()))
    return str(choices.get(str(value), value))


def _without(asked: Asked, *names: str) -> str:
    return query_with(asked.query, page=None, **dict.fromkeys(names))
