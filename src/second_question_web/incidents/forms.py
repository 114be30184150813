"""The small forms around a notification; its questions are read by `ui.questions`."""

from collections.abc import Sequence
from datetime import datetime, time

from django import forms
from django.utils import timezone

from second_question_web.files.models import StoredFile
from second_question_web.incidents.models import Informed, Referral
from second_question_web.partnerships.models import Partnership
from second_question_web.ui.day_field import DayField

LONGEST_REASON = 4000


class StartForm(forms.Form):
    """For which partnership an incident is recorded. With one to choose from, nothing is asked."""

    partnership = forms.ChoiceField(
        label="For which partnership?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose the partnership in whose area it happened",
            "invalid_choice": "Choose a partnership from the list",
        },
    )
    start_token = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(
        self,
        choices: Sequence[Partnership],
        referral: Referral | None,
        data: object = None,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # request.POST, or nothing
        if referral:
            choices = [one for one in choices if one.pk == referral.partnership_id]
        self.by_slug = {one.slug: one for one in choices}
        self.fields["partnership"].choices = [(one.slug, one.name) for one in choices]  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["partnership"].widget = forms.HiddenInput()
            self.initial["partnership"] = choices[0].slug

    @property
    def chosen(self) -> Partnership:
        """The partnership that was chosen."""
        return self.by_slug[self.cleaned_data["partnership"]]


class ReasonForm(forms.Form):
    """A reason, asked before something that needs one. Its label says what for."""

    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Say why, in a sentence",
            "max_length": f"Shorten this to {LONGEST_REASON:,} characters",
        },
    )

    def __init__(self, label: str, data: object = None, hint: str = "") -> None:
        super().__init__(data)  # type: ignore[arg-type]  # request.POST, or nothing
        self.fields["reason"].label = label
        self.fields["reason"].help_text = hint


class ToldForm(forms.Form):
    """Who was told of an incident, how and when."""

    body = forms.ChoiceField(
        label="Who was told?",
        choices=Informed.Body.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who was told"},
    )
    details = forms.CharField(
        label="Name, office or area",
        required=False,
        max_length=500,
        help_text="For example who took the call.",
    )
    how = forms.ChoiceField(
        label="How?",
        choices=[choice for choice in Informed.How.choices if choice[0] != Informed.How.HERE],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they were told"},
    )
    on = DayField(label="On which day?", error_messages={"required": "Enter the day on which they were told"})
    at = forms.TimeField(
        label="At what time?",
        required=False,
        help_text="If you know it, for example 14:30.",
        error_messages={"invalid": "Enter a time such as 14:30"},
    )

    def __init__(self, data: object = None, now: datetime | None = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # request.POST, or nothing
        self.now = now or timezone.now()

    def clean(self) -> dict[str, object]:
        """Puts day and time together, and refuses what lies ahead."""
        cleaned = super().clean() or {}
        day = cleaned.get("on")
        if day:
            moment = timezone.make_aware(datetime.combine(day, cleaned.get("at") or time(0)))
            cleaned["moment"] = moment
            if moment > self.now:
                self.add_error("on", "This is in the future. Enter when they were told")
        return cleaned


class DocumentForm(forms.Form):
    """A document to attach, with what kind of statement it is and whose."""

    file = forms.FileField(
        label="Choose a file",
        error_messages={"required": "Choose a file", "empty": "The file is empty. Check that you chose the right one"},
    )
    description = forms.CharField(label="What is it?", max_length=200, required=False, help_text="In a few words.")
    provenance = forms.ChoiceField(
        label="What kind of statement is it?",
        choices=StoredFile.Provenance.choices,
        widget=forms.RadioSelect,
        initial=StoredFile.Provenance.FACT,
    )
    source = forms.CharField(
        label="Whose document is it?", max_length=200, required=False, help_text="The agency or person who wrote it."
    )
