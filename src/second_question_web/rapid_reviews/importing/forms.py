"""What is typed on the pages of an import."""

from django import forms

from second_question_web.rapid_reviews.importing.actions.placing import LONGEST_REASON

_NO_FILE = "Choose the file of the review"
INTO, RECORD, OUT = "into", "record", "out"


class FileForm(forms.Form):
    """The file of an existing review."""

    file = forms.FileField(
        label="Word, PDF or JSON file",
        allow_empty_file=True,
        error_messages={"required": _NO_FILE, "missing": _NO_FILE},
    )


class PassageForm(forms.Form):
    """What is done with a passage. The choices of questions and records are those of the page."""

    course = forms.ChoiceField(
        choices=[(INTO, INTO), (RECORD, RECORD), (OUT, OUT)],
        error_messages={
            "required": "Choose what to do with the passage",
            "invalid_choice": "Choose what to do with the passage",
        },
    )
    target = forms.CharField(required=False, max_length=120)
    kind = forms.CharField(required=False, max_length=20)
    reason = forms.CharField(
        required=False,
        max_length=LONGEST_REASON,
        error_messages={"max_length": f"Say why in {LONGEST_REASON:,} characters or fewer"},
    )
