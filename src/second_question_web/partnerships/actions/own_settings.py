"""What a partnership sets for itself: local clocks, how it counts, its e-mail address."""

from datetime import date

from django.db import transaction

from second_question.rules.clocks import local_clock
from second_question_web.partnerships.access import Asker, must_manage
from second_question_web.partnerships.actions.noting import note
from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.models import LocalClock, Partnership
from second_question_web.trail.actions import System


@transaction.atomic
def add_local_clock(
    *, by: Asker | System, partnership: Partnership, name: str, starts_from: str, working_days: int, on: date
) -> LocalClock:
    """A clock for what begins from that day on. Asked for twice, it is set once.

    Raises:
        CannotChange: no name, a running clock has it, or the length is not 1 to 250 working days.
        PermissionDenied: the person does not manage this partnership.
    """
    must_manage(by, partnership)
    name = " ".join(name.split())
    _refuse_clock(name, working_days)
    running = partnership.local_clocks.filter(ended_on__isnull=True, name__iexact=name).first()
    if running and (running.starts_from, running.working_days) == (starts_from, working_days):
        return running
    if running:
        raise CannotChange("name", f"A clock called “{running.name}” is running. End it first, or choose another name")
    made = partnership.local_clocks.create(name=name, starts_from=starts_from, working_days=working_days, started_on=on)
    note("partnership.add_clock", by, partnership, after=_facts(made))
    return made


@transaction.atomic
def end_local_clock(*, by: Asker | System, partnership: Partnership, clock: int, on: date) -> LocalClock:
    """The clock ends; what began by that day keeps it.

    Raises:
        CannotChange: there is no such clock here.
        PermissionDenied: the person does not manage this partnership.
    """
    must_manage(by, partnership)
    found = partnership.local_clocks.select_for_update().filter(pk=clock).first()
    if found is None:
        raise CannotChange("clock", "This clock is not there any more")
    if found.ended_on:
        return found
    before = _facts(found)
    found.ended_on = on
    found.save(update_fields=["ended_on"])
    note("partnership.end_clock", by, partnership, before=before, after=_facts(found))
    return found


@transaction.atomic
def change_counting(*, by: Asker | System, partnership: Partnership, start_day_is_day_one: bool) -> None:
    """How working days are counted from now on. Reviews and referrals that are under way keep how they began.

    Raises:
        PermissionDenied: the person does not manage this partnership.
    """
    must_manage(by, partnership)
    locked = Partnership.objects.select_for_update().get(pk=partnership.pk)
    if locked.start_day_is_day_one == start_day_is_day_one:
        return
    before = {"start_day_is_day_one": locked.start_day_is_day_one}
    locked.start_day_is_day_one = start_day_is_day_one
    locked.save(update_fields=["start_day_is_day_one"])
    note("partnership.change_counting", by, locked, before=before, after={"start_day_is_day_one": start_day_is_day_one})


@transaction.atomic
def change_email(*, by: Asker | System, partnership: Partnership, email: str) -> None:
    """The address to which the partnership's own messages go; empty for none.

    Raises:
        PermissionDenied: the person does not manage this partnership.
    """
    must_manage(by, partnership)
    locked = Partnership.objects.select_for_update().get(pk=partnership.pk)
    if locked.email == email:
        return
    before = {"email": locked.email}
    locked.email = email
    locked.save(update_fields=["email"])
    note("partnership.change_email", by, locked, before=before, after={"email": email})


def _refuse_clock(name: str, working_days: int) -> None:
    if not name:
        raise CannotChange("name", "Enter a name for the clock")
    try:
        local_clock("checked_only", name, "the start", working_days)
    except ValueError as problem:
        raise CannotChange("working_days", str(problem).rstrip(".")) from problem


def _facts(clock: LocalClock) -> dict[str, object]:
    return {
        "name": clock.name,
        "starts_from": clock.starts_from,
        "working_days": clock.working_days,
        "ended_on": clock.ended_on,
    }
