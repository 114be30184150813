"""What narrows the list, as typed into the form above it. What cannot be read narrows nothing and is said."""

from django import forms

from second_question.rules.template.codes import OUTCOMES
from second_question.rules.workflow import RAPID_REVIEW
from second_question_web.rapid_reviews.listing.queries import NO_OUTCOME, Wanted

DAYS = ("%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")
STATES = [("", "Any"), *((str(state), label) for state, label in RAPID_REVIEW.states.items())]
DECIDED = [("", "Any"), (NO_OUTCOME, "None yet"), *((option.code, option.label) for option in OUTCOMES)]


def _day(label: str) -> forms.DateField:
    message = f"{label} must be a date, like 27/3/2026"
    return forms.DateField(
        label=label,
        required=False,
        input_formats=DAYS,
        error_messages={"invalid": message},
        help_text="For example 27/3/2026",
    )


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    message = f"{label}: choose one of the list"
    return forms.ChoiceField(label=label, required=False, choices=choices, error_messages={"invalid_choice": message})


class ListFilter(forms.Form):
    """Every field may be empty."""

    state = _choice("State", STATES)
    late = _choice("Late", [("", "Either"), ("yes", "Late now")])
    area = forms.CharField(label="Area", required=False, max_length=100)
    outcome = _choice("Latest decision", DECIDED)
    opened_from, opened_until = _day("Opened from"), _day("Opened until")

    def clean(self) -> dict[str, object]:
        """Both ends of the period in order."""
        cleaned: dict[str, object] = super().clean() or {}
        start, end = self.cleaned_data.get("opened_from"), self.cleaned_data.get("opened_until")
        if start and end and end < start:
            self.add_error("opened_until", "Opened until must not be before Opened from")
        return cleaned

    def wanted(self) -> Wanted:
        """What narrows, without what could not be read."""
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})
