"""Questions are added to the template, changed before anybody is asked, and ended (R12)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.calendar import in_words
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import AddedQuestion
from second_question_web.rapid_reviews.writing.added_questions import SECTIONS, Standing, owners_of, same_label, seen_of
from second_question_web.trail.actions import record

if TYPE_CHECKING:
    from second_question_web.partnerships.models import Partnership

CHANGED_MEANWHILE = (
    "Somebody else changed this question since you opened the page. What it says now is on its page; what you typed is kept "
    "here. Send it again if it is still right."
)


@dataclass(frozen=True)
class Wording:
    """What a question says and when it is asked; `ends_on` None for as long as nobody ends it."""

    section: str
    label: str
    hint: str
    kind: str
    starts_on: date
    ends_on: date | None = None


@transaction.atomic
def add_question(*, by: Person, partnership: "Partnership | None", wording: Wording, now: datetime) -> AddedQuestion:
    """Adds a question for the reviews of that partnership, or a theme for everybody's (`partnership` None).

    Raises:
        PermissionDenied: not for this person.
        Refusal: it cannot be so; `field` names the part to put right.
    """
    _must_manage(by, partnership)
    _refuse_unfit(partnership, wording, localdate(now))
    purpose = AddedQuestion.Purpose.OWN if partnership else AddedQuestion.Purpose.THEME
    facts = {"partnership": partnership, "purpose": purpose, "made_at": now, "made_by": by.trail_name}
    made = AddedQuestion(**facts, **_facts(wording))
    made.save()
    _note("template.add_question", by, made, now)
    return made


@transaction.atomic
def change_question(*, by: Person, question: int, wording: Wording, seen: str, now: datetime) -> AddedQuestion:
    """Changes a question that no review can have yet.

    Args:
        by: who changes it.
        question: its key.
        wording: what it is to say.
        seen: `added_questions.seen_of` when the page was opened.
        now: when.

    Raises:
        PermissionDenied: not for this person.
        Refusal: it has begun, somebody changed it meanwhile, or it cannot be so.
    """
    found = _taken(by, question)
    today = localdate(now)
    if not Standing(found, today).may_be_changed:
        raise Refusal("This question has begun, so it stays as it is. End it and add a new one.")
    if seen != seen_of(found):
        raise Refusal(CHANGED_MEANWHILE)
    _refuse_unfit(found.partnership, wording, today, besides=found.pk)
    changes = {name: value for name, value in _facts(wording).items() if getattr(found, name) != value}
    if not changes:
        return found
    for name, value in changes.items():
        setattr(found, name, value)
    found.save(update_fields=list(changes))
    _note("template.change_question", by, found, now)
    return found


@transaction.atomic
def end_question(*, by: Person, question: int, ends_on: date, now: datetime) -> AddedQuestion:
    """Sets the last day on which a review that is opened has the question; reviews that have it keep it.

    A day before the first one takes it back before anybody was asked.

    Raises:
        PermissionDenied: not for this person.
        Refusal: it is over already, or the day has passed.
    """
    found = _taken(by, question)
    standing = Standing(found, localdate(now))
    if standing.is_over:
        raise Refusal("This question has ended already. Add a new one if it should be asked again.", "ends_on")
    if ends_on < standing.day:
        raise Refusal("Reviews that were opened until today have it. Choose today or a later day.", "ends_on")
    if found.ends_on == ends_on:
        return found
    found.ends_on = ends_on
    found.save(update_fields=["ends_on"])
    _note("template.end_question", by, found, now)
    return found


def _must_manage(by: Person, partnership: "Partnership | None") -> None:
    if partnership not in owners_of(by):
        raise PermissionDenied(f"needs {Permission.TEMPLATE_MANAGE} for {partnership or 'every partnership'}")


def _taken(by: Person, key: int) -> AddedQuestion:
    """The question as it is now, locked until the transaction ends."""
    found = AddedQuestion.objects.select_for_update(of=("self",)).select_related("partnership").filter(pk=key).first()
    if found is None:
        raise PermissionDenied(f"needs {Permission.TEMPLATE_MANAGE} for this question")
    _must_manage(by, found.partnership)
    return found


def _refuse_unfit(partnership: "Partnership | None", wording: Wording, today: date, besides: int | None = None) -> None:
    if wording.section not in SECTIONS:
        raise Refusal("Choose the section in which it is asked.", "section")
    if not wording.label:
        raise Refusal("Write the question.", "label")
    if wording.starts_on < today:
        words = "Reviews that are open keep the questions that they began with. Choose today or a later day."
        raise Refusal(words, "starts_on")
    if wording.ends_on is not None and wording.ends_on < wording.starts_on:
        raise Refusal(f"The last day must be {in_words(wording.starts_on)}, the first day, or later.", "ends_on")
    if same_label(partnership, wording.section, wording.label, wording.starts_on, wording.ends_on, besides):
        words = "This section asks that already at the time. Choose other words, or a first day after the other ends."
        raise Refusal(words, "label")


def _facts(wording: Wording) -> dict[str, object]:
    return {
        "section": wording.section,
        "label": wording.label,
        "hint": wording.hint,
        "kind": wording.kind,
        "starts_on": wording.starts_on,
        "ends_on": wording.ends_on,
    }


def _note(action: str, by: Person, question: AddedQuestion, now: datetime) -> None:
    """What it asks names nobody: it is part of the template, not of a case."""
    after = {
        "partnership": question.partnership.slug if question.partnership else "every partnership",
        "section": question.section,
        "question": question.label,
        "starts_on": question.starts_on,
        "ends_on": question.ends_on,
    }
    record(action, by=by, subject=("added question", str(question.pk)), after=after, at=now)
