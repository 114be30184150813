"""A form that was sent just after its session had ended: kept, encrypted, and offered again after signing in.

Only to the same person, without passwords and files, and only until that person signs out.
"""

import json
from dataclasses import dataclass

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from second_question_web.people.models import Person
from second_question_web.sealed.keys import seal, unseal

_KEPT = "kept_form"
_LARGEST = 500_000  # characters; more than any page of ours asks for
_NEVER = ("password", "code", "csrf", "secret")


@dataclass(frozen=True)
class KeptForm:
    """Where the form was going, and its fields."""

    path: str
    fields: list[tuple[str, str]]


def form_in(request: HttpRequest, person: Person) -> str:
    """The form that this request carries, sealed; nothing when it carries none."""
    if request.method != "POST":
        return ""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if _may_keep(name)]
    spelled = json.dumps({"person": person.pk, "path": request.path, "fields": fields})
    return seal(spelled) if fields and len(spelled) < _LARGEST else ""


def keep(session: SessionBase, sealed: str) -> None:
    """Puts a sealed form into the (new, anonymous) session."""
    if sealed:
        session[_KEPT] = sealed


def kept_form(session: SessionBase, person: Person) -> KeptForm | None:
    """The form that this person had sent, if one is kept; another person's is thrown away."""
    sealed = session.get(_KEPT, "")
    if not sealed:
        return None
    found = json.loads(unseal(sealed))
    if found["person"] != person.pk:
        throw_away(session)
        return None
    return KeptForm(found["path"], [(name, value) for name, value in found["fields"]])


def throw_away(session: SessionBase) -> None:
    """Forgets the form."""
    session.pop(_KEPT, None)


def _may_keep(name: str) -> bool:
    return not any(word in name.lower() for word in _NEVER)
