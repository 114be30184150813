"""Guests in a browser: what their session opens, for how long, and that nothing is known before the code."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from second_question_web.incidents.models import DraftText
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink, ReviewRecord
from second_question_web.rapid_reviews.summaries import actions, guests, links
from second_question_web.rapid_reviews.summaries.views import opening
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import begun_review
from tests.summaries import HANA, SUMMARY, ask, code_in_mail, guest, returned, secret_in_mail, trust
from tests.web.rapid_reviews.summaries.pages import CASE, OURS, browser, browser_of_guest, said

pytestmark = pytest.mark.django_db


class Clock:
    """What the pages think that it is."""

    def __init__(self) -> None:
        self.moment: datetime = timezone.now()

    def goes_on(self, **by: int) -> None:
        self.moment += timedelta(**by)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The real moment at which the test began, until it is moved."""
    given = Clock()
    for module in (guests, opening):
        monkeypatch.setattr(module, "timezone", SimpleNamespace(now=lambda: given.moment))
    return given


def asked(**facts: object) -> AgencyRequest:
    """A request of this very moment, so that its links work now."""
    return ask(now=timezone.now(), due_on=timezone.localdate() + timedelta(days=7), **facts)  # type: ignore[arg-type]  # as given


def test_before_the_code_the_page_names_nobody() -> None:
    asked()
    words = said(browser().get(f"/summaries/open/{secret_in_mail()}/"))
    assert "Send me a code" in words
    for secret in ("Nia", "Alder", "Wessenmere", "SIN-", "Thistlewood"):
        assert secret not in words


def test_with_the_code_they_land_on_the_summary() -> None:
    asked()
    words = said(browser_of_guest().get(OURS))
    assert "You are here as Nia Pugh , Alder Lane Academy" in words
    assert "Rowan Thistlewood" in words


def test_a_wrong_code_is_said_and_lets_nobody_in() -> None:
    asked()
    client, address = browser(), f"/summaries/open/{secret_in_mail()}/"
    client.post(f"{address}send/")
    answer = client.post(f"{address}code/check/", {"code": "12"})
    assert "This is not the code that we sent last" in said(answer)
    assert client.get(OURS).status_code == 302


def test_spaces_in_the_code_do_not_matter() -> None:
    asked()
    client, address = browser(), f"/summaries/open/{secret_in_mail()}/"
    client.post(f"{address}send/")
    code = code_in_mail()
    assert client.post(f"{address}code/check/", {"code": f" {code[:3]} {code[3:]} "}).status_code == 302


def test_the_session_gets_a_new_key() -> None:
    asked()
    client = browser()
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    client.cookies["second_question_session"] = before or ""
    address = f"/summaries/open/{secret_in_mail()}/"
    client.post(f"{address}send/")
    client.post(f"{address}code/check/", {"code": code_in_mail()})
    assert client.session.session_key != before


@pytest.mark.parametrize("page", ["", "write/", "nothing-known/", "check/", "files/", "episodes/add/"])
def test_their_session_opens_their_request_and_no_other(page: str) -> None:
    mine = asked()
    ask(mine.review, trust(), email="leila@example.org")
    client = browser_of_guest()
    assert client.get(f"{OURS}{page}").status_code in (200, 302)
    assert client.get(f"/summaries/SIN-2026-0001/2/{page}").status_code in (403, 404)


def test_their_session_opens_nothing_else() -> None:
    asked()
    client = browser_of_guest()
    for page in (CASE, "/notifications/SIN-2026-0001/", "/notifications/", "/", "/summaries/", "/referrals/"):
        assert client.get(page).status_code == 302, page


def test_one_person_with_two_links_keeps_both_open() -> None:
    asked()
    ask(begun_review(start="t2"), now=timezone.now(), due_on=timezone.localdate() + timedelta(days=7))
    client = browser()
    for link in RequestLink.objects.order_by("pk"):
        _come_in(client, link)
    assert client.get(OURS).status_code == 200
    assert client.get("/summaries/SIN-2026-0002/1/").status_code == 200


def _come_in(client: Client, link: RequestLink) -> None:
    address = f"/summaries/open/{links.secret_of(link)}/"
    client.post(f"{address}send/")
    client.post(f"{address}code/check/", {"code": code_in_mail()})


def test_a_link_that_is_ended_puts_them_out_at_once() -> None:
    request = asked()
    client = browser_of_guest()
    actions.end_link(link=request.links.get(), by=person("Bea"), now=timezone.now())
    assert client.get(OURS).status_code == 302


def test_after_eight_hours_they_are_led_back_to_the_link_and_what_they_sent_is_kept(clock: Clock) -> None:
    asked()
    client = browser_of_guest()
    clock.goes_on(hours=8, minutes=1)
    answer = client.post(f"{OURS}write/", {**SUMMARY, "version": "0", "seen": ""})
    assert answer.headers["Location"] == f"/summaries/open/{secret_in_mail()}/"
    assert not ReviewRecord.objects.filter(kind="agency_summary").exists()
    assert DraftText.objects.get().fields["analysis"] == [SUMMARY["analysis"]]
    assert "Your time here was over" in said(client.get(answer.headers["Location"]))


def test_with_a_new_code_they_find_what_they_had_typed(clock: Clock) -> None:
    asked()
    client = browser_of_guest()
    clock.goes_on(hours=9)
    client.post(f"{OURS}write/", {**SUMMARY, "version": "0", "seen": ""})
    words = said(browser_of_guest().get(f"{OURS}write/"))
    assert "We kept what you typed" in words
    assert SUMMARY["analysis"] in words


def test_whoever_leaves_is_out() -> None:
    asked()
    client = browser_of_guest()
    client.post("/summaries/leave/")
    assert client.get(OURS).status_code == 302


def test_a_colleague_with_an_account_goes_straight_on() -> None:
    asked()
    answer = browser("Colm").get(f"/summaries/open/{secret_in_mail()}/")
    assert answer.headers["Location"] == OURS


def test_somebody_else_with_an_account_needs_the_code_like_everybody() -> None:
    asked()
    client = browser("Leila")
    assert client.get(f"/summaries/open/{secret_in_mail()}/").status_code == 200
    assert client.get(OURS).status_code == 404


def test_the_trail_names_the_guest_who_was_refused() -> None:
    mine = asked()
    ask(mine.review, trust(), email="leila@example.org")
    browser_of_guest().get("/summaries/SIN-2026-0001/2/")
    assert Entry.objects.filter(action="page.refuse", actor_key=guest(mine).trail_key).exists()


def test_a_link_to_sign_opens_what_is_to_be_signed_and_not_the_writing() -> None:
    returned(asked(lead=True), now=timezone.now())
    client = browser_of_guest(HANA)
    assert "Read and sign" in said(client.get(OURS))
    assert client.get(f"{OURS}sign/").status_code == 200
    assert client.get(f"{OURS}write/").status_code == 302


def test_a_dead_link_and_one_that_never_was_look_the_same(clock: Clock) -> None:
    asked()
    secret = secret_in_mail()
    clock.goes_on(days=29)
    dead, never = browser().get(f"/summaries/open/{secret}/"), browser().get("/summaries/open/never/")
    assert dead.status_code == never.status_code == 404
    assert said(dead) == said(never)
    assert "Ask for a new link" in said(dead)
