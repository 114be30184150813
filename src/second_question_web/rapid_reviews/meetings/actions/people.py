"""Who is invited to a meeting, and who came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.meetings.actions.participants import put_in_part_one, same_person
from second_question_web.rapid_reviews.meetings.actions.taking import case_of, subject_of, taken_meeting, touch
from second_question_web.rapid_reviews.models import Attendance, Meeting
from second_question_web.trail.actions import Actor, record

CALLED, HELD = Meeting.State.CALLED, Meeting.State.HELD


@dataclass(frozen=True, kw_only=True)
class Invited:
    """Somebody to be invited. `role` is a code of the template's `ROLES_IN_DECISION`."""

    name: str = ""
    job_title: str = ""
    organisation: str = ""
    role: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The name and organisation as they are compared."""
        return same_person(self.name, self.organisation)


@dataclass(frozen=True)
class Mark:
    """How one person is marked, and how they were marked when the page was opened: codes of `PRESENCE`, or nothing."""

    presence: str
    seen: str


@transaction.atomic
def invite(*, meeting: Meeting, by: Actor, people: Sequence[Invited], now: datetime) -> int:
    """Puts people on the list of a meeting; whoever is on it already is not put there twice. How many are new.

    Raises:
        NotNow: the meeting was cancelled.
    """
    locked = taken_meeting(by, meeting, CALLED, HELD)
    there = {same_person(one.name, one.organisation) for one in locked.attendances.all()}
    new = [one for one in {one.key: one for one in people}.values() if one.key not in there]
    if new:
        Attendance.objects.bulk_create([_attendance(locked, one) for one in new])
        touch(locked, by, now)
        after = {"invited": len(new)}
        record("meeting.invite", by=by, subject=subject_of(locked), case=case_of(locked), after=after, at=now)
    return len(new)


@transaction.atomic
def change_person(*, attendance: Attendance, by: Actor, person: Invited, now: datetime) -> Attendance:
    """Puts right who somebody on the list is. The same again changes nothing.

    Raises:
        NotNow: the meeting was cancelled.
        Refusal: somebody of that name and organisation is on the list already, or this one is no longer.
    """
    locked = taken_meeting(by, attendance.meeting, CALLED, HELD)
    found = _on_the_list(locked, attendance.pk)
    others = locked.attendances.exclude(pk=found.pk)
    if person.key in {same_person(one.name, one.organisation) for one in others}:
        raise Refusal("This person is on the list already", "name")
    if _as_invited(found) != person:
        found.name, found.job_title = person.name, person.job_title
        found.organisation, found.role = person.organisation, person.role
        found.save()
        touch(locked, by, now)
        record("meeting.change_person", by=by, subject=subject_of(locked), case=case_of(locked), at=now)
    return found


@transaction.atomic
def remove_person(*, attendance: Attendance, by: Actor, now: datetime) -> None:
    """Takes somebody off the list of a meeting that is still to be held. Doing it again changes nothing.

    Raises:
        NotNow: it was held or cancelled; who did not come is marked as absent then.
    """
    locked = taken_meeting(by, attendance.meeting, CALLED)
    if locked.attendances.filter(pk=attendance.pk).delete()[0]:
        touch(locked, by, now)
        record("meeting.remove_person", by=by, subject=subject_of(locked), case=case_of(locked), at=now)


@transaction.atomic
def mark_presence(*, meeting: Meeting, by: Actor, marks: Mapping[int, Mark], now: datetime) -> int:
    """Marks who is present, sent apologies or is absent; how many marks are new. After the meeting was held whoever
    turns out to have been present becomes a participant of the review too.

    Two people can mark at once: only what each of them changed is written.

    Args:
        marks: by the key of the attendance.

    Raises:
        NotNow: the meeting was cancelled.
        Refusal: somebody else marked the same person otherwise since; `field` is `presence-` and the key.
    """
    locked = taken_meeting(by, meeting, CALLED, HELD)
    there = {one.pk: one for one in locked.attendances.all()}
    wanted = {there[key]: mark for key, mark in marks.items() if key in there and mark.presence != mark.seen}
    changed = [one for one, mark in wanted.items() if one.presence != mark.presence]
    for one in changed:
        if one.presence != wanted[one].seen:
            raise Refusal(
                f"{one.name}: somebody else marked this person meanwhile as {_in_words(one)}. Choose again",
                f"presence-{one.pk}",
            )
        one.presence = wanted[one].presence
    if changed:
        Attendance.objects.bulk_update(changed, ["presence"])
        touch(locked, by, now)
        put = put_in_part_one(locked.review, by, now) if locked.state == HELD else 0
        after = {"marked": len(changed), "participants": put}
        record("meeting.attendance", by=by, subject=subject_of(locked), case=case_of(locked), after=after, at=now)
    return len(changed)


def _attendance(meeting: Meeting, person: Invited) -> Attendance:
    facts = {"job_title": person.job_title, "organisation": person.organisation, "role": person.role}
    return Attendance(meeting=meeting, name=person.name, **facts)


def _as_invited(one: Attendance) -> Invited:
    return Invited(name=one.name, job_title=one.job_title, organisation=one.organisation, role=one.role)


def _on_the_list(meeting: Meeting, key: int) -> Attendance:
    found = meeting.attendances.filter(pk=key).first()
    if found is None:
        raise Refusal("Somebody took this person off the list meanwhile.")
    return found


def _in_words(one: Attendance) -> str:
    return one.get_presence_display().lower() or "not known"
