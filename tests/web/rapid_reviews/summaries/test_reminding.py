"""Reminders: at the right days, one e-mail a person, none twice on a day, and none to a link that was ended."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from pytest_django import Settings

from second_question_web.jobs.registry import kind
from second_question_web.jobs.schedule import SCHEDULE
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.summaries import actions
from second_question_web.rapid_reviews.summaries.jobs import remind_everybody
from second_question_web.trail.models import Entry
from second_question_web.ui.mail import NotSent
from tests.people import person
from tests.reviews import begun_review
from tests.summaries import HANA, NIA, again, ask, mails_to, returned, secret_in_mail, signed, trust, write

pytestmark = pytest.mark.django_db
DUE_SOON = "Second Question: 1 answer due soon"
LATE = "Second Question: 1 answer past the day on which it was due"


def on(day: int, month: int = 11) -> datetime:
    """Eight in the morning; the summary is due on Friday 27 November."""
    return datetime(2026, month, day, 8, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("moment", "sent"),
    [(on(24), 0), (on(25), 1), (on(27), 1), (on(28), 0), (on(30), 1), (on(1, 12), 1)],
    ids=["too early", "two days before", "made up for", "a Saturday", "the day after", "made up for, late"],
)
def test_the_days(moment: datetime, sent: int) -> None:
    ask()
    assert remind_everybody(now=moment) == sent


def test_over_three_weeks() -> None:
    ask()
    days = [on(day) for day in range(21, 31)] + [on(day, 12) for day in range(1, 11)]
    assert [day.date().isoformat()[5:] for day in days if remind_everybody(now=day)] == [
        "11-25",
        "11-30",
        "12-03",
        "12-08",
    ]


def test_it_repeats_the_link_and_tells_nothing_of_the_case() -> None:
    ask()
    secret = secret_in_mail()
    remind_everybody(now=on(25))
    message = mail.outbox[-1]
    assert (message.subject, message.to) == (DUE_SOON, [NIA])
    assert secret in str(message.body)
    assert "Rowan" not in str(message.body)


def test_one_email_lists_all_that_a_person_owes() -> None:
    ask()
    ask(begun_review(start="t2"))
    assert remind_everybody(now=on(30)) == 1
    body = str(mail.outbox[-1].body)
    assert mail.outbox[-1].subject == "Second Question: 2 answers past the day on which it was due"
    assert "SIN-2026-0001" in body
    assert "SIN-2026-0002" in body


def test_the_lead_is_reminded_of_a_signature_and_the_writer_no_more() -> None:
    returned(ask(lead=True))
    remind_everybody(now=on(30))
    assert mails_to(HANA)[-1] == LATE
    assert LATE not in mails_to(NIA)
    assert "signature under the summary" in str(mail.outbox[-1].body)


def test_whoever_owes_nothing_is_left_alone() -> None:
    signed(returned(ask(lead=True)))
    assert remind_everybody(now=on(30)) == 0


def test_a_link_that_was_ended_is_never_written_to() -> None:
    request = ask()
    actions.end_link(link=request.links.get(), by=person("Bea"), now=on(23))
    assert remind_everybody(now=on(30)) == 0


def test_nobody_is_reminded_once_the_review_was_sent() -> None:
    ask()
    RapidReview.objects.update(state="submitted")
    assert remind_everybody(now=on(30)) == 0


def test_a_second_run_on_the_same_day_sends_nothing() -> None:
    ask()
    assert remind_everybody(now=on(25)) == 1
    assert remind_everybody(now=on(25)) == 0


def test_one_row_of_the_trail_for_each_request_and_run() -> None:
    request = ask()
    actions.send_link(
        request=request, by=person("Bea"), part="contribute", name="Ola Finn", email="ola@example.org", now=on(23)
    )
    assert remind_everybody(now=on(25)) == 2
    (row,) = Entry.objects.filter(action="agency_request.remind")
    assert (row.actor_key, row.subject_key) == ("system:reminders", "SIN-2026-0001 1")
    assert again(request).reminders == 1


def test_what_the_mail_server_did_not_take_is_tried_again(settings: Settings) -> None:
    request = ask()
    settings.EMAIL_BACKEND = "tests.web.people.broken_mail.Backend"
    with pytest.raises(NotSent):
        remind_everybody(now=on(25))
    assert again(request).reminded_at is None
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert remind_everybody(now=on(25)) == 1


def test_a_reminder_by_hand_counts_and_a_double_press_sends_one() -> None:
    request = ask()
    write(request)
    assert [actions.remind(request=request, by=person("Bea"), now=on(26)) for _ in range(2)] == [1, 0]
    assert again(request).reminders == 1
    assert remind_everybody(now=on(26)) == 0


def test_by_hand_nobody_is_reminded_of_what_is_done() -> None:
    request = signed(returned(ask(lead=True)))
    with pytest.raises(NotNow, match="Nothing is owed here"):
        actions.remind(request=request, by=person("Bea"), now=on(26))


def test_another_agency_of_the_same_review_is_reminded_too() -> None:
    request = ask()
    ask(request.review, trust(), email="leila@example.org")
    assert remind_everybody(now=on(30)) == 2


def test_it_is_asked_for_every_day() -> None:
    (daily,) = [one for one in SCHEDULE if one.kind == "summaries.remind"]
    assert daily.hour < 9
    assert kind(daily.kind).permissions == ()
