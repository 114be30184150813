"""What is typed on the pages of depositing."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from second_question_web.library.depositing.entries import (
    LONGEST_AREA,
    LONGEST_AUTHORS,
    LONGEST_PSEUDONYM,
    LONGEST_TITLE,
    Facts,
    facts_of,
)
from second_question_web.library.depositing.rules import NATIONS, OLDEST, Wishes
from second_question_web.library.models import Deposit
from second_question_web.library.names import KINDS, region_names
from second_question_web.partnerships.models import Partnership
from second_question_web.ui.day_field import DayField

PANEL = "panel"
READ = (".pdf", ".docx", ".txt", ".md")
MOST_FILES = 50
NO_FILE = "Choose one or more files"
_NUMBER = re.compile(r"\d{1,3}")


class Files(forms.FileField):
    """Several files at once."""

    widget = type("FilesInput", (forms.ClearableFileInput,), {"allow_multiple_selected": True})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Every file of a kind that is read here."""
        given = list(data) if isinstance(data, (list, tuple)) else [data] if data else []
        if not given:
            raise forms.ValidationError(NO_FILE)
        if len(given) > MOST_FILES:
            raise forms.ValidationError(f"Give at most {MOST_FILES} files at once")
        for one in given:
            if not one.name.lower().endswith(READ):
                raise forms.ValidationError(f"{one.name}: give a PDF, a Word file (.docx) or a text")
        return [super(Files, self).clean(one, initial) for one in given]


class UploadForm(forms.Form):
    """The files, and whose they are where somebody deposits for several."""

    documents = Files(label="Files", allow_empty_file=True, help_text="PDF, Word or text. You can choose several.")
    owner = forms.ChoiceField(label="Whose documents are they?", widget=forms.RadioSelect)

    def __init__(self, owners: Sequence[Partnership | None], *given: Any, one_file: bool = False) -> None:
        super().__init__(*given)
        _offer(self.fields, owners)
        if one_file:
            self.fields["documents"].label, self.fields["documents"].help_text = "File", "PDF, Word or text."


class FactsForm(forms.Form):
    """What is said of a document."""

    title = forms.CharField(label="Title", max_length=LONGEST_TITLE, required=False)
    kind = forms.ChoiceField(label="Kind of document", choices=[("", "Choose"), *KINDS.items()], required=False)
    published = forms.CharField(
        label="Published",
        max_length=10,
        required=False,
        help_text="As exact as you know it: 2024, 2024-06 or 2024-06-14.",
    )
    pseudonym = forms.CharField(
        label="Name used for the child or family", max_length=LONGEST_PSEUDONYM, required=False,
        help_text="Such as Child E. Never a real name.",
    )  # fmt: skip
    ages = forms.CharField(
        label="Ages of the children", max_length=60, required=False,
        help_text="In whole years, with commas between them. 0 for a baby under one.",
    )  # fmt: skip
    authors = forms.CharField(label="Authors", max_length=LONGEST_AUTHORS, required=False)
    area = forms.CharField(
        label="Area", max_length=LONGEST_AREA, required=False,
        help_text="As the document says it. You can choose later that it is not shown.",
    )  # fmt: skip
    authorities = forms.CharField(
        label="Local authorities",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One on each line.",
    )
    regions = forms.MultipleChoiceField(
        label="Regions",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(one, one) for one in region_names()],
    )
    nation = forms.ChoiceField(
        label="Nation", required=False, choices=[("", "Not known"), *((one, one) for one in NATIONS)]
    )
    address = forms.CharField(
        label="Where it was first published",
        max_length=500,
        required=False,
        help_text="The address of the page or file.",
    )
    summary = forms.CharField(
        label="Summary", required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Two or three sentences. It is shown with the record, and found by searches of records.",
    )  # fmt: skip

    def clean_ages(self) -> tuple[int, ...]:
        """Whole years."""
        said = self.cleaned_data["ages"]
        found = tuple(sorted({int(number) for number in _NUMBER.findall(said)}))
        if re.sub(r"[\d,;\s]|and", "", said) or any(age > OLDEST for age in found):
            raise forms.ValidationError("Enter ages in whole years from 0 to 18, such as 2, 14")
        return found

    def clean_authorities(self) -> tuple[str, ...]:
        """One a line."""
        return tuple(line.strip() for line in self.cleaned_data["authorities"].splitlines() if line.strip())

    def clean_regions(self) -> tuple[str, ...]:
        """As the facts have them."""
        return tuple(self.cleaned_data["regions"])

    def facts(self) -> Facts:
        """What was typed."""
        return Facts(**{name: self.cleaned_data[name] for name in self.fields if name != "owner"})


class RecordForm(FactsForm):
    """A record of a document whose file is not here."""

    owner = forms.ChoiceField(label="Whose record is it?", widget=forms.RadioSelect)
    field_order = ("owner", *FactsForm.base_fields)

    def __init__(self, owners: Sequence[Partnership | None], *given: Any) -> None:
        super().__init__(*given)
        _offer(self.fields, owners)


class WhoForm(forms.Form):
    """Who may see what."""

    audience = forms.ChoiceField(label="Who may find it?", widget=forms.RadioSelect, required=False)
    area_withheld = forms.BooleanField(label="Do not say which area it comes from", required=False)
    text_withheld = forms.BooleanField(label="Show the record only, and keep the file to ourselves", required=False)
    withheld_reason = forms.CharField(
        label="Why is the file withheld?",
        max_length=500,
        required=False,
        help_text="Shown with the record to everybody.",
    )
    look_again_on = DayField(
        label="When do you look at this again?", required=False, help_text="In a year, if you give no day."
    )
    confirmed = forms.BooleanField(
        label="I have looked at what was found. It may be read by everybody.", required=False
    )
    mark = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, deposit: Deposit, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        whose = deposit.partnership.name if deposit.partnership else "the national Panel"
        self.fields["audience"].choices = [  # type: ignore[attr-defined]  # a choice field
            (Deposit.Audience.EVERYBODY, "Everybody"),
            (Deposit.Audience.OWNER, f"Only the people of {whose}"),
        ]

    def wishes(self, mark: str) -> Wishes:
        """What was chosen. What was confirmed counts if it is what was shown."""
        chosen = {name: self.cleaned_data[name] for name in self.fields if name != "mark"}
        chosen["confirmed"] = chosen["confirmed"] and self.cleaned_data["mark"] == mark
        return Wishes(**chosen)


def facts_typed(deposit: Deposit) -> dict[str, Any]:
    """The facts of a deposit as the form shows them."""
    values = facts_of(deposit).values()
    ages = ", ".join(map(str, values["ages"]))
    return {**values, "ages": ages, "authorities": "\n".join(values["authorities"])}


def add_problems(form: forms.Form, problems: dict[str, str]) -> None:
    """What an action refused, on the fields that it is about."""
    for name, problem in problems.items():
        form.add_error(name if name in form.fields else None, problem)


def owner_chosen(owners: Sequence[Partnership | None], form: forms.Form) -> Partnership | None:
    """For whom somebody deposits."""
    by_value = {_value(one): one for one in owners}
    return by_value[form.cleaned_data["owner"]] if "owner" in form.fields else owners[0]


def _offer(fields: dict[str, forms.Field], owners: Sequence[Partnership | None]) -> None:
    if len(owners) == 1:
        del fields["owner"]
        return
    fields["owner"].choices = [(_value(one), one.name if one else "The national Panel") for one in owners]  # type: ignore[attr-defined]


def _value(owner: Partnership | None) -> str:
    return str(owner.pk) if owner else PANEL
