"""E-mails about dates: few, once, and to the one who owes."""

from datetime import date, datetime
from smtplib import SMTPException

import pytest
from django.core import mail

from second_question_web.home import actions
from second_question_web.home.alerts import alert
from second_question_web.home.models import Alert
from second_question_web.jobs.schedule import SCHEDULE
from second_question_web.people.models import Grant, Person
from second_question_web.trail.models import Entry
from second_question_web.ui.mail import NotSent
from tests.people import LONG_AGO, organisation, partnership, person
from tests.sent import at_noon, sent_notification
from tests.web.home import scenes
from tests.web.home.conftest import TODAY

pytestmark = pytest.mark.django_db

THURSDAY, FRIDAY, MONDAY, TUESDAY = (at_noon(2026, 11, day) for day in (19, 20, 23, 24))
SATURDAY = at_noon(2026, 11, 21)


def _colleague() -> Person:
    """A second business manager of Wessenmere."""
    made = Person.objects.create(
        email="kit@example.org", name="Kit Moss", organisation=organisation("Wessenmere Council"), state="active"
    )
    own = partnership("Wessenmere")
    Grant.objects.create(person=made, role="business_manager", scope="partnership", partnership=own, starts_on=LONG_AGO)
    return made


def _told() -> list[tuple[str, str]]:
    return sorted((message.to[0], str(message.subject)) for message in mail.outbox)


@pytest.mark.parametrize(
    ("now", "subject"),
    [
        (at_noon(2026, 11, 18), None),  # three working days before
        (THURSDAY, "Second Question: 1 date coming up"),
        (FRIDAY, "Second Question: 1 date coming up"),
        (SATURDAY, None),  # nobody is written to at the weekend
        (MONDAY, "Second Question: 1 date coming up"),  # the day itself
        (TUESDAY, "Second Question: 1 date passed"),
        (at_noon(2026, 12, 30), None),  # no news any more
    ],
)
def test_a_rapid_review_is_named_ahead_and_after_its_date(now: datetime, subject: str | None) -> None:
    sent_notification(11)  # due on Monday 23 November
    alert(now=now)
    assert _told() == ([("bea@example.org", subject)] if subject else [])


def test_each_date_is_named_once_ahead_and_once_after() -> None:
    sent_notification(11)
    sent = [alert(now=now) for now in (THURSDAY, THURSDAY, FRIDAY, MONDAY, TUESDAY, TUESDAY, at_noon(2026, 11, 25))]
    assert sent == [1, 0, 0, 0, 1, 0, 0]
    assert list(Alert.objects.order_by("pk").values_list("kind", flat=True)) == ["ahead", "overdue"]


def test_all_of_a_day_is_one_email_with_numbers_and_dates_only() -> None:
    for number in (11, 12):
        sent_notification(number)
    scenes.draft(1, date(2026, 11, 19))
    alert(now=TUESDAY)
    (message,) = mail.outbox
    assert message.subject == "Second Question: 2 dates passed, 1 date coming up"
    assert "- SIN-2026-0011, Rapid review to the Panel: was due on Monday 23 November 2026" in message.body
    assert "- SIN-2026-0001, Notify the Panel: due on Thursday 26 November 2026" in message.body
    assert [word for word in ("Wessenmere", "death", "Panel’s") if word in message.body] == []


def test_a_draft_is_owed_by_whoever_began_it_and_a_review_by_every_manager() -> None:
    _colleague()
    scenes.draft(1, date(2026, 11, 16))
    alert(now=TUESDAY)
    assert _told() == [("bea@example.org", "Second Question: 1 date passed")]
    sent_notification(11)
    alert(now=TUESDAY)
    assert [to for to, _ in _told()] == ["bea@example.org", "bea@example.org", "kit@example.org"]


def test_when_the_one_who_began_it_has_gone_the_others_are_told() -> None:
    _colleague()
    scenes.draft(1, date(2026, 11, 16))
    Person.objects.filter(pk=person("Bea").pk).update(state=Person.State.ENDED)
    alert(now=TUESDAY)
    assert [to for to, _ in _told()] == ["kit@example.org"]


def test_nobody_else_is_told() -> None:
    for name in ("Sam", "Chidi", "Noor", "Petra", "Max", "Adam"):
        person(name)
    sent_notification(11)
    alert(now=TUESDAY)
    assert [to for to, _ in _told()] == ["bea@example.org"]


def test_whoever_wants_no_emails_gets_none() -> None:
    sent_notification(11)
    actions.choose_alerts(by=person("Bea"), wanted=False, now=TODAY)
    assert (alert(now=TUESDAY), _told()) == (0, [])
    actions.choose_alerts(by=person("Bea"), wanted=True, now=TODAY)
    assert alert(now=TUESDAY) == 1


def test_what_the_mail_server_does_not_take_is_sent_later(monkeypatch: pytest.MonkeyPatch) -> None:
    sent_notification(11)

    def fail(*_args: object) -> None:
        raise SMTPException

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
        with pytest.raises(NotSent):
            alert(now=TUESDAY)
    assert not Alert.objects.exists()
    assert alert(now=TUESDAY) == 1


def test_each_email_is_one_row_of_the_trail_by_the_system() -> None:
    sent_notification(11)
    alert(now=TUESDAY)
    row = Entry.objects.get(action="alert.send")
    assert (row.actor_name, row.subject_key, row.after) == (
        "System: alerts",
        str(person("Bea").pk),
        {"cases": ["SIN-2026-0011"]},
    )


def test_it_is_asked_for_daily() -> None:
    assert "home.alerts" in {daily.kind for daily in SCHEDULE}
