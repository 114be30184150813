"""The event history: everything that happened, in its order, with the working days between (T1)."""

import csv
import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.panel.models import PartnershipAnswer, Reply
from second_question_web.rapid_reviews.actions import extend_clock, pause_clock
from second_question_web.rapid_reviews.areas.actions import add_area, end_area
from second_question_web.rapid_reviews.happening import STAGE_LABELS, Stage
from second_question_web.rapid_reviews.history import queries
from second_question_web.rapid_reviews.history.gathering import History, history_of
from second_question_web.rapid_reviews.meetings import actions as meetings
from second_question_web.rapid_reviews.meetings.actions.people import Invited
from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    Decision,
    PartnerSignature,
    RapidReview,
    SignOff,
    Version,
)
from second_question_web.rapid_reviews.writing.keeping import keep, wanted_from
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, organisation, partnership, person
from tests.reviews import fresh, record_of
from tests.web.rapid_reviews.meetings import given_clock
from tests.web.rapid_reviews.meetings.meeting_facts import plain_review

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
AGENCY = "Alder Lane Academy"


def day(number: int, month: int = 12, hour: int = 12) -> datetime:
    return datetime(2026, month, number, hour, tzinfo=LONDON)


def asked(review: RapidReview, **facts: object) -> AgencyRequest:
    wanted = {"state": "asked", "asked_at": day(23, 11), "asked_by": "Bea Okafor", "due_on": date(2026, 12, 1)} | facts
    where = {"partnership": partnership(), "organisation": organisation(AGENCY)}
    return AgencyRequest.objects.create(review=review, number=1, **where, **wanted)


def written(review: RapidReview, text: str, at: datetime, by: str = "Bea") -> None:
    wanted = wanted_from(RAPID_REVIEW_2021, "review", {"analysis_summary": text})
    keep(record_of(review), wanted, by=person(by), now=at)


def met(review: RapidReview) -> None:
    meeting = meetings.call_meeting(
        review=review, by=person("Bea"), purpose="Decide", at=day(1), where="", agenda="", now=day(24, 11)
    )
    one = Invited(name="Dana", job_title="", organisation="Council", role="decides")
    meetings.invite(meeting=meeting, by=person("Bea"), people=[one], now=day(24, 11))
    meeting.attendances.update(presence="present")
    meetings.hold_meeting(meeting=meeting, by=person("Bea"), now=day(1, hour=16))


def decided_and_sent(review: RapidReview) -> Version:
    decision = Decision.objects.create(
        review=review, number=1, outcome="no_review", decided_on=day(4), made_at=day(4), made_by="Dana Whitlock"
    )
    PartnerSignature.objects.create(
        decision=decision,
        organisation=organisation("Wessenmere Police"),
        view="agrees",
        name="Sam Pritchard",
        signed_at=day(7),
        digest="d",
    )
    facts = {"content": "{}", "content_hash": "h", "sent_at": day(8), "sent_on": day(8), "sent_by": "Bea Okafor"}
    return Version.objects.create(review=review, number=1, decision=decision, **facts)


def whole() -> RapidReview:
    """A review from its beginning to the partnership's answer to the Panel."""
    review = plain_review()
    signed = asked(
        review, state="signed", reminded_at=day(30, 11), reminders=2, returned_at=day(2), returned_by="Colm Addy"
    )
    SignOff.objects.create(request=signed, name="Leila Frost", signed_at=day(3), digest="d")
    written(review, "First", day(25, 11))
    met(review)
    written(review, "Last", day(3, hour=18), by="Dana")
    reply = Reply.objects.create(
        version=decided_and_sent(review),
        number=1,
        advice="reconsider",
        written_by="Petra Nyman",
        written_at=day(9),
        sent_at=day(10),
        sent_on=day(10),
        sent_by="Petra Nyman",
    )
    PartnershipAnswer.objects.create(reply=reply, reconsiders=True, words="Yes", made_at=day(11), made_by="Bea Okafor")
    return fresh(review)


def stages(history: History) -> list[str]:
    return [str(one.stage) for one in history.happenings]


def test_every_stage_has_its_words() -> None:
    assert set(STAGE_LABELS) == set(Stage)


def test_a_review_from_beginning_to_end() -> None:
    assert stages(history_of(whole())) == [
        *("opened", "asked", "meeting_called", "drafting_began", "reminded", "met", "returned", "signed"),
        *("drafted_last", "decided", "partner_signed", "sent", "panel_replied", "reconsidered"),
    ]


def test_each_event_says_what_who_and_for_whom() -> None:
    said = {str(one.stage): (one.what, one.who, one.organisation) for one in history_of(whole()).happenings}
    assert said["signed"] == ("", "Leila Frost", AGENCY)
    assert said["reminded"] == ("2 reminders in all", "", AGENCY)
    assert said["drafted_last"] == ("", "Dana Whitlock", "")
    assert said["partner_signed"] == ("Decision 1: Agrees", "Sam Pritchard", "Wessenmere Police")
    assert said["panel_replied"] == ("Asks the partners to think again", "Petra Nyman", "The Panel")


def test_working_days_are_counted_from_the_opening_and_from_the_event_before() -> None:
    entries = {str(one.happening.stage): one for one in history_of(whole()).entries}
    assert (entries["asked"].since_opening, entries["asked"].since_before) == (1, 1)
    assert (entries["decided"].since_opening, entries["sent"].since_before) == (10, 1)


def test_the_stages_that_a_study_looks_at_first_and_the_longest_wait() -> None:
    history = history_of(whole())
    reached = {one.label: one.working_days for one in history.milestones}
    assert reached["First meeting held"] == 7
    assert reached["First sent to the Panel"] == 12
    longest = history.longest_wait
    assert longest is not None
    assert (str(longest.happening.stage), longest.since_before) == ("reminded", 3)


def test_a_review_that_just_began_has_one_event_and_no_wait() -> None:
    history = history_of(plain_review())
    assert (stages(history), history.longest_wait) == (["opened"], None)
    assert [one.on for one in history.milestones if one.on] == []


def test_pauses_more_time_and_areas_are_events_too() -> None:
    review = plain_review()
    pause_clock(review=review, by=person("Bea"), first_day=day(24, 11).date(), reason="Why", version=1, now=day(24, 11))
    extend_clock(review=review, by=person("Bea"), working_days=2, reason="Why", version=2, now=day(25, 11))
    norvale = partnership("Norvale")
    area = add_area(review=review, by=person("Bea"), partnership=norvale, reason="Why", now=day(26, 11))
    end_area(area=area, by=person("Bea"), now=day(27, 11))
    assert stages(history_of(fresh(review))) == ["opened", "paused", "extended", "area_joined", "area_left"]


def test_one_that_was_written_elsewhere_was_sent_on_its_day_alone() -> None:
    review = plain_review()
    RapidReview.objects.update(state="submitted", submitted_on=day(9).date())
    sent = history_of(fresh(review)).happenings[-1]
    assert (sent.on, sent.what) == (day(9).date(), "Written elsewhere")


def test_an_agency_that_knew_nothing_and_a_meeting_that_was_cancelled() -> None:
    review = plain_review()
    asked(review, state="nothing_known", returned_at=day(25, 11))
    meeting = meetings.call_meeting(
        review=review, by=person("Bea"), purpose="Decide", at=day(1), where="", agenda="", now=day(26, 11)
    )
    meetings.cancel_meeting(meeting=meeting, by=person("Bea"), reason="Snow", now=day(27, 11))
    assert stages(history_of(review))[2:] == ["nothing_known", "meeting_called", "meeting_cancelled"]


def test_it_costs_six_queries_beside_the_review(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    review = RapidReview.objects.select_related("notification").prefetch_related("clock_changes").get(pk=whole().pk)
    with django_assert_num_queries(6):
        assert len(history_of(review).entries) == 14


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def download(client: Client, name: str, address: str) -> list[dict[str, str]]:
    client.force_login(person(name))
    answer = client.get(address)
    assert answer.status_code == 200
    return rows_of(answer.getvalue())


def test_the_file_of_one_review_has_every_event_with_names(client: Client) -> None:
    review = whole()
    rows = download(client, "Bea", f"/notifications/{review.notification.reference}/rapid-review/history/events.csv")
    assert len(rows) == 14
    signed = next(row for row in rows if row["stage"] == "signed")
    assert (signed["on"], signed["time"], signed["who"], signed["organisation"]) == (
        *("2026-12-03", "12:00", "Leila Frost"),
        AGENCY,
    )


@pytest.mark.parametrize("name", ["Rhea", "Petra", "Bea"])
def test_the_file_of_all_reviews_has_dates_and_stages_and_names_nobody(client: Client, name: str) -> None:
    whole()
    rows = download(client, name, "/rapid-reviews/events.csv")
    assert [row["stage"] for row in rows][-1] == "reconsidered"
    text = str(rows)
    names = ["Alder", "Police", "Norvale", "Wessenmere", *(who.name.split()[1] for who in CHARACTERS.values())]
    assert [one for one in names if one in text] == []
    assert Entry.objects.get(action="history.download_all").after == {"reviews": 1}


def test_each_gets_the_events_of_the_reviews_within_reach(client: Client) -> None:
    plain_review()
    plain_review(2, "Norvale")
    assert len(download(client, "Noor", "/rapid-reviews/events.csv")) == 1
    assert len(download(client, "Rhea", "/rapid-reviews/events.csv")) == 2


@pytest.mark.parametrize("name", sorted(set(CHARACTERS) - {"Iris"}))
def test_who_opens_what(client: Client, name: str) -> None:
    review = plain_review()
    client.force_login(person(name))
    page = f"/notifications/{review.notification.reference}/rapid-review/history/"
    assert (client.get(page).status_code == 200) is (name in {"Bea", "Dana", "Sam", "Chidi"})
    events = {"Bea", "Noor", "Dana", "Sam", "Chidi", "Petra", "Rhea"}
    assert (client.get("/rapid-reviews/events.csv").status_code == 200) is (name in events)


def test_many_reviews_cost_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(4):
        plain_review(number)
    rhea = person("Rhea")
    assert rhea.grants_now
    with django_assert_max_num_queries(10):
        assert len(list(queries.histories(rhea))) == 4


def test_the_page_shows_stages_and_events(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    review = whole()
    given_clock.give(monkeypatch, day(14))
    client.force_login(person("Chidi"))
    answer = client.get(f"/notifications/{review.notification.reference}/rapid-review/history/")
    said = " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())
    assert "First meeting held 1 December 2026 7" in said
    assert "The longest wait was 3 working days" in said
    assert "Working day 10, 1 working day after what came before." in said
    assert Entry.objects.filter(action="history.open").count() == 1
