"""What is typed to change a rapid review's clock."""

from datetime import date

from django import forms

from second_question_web.rapid_reviews.actions.clock import MOST_WORKING_DAYS
from second_question_web.ui.day_field import DayField

NO_NAMES = "The partnership and the Panel read this. Do not name anybody."


class ClockForm(forms.Form):
    """The version of the review that the page was opened with; a later one is shown before anything is overwritten."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


def _reason(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=NO_NAMES,
        error_messages={"required": "Say why", "max_length": "Say why in 2,000 characters or fewer"},
    )


def _day(label: str, help_text: str) -> DayField:
    return DayField(label=label, help_text=help_text, error_messages={"required": f"{label}: enter the date"})


class PauseForm(ClockForm):
    """From when and why the clock stands still."""

    first_day = _day("First day of the pause", "Today or earlier. This day no longer counts.")
    reason = _reason("Why does the clock stand still?")
    field_order = ("first_day", "reason", "version")


class EndPauseForm(ClockForm):
    """When the clock goes on."""

    last_day = _day("Last day of the pause", "Today or earlier. The next working day counts again.")
    field_order = ("last_day", "version")


class ExtendForm(ClockForm):
    """How much longer, and why."""

    working_days = forms.IntegerField(
        label="How many more working days?",
        min_value=1,
        max_value=MOST_WORKING_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"Enter how many working days, from 1 to {MOST_WORKING_DAYS}",
        ),
    )
    reason = _reason("Why is more time needed?")
    field_order = ("working_days", "reason", "version")


class SentForm(ClockForm):
    """When it was sent, and why so late if it was."""

    sent_on = _day("On which day was it sent?", "Today or earlier.")
    late_reason = forms.CharField(
        label="If it was late, why?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
        help_text=NO_NAMES,
        error_messages={"max_length": "Say why in 2,000 characters or fewer"},
    )
    field_order = ("sent_on", "late_reason", "version")


def started(form: type[ClockForm], version: int, today: date) -> ClockForm:
    """The empty form for a review of that version; a day is today until somebody says otherwise."""
    return form(initial={"version": version, "first_day": today, "last_day": today, "sent_on": today})
