"""What is chosen and typed on the pages of earlier learning."""

from django import forms

from second_question_web.rapid_reviews.learned_before.actions import Chosen
from second_question_web.rapid_reviews.learned_before.citing import Closed, Shared
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning

LONGEST_TEXT = 6_000
LONGEST_LINE = 300


class TextForm(forms.Form):
    """A text of one's own to look up. It is not kept."""

    text = forms.CharField(
        label="What do you want to look up?",
        help_text="A paragraph, or a point on each line. It is looked up on this server and not kept.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_TEXT,
        error_messages={
            "required": "Type or paste what you want to look up",
            "max_length": f"Look up {LONGEST_TEXT:,} characters or fewer at a time",
        },
    )


class ChosenForm(forms.Form):
    """What is to be cited, as the page of results names it."""

    document = forms.RegexField(r"^[0-9a-f]{12}$", widget=forms.HiddenInput)
    passage = forms.IntegerField(min_value=0, max_value=10**9, required=False, widget=forms.HiddenInput)
    recommendation = forms.IntegerField(min_value=0, max_value=10**9, required=False, widget=forms.HiddenInput)
    back = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    shared = forms.CharField(max_length=10, required=False, widget=forms.HiddenInput)

    @property
    def chosen(self) -> Chosen:
        """What was chosen; to be asked of a valid form."""
        said = self.cleaned_data
        return Chosen(said["document"], said["passage"], said["recommendation"], said["shared"])


class ShareForm(ChosenForm):
    """The same, with the question how much those who read the review may know."""

    def __init__(self, *args: object, closed: Closed, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        words = [(Shared.ALL, "Its title and its words: I may tell them")]
        if closed is Closed.TEXT:
            words.insert(0, (Shared.RECORD, "Its record alone, which is open to everybody"))
        self.fields["shared"] = forms.ChoiceField(
            label="How much of it may they know?",
            choices=[(str(value), label) for value, label in words],
            widget=forms.RadioSelect,
            error_messages={"required": "Say how much of it those who read this review may know"},
        )


class BecameForm(forms.Form):
    """What became of what was recommended then. Both may stay empty."""

    became = forms.ChoiceField(
        label="What became of it?", choices=EarlierLearning.Became.choices, widget=forms.RadioSelect, required=False
    )
    words = forms.CharField(
        label="In a line",
        help_text="For example what was done, by whom, or what stopped it.",
        required=False,
        max_length=LONGEST_LINE,
        error_messages={"max_length": f"Say it in {LONGEST_LINE} characters or fewer"},
    )
