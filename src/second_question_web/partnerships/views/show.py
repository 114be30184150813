"""One partnership as of a day: members, agencies, local clocks, counting, and what was changed."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.partnerships import queries
from second_question_web.partnerships.access import may_found, may_manage
from second_question_web.partnerships.counting import example
from second_question_web.partnerships.history import events
from second_question_web.partnerships.models import LocalClock, Member, MemberPart, Partnership
from second_question_web.partnerships.views.common import asker, chosen_day, partnership_or_404
from second_question_web.ui.components import Column, Link
from second_question_web.ui.filters import full_date
from second_question_web.ui.gate import requires

MEMBER_COLUMNS = tuple(Column(label=label) for label in ("Organisation", "Kind", "First day", "Last day", "Action"))
CLOCK_COLUMNS = tuple(Column(label=label) for label in ("What must be done", "Within", "From", "Holds", "Action"))


@requires(Permission.PARTNERSHIP_READ, Permission.PEOPLE_MANAGE)
@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """The partnership on the day that the address asks for."""
    partnership, on, today = partnership_or_404(slug), chosen_day(request), timezone.localdate()
    manages, founds = may_manage(asker(request), partnership), may_found(asker(request))
    members = queries.all_members(partnership)
    present = [member for member in members if queries.is_on(member, on)]
    partners = [member for member in present if member.part == MemberPart.SAFEGUARDING_PARTNER]
    agencies = [member for member in present if member.part == MemberPart.AGENCY]
    shown = {
        "partnership": partnership,
        "on": on,
        "today": today,
        "is_today": on == today,
        "manages": manages,
        "founds": founds,
        "partner_columns": MEMBER_COLUMNS if founds else MEMBER_COLUMNS[:-1],
        "agency_columns": MEMBER_COLUMNS if manages else MEMBER_COLUMNS[:-1],
        "other_columns": MEMBER_COLUMNS[:-1],
        "clock_columns": CLOCK_COLUMNS if manages else CLOCK_COLUMNS[:-1],
        "partners": [_member(partnership, member, founds) for member in partners],
        "agencies": [_member(partnership, member, manages) for member in agencies],
        "others": [_member(partnership, member, False) for member in members if member not in present],
        "ended": [(m.organisation, queries.came_after(m.organisation, on)) for m in partners if _ended(m, on)],
        "clocks": [_clock(partnership, clock, manages) for clock in queries.clocks_on(partnership, on)],
        "example": example(partnership.start_day_is_day_one, today),
        "events": events(partnership),
    }
    return render(request, "partnerships/show.html", shown)


def _ended(member: Member, on: date) -> bool:
    """Whether the organisation ended although its membership goes on."""
    return member.organisation.ends_on is not None and member.organisation.ends_on < on


def _member(partnership: Partnership, member: Member, may_end: bool) -> list[object]:
    organisation = member.organisation
    until = full_date(member.ends_on) or "–"
    row: list[object] = [organisation.name, organisation.get_kind_display(), full_date(member.starts_on) or "–", until]
    if not may_end:
        return row
    address = reverse("partnership_end_membership", args=(partnership.slug, member.pk))
    return [*row, Link(text="End", href=address, about=f"the membership of {organisation.name}")]


def _clock(partnership: Partnership, clock: LocalClock, manages: bool) -> list[object]:
    days = "1 working day" if clock.working_days == 1 else f"{clock.working_days} working days"
    row: list[object] = [clock.name, days, clock.get_starts_from_display(), _holds(clock)]
    if not manages:
        return row
    address = reverse("partnership_end_clock", args=(partnership.slug, clock.pk))
    return [*row, None if clock.ended_on else Link(text="End", href=address, about=f"the clock {clock.name}")]


def _holds(clock: LocalClock) -> str:
    since = f"for what begins from {full_date(clock.started_on)}" if clock.started_on else "for everything"
    return f"{since} to {full_date(clock.ended_on)}" if clock.ended_on else since
