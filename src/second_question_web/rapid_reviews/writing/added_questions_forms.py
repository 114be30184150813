"""What is typed to add a question to the template, to change it, and to end it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django import forms

from second_question.rules.questions import Kind
from second_question_web.rapid_reviews.models import AddedQuestion
from second_question_web.rapid_reviews.writing.actions.added_questions import Wording
from second_question_web.rapid_reviews.writing.added_questions import EVERYBODY, SECTIONS, seen_of
from second_question_web.ui.day_field import DayField

if TYPE_CHECKING:
    from second_question_web.partnerships.models import Partnership

_EVERYBODY_CODE = "everybody"


class QuestionForm(forms.Form):
    """A question: for whom it is asked, where, in which words, and from when to when."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    owner = forms.ChoiceField(
        label="In whose reviews is it asked?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose in whose reviews it is asked"},
    )
    section = forms.ChoiceField(
        label="In which section?",
        choices=[("", "Choose one"), *SECTIONS.items()],
        help_text="It comes last there. In part 6 each agency is asked; with children and family, each person.",
        error_messages={"required": "Choose the section in which it is asked"},
    )
    label = forms.CharField(
        label="The question",
        max_length=200,
        help_text="For example “How did the closure of the children’s centre matter?”",
        error_messages={
            "required": "Write the question",
            "max_length": "Write the question in 200 characters or fewer",
        },
    )
    hint = forms.CharField(
        label="What helps to answer it? (optional)",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Write what helps in 400 characters or fewer"},
    )
    kind = forms.ChoiceField(
        label="How is it answered?",
        widget=forms.RadioSelect,
        choices=[(str(Kind.LONG_TEXT), "In words"), (str(Kind.YES_NO), "Yes or no")],
        error_messages={"required": "Choose how it is answered"},
    )
    starts_on = DayField(
        label="First day",
        help_text="Reviews that are opened on this day or later have it. Today at the earliest.",
        error_messages={"required": "First day: enter the date"},
    )
    ends_on = DayField(label="Last day (optional)", help_text="Leave it empty to ask until you end it.", required=False)

    def __init__(self, owners: Sequence["Partnership | None"], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever Django's form takes
        self._owners = {owner.slug if owner else _EVERYBODY_CODE: owner for owner in owners}
        if len(owners) == 1:
            del self.fields["owner"]
        else:
            choices = [(code, str(owner or EVERYBODY)) for code, owner in self._owners.items()]
            self.fields["owner"].choices = choices  # type: ignore[attr-defined]  # a choice field's

    @property
    def partnership(self) -> "Partnership | None":
        """Whose reviews are asked; None for everybody's."""
        chosen = self.cleaned_data.get("owner") or next(iter(self._owners))
        return self._owners[chosen]

    @property
    def wording(self) -> Wording:
        """What was typed, spaces put right."""
        said = self.cleaned_data
        label, hint = (" ".join(said[name].split()) for name in ("label", "hint"))
        return Wording(said["section"], label, hint, said["kind"], said["starts_on"], said["ends_on"])


class LastDayForm(forms.Form):
    """Until when a question is asked."""

    ends_on = DayField(
        label="Last day",
        help_text="Today or later. Reviews that are opened after this day do not have it; those that have it keep it.",
        error_messages={"required": "Last day: enter the date"},
    )


def as_typed(question: AddedQuestion) -> dict[str, object]:
    """What stands in the form of a question that is to be changed."""
    names = ("section", "label", "hint", "kind", "starts_on", "ends_on")
    return {"seen": seen_of(question), **{name: getattr(question, name) for name in names}}


def empty(first_day: date) -> dict[str, object]:
    """What stands in the form of a new question."""
    return {"starts_on": first_day, "kind": str(Kind.LONG_TEXT)}
