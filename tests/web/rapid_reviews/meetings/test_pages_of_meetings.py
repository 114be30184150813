"""The pages of meetings, as people use them."""

from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web.incidents.models import DraftText
from second_question_web.rapid_reviews.meetings import actions
from second_question_web.rapid_reviews.meetings.seen import seen_text
from second_question_web.rapid_reviews.models import Attendance, Meeting, MeetingAction, RapidReview, ReviewRecord
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, person
from tests.reviews import NOW, begun_review
from tests.web.rapid_reviews.meetings import given_clock
from tests.web.rapid_reviews.meetings.meeting_facts import (
    AFTER,
    action_of,
    called,
    held,
    invited,
    marked,
    plain_review,
    written,
)

pytestmark = pytest.mark.django_db
PAGE = "/notifications/SIN-2026-0001/rapid-review/"
MEETING = f"{PAGE}meetings/1/"
TOO_LONG = "x" * 1_000_000


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    given_clock.give(monkeypatch, AFTER)


@pytest.fixture
def bea(client: Client) -> Client:
    client.force_login(person("Bea"))
    return client


def page(response: HttpResponseBase, status: int = 200) -> BeautifulSoup:
    assert response.status_code == status
    return BeautifulSoup(response.getvalue(), "html.parser")


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.get_text(" ").split())


def errors(soup: BeautifulSoup) -> list[str]:
    """What the summary says is wrong; each leads to something on the page."""
    links = soup.select(".govuk-error-summary a")
    assert all(soup.find(id=str(link["href"]).removeprefix("#")) for link in links)
    return [link.get_text().strip() for link in links]


def calling(**fields: str) -> dict[str, str]:
    day = {"day-day": "3", "day-month": "12", "day-year": "2026"}
    return {"purpose": "Decide", **day, "hour": "2:30pm", "where": "Room 4", "agenda": "1. Why?", **fields}


def test_calling_a_meeting_begins_with_the_agenda_that_is_proposed(bea: Client) -> None:
    begun_review()
    asked = page(bea.get(f"{PAGE}meetings/call/"))
    assert "Rowan Thistlewood: " in asked.select("textarea")[0].get_text()
    answer = bea.post(f"{PAGE}meetings/call/", calling())
    assert answer.headers["Location"] == f"{MEETING}people/"
    meeting = Meeting.objects.get()
    assert meeting.at == datetime(2026, 12, 3, 14, 30, tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"purpose": ""}, "What is the meeting for?: enter this"),
        ({"purpose": "x" * 201}, "What is the meeting for?: shorten this to 200 characters"),
        ({"day-day": "31", "day-month": "11"}, "Day: enter a real date, such as 27 3 2026"),
        ({"day-year": "2020"}, "The rapid review was only opened on Fri 20 November 2026."),
        ({"hour": "half two"}, "Time: Enter a time such as 14:30 or 2:30pm"),
        ({"agenda": TOO_LONG}, "Agenda: Shorten this to 50,000 characters, or attach a document. It has 1,000,000"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(bea: Client, fields: dict[str, str], message: str) -> None:
    plain_review()
    soup = page(bea.post(f"{PAGE}meetings/call/", calling(**fields)))
    assert errors(soup) == [message]
    assert soup.select("textarea")[0].get_text().strip() == calling(**fields)["agenda"]
    assert not Meeting.objects.exists()


def test_a_meeting_on_one_page(bea: Client) -> None:
    meeting = called(plain_review())
    marked(meeting, "present", invited(meeting)[0])
    action_of(meeting)
    written(meeting, "First line\nsecond <b>line</b>")
    soup = page(bea.get(MEETING))
    said = words(soup)
    assert "Meeting 1: The partners decide" in said
    assert "Dana Whitlock Director Wessenmere Council Decides for a safeguarding partner Present Change" in said
    assert "second <b>line</b>" in said
    assert Entry.objects.latest("number").subject_key == "1 of SIN-2026-0001"


def test_readers_see_it_without_anything_to_change(client: Client) -> None:
    meeting = called(plain_review())
    invited(meeting)
    client.force_login(person("Chidi"))
    soup = page(client.get(MEETING))
    assert "Dana Whitlock" in words(soup)
    assert not soup.select("main form, main a.govuk-button")


def test_moving_it_through_the_page(bea: Client) -> None:
    called(plain_review())
    soup = page(bea.get(f"{MEETING}change/"))
    seen = str(soup.select("[name=seen]")[0]["value"])
    assert soup.select("[name=hour]")[0]["value"] == "14:00"
    bea.post(f"{MEETING}change/", calling(seen=seen))
    assert Meeting.objects.get().where == "Room 4"


def test_a_stale_move_shows_what_is_recorded_and_keeps_what_was_typed(bea: Client) -> None:
    called(plain_review())
    soup = page(bea.post(f"{MEETING}change/", calling(seen="old", where="Online")))
    assert "Somebody else changed this since you opened the page" in errors(soup)[0]
    assert "What is recorded now What for The partners decide When 1 December 2026, 2pm Where Room 4" in words(soup)
    assert soup.select("[name=where]")[0]["value"] == "Online"
    again = calling(seen=str(soup.select("[name=seen]")[0]["value"]), where="Online")
    bea.post(f"{MEETING}change/", again)
    assert Meeting.objects.get().where == "Online"


def test_cancelling_asks_why(bea: Client) -> None:
    called(plain_review())
    assert errors(page(bea.post(f"{MEETING}cancel/", {"reason": " "}))) == ["Say why the meeting does not take place"]
    bea.post(f"{MEETING}cancel/", {"reason": "Snow"})
    said = words(page(bea.get(MEETING)))
    assert "Cancelled by Bea Okafor" in said
    assert "Snow" in said


def test_notes_are_saved_and_shown(bea: Client) -> None:
    called(plain_review())
    soup = page(bea.get(f"{MEETING}notes/"))
    form = soup.select("form[data-autosave]")[0]
    assert form["data-autosave"] == f"{MEETING}notes/keep/"
    seen = str(soup.select("[name=seen]")[0]["value"])
    answer = bea.post(f"{MEETING}notes/", {"text": "Heard", "seen": seen})
    assert answer.headers["Location"] == MEETING
    assert Meeting.objects.get().notes == "Heard"


def test_what_is_typed_is_kept_and_stands_there_again(bea: Client) -> None:
    called(plain_review())
    assert bea.post(f"{MEETING}notes/keep/", {"text": "Half a sen", "seen": "s"}).status_code == 204
    soup = page(bea.get(f"{MEETING}notes/"))
    assert "We kept what you typed" in words(soup)
    assert soup.select("textarea")[0].get_text().strip() == "Half a sen"
    bea.post(f"{MEETING}notes/drop/")
    assert not DraftText.objects.exists()


def test_keeping_says_in_plain_words_why_not(bea: Client) -> None:
    meeting = called(plain_review())
    too_long = bea.post(f"{MEETING}notes/keep/", {"text": TOO_LONG})
    assert (too_long.status_code, too_long["Content-Type"]) == (409, "text/plain; charset=utf-8")
    actions.cancel_meeting(meeting=meeting, by=person("Bea"), reason="Snow", now=NOW)
    assert bea.post(f"{MEETING}notes/keep/", {"text": "x"}).content == b"this meeting is cancelled."


@pytest.mark.parametrize(("choose", "kept"), [("mine", "Mine"), ("theirs", "Theirs"), ("both", "Theirs\n\nMine")])
def test_two_note_takers_choose_what_to_keep(bea: Client, choose: str, kept: str) -> None:
    meeting = called(plain_review())
    opened = seen_text(Meeting.objects.get(), "notes")
    written(meeting, "Theirs", by="Dana")
    soup = page(bea.post(f"{MEETING}notes/", {"text": "Mine", "seen": opened}), 409)
    assert "You wrote Mine Saved meanwhile Theirs" in words(soup)
    fields = {str(one["name"]): str(one["value"]) for one in soup.select("main input[type=hidden]")}
    bea.post(f"{MEETING}notes/", {**fields, "choose": choose})
    assert Meeting.objects.get().notes == kept


def test_a_third_text_in_between_is_shown_too(bea: Client) -> None:
    meeting = called(plain_review())
    opened = seen_text(Meeting.objects.get(), "notes")
    written(meeting, "Second", by="Dana")
    soup = page(bea.post(f"{MEETING}notes/", {"text": "Mine", "seen": opened}), 409)
    fields = {str(one["name"]): str(one["value"]) for one in soup.select("main input[type=hidden]")}
    written(meeting, "Third", by="Sam")
    again = page(bea.post(f"{MEETING}notes/", {**fields, "choose": "both"}), 409)
    assert "You wrote Mine Saved meanwhile Third" in words(again)


def test_the_agenda_shows_what_would_be_proposed_today(bea: Client) -> None:
    called(begun_review())
    soup = page(bea.get(f"{MEETING}agenda/"))
    assert "Is every child safe?" in soup.select("details")[0].get_text()
    assert soup.select("textarea")[0].get_text().strip() == "1. Why?"


def test_inviting_by_tick_and_by_quick_form(bea: Client) -> None:
    person("Dana")
    called(plain_review())
    soup = page(bea.get(f"{MEETING}people/"))
    tick = str(soup.select("[name=proposed]")[0]["value"])
    assert soup.select("[name=row-0-organisation]")[0]["value"] == "Wessenmere Care Board"
    row = {"name": "Mara Quist", "job_title": "", "organisation": "Hill Surgery", "role": "contributes"}
    typed = {f"row-1-{name}": value for name, value in row.items()}
    proposed_row = {"row-0-organisation": "Wessenmere Care Board", "row-0-role": "decides", "row-0-name": ""}
    bea.post(f"{MEETING}people/", {"proposed": tick, **typed, **proposed_row})
    assert [one.name for one in Attendance.objects.all()] == ["Dana Whitlock", "Mara Quist"]


def test_a_row_that_lacks_something_says_which(bea: Client) -> None:
    called(plain_review())
    soup = page(bea.post(f"{MEETING}people/", {"row-0-name": "Mara Quist", "row-1-name": ""}))
    assert errors(soup) == ["Organisation: enter this", "Role in the decision: choose one"]
    assert soup.select("[name=row-0-name]")[0]["value"] == "Mara Quist"


def test_inviting_nobody_is_said(bea: Client) -> None:
    called(plain_review())
    assert errors(page(bea.post(f"{MEETING}people/", {"row-0-name": ""}))) == ["Tick or enter at least one person"]


def test_attendance_and_held_with_one_button(bea: Client) -> None:
    meeting = called(plain_review())
    dana, mara = invited(meeting)
    soup = page(bea.get(f"{MEETING}attendance/"))
    assert len(soup.select("input[type=radio]")) == 6
    marks = {f"presence-{dana.pk}": "present", f"presence-{mara.pk}": "apologies"}
    seen = {f"seen-{one.pk}": "" for one in (dana, mara)}
    answer = bea.post(f"{MEETING}attendance/", {**marks, **seen, "held": "yes"}, follow=True)
    assert "1 person was put into part 1 of the review." in words(page(answer))
    assert ReviewRecord.objects.get(kind="participant").all_answers()["name"] == "Dana Whitlock"


def test_marking_over_somebody_elses_mark_is_said_beside_the_person(bea: Client) -> None:
    meeting = called(plain_review())
    dana, _ = invited(meeting)
    marked(meeting, "apologies", dana)
    fields = {f"presence-{dana.pk}": "present", f"seen-{dana.pk}": ""}
    soup = page(bea.post(f"{MEETING}attendance/", fields))
    assert errors(soup) == ["Dana Whitlock: somebody else marked this person meanwhile as apologies. Choose again"]
    assert soup.select(f"[name=presence-{dana.pk}][checked]")[0]["value"] == "present"
    assert soup.select(f"[name=seen-{dana.pk}]")[0]["value"] == "apologies"


def test_a_meeting_with_nobody_present_is_not_held(bea: Client) -> None:
    invited(called(plain_review()))
    soup = page(bea.post(f"{MEETING}attendance/", {"held": "yes"}))
    assert errors(soup) == ["Mark at least one person as present first."]


def test_somebody_is_put_right_or_taken_off(bea: Client) -> None:
    dana, mara = invited(called(plain_review()))
    row = {"name": "Mara Quist", "job_title": "Doctor", "organisation": "Hill Surgery", "role": "advises"}
    bea.post(f"{MEETING}people/{mara.pk}/", row)
    bea.post(f"{MEETING}people/{dana.pk}/remove/")
    assert [(one.name, one.role) for one in Attendance.objects.all()] == [("Mara Quist", "advises")]


def test_actions_are_written_down_several_at_once_and_put_right(bea: Client) -> None:
    called(plain_review())
    rows = {"row-0-what": "Visit", "row-0-owner": "Head", "row-1-what": "Ring", "row-1-owner": "Duty"}
    bea.post(f"{MEETING}actions/", {**rows, "row-1-by_when-day": "4"})
    assert not MeetingAction.objects.exists()
    bea.post(f"{MEETING}actions/", rows)
    first = MeetingAction.objects.first()
    assert first is not None
    soup = page(bea.get(f"{MEETING}actions/{first.pk}/"))
    seen = str(soup.select("[name=seen]")[0]["value"])
    bea.post(f"{MEETING}actions/{first.pk}/", {"what": "Visit twice", "owner": "Head", "seen": seen})
    assert [one.what for one in MeetingAction.objects.all()] == ["Visit twice", "Ring"]


def test_an_action_changed_meanwhile_shows_what_is_recorded(bea: Client) -> None:
    action = action_of(called(plain_review()))
    fields = {"what": "Else", "owner": "Head", "seen": "old"}
    soup = page(bea.post(f"{MEETING}actions/{action.pk}/", fields))
    assert "What is recorded now What Visit the school Who Head of service" in words(soup)


def test_done_today_with_one_button_and_open_again(bea: Client) -> None:
    action = action_of(called(plain_review()))
    soup = page(bea.get(f"{PAGE}actions/"))
    mark = str(soup.select("main form[action]")[0]["action"])
    assert mark == f"{MEETING}actions/{action.pk}/done/"
    bea.post(mark, {"today": "yes"})
    assert MeetingAction.objects.get().done_on == AFTER.date()
    bea.post(mark, {"undo": "yes"})
    assert MeetingAction.objects.get().done_on is None


def test_done_on_another_day(bea: Client) -> None:
    action = action_of(called(plain_review()))
    mark = f"{MEETING}actions/{action.pk}/done/"
    day = {"done_on-day": "30", "done_on-month": "11", "done_on-year": "2026"}
    assert "When was it done?" in words(page(bea.get(mark)))
    assert errors(page(bea.post(mark, {**day, "done_on-year": "2027"})))
    bea.post(mark, day)
    assert str(MeetingAction.objects.get().done_on) == "2026-11-30"


def test_what_was_sent_says_where_it_is_followed_up(bea: Client) -> None:
    action_of(called(plain_review()))
    RapidReview.objects.update(state="submitted")
    soup = page(bea.get(f"{PAGE}actions/"))
    assert "write it down as an action of a meeting" in words(soup)
    assert len(soup.select("main form[action]")) == 1


def test_files_come_with_a_name_and_a_row_in_the_trail(bea: Client) -> None:
    held_one = called(plain_review())
    invited(held_one)
    held(held_one)
    calendar, minutes = bea.get(f"{MEETING}meeting.ics"), bea.get(f"{MEETING}minutes.docx")
    assert calendar["Content-Disposition"] == 'attachment; filename="SIN-2026-0001-meeting-1.ics"'
    assert b"BEGIN:VEVENT" in calendar.content
    assert minutes.content[:2] == b"PK"
    assert [row.after["file"] for row in Entry.objects.filter(action="meeting.download").order_by("number")] == [
        *("calendar", "minutes")
    ]


PAGES = ("meetings/", "meetings/1/", "meetings/1/meeting.ics", "meetings/1/minutes.docx", "actions/")
WRITTEN = tuple(
    f"meetings/{page}/" for page in ("call", "1/change", "1/cancel", "1/agenda", "1/notes", "1/people", "1/attendance")
)


@pytest.mark.parametrize("name", sorted(set(CHARACTERS) - {"Iris"}))
def test_who_opens_what(client: Client, name: str) -> None:
    called(plain_review())
    client.force_login(person(name))
    opened = {one for one in (*PAGES, *WRITTEN) if client.get(PAGE + one).status_code == 200}
    readers, writers = {"Bea", "Dana", "Sam", "Chidi"}, {"Bea", "Dana", "Sam"}
    assert opened == (set(PAGES) if name in readers else set()) | (set(WRITTEN) if name in writers else set())


@pytest.mark.parametrize("address", [*PAGES[:2], *PAGES[4:], *WRITTEN, "areas/", "history/"])
def test_pages_cost_few_queries(
    bea: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    person("Dana"), person("Sam")
    review = begun_review()
    for meeting in (called(review), called(review)):
        invited(meeting)
        action_of(meeting)
    with django_assert_max_num_queries(15):
        page(bea.get(PAGE + address))
