"""Pages for everybody: help, user guide, accessibility, privacy, sources of the rules, feedback."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from second_question.reference.holidays import bank_holidays
from second_question.rules.access import ROLES
from second_question.rules.clocks import CLOCKS
from second_question.rules.rulesets import RULESETS
from second_question.rules.rulesets import ruleset as ruleset_of
from second_question_web.ui.gate import public

Page = Callable[[HttpRequest], HttpResponse]


def information(template: str, **facts: object) -> Page:
    """A view of a page that says the same to everybody."""

    @public
    @require_safe
    def page(request: HttpRequest) -> HttpResponse:
        return render(request, f"home/help/{template}.html", {**_whose(), **facts})

    return page


def _whose() -> dict[str, object]:
    """Who runs this installation, as far as its settings say."""
    return {
        "operator": settings.OPERATOR,
        "contact": settings.CONTACT_EMAIL,
        "privacy_address": settings.PRIVACY_ADDRESS,
        "session_hours": int(settings.SESSION_LIMIT.total_seconds() // 3600),
    }


def _titles(ruleset_ids: tuple[str, ...]) -> str:
    return "; ".join(ruleset_of(ruleset_id).title for ruleset_id in ruleset_ids)


help_page = information("help")
guide = information("guide", roles=ROLES)
accessibility = information("accessibility")
privacy = information("privacy")
feedback = information("feedback")
sources = information(
    "sources",
    clocks=[(clock, _titles(clock.verified_under), _titles(clock.rulesets)) for clock in CLOCKS],
    rulesets=RULESETS,
    holidays_until=bank_holidays().last_day,
)
