"""What is typed to add an area."""

from collections.abc import Iterable

from django import forms

from second_question_web.partnerships.models import Partnership
from second_question_web.rapid_reviews.meetings.fields import WordsField


class AreaForm(forms.Form):
    """Which partnership, and why."""

    partnership = forms.TypedChoiceField(
        label="Which partnership?",
        coerce=int,
        error_messages={"required": "Choose a partnership", "invalid_choice": "Choose a partnership from the list"},
    )
    reason = WordsField(
        label="Why does this area take part?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="For example that a brother lives there. Both partnerships read this.",
        error_messages={"required": "Say why this area takes part"},
    )

    def __init__(self, data: object, could_join: Iterable[Partnership]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # what a request was sent, or nothing
        choices = [("", "Choose a partnership"), *((one.pk, one.name) for one in could_join)]
        self.fields["partnership"].choices = choices  # type: ignore[attr-defined]  # a choice field
