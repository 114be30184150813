"""What the pages share: who asks, the partnership of the address, the day that is looked at."""

from datetime import date
from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date

from second_question_web.partnerships import queries
from second_question_web.partnerships.access import Asker, may_manage
from second_question_web.partnerships.models import Partnership
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.day_field import DayInput, as_day


def asker(request: HttpRequest) -> Asker:
    """The person who is signed in; the gate lets nobody else through."""
    return cast(Asker, request.user)


def partnership_or_404(slug: str) -> Partnership:
    """The partnership of the address.

    Raises:
        Hidden: there is none.
    """
    found = queries.partnership(slug)
    if found is None:
        raise Hidden("partnership", slug)
    return found


def managed(request: HttpRequest, slug: str) -> Partnership:
    """The partnership of the address, for whoever manages it.

    Raises:
        Hidden: there is none.
        PermissionDenied: the person does not manage it.
    """
    found = partnership_or_404(slug)
    if not may_manage(asker(request), found):
        raise PermissionDenied(f"does not manage {slug}")
    return found


def chosen_day(request: HttpRequest) -> date:
    """The day that the address asks for, as `?on=2026-04-01` or in three parts; today when it is none."""
    parts = DayInput().value_from_datadict(request.GET, None, "on")
    try:
        asked = as_day(parts) if any(parts) else parse_date(request.GET.get("on", ""))
    except ValueError:  # a date that no calendar has
        asked = None
    return asked or timezone.localdate()
