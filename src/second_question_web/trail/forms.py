"""What narrows the trail, as typed into the form above it."""

from django import forms

from second_question_web.trail.models import Outcome
from second_question_web.trail.queries import Wanted
from second_question_web.trail.sentences import actions_by_label

DAYS = ("%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")
NO_DAY = "must be a date, like 27/3/2026"


class TrailFilter(forms.Form):
    """Every field may be empty. What cannot be read narrows nothing and is said."""

    person = forms.CharField(label="Person", required=False, max_length=200)
    action = forms.ChoiceField(label="What was done", required=False)
    case = forms.CharField(label="Case", required=False, max_length=40)
    outcome = forms.ChoiceField(label="Outcome", required=False, choices=[("", "Any"), *Outcome.choices])
    since = forms.DateField(
        label="From", required=False, input_formats=DAYS, error_messages={"invalid": f"From {NO_DAY}"}
    )
    until = forms.DateField(label="To", required=False, input_formats=DAYS, error_messages={"invalid": f"To {NO_DAY}"})
    request_number = forms.CharField(label="Request number", required=False, max_length=32)
    address = forms.CharField(label="Network address", required=False, max_length=64)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        choices = [("", "Anything"), *actions_by_label()]
        self.fields["action"].choices = choices  # type: ignore[attr-defined]  # a choice field has choices

    def clean(self) -> dict[str, object]:
        """Both dates in order."""
        cleaned: dict[str, object] = super().clean() or {}
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", "To must not be before From")
        return cleaned

    def wanted(self) -> Wanted:
        """What narrows, without what could not be read."""
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})
