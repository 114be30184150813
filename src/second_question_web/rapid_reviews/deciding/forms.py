"""What is typed to decide, to sign, and to send."""

from collections.abc import Iterable
from typing import Any

from django import forms

from second_question_web.rapid_reviews.deciding.actions.sending import field_of
from second_question_web.rapid_reviews.deciding.partners import Partner
from second_question_web.rapid_reviews.meetings.fields import WordsField, line
from second_question_web.rapid_reviews.models import PartnerSignature


def _words(label: str, help_text: str = "", *, needed: str = "", rows: int = 3) -> WordsField:
    """Several sentences; `needed` is said when nothing is typed, and empty where that is right."""
    return WordsField(
        label=label,
        help_text=help_text,
        required=bool(needed),
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": needed},
    )


class DecideForm(forms.Form):
    """Why a decision differs from the one before, or is recorded again."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    why_changed = _words(
        "Why does the decision change, or why is it recorded again?", "It is kept beside the decision."
    )


class SignForm(forms.Form):
    """A partner's view, on the text that was before the person's eyes."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    view = forms.ChoiceField(
        label="Your organisation’s view",
        choices=PartnerSignature.View.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether your organisation agrees"},
    )
    words = _words("In your own words", "Needed for a reservation or a disagreement. It goes into the review.")


class RecordViewForm(SignForm):
    """A view that a partner gave elsewhere."""

    name = line("Who gave it?", longest=150)
    job_title = line("Job title", longest=150, required=False)
    how_given = line("How was it given?", help_text="For example by telephone on Tuesday, confirmed by email.")
    field_order = ("name", "job_title", "how_given", "view", "words", "seen")

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.fields["view"].label, self.fields["words"].label = "The partner’s view", "In the partner’s own words"


class SendForm(forms.Form):
    """Why it is late, and why a partner has not signed; each is asked only where it is so."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, late: bool, unsigned: Iterable[Partner], **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        if late:
            self.fields["late_reason"] = _words("Why is it late?", "The Panel reads this.", needed="Say why it is late")
        for partner in unsigned:
            self.fields[field_of(partner.organisation.pk)] = _why_unsigned(partner)

    def reasons(self) -> dict[int, str]:
        """Why each partner has not signed, by the partner's key."""
        start = field_of("")
        typed = {name: str(said) for name, said in self.cleaned_data.items() if name.startswith(start)}
        return {int(name.removeprefix(start)): said for name, said in typed.items()}


def _why_unsigned(partner: Partner) -> WordsField:
    name, what = partner.organisation.name, " the text as it is now" if partner.has_lapsed else ""
    needed = f"Say why {name} has not signed{what}, or ask them to sign"
    return _words(
        f"Why has {name} not signed{what}?",
        "It stands in the partner’s place under the decision.",
        needed=needed,
        rows=2,
    )
