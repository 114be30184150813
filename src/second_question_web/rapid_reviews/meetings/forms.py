"""What is typed on the pages of a meeting."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import takewhile
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django import forms

from second_question.rules.template.codes import ROLES_IN_DECISION
from second_question_web.rapid_reviews.meetings.actions.people import Invited, Mark
from second_question_web.rapid_reviews.meetings.actions.tasks import Agreed
from second_question_web.rapid_reviews.meetings.fields import TimeOfDayField, WordsField, line
from second_question_web.rapid_reviews.models import Attendance, Meeting, MeetingAction
from second_question_web.ui.day_field import DayField
from second_question_web.ui.form_fields import errors_of

LONDON = ZoneInfo("Europe/London")
ROLES = [("", "Choose a role"), *((role.code, role.label) for role in ROLES_IN_DECISION)]
ROWS = 4
MOST_ROWS = 60
CALENDAR = "It goes into calendars, so name nobody here."


class SeenForm(forms.Form):
    """`seen` is the digest of what stood on the page when it was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class PlanForm(SeenForm):
    """What a meeting is for, when and where."""

    purpose = line("What is the meeting for?", help_text="For example “The partners decide”. Name nobody here.")
    day = DayField(label="Day", error_messages={"required": "Day: enter the date"})
    hour = TimeOfDayField(
        label="Time", help_text="For example 14:30 or 2:30pm", error_messages={"required": "Time: enter the time"}
    )
    where = line("Where?", required=False, help_text=f"A room, or a link to a call. {CALENDAR}")
    field_order: tuple[str, ...] = ("purpose", "day", "hour", "where", "seen")

    def plan(self) -> dict[str, Any]:
        """What the actions want of it."""
        typed = self.cleaned_data
        at = datetime.combine(typed["day"], typed["hour"], LONDON)
        return {"purpose": typed["purpose"], "at": at, "where": typed["where"]}


class CallForm(PlanForm):
    """A new meeting, with its agenda."""

    agenda = WordsField(
        label="Agenda",
        required=False,
        help_text="Proposed from the template and from what the review still lacks. Change it as you like.",
        widget=forms.Textarea(attrs={"rows": 20}),
    )
    field_order = ("purpose", "day", "hour", "where", "agenda", "seen")


def plan_of(meeting: Meeting, seen: str) -> PlanForm:
    """The form as a meeting stands."""
    at = meeting.at.astimezone(LONDON)
    return PlanForm(
        initial={"purpose": meeting.purpose, "day": at.date(), "hour": at.time(), "where": meeting.where, "seen": seen}
    )


class CancelForm(forms.Form):
    """Why a meeting does not take place."""

    reason = WordsField(
        label="Why does it not take place?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why the meeting does not take place"},
    )


class TextForm(SeenForm):
    """The agenda or the notes."""

    text = WordsField(required=False, widget=forms.Textarea(attrs={"rows": 24}))


class PersonForm(forms.Form):
    """Somebody who takes part (R2)."""

    name = line("Name")
    job_title = line("Job title", longest=150, required=False)
    organisation = line("Organisation")
    role = forms.ChoiceField(
        label="Role in the decision",
        choices=ROLES,
        error_messages={
            "required": "Role in the decision: choose one",
            "invalid_choice": "Role in the decision: choose one",
        },
    )

    def person(self) -> Invited:
        """Who it is."""
        return Invited(**self.cleaned_data)


def person_of_list(attendance: Attendance) -> PersonForm:
    """The form as somebody stands on the list."""
    names = ("name", "job_title", "organisation", "role")
    return PersonForm(initial={name: getattr(attendance, name) for name in names})


class ActionForm(forms.Form):
    """What is to be done, by whom, by when."""

    what = line("What is to be done?", longest=500)
    owner = line("Who does it?", help_text="Name or post, and agency.")
    by_when = DayField(label="By when?", required=False)

    def agreed(self) -> Agreed:
        """What the actions want of it."""
        return Agreed(**{name: self.cleaned_data[name] for name in ("what", "owner", "by_when")})


class ActionChangeForm(ActionForm, SeenForm):
    """An action to be put right."""


def action_of(action: MeetingAction, seen: str) -> ActionChangeForm:
    """The form as an action stands."""
    return ActionChangeForm(
        initial={"what": action.what, "owner": action.owner, "by_when": action.by_when, "seen": seen},
    )


class DoneForm(forms.Form):
    """When something was done."""

    done_on = DayField(
        label="On which day was it done?", error_messages={"required": "Enter the day on which it was done"}
    )


class PersonRow(PersonForm):
    """A row of the quick form. One without a name is left out, also where an organisation is proposed."""

    def has_changed(self) -> bool:
        """Whether somebody was entered."""
        return any(self.data.get(self.add_prefix(name), "").strip() for name in ("name", "job_title"))


Row = TypeVar("Row", PersonRow, ActionForm)


def blank_rows(kind: type[Row], known: Iterable[dict[str, Any]] = ()) -> list[Row]:
    """Rows of a quick form: one for each that something is known of, and a few empty ones."""
    starts = [*known, *({} for _ in range(ROWS))]
    return [kind(initial=start, prefix=f"row-{number}") for number, start in enumerate(starts)]


def sent_rows(kind: type[Row], fields: Mapping[str, str]) -> list[Row]:
    """The rows as they were sent; empty ones are valid."""
    there = takewhile(lambda number: any(name.startswith(f"row-{number}-") for name in fields), range(MOST_ROWS))
    return [
        kind(fields, prefix=f"row-{number}", empty_permitted=True, use_required_attribute=False) for number in there
    ]


def filled(rows: Iterable[Row]) -> list[Row]:
    """The rows in which something was typed."""
    return [row for row in rows if row.has_changed()]


def row_errors(rows: Iterable[Row]) -> list[dict[str, str]]:
    """Everything wrong, each linked to its field."""
    return [error for row in rows for error in errors_of(row)]


def marks_of(fields: Mapping[str, str], attendances: Iterable[Attendance]) -> dict[int, Mark]:
    """How everybody was marked, from the radio buttons of the page."""
    keys = [one.pk for one in attendances]
    return {key: Mark(fields.get(f"presence-{key}", ""), fields.get(f"seen-{key}", "")) for key in keys}
