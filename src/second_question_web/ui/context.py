"""What every page is given."""

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest

from second_question_web.ui.navigation import navigation_for


def page(request: HttpRequest) -> dict[str, object]:
    """Who asks, where they may go, what to tell them, and whether everything here is fictional."""
    person = request.user
    signed_in = {"name": person.name, "organisation": person.trail_organisation} if person.is_authenticated else None
    return {
        "person": person,
        "signed_in": signed_in,
        "demo": settings.DEMO,
        "navigation": navigation_for(request),
        "messages": get_messages(request),
    }
