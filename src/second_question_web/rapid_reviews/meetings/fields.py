"""Fields of forms that read what is typed as the questions of the review do."""

from datetime import time
from typing import Any

from django import forms

from second_question.rules.questions import Kind, Question
from second_question_web.ui.given import Given
from second_question_web.ui.questions.reading import read


class ReadField(forms.CharField):
    """A field whose text is read like the answer to a question of that kind, with the same words when it is wrong."""

    question_kind = Kind.TEXT

    def to_python(self, value: Any) -> Any:
        """The value, or nothing.

        Raises:
            ValidationError: it cannot be read so.
        """
        typed = str(value or "").strip()
        found = read(Question("", str(self.label), self.question_kind), Given(text=typed))
        if found.error:
            raise forms.ValidationError(found.error)
        return found.value if typed else self.empty_value


class WordsField(ReadField):
    """Several paragraphs, up to what an answer of the review may have."""

    question_kind = Kind.LONG_TEXT
    widget = forms.Textarea


class TimeOfDayField(ReadField):
    """A time such as 14:30 or 2:30pm."""

    question_kind = Kind.TIME

    def prepare_value(self, value: Any) -> Any:
        """A time as it is typed."""
        return value.strftime("%H:%M") if isinstance(value, time) else value


def line(label: str, *, longest: int = 200, required: bool = True, help_text: str = "") -> forms.CharField:
    """One line of text."""
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        help_text=help_text,
        error_messages={
            "required": f"{label}: enter this",
            "max_length": f"{label}: shorten this to {longest} characters",
        },
    )
