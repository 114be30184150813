"""What people type when they screen referrals and look through them."""

from collections.abc import Iterable, Sequence

from django import forms

from second_question_web.incidents.models import PartnerView, Referral
from second_question_web.incidents.referrals.places import Place
from second_question_web.incidents.referrals.queries import Wanted
from second_question_web.partnerships.models import Organisation
from second_question_web.ui.day_field import DayField

_LONG = forms.Textarea(attrs={"rows": 4})


class PlaceForm(forms.Form):
    """For which agency, and to which partnership, where a person refers from several."""

    place = forms.ChoiceField(
        label="Who do you refer for?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who you refer for"},
    )

    def __init__(self, places: Sequence[Place], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        self.places = {place.code: place for place in places}
        _offer(self, "place", [(place.code, place.words) for place in places])

    def chosen(self) -> Place | None:
        """The place that was chosen; the only one where there is no choice."""
        if len(self.places) == 1:
            return next(iter(self.places.values()))
        return self.places[self.cleaned_data["place"]] if self.is_valid() else None


class ViewForm(forms.Form):
    """What one safeguarding partner thinks."""

    partner = forms.ChoiceField(
        label="Which partner’s view is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whose view it is"},
    )
    view = forms.ChoiceField(
        label="What does the partner think?",
        widget=forms.RadioSelect,
        choices=PartnerView.View.choices,
        error_messages={"required": "Choose what the partner thinks"},
    )
    reason = forms.CharField(label="Why?", widget=_LONG, error_messages={"required": "Say why the partner thinks so"})
    said_by = forms.CharField(
        label="Who gave this view?",
        max_length=150,
        help_text="Name and job title. You write it down; it is their view.",
        error_messages={"required": "Name who gave this view"},
    )

    def __init__(self, partners: Sequence[Organisation], writes_down: bool, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        _offer(self, "partner", [(one.code, f"{one.name} ({one.get_kind_display().lower()})") for one in partners])
        if len(partners) == 1:
            self.fields["partner"].initial = partners[0].code
        if not writes_down:
            del self.fields["said_by"]


class DecisionForm(forms.Form):
    """What the partners decide."""

    decision = forms.ChoiceField(
        label="What does this referral become?",
        widget=forms.RadioSelect,
        choices=[
            (Referral.State.NOTIFY.value, "A notification to the Panel"),
            (Referral.State.NEAR_MISS.value, "A near miss, kept for learning"),
            (Referral.State.NOT_NOTIFIABLE.value, "Not notifiable: the criteria are not met. It is kept"),
        ],
        error_messages={"required": "Choose what the referral becomes"},
    )
    reason = forms.CharField(
        label="Why?",
        widget=_LONG,
        help_text="The grounds of the decision, for the partners’ own record.",
        error_messages={"required": "Say why you decide so"},
    )
    why_without_views = forms.CharField(
        label="Why do you decide without every partner’s view?", widget=_LONG, required=False
    )
    told_agency = forms.CharField(
        label="What is the agency told? (optional)",
        widget=_LONG,
        required=False,
        help_text="The agency sees the decision in any case, and these words. It never sees the case.",
    )

    def __init__(self, missing: Sequence[str], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        if missing:
            self.fields["why_without_views"].help_text = f"No view is recorded yet of: {', '.join(missing)}."
        else:
            del self.fields["why_without_views"]


class ReopenForm(forms.Form):
    """Why a decision is looked at again."""

    reason = forms.CharField(label="What is new?", widget=_LONG, error_messages={"required": "Say what is new"})


class FilterForm(forms.Form):
    """What narrows the list. Every field may be empty; what cannot be read narrows nothing and is said."""

    words = forms.CharField(
        label="Number, agency or child’s name", required=False, max_length=100, widget=forms.TextInput
    )
    state = forms.ChoiceField(label="State", required=False, choices=[("", "Any"), *Referral.State.choices])
    agency = forms.ChoiceField(label="Agency", required=False)
    since = DayField(label="Received from", required=False)
    until = DayField(label="Received until", required=False)

    def __init__(self, agencies: Iterable[Organisation], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        _offer(self, "agency", [("", "Any"), *((one.code, one.name) for one in agencies)])

    def wanted(self) -> Wanted:
        """What narrows, without what could not be read."""
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field has choices
