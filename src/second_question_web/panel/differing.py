"""Where two people's drafts of one reply differ, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question_web.panel.models import Reply
from second_question_web.panel.reply_forms import ReplyForm


@dataclass(frozen=True)
class Differing:
    """One field with two texts."""

    label: str
    mine: str
    theirs: str


def differing(form: ReplyForm, theirs: Reply) -> list[Differing]:
    """Each field in which what was typed is not what somebody else saved."""
    return [
        Differing(str(form.fields[name].label), _words(form, name, mine), _words(form, name, getattr(theirs, name)))
        for name, mine in vars(form.text).items()
        if mine != getattr(theirs, name)
    ]


def _words(form: ReplyForm, name: str, value: str | Sequence[str]) -> str:
    choices = {str(code): str(label) for code, label in getattr(form.fields[name], "choices", ())}
    if isinstance(value, str):
        return choices.get(value, value) or "Nothing"
    return "\n".join(choices.get(code, code) for code in value) or "Nothing"
