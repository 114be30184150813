"""The addresses of a review's meetings, and of what is to be done."""

from django.urls import path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.meetings.seen import AGENDA, NOTES
from second_question_web.rapid_reviews.meetings.views import (
    attendance,
    files,
    listing,
    meeting,
    people,
    tasks,
    texts,
    to_do,
)

MEETINGS = f"{REVIEW}meetings/"
MEETING = f"{MEETINGS}<int:number>/"

urlpatterns = [
    path(MEETINGS, listing.meetings, name="review_meetings"),
    path(f"{MEETINGS}call/", listing.call, name="review_meeting_call"),
    path(MEETING, meeting.meeting, name="review_meeting"),
    path(f"{MEETING}change/", meeting.change, name="review_meeting_change"),
    path(f"{MEETING}cancel/", meeting.cancel, name="review_meeting_cancel"),
    path(f"{MEETING}agenda/", texts.text, {"part": AGENDA}, name="review_meeting_agenda"),
    path(f"{MEETING}notes/", texts.text, {"part": NOTES}, name="review_meeting_notes"),
    path(f"{MEETING}agenda/keep/", texts.keep, {"part": AGENDA}, name="review_meeting_agenda_keep"),
    path(f"{MEETING}notes/keep/", texts.keep, {"part": NOTES}, name="review_meeting_notes_keep"),
    path(f"{MEETING}agenda/drop/", texts.drop, {"part": AGENDA}, name="review_meeting_agenda_drop"),
    path(f"{MEETING}notes/drop/", texts.drop, {"part": NOTES}, name="review_meeting_notes_drop"),
    path(f"{MEETING}people/", people.people, name="review_meeting_people"),
    path(f"{MEETING}people/<int:key>/", people.person, name="review_meeting_person"),
    path(f"{MEETING}people/<int:key>/remove/", people.remove, name="review_meeting_remove"),
    path(f"{MEETING}attendance/", attendance.attendance, name="review_meeting_attendance"),
    path(f"{MEETING}actions/", tasks.tasks, name="review_meeting_actions"),
    path(f"{MEETING}actions/<int:key>/", tasks.task, name="review_meeting_action"),
    path(f"{MEETING}actions/<int:key>/done/", to_do.done, name="review_action_done"),
    path(f"{MEETING}meeting.ics", files.calendar, name="review_meeting_calendar"),
    path(f"{MEETING}minutes.docx", files.minutes, name="review_minutes"),
    path(f"{REVIEW}actions/", to_do.to_do, name="review_actions"),
    path(f"{REVIEW}actions/immediate/<int:place>/done/", to_do.immediate_done, name="review_immediate_done"),
]
