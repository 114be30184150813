"""The partnership's page: the letter, the form to answer it, both sides beside each other."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from second_question_web.incidents.models import DraftText
from second_question_web.panel.models import PartnershipAnswer
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.models import Entry
from tests.people import grant_case, person
from tests.web.panel.versions import TEXT, drafted, replied, sent_review

pytestmark = pytest.mark.django_db
PAGE = "/notifications/SIN-2026-0001/rapid-review/panel/"
ANSWER = {"course": "stands", "words": "We have looked at it again.", "reply": "1"}


def page(client: Client, name: str = "Bea") -> BeautifulSoup:
    client.force_login(person(name))
    return BeautifulSoup(client.get(PAGE).content, "html.parser")


def text(soup: BeautifulSoup) -> str:
    return " ".join(soup.select("main")[0].get_text(" ").split())


@pytest.mark.parametrize("name", ["Bea", "Dana", "Chidi", "Petra", "Max"])
def test_who_may_read_the_review_reads_the_letter(client: Client, name: str) -> None:
    replied(sent_review())
    said = text(page(client, name))
    assert TEXT.words in said
    assert "Max Oduya Panel member" in said
    assert "The partnership has not answered yet." in said
    assert Entry.objects.filter(action="panel.read_replies", actor_name=person(name).name).count() == 1


def test_the_reviewer_of_the_case_reads_it_too(client: Client) -> None:
    replied(sent_review())
    grant_case(person("Iris"), "SIN-2026-0001")
    assert TEXT.words in text(page(client, "Iris"))


@pytest.mark.parametrize(("name", "status"), [("Noor", 404), ("Rhea", 403), ("Colm", 403), ("Theo", 403)])
def test_nobody_else_does(client: Client, name: str, status: int) -> None:
    replied(sent_review())
    client.force_login(person(name))
    assert client.get(PAGE).status_code == status


@pytest.mark.parametrize(("name", "offered"), [("Bea", True), ("Dana", False), ("Chidi", False), ("Petra", False)])
def test_the_form_is_for_who_sends_the_review(client: Client, name: str, offered: bool) -> None:
    replied(sent_review())
    assert bool(page(client, name).select("form[data-autosave]")) is offered


def test_a_draft_of_the_panel_is_not_to_be_seen(client: Client) -> None:
    drafted(sent_review())
    said = page(client)
    assert "The Panel has not replied yet." in text(said)
    assert not said.select("form[data-autosave]")


def test_agreement_need_not_be_answered(client: Client) -> None:
    replied(sent_review(), text=replace(TEXT, advice="agrees_no_review"))
    assert "so you need not answer" in text(page(client))


def test_standing_by_the_decision(client: Client) -> None:
    replied(sent_review())
    client.force_login(person("Bea"))
    assert client.post(PAGE, ANSWER).headers["Location"] == PAGE
    said = text(page(client))
    assert "The review is with the Panel again." in said
    assert "Stands by the decision We have looked at it again. Bea Okafor" in said


def test_thinking_again(client: Client) -> None:
    replied(sent_review())
    client.force_login(person("Bea"))
    client.post(PAGE, {**ANSWER, "course": "reconsiders"})
    assert RapidReview.objects.get().state == "drafting"
    assert "Record the decision anew, say why it changed or stands, and send it." in text(page(client))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"course": "", "words": "x"}, "Choose whether the partners stand by the decision"),
        ({"words": "  "}, "Write what the Panel is to know"),
        ({"words": "w" * 60_000}, "shorten this to 50,000 characters"),
        ({"reply": "7"}, "has sent another reply"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client, fields: dict[str, str], said: str) -> None:
    replied(sent_review())
    client.force_login(person("Bea"))
    soup = BeautifulSoup(client.post(PAGE, {**ANSWER, **fields}).content, "html.parser")
    assert said in soup.select(".govuk-error-summary")[0].text
    typed = soup.select_one("#id_words").text.strip()  # type: ignore[union-attr]  # fails if None
    assert typed == str({**ANSWER, **fields}["words"]).strip()
    assert not PartnershipAnswer.objects.exists()


def test_who_may_not_send_cannot_answer(client: Client) -> None:
    replied(sent_review())
    client.force_login(person("Dana"))
    assert client.post(PAGE, ANSWER).status_code == 404
    assert not PartnershipAnswer.objects.exists()


def test_what_is_typed_is_kept_until_it_is_sent(client: Client) -> None:
    replied(sent_review())
    client.force_login(person("Bea"))
    assert client.post(f"{PAGE}keep/", {**ANSWER, "words": "Half a sent"}).status_code == 204
    assert page(client).select_one("#id_words").text.strip() == "Half a sent"  # type: ignore[union-attr]
    client.post(PAGE, ANSWER)
    assert not DraftText.objects.exists()
