"""When a session ends, and what is left of it."""

import time
from datetime import timedelta

import pytest
from django.test import Client

from second_question_web.people.middleware import BEGAN, SEEN
from tests.people import PASSWORD, person
from tests.web.people.test_sign_in import trail

pytestmark = pytest.mark.django_db


def set_back(client: Client, **names: timedelta) -> None:
    """Makes the session believe that something was so long ago."""
    session = client.session
    for name, ago in names.items():
        session[name] = int(time.time() - ago.total_seconds())
    session.save()


def idle(client: Client) -> None:
    client.force_login(person("Bea"))
    set_back(client, **{SEEN: timedelta(minutes=61)})


def sign_in(client: Client, who: str = "bea") -> str:
    return client.post("/sign-in/", {"login": f"{who}@example.org", "password": PASSWORD}).headers["Location"]


def test_an_idle_session_ends_and_the_page_says_why(client: Client) -> None:
    idle(client)
    page = client.get("/roles/", follow=True).content.decode()
    assert "You were signed out because nothing happened here for 60 minutes. What you typed was kept." in page
    assert trail()[-1] == ("session.end", "Bea Okafor", "nothing happened here for 60 minutes")


def test_a_busy_session_ends_too(client: Client) -> None:
    client.force_login(person("Bea"))
    set_back(client, **{SEEN: timedelta(minutes=1), BEGAN: timedelta(hours=10, minutes=1)})
    assert "for 10 hours" in client.get("/roles/", follow=True).content.decode()


def test_a_session_in_use_goes_on(client: Client) -> None:
    client.force_login(person("Bea"))
    set_back(client, **{SEEN: timedelta(minutes=59), BEGAN: timedelta(hours=9)})
    assert client.get("/roles/").status_code == 200


def test_a_form_sent_too_late_is_kept_for_the_same_person(client: Client) -> None:
    idle(client)
    client.post("/account/details/", {"name": "Bea O", "job_title": "", "telephone": "0117 496 0000", "password": "x"})
    assert "0117" not in str(client.session.items()), "it is encrypted"
    assert sign_in(client) == "/go-on/"
    page = client.get("/go-on/").content.decode()
    assert 'action="/account/details/"' in page
    assert 'name="telephone" value="0117 496 0000"' in page
    assert 'name="password"' not in page


def test_a_form_is_not_kept_for_somebody_else(client: Client) -> None:
    idle(client)
    person("Noor")
    client.post("/account/details/", {"name": "Bea O"})
    assert sign_in(client, "noor") == "/"
    assert client.get("/go-on/").status_code == 302


def test_a_kept_form_can_be_thrown_away(client: Client) -> None:
    idle(client)
    client.post("/account/details/", {"name": "Bea O"})
    sign_in(client)
    client.post("/go-on/")
    assert client.get("/go-on/").status_code == 302


def test_signing_out_everywhere_ends_the_other_sessions(client: Client) -> None:
    elsewhere = Client()
    for device in (client, elsewhere):
        device.force_login(person("Bea"))
    client.post("/account/sign-out-everywhere/")
    assert elsewhere.get("/roles/").status_code == 302
    assert trail()[-1][0] == "session.end_all"


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(client: Client) -> None:
    elsewhere = Client()
    for device in (client, elsewhere):
        device.force_login(person("Bea"))
    new = "seven plum bicycles"
    client.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert client.get("/roles/").status_code == 200
    assert elsewhere.get("/roles/").status_code == 302
    assert trail()[0][0] == "password.change"
