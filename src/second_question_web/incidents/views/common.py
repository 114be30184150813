"""What the pages of a notification share."""

from typing import cast

from django.http import HttpRequest
from django.urls import reverse

from second_question.rules.access import Permission
from second_question_web.incidents.models import Notification
from second_question_web.incidents.queries import Opened
from second_question_web.people.models import Person


def person_of(request: HttpRequest) -> Person:
    """Who asks; the gate has let only signed-in people through."""
    return cast("Person", request.user)


def section_id(slug: str) -> str:
    """The id of a task from its place in an address."""
    return slug.replace("-", "_")


def page_of(notification: Notification, name: str = "notification") -> str:
    """The address of one of a notification's pages."""
    return reverse(name, args=[notification.reference])


def trail_of_case(opened: Opened) -> str:
    """The address of who opened this case; empty for those who may not know."""
    if Permission.TRAIL_READ_CASE not in opened.may:
        return ""
    return reverse("case_trail", args=[opened.notification.reference])
