"""What people type on the pages of partnerships."""

from collections.abc import Iterable, Mapping, Sequence

from django import forms

from second_question.rules.calendar import DAY_ONE_MEANING, DayOne
from second_question_web.partnerships.models import LocalClock, Organisation, OrganisationKind, Region
from second_question_web.ui.day_field import DayField

Choices = list[tuple[str, str]]
_LONG_SO = "Leave it empty if it has been so for as long as anybody needs to know. For example, 1 4 2026."
_EMAIL = {"invalid": "Enter an email address in the right form, such as name@example.gov.uk"}


class AgencyForm(forms.Form):
    """An organisation that was found, and from when it belongs here."""

    organisation = forms.ChoiceField(
        label="Organisation", widget=forms.RadioSelect, error_messages={"required": "Choose an organisation"}
    )
    starts_on = DayField(label="First day", help_text=_LONG_SO, required=False)

    def __init__(self, found: Sequence[Organisation], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        _offer(self, "organisation", [(o.code, f"{o.name} ({o.get_kind_display().lower()})") for o in found])


class NewAgencyForm(forms.Form):
    """An organisation that is not known here yet."""

    name = forms.CharField(
        label="Name of the organisation",
        max_length=200,
        error_messages={"required": "Enter the name of the organisation"},
    )
    kind = forms.ChoiceField(
        label="What kind of organisation is it?",
        choices=[
            ("", "Choose one"),
            *[c for c in OrganisationKind.choices if c[0] != OrganisationKind.LOCAL_AUTHORITY],
        ],
        error_messages={"required": "Choose what kind of organisation it is"},
    )
    starts_on = DayField(label="First day", help_text=_LONG_SO, required=False)


class EndForm(forms.Form):
    """The last day of a membership."""

    ends_on = DayField(
        label="Last day",
        help_text="It belongs to the partnership up to and including that day. For example, 31 3 2026.",
        error_messages={"required": "Enter the last day"},
    )


class ClockForm(forms.Form):
    """A clock that a partnership sets for itself."""

    name = forms.CharField(
        label="What must be done?",
        max_length=120,
        help_text="For example “Partners meet about a referral”.",
        error_messages={"required": "Say what must be done"},
    )
    starts_from = forms.ChoiceField(
        label="What starts the clock?",
        widget=forms.RadioSelect,
        choices=LocalClock.StartsFrom.choices,
        error_messages={"required": "Choose what starts the clock"},
    )
    working_days = forms.IntegerField(
        label="Within how many working days?",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Enter a number of working days",
            "invalid": "Enter the working days as a whole number, such as 10",
        },
    )


class CountingForm(forms.Form):
    """Which day is day 1."""

    day_one = forms.ChoiceField(
        label="Which day is day 1?",
        widget=forms.RadioSelect,
        choices=[(code.value, words[0].upper() + words[1:]) for code, words in DAY_ONE_MEANING.items()],
        error_messages={"required": "Choose which day is day 1"},
    )

    def same_day(self) -> bool:
        """Whether the start itself is day 1."""
        return bool(self.cleaned_data["day_one"] == DayOne.SAME_DAY)


class EmailForm(forms.Form):
    """The partnership's address."""

    email = forms.EmailField(
        label="Email address",
        required=False,
        help_text="For the number of a new referral and the like, never for anything about a case. Empty for none.",
        error_messages=_EMAIL,
    )


class PartnershipForm(forms.Form):
    """A new partnership with its safeguarding partners."""

    name = forms.CharField(
        label="Name of the partnership",
        max_length=200,
        help_text="In full, such as “Somewhere Safeguarding Children Partnership”.",
        error_messages={"required": "Enter the name of the partnership"},
    )
    local_authorities = forms.MultipleChoiceField(
        label="Local authorities",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one local authority"},
    )
    police = forms.MultipleChoiceField(
        label="Police forces",
        widget=forms.CheckboxSelectMultiple,
        help_text="Every force that polices a part of the area.",
        error_messages={"required": "Choose at least one police force"},
    )
    care_boards = forms.MultipleChoiceField(
        label="Integrated care boards",
        widget=forms.CheckboxSelectMultiple,
        help_text="Every board a part of whose area it is.",
        error_messages={"required": "Choose at least one integrated care board"},
    )
    starts_on = DayField(label="First day", help_text=_LONG_SO, required=False)
    email = forms.EmailField(label="Email address (optional)", required=False, error_messages=_EMAIL)

    def __init__(self, offered: Mapping[str, Iterable[Organisation]], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        for name, organisations in offered.items():
            _offer(self, name, [(o.code, o.name) for o in organisations])

    def codes(self) -> list[str]:
        """Every safeguarding partner that was chosen."""
        return [code for name in ("local_authorities", "police", "care_boards") for code in self.cleaned_data[name]]


class RegionForm(forms.Form):
    """The region of a new partnership, asked first because it narrows the list of authorities."""

    region = forms.ChoiceField(
        label="In which region is it?", widget=forms.RadioSelect, error_messages={"required": "Choose a region"}
    )

    def __init__(self, regions: Iterable[Region], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        _offer(self, "region", [(region.code, region.name) for region in regions])


def _offer(form: forms.Form, name: str, choices: Choices) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field has choices
