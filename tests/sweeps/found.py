"""Where the demo has what a page needs: the parts of its address. Everything here is read, nothing is made."""

from collections.abc import Callable
from typing import cast

from django.db.models import Model, QuerySet

from second_question.rules.questions import Section
from second_question_web.files.models import StoredFile
from second_question_web.incidents.models import Notification, Referral
from second_question_web.jobs.models import Job
from second_question_web.partnerships.models import LocalClock, Member
from second_question_web.people.models import Grant, Person
from second_question_web.trail.models import Entry

Parts = tuple[object, ...]
HERE = "wessenmere"  # Bea's partnership; Noor's is norvale


def first(rows: QuerySet[Model], *names: str) -> Parts:
    """These fields of the first row; the demo must have one."""
    row = rows.values_list(*names).first()
    assert row, f"the demo has none: {rows.query}"
    return cast(Parts, row)


def _cases(**which: object) -> QuerySet[Notification]:
    return Notification.objects.filter(**which).order_by("reference")


def nowhere() -> Parts:
    """A page that is about no case."""
    return ()


def running() -> Parts:
    """A review that was just opened."""
    return first(_cases(rapid_review__state="open", partnership__slug="eastmarsh"), "reference")


def draft() -> Parts:
    return first(_cases(state="draft", partnership__slug=HERE, children__isnull=False), "reference")


def sent() -> Parts:
    """A notification with a child who is alive and an adult."""
    alive = {"children__place": 1, "children__outcome": "seriously_harmed", "adults__place": 1}
    return first(_cases(state="sent", partnership__slug=HERE, **alive), "reference")


def amended() -> Parts:
    return first(_cases(state="sent", amendments__isnull=False), "reference")


def withdrawn() -> Parts:
    return first(_cases(state="withdrawn"), "reference")


def paused() -> Parts:
    """A rapid review whose clock stands still."""
    changes = {"rapid_review__clock_changes__kind": "pause", "rapid_review__clock_changes__until_on": None}
    return first(_cases(rapid_review__state="open", partnership__slug="eastmarsh", **changes), "reference")


def case_of_the_reviewer() -> Parts:
    return first(Grant.objects.filter(person__name="Iris Vaughan"), "case")


def task(of: Callable[[], Parts], section: Section) -> Callable[[], Parts]:
    """The page of one task; tasks about people are those of the first."""
    slug = section.id.replace("_", "-")

    def place() -> Parts:
        return (*of(), slug, *((1,) if section.record in ("child", "adult") else ()))

    place.__name__ = slug
    return place


def adding_a_child() -> Parts:
    return (*draft(), "child")


def adding_an_adult() -> Parts:
    return (*draft(), "adult")


def amending_with_a_child() -> Parts:
    return (*sent(), "child")


def removing_a_child() -> Parts:
    return (*draft(), "child", 1)


def a_child_alive() -> Parts:
    return (*sent(), 1)


def document() -> Parts:
    return first(StoredFile.objects.filter(purpose="notification").exclude(case=""), "case", "pk")


def open_referral() -> Parts:
    """One of Leila's, so that she may read its receipt."""
    return first(Referral.objects.filter(state="received", made_by__startswith="Leila"), "reference")


def near_miss() -> Parts:
    return first(Referral.objects.filter(state="near_miss", partnership__slug=HERE), "reference")


def preview() -> Parts:
    return first(Job.objects.filter(kind="register.preview"), "pk")


def imported() -> Parts:
    return first(Job.objects.filter(kind="register.import"), "pk")


def partnership() -> Parts:
    return (HERE,)


def agency_member() -> Parts:
    return (HERE, *first(Member.objects.filter(partnership__slug=HERE, part="agency", ends_on=None), "pk"))


def local_clock() -> Parts:
    return (HERE, *first(LocalClock.objects.filter(partnership__slug=HERE), "pk"))


def somebody() -> Parts:
    return first(Person.objects.filter(name="Chidi Marsh"), "pk")


def somebodys_grant() -> Parts:
    return first(Grant.objects.filter(person__name="Chidi Marsh"), "person_id", "pk")


def ending_somebody() -> Parts:
    return (*somebody(), "end")


def somebody_waiting() -> Parts:
    return first(Person.objects.filter(name="Farid Nazari"), "pk")


def a_row() -> Parts:
    return first(Entry.objects.order_by("-number"), "number")
