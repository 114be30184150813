"""The minutes of a meeting as a Word document (handbook 3, section 1)."""

from django.conf import settings
from django.utils.timezone import localtime

from second_question.exchange.review.documents import minutes_word
from second_question.exchange.review.minutes import AgreedAction, Attended, Minutes
from second_question_web.rapid_reviews.meetings import queries
from second_question_web.rapid_reviews.models import Attendance, Meeting


def minutes_word_of(meeting: Meeting) -> bytes:
    """The file, of a meeting that was fetched for the person."""
    return minutes_word(minutes_of(meeting))


def minutes_of(meeting: Meeting) -> Minutes:
    """All that the minutes say; two queries."""
    case, at = meeting.review.notification, localtime(meeting.at)
    return Minutes(
        reference=case.reference,
        area=str(case.partnership or case.local_authority or ""),
        number=meeting.number,
        held_on=at.date(),
        at=at.time(),
        place=meeting.where,
        agenda=meeting.agenda,
        attendance=[_attended(one) for one in queries.attendances_of(meeting)],
        notes=meeting.notes,
        actions=[AgreedAction(one.what, one.owner, one.by_when, one.done_on) for one in queries.actions_of(meeting)],
        fictional=settings.DEMO,
    )


def _attended(one: Attendance) -> Attended:
    return Attended(one.name, one.job_title, one.organisation, one.get_role_display(), one.get_presence_display())
