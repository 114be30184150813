"""The small forms around a request; the questions of the summary itself are read by `ui.questions`."""

from collections.abc import Mapping, Sequence
from datetime import date

from django import forms

from second_question_web.partnerships.models import Organisation
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.summaries.actions.asking import Contact
from second_question_web.rapid_reviews.summaries.actions.returning import NOBODY, Lead
from second_question_web.rapid_reviews.summaries.choosing import CONTRIBUTOR, LEAD
from second_question_web.rapid_reviews.summaries.outcome import ADD
from second_question_web.ui.day_field import DayField

LONGEST = 20_000
NOT_AN_ADDRESS = "Enter an email address in the right form, like name@example.org"
NO_NAMES = "In general words. Do not name anybody, and nothing by which somebody could be recognised."


def _words(label: str, required: str, hint: str = "", rows: int = 5) -> forms.CharField:
    """Several lines that must not be empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required, "max_length": f"{label}: shorten this to {LONGEST:,} characters"},
    )


def _line(label: str, required: str = "", hint: str = "") -> forms.CharField:
    """One line; without a message for an empty one it may be empty."""
    messages = {"required": required, "max_length": f"{label}: shorten this to 150 characters"}
    return forms.CharField(
        label=label, help_text=hint, max_length=150, required=bool(required), error_messages=messages
    )


def _address(label: str, required: str = "") -> forms.EmailField:
    """An e-mail address; without a message for an empty one it may be empty."""
    messages = {"required": required, "invalid": NOT_AN_ADDRESS}
    return forms.EmailField(label=label, required=bool(required), error_messages=messages)


class ContactForm(forms.Form):
    """Whom to write to in one agency. It begins with the people of the agency who have an account."""

    name = _line("Name of the person who writes the summary", "required")
    email = _address("Email address", "required")
    lead_name = _line("Who signs it for the agency, if you know", hint="The agency’s lead for safeguarding. Optional.")
    lead_email = _address("Email address of who signs")

    def __init__(self, agency: Organisation, known: Mapping[str, Person], data: object = None) -> None:
        super().__init__(data, prefix=agency.code, initial=_initial(known))  # type: ignore[arg-type]  # request.POST, or nothing
        self.agency = agency
        self.fields["name"].error_messages["required"] = f"{agency.name}: enter the name of the person to write to"
        self.fields["email"].error_messages["required"] = f"{agency.name}: enter the email address of that person"

    def clean(self) -> dict[str, object]:
        """A lead has both a name and an address, and is not the person who writes."""
        said = super().clean() or {}
        name, email = said.get("lead_name"), said.get("lead_email")
        if name and not email and "lead_email" not in self.errors:
            self.add_error(
                "lead_email", f"{self.agency.name}: enter the email address of {name}, or take the name away"
            )
        if email and not name:
            self.add_error("lead_name", f"{self.agency.name}: enter the name of the person who signs")
        if email and str(email).casefold() == str(said.get("email", "")).casefold():
            self.add_error(
                "lead_email", "Leave this empty if the same person signs. That is asked when the summary comes"
            )
        return said

    def contact(self) -> Contact:
        """Who is asked, after the form was found valid."""
        return Contact(**self.cleaned_data)


class AskForm(forms.Form):
    """By when the summaries are due, and what the agencies are told beside."""

    due_on = DayField(label="By when?", error_messages={"required": "By when? Enter the date"})
    note = forms.CharField(
        label="What else should the agencies know?",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Only what they need to answer. They see the names, dates of birth and addresses of the children and "
        "the family, and nothing of the incident. Optional.",
        error_messages={"max_length": f"Shorten this to {LONGEST:,} characters"},
    )

    def __init__(self, suggested: date, today: date, data: object = None) -> None:
        super().__init__(data, initial={"due_on": suggested})  # type: ignore[arg-type]  # request.POST, or nothing
        self.today = today

    def clean_due_on(self) -> date:
        """Today or later."""
        due_on: date = self.cleaned_data["due_on"]
        if due_on < self.today:
            raise forms.ValidationError("By when? The date must be today or later")
        return due_on


class LinkForm(forms.Form):
    """One person more to write to."""

    part = forms.ChoiceField(
        label="What is this person asked to do?",
        choices=[("contribute", "Write the summary"), ("sign", "Read it and sign it for the agency")],
        widget=forms.RadioSelect,
        initial="contribute",
        error_messages={"required": "Choose what this person is asked to do"},
    )
    name = _line("Name", "Enter the name of the person to write to")
    job_title = _line("Job title", hint="Optional.")
    email = _address("Email address", "Enter the email address of that person")


class WithdrawForm(forms.Form):
    """Why a summary is no longer needed."""

    reason = _words(
        "Why is it no longer needed?", "Say why the summary is no longer needed", "The agency does not see this."
    )


class SendBackForm(forms.Form):
    """What the partnership wants to know."""

    question = _words(
        "What do you want to know?",
        "Write what you want to know",
        "The agency reads this on its page. It goes into no email.",
    )


class NothingKnownForm(forms.Form):
    """That the agency did not know the family: where was looked, and who looked."""

    where = _words(
        "Where did you look?", "Say in which records you looked", "For example the pupil register since 2019.", 3
    )
    who = _line("Who looked?", "Say who looked", "Name and job.")


class ToldByTelephoneForm(forms.Form):
    """The same, as somebody of the agency said it by telephone."""

    where = _words(
        "Where did they look?", "Say in which records they looked", "For example the pupil register since 2019.", 3
    )
    who = _line("Who said so?", "Say who told you", "Name and job.")


class CodeForm(forms.Form):
    """The code that came by e-mail. Spaces and dashes in it do not matter."""

    code = forms.CharField(
        label="Code",
        max_length=20,
        help_text="The six figures in the email that we have just sent you.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": "Enter the six figures from the email"},
    )

    def clean_code(self) -> str:
        """The figures alone."""
        return "".join(c for c in self.cleaned_data["code"] if c.isascii() and c.isdigit())


class SignForm(forms.Form):
    """Who signs."""

    name = _line("Your name", "Enter your name")
    job_title = _line("Your job title", "Enter your job title")


class LeadForm(forms.Form):
    """Who signs for the agency, asked where nobody was named as its lead."""

    signs = forms.ChoiceField(
        label="Who signs it for your agency?",
        choices=[
            ("me", "I do: I lead on safeguarding here"),
            ("other", "Somebody else, who will be asked by email"),
            ("", "I do not know"),
        ],
        required=False,
        widget=forms.RadioSelect,
        initial="me",
    )
    name = _line("Name of whoever signs")
    job_title = _line("Job title of whoever signs")
    email = _address("Email address, if it is somebody else")

    def clean(self) -> dict[str, object]:
        """What is needed for what was chosen."""
        said = super().clean() or {}
        if said.get("signs") and not said.get("name"):
            self.add_error("name", "Enter the name of whoever signs")
        if said.get("signs") == "me" and not said.get("job_title"):
            self.add_error("job_title", "Enter your job title")
        if said.get("signs") == "other" and not said.get("email") and "email" not in self.errors:
            self.add_error("email", "Enter the email address of whoever signs")
        return said

    def lead(self) -> Lead:
        """Who signs, after the form was found valid."""
        said = self.cleaned_data
        if not said["signs"]:
            return NOBODY
        who = {"name": said["name"], "job_title": said["job_title"]}
        return Lead(**who, is_writer=True) if said["signs"] == "me" else Lead(**who, email=said["email"])


class TellForm(forms.Form):
    """What the agencies are told, and which of them."""

    agencies = forms.MultipleChoiceField(
        label="Whom do you tell?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency"},
    )
    words = _words("What came of it", "Write what came of it", NO_NAMES, 12)

    def __init__(
        self, agencies: Sequence[tuple[str, str]], data: object = None, initial: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))  # type: ignore[arg-type]  # request.POST, or nothing
        self.fields["agencies"].choices = agencies  # type: ignore[attr-defined]  # a choice field has choices

    def clean_words(self) -> str:
        """Finished: the sentence that was only begun for the writer is not sent as it is."""
        said = str(self.cleaned_data["words"]).strip()
        if any(line.strip() == ADD.strip() for line in said.splitlines()):
            raise forms.ValidationError("Finish the sentence on what was learned, or take it out")
        return said


def _initial(known: Mapping[str, Person]) -> dict[str, str]:
    """The contributor with an account writes; the lead signs, or writes where there is nobody else."""
    writer = known.get(CONTRIBUTOR) or known.get(LEAD)
    lead = known.get(LEAD) if CONTRIBUTOR in known else None
    found = {"name": writer.name, "email": writer.email} if writer else {}
    return found | ({"lead_name": lead.name, "lead_email": lead.email} if lead else {})
