"""Work that is done once a day, however many hosts there are: one table, and the action that asks for what is due."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from second_question_web.jobs import actions
from second_question_web.jobs.models import DailyRun
from second_question_web.trail.actions import System


@dataclass(frozen=True)
class Daily:
    """Work of that kind, asked for once a day as soon as the hour (0 to 23, in England) has come."""

    name: str
    hour: int
    kind: str
    title: str


SCHEDULE = (
    Daily("tidy", 3, "jobs.tidy", "Daily tidying up"),
    Daily("forget import files", 3, "register.forget_files", "Old files of imports"),
    Daily("meaning", 1, "library.meaning", "What the library’s new passages mean"),
    Daily("trail", 4, "trail.check", "Nightly check of the trail"),
    Daily("alerts", 7, "home.alerts", "Emails about dates"),
    Daily("library alerts", 7, "library.alerts", "Emails about saved searches"),
    Daily("agency reminders", 8, "summaries.remind", "Reminders to agencies"),
)


def ask_for_what_is_due(*, now: datetime, schedule: tuple[Daily, ...] = SCHEDULE) -> list[str]:
    """Asks for the daily work whose hour has come today and that nobody asked for yet; the names of what was asked."""
    local = localtime(now)
    due = [daily for daily in schedule if daily.hour <= local.hour]
    there = set(DailyRun.objects.filter(day=local.date()).values_list("name", flat=True)) if due else set()
    return [daily.name for daily in due if daily.name not in there and _ask_once(daily, local.date())]


@transaction.atomic
def _ask_once(daily: Daily, day: date) -> bool:
    run, is_new = DailyRun.objects.get_or_create(name=daily.name, day=day)
    if is_new:
        job = actions.start(daily.kind, daily.title, System("schedule"))
        DailyRun.objects.filter(pk=run.pk).update(job=job)
    return is_new
