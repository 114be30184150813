"""What narrows the register, as typed into the form above it. What cannot be read narrows nothing and is said."""

from datetime import date

from django import forms
from django.http import QueryDict

from second_question.exchange.notification_rows import AGE_GROUPS, ETHNICITY_CODES, SEX_CODES, UNKNOWN_AGE
from second_question.reference.areas import regions
from second_question.reference.codes import code_set
from second_question.rules.access import Permission, ScopeKind
from second_question.rules.notification_codes import CAUSES, NATURES
from second_question.rules.rulesets import DUTY_BEGAN
from second_question_web.incidents.models import Notification
from second_question_web.people.models import Person

DAYS = ("%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")
Choices = list[tuple[str, str]]
ANY: Choices = [("", "Any")]
SEXES = {"male": "Male", "female": "Female", "transgender": "Transgender", "not_known": "Not known"}
AGE_WORDS = {"<1": "Under 1", "18+": "18 and over", UNKNOWN_AGE: "Not known"}
WIDE = (ScopeKind.NATIONAL, ScopeKind.REGION)


def age_group_label(code: str) -> str:
    """An age band in words."""
    return AGE_WORDS.get(code) or code.replace("-", " to ")


def _day(label: str) -> forms.DateField:
    message = f"{label} must be a date, like 27/3/2026"
    return forms.DateField(label=label, required=False, input_formats=DAYS, error_messages={"invalid": message})


def _choice(label: str, choices: Choices) -> forms.ChoiceField:
    message = f"{label}: choose one of the list"
    return forms.ChoiceField(
        label=label, required=False, choices=[*ANY, *choices], error_messages={"invalid_choice": message}
    )


class RegisterFilter(forms.Form):
    """Every field may be empty. A person is offered what makes sense in the part of the register that they see."""

    state = _choice("State", [])
    nature = _choice("Nature", [(o.code, o.label) for o in NATURES])
    likely_cause = _choice("Likely cause", [(o.code, o.label) for o in CAUSES])
    year = forms.TypedChoiceField(label="Sent in", required=False, coerce=int, empty_value=None)
    sent_from, sent_until = _day("Sent from"), _day("Sent until")
    incident_from, incident_until = _day("Incident from"), _day("Incident until")
    region = _choice("Region", [(r.code, r.name) for r in regions()])
    partnership = forms.CharField(label="Partnership", required=False, max_length=100)
    local_authority = forms.CharField(label="Local authority", required=False, max_length=100)
    age_group = _choice("Age of a child", [(c, age_group_label(c)) for c in (*AGE_GROUPS, UNKNOWN_AGE)])
    sex = _choice("Sex of a child", [(code, SEXES[code]) for code in SEX_CODES])
    ethnicity = _choice("Ethnicity of a child", [(c, code_set("ethnicity").label_of(c)) for c in ETHNICITY_CODES])
    origin = _choice("How it came here", [(o.value, o.label) for o in Notification.Origin])

    def __init__(self, data: QueryDict, person: Person, today: date) -> None:
        super().__init__(data)
        scopes = {grant.scope for grant in person.grants_for(Permission.REGISTER_READ)}
        years = [str(year) for year in range(today.year, DUTY_BEGAN.year - 1, -1)]
        self.fields["year"].choices = [*ANY, *((y, y) for y in years)]  # type: ignore[attr-defined]  # a choice field
        self.fields["state"].choices = [*ANY, *_states(scopes)]  # type: ignore[attr-defined]  # a choice field
        if ScopeKind.NATIONAL not in scopes:
            del self.fields["region"]
        if not scopes.intersection(WIDE):
            del self.fields["partnership"]

    def clean(self) -> dict[str, object]:
        """Both ends of each period in order."""
        cleaned: dict[str, object] = super().clean() or {}
        for what in ("sent", "incident"):
            start, end = self.cleaned_data.get(f"{what}_from"), self.cleaned_data.get(f"{what}_until")
            if start and end and end < start:
                self.add_error(f"{what}_until", f"{what.capitalize()} until must not be before {what} from")
        return cleaned

    def wanted(self) -> dict[str, object]:
        """What narrows, by the field's name, without what could not be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _states(scopes: set[str]) -> Choices:
    """Drafts are seen only in one's own partnership."""
    seen = [Notification.State.SENT, Notification.State.WITHDRAWN]
    if ScopeKind.PARTNERSHIP in scopes:
        seen = [Notification.State.DRAFT, *seen, Notification.State.DISCARDED]
    return [(state.value, state.label) for state in seen]
