"""What is counted and listed for one person."""

from datetime import date, timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as some

from second_question.rules.calendar import DayOne, add_working_days
from second_question_web.home import panels, picture, queries
from second_question_web.home.desk import Desk
from second_question_web.home.queries import last_start_overdue
from second_question_web.jobs.models import Job
from second_question_web.panel.models import Arrival
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.trail.actions import record
from second_question_web.trail.nightly import check_chain
from tests.people import person
from tests.sent import at_noon, sent_notification
from tests.web.home import scenes
from tests.web.home.conftest import TODAY

TUESDAY = at_noon(2026, 11, 24)


@given(on=some.dates(date(2019, 1, 1), date(2027, 12, 1)), way=some.sampled_from(DayOne))
def test_the_last_overdue_start_is_overdue_and_the_next_day_is_not(on: date, way: DayOne) -> None:
    last = last_start_overdue(on, way)
    assert add_working_days(last, 15, day_one=way).last < on
    assert add_working_days(last + timedelta(days=1), 15, day_one=way).last >= on


@pytest.mark.django_db
class TestThePicture:
    """Counts by stage, with those that are late."""

    def _late(self) -> int:
        stages = {stage.label: stage for stage in picture.stages(Desk(person("Bea"), TUESDAY))}
        return stages["Rapid review under way"].late

    def test_every_stage_is_counted_within_reach(self) -> None:
        for number in (11, 12):
            sent_notification(number)
        sent_notification(13, at="Norvale")
        scenes.draft(1, None)
        RapidReview.objects.filter(notification__reference="SIN-2026-0012").update(state="submitted")
        counts = {stage.label: stage.count for stage in picture.stages(Desk(person("Bea"), TODAY))}
        assert counts == {
            "Drafts": 1,
            "Sent": 2,
            "Rapid review under way": 1,
            "Rapid review with the Panel": 1,
            "Withdrawn": 0,
        }

    def test_the_panel_sees_everything_but_drafts(self) -> None:
        sent_notification(11)
        sent_notification(12, at="Norvale")
        scenes.draft(1, None)
        counts = {stage.label: stage.count for stage in picture.stages(Desk(person("Petra"), TODAY))}
        assert (counts["Sent"], "Drafts" in counts) == (2, False)

    def test_a_review_is_late_the_day_after_its_date(self) -> None:
        sent_notification(11)
        assert self._late() == 1
        sent_notification(12, now=at_noon(2026, 11, 3))
        assert self._late() == 1

    def test_a_review_that_was_extended_is_late_by_its_new_date(self) -> None:
        sent_notification(11)
        ClockChange.objects.create(
            rapid_review=RapidReview.objects.get(),
            kind="extension",
            from_on=date(2026, 11, 20),
            working_days=1,
            reason="An inquest",
            made_at=TODAY,
        )
        assert self._late() == 0
        ClockChange.objects.update(from_on=date(2026, 11, 2))
        RapidReview.objects.update(opened_on=date(2026, 10, 1))
        assert self._late() == 1


@pytest.mark.django_db
def test_a_long_list_shows_ten_and_leads_to_the_rest() -> None:
    for number in range(11, 23):
        sent_notification(number)
    shown = next(s for s in panels.shown_to(Desk(person("Petra"), TODAY)) if s.title == "Notifications to acknowledge")
    assert (len(shown.lines), shown.all is not None) == (10, True)
    Arrival.objects.filter(pk__gt=Arrival.objects.order_by("pk")[3].pk).update(acknowledged_at=TODAY)
    shown = next(s for s in panels.shown_to(Desk(person("Petra"), TODAY)) if s.title == "Notifications to acknowledge")
    assert (len(shown.lines), shown.all) == (4, None)


@pytest.mark.django_db
def test_a_preview_is_to_be_confirmed_until_something_is_imported() -> None:
    key = person("Bea").trail_key
    Job.objects.create(kind=queries.PREVIEW, title="Preview", state="done", asked_by_key=key, asked_at=TODAY)
    assert Desk(person("Bea"), TODAY).import_to_confirm is not None
    assert Desk(person("Petra"), TODAY).import_to_confirm is None
    later = TODAY + timedelta(minutes=1)
    Job.objects.create(kind=queries.IMPORT, title="Import", state="waiting", asked_by_key=key, asked_at=later)
    assert Desk(person("Bea"), later).import_to_confirm is None


@pytest.mark.django_db
def test_a_local_clock_that_nobody_can_meet_is_not_called_late() -> None:
    sent_notification(11)
    scenes.local_clock("Agency summaries", 10, "notification_sent")
    scenes.local_clock("Executive decision", 17, "notification_sent")
    titles = [line.title for line in Desk(person("Bea"), TODAY).clocks]
    assert titles == ["Rapid review to the Panel", "Executive decision"]


@pytest.mark.django_db
def test_an_undecided_referral_is_late_by_the_partnerships_own_clock() -> None:
    scenes.local_clock("Partners meet", 1, "referral_received")
    scenes.referral(made_at=at_noon(2026, 11, 18))
    (line,) = Desk(person("Bea"), TODAY).clocks
    assert (line.case, line.on, line.is_overdue) == ("REF-2026-0001", date(2026, 11, 19), True)
    assert Desk(person("Noor"), TODAY).clocks == []
    assert Desk(person("Colm"), TODAY).clocks == []


@pytest.mark.django_db
def test_events_tell_numbers_only_and_the_newest_first() -> None:
    sent_notification(11)
    Arrival.objects.update(acknowledged_at=TODAY)
    scenes.draft(1, None)
    assert [event.title for event in picture.events(Desk(person("Bea"), TODAY))] == [
        "SIN-2026-0011 was acknowledged by the Panel",
        "SIN-2026-0001 was begun",
        "SIN-2026-0011 was notified to the Panel",
    ]


@pytest.mark.django_db
def test_the_auditor_reads_whether_the_chain_held() -> None:
    def words() -> str:
        return next(
            shown.words for shown in panels.shown_to(Desk(person("Audra"), TODAY)) if shown.title == "The trail"
        )

    assert "has not been checked yet" in words()
    record("trail.read", by=person("Audra"))
    check_chain(Job(), lambda done, total=0: None)
    assert words().endswith("It holds.")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trail_head SET digest = 'another'")
    check_chain(Job(), lambda done, total=0: None)
    assert "It is broken at row 3" in words()
