"""What is typed to reply to a rapid review, and to answer the reply."""

from django import forms

from second_question.rules.checklists import RAPID_REVIEW_CHECKLIST
from second_question_web.panel.actions.replying import ReplyText
from second_question_web.panel.models import Reply
from second_question_web.people.models import Person
from second_question_web.ui.questions.reading import LONGEST_TEXT

LONGEST_LINE = 150
STANDS, RECONSIDERS = "stands", "reconsiders"


def _text(label: str, rows: int, hint: str = "", missing: str = "") -> forms.CharField:
    """Several paragraphs. Without `missing` they may be left out."""
    too_long = f"{label.rstrip('?')}: shorten this to {LONGEST_TEXT:,} characters, or send a document with the letter"
    errors = {"max_length": too_long, "required": missing}
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label,
        widget=widget,
        max_length=LONGEST_TEXT,
        required=bool(missing),
        help_text=hint,
        error_messages=errors,
    )


def _line(label: str, hint: str = "") -> forms.CharField:
    errors = {"max_length": f"{label}: shorten this to {LONGEST_LINE} characters"}
    return forms.CharField(label=label, max_length=LONGEST_LINE, required=False, help_text=hint, error_messages=errors)


class ReplyForm(forms.Form):
    """A draft may be half written: what is missing is asked for before sending."""

    advice = forms.ChoiceField(
        label="What does the Panel say of the decision?",
        required=False,
        choices=Reply.Advice.choices,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the answers from the list"},
    )
    words = _text("The letter’s text on the decision", 10, "Address the partners. Name nobody of the family.")
    quality = forms.MultipleChoiceField(
        label="Which points on quality does the letter speak of?",
        required=False,
        choices=[(item.id, item.text[0].upper() + item.text[1:]) for item in RAPID_REVIEW_CHECKLIST.items],
        widget=forms.CheckboxSelectMultiple,
        help_text="From the checklist for rapid reviews. Tick what was done well or could be better, and say which below.",
    )
    quality_words = _text("What does the letter say of these?", 6)
    signed_name = _line("Who signs?")
    signed_title = _line("In which post?", "For example Panel member for the region.")
    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def text(self) -> ReplyText:
        """What was typed, read."""
        said = self.cleaned_data
        return ReplyText(**{name: said[name] for name in ReplyText.__dataclass_fields__})


class AnswerForm(forms.Form):
    """Whether the partners stand by their decision or think again, and what the Panel is told."""

    course = forms.ChoiceField(
        label="What do the partners do?",
        choices=[
            (STANDS, "Stand by the decision, and answer the Panel"),
            (RECONSIDERS, "Think again: the review opens for writing, and a new version is sent"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the partners stand by the decision or think again"},
    )
    words = _text(
        "What is the Panel told?",
        8,
        "What you answer to its points; or what you will look at again, and by when.",
        missing="Write what the Panel is to know",
    )
    reply = forms.IntegerField(widget=forms.HiddenInput)


def started_reply(draft: Reply | None, by: Person) -> ReplyForm:
    """The form with the draft, or empty for whoever begins one."""
    if draft is None:
        return ReplyForm(initial={"signed_name": by.name, "signed_title": by.job_title, "row_version": 0})
    return ReplyForm(initial={name: getattr(draft, name) for name in (*ReplyText.__dataclass_fields__, "row_version")})
