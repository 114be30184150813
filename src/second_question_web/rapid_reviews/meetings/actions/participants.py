"""Who attended becomes a participant of the review: part of the actions that record a meeting as held, or who was there."""

from datetime import datetime

from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.rapid_reviews.models import Attendance, Meeting, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.writing.keeping import keep, new_record, wanted_from
from second_question_web.trail.actions import Actor

PARTICIPANT = "participant"


def same_person(name: str, organisation: str) -> tuple[str, str]:
    """A name and an organisation as they are compared: whatever their capitals and blanks."""
    return " ".join(name.casefold().split()), " ".join(organisation.casefold().split())


def put_in_part_one(review: RapidReview, by: Actor, now: datetime) -> int:
    """Adds everybody who was present at a meeting that was held and is not a participant yet; how many that were.

    Nobody who was taken out of part 1 by hand is put back. While the text cannot be changed nobody is put in; the next
    meeting makes up for it.
    """
    if not is_writable(review):
        return 0
    there = _participants(review)
    present = Attendance.objects.filter(meeting__review=review, meeting__state=Meeting.State.HELD, presence="present")
    put = 0
    for attendance in present.order_by("meeting__number", "pk"):
        key = same_person(attendance.name, attendance.organisation)
        if key not in there:
            there.add(key)
            _add(review, attendance, by, now)
            put += 1
    return put


def _participants(review: RapidReview) -> set[tuple[str, str]]:
    """Also those that were removed."""
    found = ReviewRecord.objects.filter(review=review, kind=PARTICIPANT, request=None)
    said = [record.all_answers() for record in found]
    return {same_person(str(one.get("name", "")), str(one.get("organisation", ""))) for one in said}


def _add(review: RapidReview, attendance: Attendance, by: Actor, now: datetime) -> None:
    answers = {
        "name": attendance.name,
        "job_title": attendance.job_title,
        "organisation": attendance.organisation,
        "role_in_decision": attendance.role,
    }
    made = new_record(review, PARTICIPANT, by=by, now=now)
    keep(made, wanted_from(RAPID_REVIEW_2021, PARTICIPANT, answers), by=by, now=now)
