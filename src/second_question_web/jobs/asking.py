"""Who asks for background work: known here only by what the trail and the permissions need, because people live above."""

from typing import Protocol, cast

from django.http import HttpRequest

from second_question.rules.access import Permission
from second_question_web.trail.actions import Actor


class Asker(Actor, Protocol):
    """A person who can hold permissions."""

    def may(self, permission: Permission) -> bool:
        """Whether a live grant gives this permission anywhere."""


def asker_of(request: HttpRequest) -> Asker:
    """The person who is signed in; the gate has seen to it that there is one."""
    return cast(Asker, request.user)
