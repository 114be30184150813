"""People without an account come in by a link and a code; nothing else lets them in."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from second_question_web.partnerships.models import Partnership
from second_question_web.rapid_reviews.models import RequestLink
from second_question_web.rapid_reviews.summaries import actions, links
from second_question_web.trail.actions import Unknown
from second_question_web.trail.models import Entry
from second_question_web.ui.mail import NotSent
from tests.people import person
from tests.reviews import NOW
from tests.summaries import HANA, NIA, again, ask, code_in_mail, mails_to, secret_in_mail

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def link() -> RequestLink:
    found = links.find(secret_in_mail())
    assert found
    return found


def send_code(minutes: int = 0) -> bool:
    return actions.send_code(link=link(), by=Unknown(), now=NOW + minutes * MINUTE)


def opens(code: str, minutes: int = 1) -> bool:
    return actions.open_link(link=link(), by=Unknown(), code=code, now=NOW + minutes * MINUTE)


def wrong(times: int) -> None:
    for _ in range(times):
        assert not opens("not-it")


def test_the_database_keeps_neither_secret_nor_code() -> None:
    ask()
    send_code()
    kept = str(list(RequestLink.objects.values()))
    assert secret_in_mail() not in kept
    assert code_in_mail() not in kept


def test_the_right_code_opens_once() -> None:
    ask()
    send_code()
    code = code_in_mail()
    assert opens(code)
    assert not opens(code), "it is used up"
    assert link().opened_at == NOW + MINUTE


def test_a_code_lasts_for_fifteen_minutes() -> None:
    ask()
    send_code()
    assert not opens(code_in_mail(), minutes=15)
    assert opens(code_in_mail(), minutes=14)


def test_the_fifth_wrong_try_ends_a_code() -> None:
    ask()
    send_code()
    wrong(4)
    assert opens(code_in_mail())
    send_code(5)
    wrong(5)
    assert not opens(code_in_mail(), minutes=6)


def test_a_new_code_has_all_its_tries() -> None:
    ask()
    send_code()
    wrong(3)
    send_code(2)
    wrong(4)
    assert opens(code_in_mail(), minutes=3)


def test_twenty_wrong_tries_use_the_link_up_until_it_is_sent_again() -> None:
    request = ask()
    for minutes in range(0, 8, 2):
        assert send_code(minutes)
        wrong(5)
    assert not send_code(10)
    assert not links.works(link(), NOW)
    actions.send_link(request=request, by=person("Bea"), part="contribute", name="Nia Pugh", email=NIA, now=NOW)
    assert links.works(link(), NOW)


def test_one_code_a_minute() -> None:
    ask()
    assert send_code()
    assert not send_code()
    assert send_code(1)
    assert sum("code" in subject for subject in mails_to(NIA)) == 2


def test_a_code_that_cannot_be_sent_is_no_code(settings: Settings) -> None:
    ask()
    settings.EMAIL_BACKEND = "tests.web.people.broken_mail.Backend"
    with pytest.raises(NotSent):
        send_code()
    assert link().code_digest == ""


def test_each_try_is_a_row_that_names_nobody_before_the_right_code() -> None:
    ask()
    send_code()
    opens("000000x")
    opens(code_in_mail())
    rows = Entry.objects.filter(action__startswith="request_link.").order_by("number")
    assert [(row.action, row.actor_name, row.outcome) for row in rows] == [
        ("request_link.send_code", "", "done"),
        ("request_link.refuse", "", "refused"),
        ("request_link.open", "Nia Pugh", "done"),
    ]


def test_a_link_lasts_for_four_weeks_and_sending_it_again_makes_the_same_address_work() -> None:
    request = ask()
    first, later = secret_in_mail(), NOW + timedelta(days=28)
    assert not links.works(link(), later)
    actions.send_link(request=request, by=person("Bea"), part="contribute", name="Nia Pugh", email=NIA, now=later)
    assert secret_in_mail() == first
    assert links.works(link(), later)
    assert request.links.count() == 1


def test_a_link_that_was_ended_lets_nobody_in() -> None:
    request = ask()
    send_code()
    actions.end_link(link=request.links.get(), by=person("Bea"), now=NOW)
    assert not opens(code_in_mail())
    assert not send_code(5)


def test_another_person_gets_a_link_of_their_own() -> None:
    request = ask()
    actions.send_link(request=request, by=person("Bea"), part="sign", name="Hana Reid", email=HANA, now=NOW)
    assert secret_in_mail(HANA) != secret_in_mail(NIA)
    assert "Nia Pugh was asked to write" in str(mail.outbox[-1].body)


def test_whoever_has_a_dead_link_asks_for_a_new_one_once_an_hour(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    request = ask()
    request.links.update(ended_at=NOW)
    Partnership.objects.update(email="office@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            assert client.post(f"/summaries/open/{secret_in_mail()}/new/").status_code == 200
    assert mails_to("office@example.org") == mails_to("bea@example.org") == ["A new link is asked for: SIN-2026-0001"]
    assert Entry.objects.filter(action="request_link.ask_again").count() == 1


def test_a_link_that_never_was_gets_the_same_answer_and_nobody_is_written_to(client: Client) -> None:
    ask()
    sent = len(mail.outbox)
    dead, never = "/summaries/open/never/", client.post("/summaries/open/never/new/")
    assert client.get(dead).status_code == 404
    assert "We have passed it on" in never.content.decode()
    assert len(mail.outbox) == sent


def test_a_link_of_a_withdrawn_request_does_not_work() -> None:
    request = ask()
    actions.withdraw(request=again(request), by=person("Bea"), reason="No longer needed", now=NOW)
    assert not links.works(link(), NOW)


def test_once_a_code_was_used_the_next_need_not_wait() -> None:
    ask()
    send_code()
    opens(code_in_mail(), minutes=0)
    assert send_code()
