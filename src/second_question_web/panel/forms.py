"""What narrows the Panel's lists, as typed into the forms above them."""

from django import forms

from second_question.reference.areas import regions
from second_question.rules.decision_changes import DIRECTION_LABELS
from second_question.rules.notification_codes import NATURES
from second_question.rules.template.codes import OUTCOMES
from second_question_web.panel.models import Reply
from second_question_web.panel.queries import Wanted, WantedChanges, WantedReviews

DAYS = ("%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")
WAITING = (("yes", "Waiting for a reply"), ("replied", "Replied to"), ("any", "Either"))


def _day(label: str) -> forms.DateField:
    message = f"{label} must be a date, like 27/3/2026"
    hint = "For example 27/3/2026"
    return forms.DateField(
        label=label, required=False, input_formats=DAYS, error_messages={"invalid": message}, help_text=hint
    )


def _region() -> forms.ChoiceField:
    choices = [("", "Every region"), *((r.code, r.name) for r in regions())]
    return forms.ChoiceField(label="Region", required=False, choices=choices)


class InboxFilter(forms.Form):
    """Every field may be empty. What cannot be read narrows nothing and is said."""

    acknowledged = forms.ChoiceField(
        label="Acknowledged", required=False, choices=[("", "Either"), ("no", "Not yet"), ("yes", "Acknowledged")]
    )
    region = _region()
    nature = forms.ChoiceField(
        label="Nature", required=False, choices=[("", "Any"), *((o.code, o.label) for o in NATURES)]
    )
    since, until = _day("Arrived from"), _day("Arrived until")

    def wanted(self) -> Wanted:
        """What narrows, without what could not be read."""
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})


class ReviewsFilter(forms.Form):
    """What narrows the rapid reviews. Without anything chosen, those that wait for a reply are shown."""

    waiting = forms.ChoiceField(label="Reply", required=False, choices=WAITING)
    region = _region()
    advice = forms.ChoiceField(label="The Panel’s advice", required=False, choices=[("", "Any"), *Reply.Advice.choices])
    outcome = forms.ChoiceField(
        label="What the partners decided", required=False, choices=[("", "Any"), *((o.code, o.label) for o in OUTCOMES)]
    )

    def wanted(self) -> WantedReviews:
        """What narrows, without what could not be read."""
        self.is_valid()
        return WantedReviews(**{name: value for name, value in self.cleaned_data.items() if value})


class ChangesFilter(forms.Form):
    """What narrows the changes of decisions."""

    year = forms.CharField(label="Year", required=False, max_length=4, widget=forms.TextInput({"inputmode": "numeric"}))
    region = _region()
    direction = forms.ChoiceField(
        label="Change",
        required=False,
        choices=[("", "Either way"), *((str(d), w) for d, w in DIRECTION_LABELS.items())],
    )

    def wanted(self) -> WantedChanges:
        """What narrows, without what could not be read."""
        self.is_valid()
        return WantedChanges(**{name: value for name, value in self.cleaned_data.items() if value})
