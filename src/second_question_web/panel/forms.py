"""What narrows the Panel's inbox, as typed into the form above it."""

from django import forms

from second_question.reference.areas import regions
from second_question.rules.notification_codes import NATURES
from second_question_web.panel.queries import Wanted

DAYS = ("%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")


def _day(label: str) -> forms.DateField:
    message = f"{label} must be a date, like 27/3/2026"
    hint = "For example 27/3/2026"
    return forms.DateField(
        label=label, required=False, input_formats=DAYS, error_messages={"invalid": message}, help_text=hint
    )


class InboxFilter(forms.Form):
    """Every field may be empty. What cannot be read narrows nothing and is said."""

    acknowledged = forms.ChoiceField(
        label="Acknowledged", required=False, choices=[("", "Either"), ("no", "Not yet"), ("yes", "Acknowledged")]
    )
    region = forms.ChoiceField(
        label="Region", required=False, choices=[("", "Every region"), *((r.code, r.name) for r in regions())]
    )
    nature = forms.ChoiceField(
        label="Nature", required=False, choices=[("", "Any"), *((o.code, o.label) for o in NATURES)]
    )
    since, until = _day("Arrived from"), _day("Arrived until")

    def wanted(self) -> Wanted:
        """What narrows, without what could not be read."""
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})
