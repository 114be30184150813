"""What administrators and people type about accounts."""

from datetime import date
from typing import Any, cast

from django import forms
from django.contrib.auth.password_validation import validate_password

from second_question.rules.access import SCOPE_MEANING, ScopeKind, role
from second_question_web.partnerships.models import Organisation, Partnership, Region
from second_question_web.partnerships.queries import find_organisations, partnerships, regions
from second_question_web.people.actions.invitations import Details
from second_question_web.people.models import Person
from second_question_web.people.queries import organisation_named
from second_question_web.people.reach import Given, partnerships_within, reach_of, reaches
from second_question_web.ui.day_field import DayField

EMAIL = {
    "required": "Enter the email address",
    "invalid": "Enter an email address in the right form, such as name@example.gov.uk",
}


def _text(missing: str = "", longest: int = 150) -> forms.CharField:
    return forms.CharField(max_length=longest, required=bool(missing), error_messages={"required": missing})


class OrganisationField(forms.CharField):
    """An organisation by its name, of those that may be chosen; the name is suggested by the page as it is typed."""

    on: date

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=200, error_messages={"required": "Enter the organisation"}, **options)

    def clean(self, value: str) -> Organisation | None:
        """The organisation of exactly that name."""
        typed = super().clean(value)
        found = organisation_named(typed, self.on) if typed else None
        if typed and found is None:
            alike = ", ".join(each.name for each in find_organisations(typed, self.on)[:5])
            raise forms.ValidationError(f"Choose one of the list: {alike}" if alike else "We know no such organisation")
        return found


class RoleForm(forms.Form):
    """A role, where it holds, and from when until when. The choices are those within the administrator's reach."""

    role = forms.ChoiceField(error_messages={"required": "Choose what the person may do"}, widget=forms.RadioSelect)
    partnership = forms.ModelChoiceField(Partnership.objects.none(), required=False, empty_label="Choose a partnership")
    region = forms.ModelChoiceField(Region.objects.none(), required=False, empty_label="Choose a region")
    case = _text(longest=40)
    starts_on = DayField(label="First day", error_messages={"required": "Enter the first day"})
    ends_on = DayField(label="Last day", required=False)

    def __init__(self, *args: Any, by: Person, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = reach_of(by)
        fields = cast("dict[str, Any]", self.fields)
        fields["role"].choices = [(f"{role_id}@{scope}", _label(role_id, scope)) for role_id, scope in reach.roles()]
        fields["partnership"].queryset = partnerships() if reach.national else partnerships_within(reach, on)
        fields["region"].queryset = regions() if reach.national else regions().none()
        self.initial.setdefault("starts_on", on)

    def clean(self) -> dict[str, Any]:
        """Asks for the place that the scope needs."""
        cleaned: dict[str, Any] = super().clean() or {}
        scope = self._scope(cleaned)
        needs: dict[str, tuple[str, str]] = {
            ScopeKind.PARTNERSHIP: ("partnership", "Choose the partnership that this role is for"),
            ScopeKind.AGENCY: ("partnership", "Choose the partnership in which the person works for the agency"),
            ScopeKind.REGION: ("region", "Choose the region that this role is for"),
            ScopeKind.CASE: ("case", "Enter the reference of the case that this role is for"),
        }
        field, missing = needs.get(scope, ("", ""))
        if field and not cleaned.get(field) and field not in self.errors:
            self.add_error(field, missing)
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day must not be before the first")
        return cleaned

    def given(self, organisation: Organisation | None) -> Given:
        """The role as the action takes it, for a person of that organisation."""
        data, scope = self.cleaned_data, self._scope(self.cleaned_data)
        of_organisation = scope in (ScopeKind.AGENCY, ScopeKind.ORGANISATION)
        return Given(
            role=data["role"].partition("@")[0],
            scope=ScopeKind(scope),
            partnership=data["partnership"] if scope in (ScopeKind.PARTNERSHIP, ScopeKind.AGENCY) else None,
            region=data["region"] if scope == ScopeKind.REGION else None,
            case=data["case"] if scope == ScopeKind.CASE else "",
            organisation=organisation if of_organisation else None,
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
        )

    def _scope(self, data: dict[str, Any]) -> str:
        return str(data.get("role", "")).partition("@")[2]


def _label(role_id: str, scope: ScopeKind) -> str:
    return f"{role(role_id).title}, for {SCOPE_MEANING[scope]}"


class InviteForm(RoleForm):
    """A new person and a first role."""

    name = _text("Enter the person’s name")
    email = forms.EmailField(error_messages=EMAIL)
    job_title = _text()
    organisation = OrganisationField()

    def __init__(self, *args: Any, by: Person, on: date, **kwargs: Any) -> None:
        super().__init__(*args, by=by, on=on, **kwargs)
        self.by = by
        cast("OrganisationField", self.fields["organisation"]).on = on

    def clean_organisation(self) -> Organisation:
        """Refuses organisations whose people somebody else looks after."""
        organisation: Organisation = self.cleaned_data["organisation"]
        if not reaches(self.by, organisation):
            raise forms.ValidationError("You look after the people of your own organisation only")
        return organisation

    def details(self) -> Details:
        """Who it is, as the action takes it."""
        return Details(**{name: self.cleaned_data[name] for name in ("name", "email", "job_title", "organisation")})


class ReasonForm(forms.Form):
    """Why something is done, where the trail must say so."""

    reason = _text("Say why; the trail keeps it", longest=1000)


class DetailsForm(forms.Form):
    """One's own details."""

    name = _text("Enter your name")
    job_title = _text()
    telephone = _text(longest=40)


class AskForm(forms.Form):
    """Asking for access."""

    name = _text("Enter your name")
    email = forms.EmailField(error_messages=EMAIL | {"required": "Enter your work email address"})
    organisation = _text("Enter the organisation that you work for", longest=200)
    job_title = _text("Enter your job title")
    wants = _text("Say what you would like to do here", longest=1000)


class PasswordForm(forms.Form):
    """A first password, twice."""

    password = forms.CharField(strip=False, error_messages={"required": "Enter a password"})
    again = forms.CharField(strip=False, error_messages={"required": "Enter the password once more"})

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person or Person()

    def clean_password(self) -> str:
        """Refuses passwords that are easily guessed."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self.person)
        return password

    def clean(self) -> dict[str, Any]:
        """Asks for the same twice."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", "The two passwords are not the same")
        return cleaned


class AcceptForm(PasswordForm):
    """What an invited person says."""

    name = _text("Enter your name")
    telephone = _text(longest=40)


class FirstForm(PasswordForm):
    """The first administrator."""

    name = _text("Enter your name")
    email = forms.EmailField(error_messages=EMAIL | {"required": "Enter your email address"})
