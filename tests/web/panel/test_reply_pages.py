"""The Panel's pages of one review: read it, write the reply, read the letter, send it (P1)."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web.incidents.models import DraftText
from second_question_web.panel.models import Reply
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, person
from tests.sent import at_noon, review_of, sent_notification
from tests.web.panel.versions import TEXT, drafted, replied, sent_again, sent_review

pytestmark = pytest.mark.django_db
PAGE = "/panel/reviews/SIN-2026-0001/"
REPLY, KEEP, CHECK = f"{PAGE}reply/", f"{PAGE}reply/keep/", f"{PAGE}reply/check/"
FIELDS = {**vars(TEXT), "row_version": "0"}
READERS, NOT_HERE = {"Petra", "Max"}, {"Noor"}


def page(client: Client, address: str = PAGE, name: str = "Petra") -> BeautifulSoup:
    client.force_login(person(name))
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text(soup: BeautifulSoup) -> str:
    return " ".join(soup.select("main")[0].get_text(" ").split())


def post(client: Client, address: str, fields: dict[str, object], name: str = "Petra") -> tuple[int, str]:
    client.force_login(person(name))
    response = client.post(address, fields)
    words = BeautifulSoup(response.content, "html.parser").get_text(" ")
    return response.status_code, response.headers.get("Location") or " ".join(words.split())


def test_the_page_shows_what_was_sent_and_what_was_decided(client: Client) -> None:
    sent_review()
    said = text(page(client))
    assert "Waits for a reply In time Write a reply" in said
    assert "Version 1 No local review. Sent by Bea Okafor on Monday 16 November 2026, 9 pages." in said
    assert "The Panel has not replied yet." in said
    assert Entry.objects.get(action="panel.read_review").case == "SIN-2026-0001"


def test_the_history_of_the_decision_says_what_changed_and_why(client: Client) -> None:
    review = sent_review()
    replied(review)
    sent_again(review, "local_review", at_noon(2026, 11, 24))
    said = text(page(client))
    assert "review, after the Panel’s advice 24 November 2026 Dana Whitlock From no to yes" in said
    assert "The Panel named two earlier reviews." in said
    review.versions.get(number=2).delete()
    assert "after the Panel’s advice" not in text(page(client))


def test_a_review_sent_outside_this_system_says_so(client: Client) -> None:
    review_of(sent_notification())
    RapidReview.objects.update(state="submitted", submitted_on="2026-11-16")
    soup = page(client)
    assert "written and sent outside this system" in text(soup)
    assert not soup.select('a[href$="/reply/"]')


def test_a_review_that_did_not_come_yet_has_nothing_to_reply_to(client: Client) -> None:
    review_of(sent_notification())
    assert "No version has come yet." in text(page(client))


@pytest.mark.parametrize("name", sorted(set(CHARACTERS) - READERS - NOT_HERE))
def test_nobody_else_opens_them(client: Client, name: str) -> None:
    drafted(sent_review())
    client.force_login(person(name))
    assert {client.get(address).status_code for address in (PAGE, REPLY, CHECK)} == {403}
    assert client.post(KEEP).status_code == 403


def test_a_panel_member_finds_no_review_of_another_region(client: Client) -> None:
    sent_review(at="Norvale")
    client.force_login(person("Max"))
    assert {client.get(address).status_code for address in (PAGE, REPLY, CHECK)} == {404}


def test_the_form_begins_with_who_writes(client: Client) -> None:
    sent_review()
    soup = page(client, REPLY)
    assert soup.select_one("#id_signed_name")["value"] == "Petra Nyman"  # type: ignore[index]  # fails if None
    assert len(soup.select('input[type="checkbox"][name="quality"]')) == 25
    assert "You reply to version 1 , sent on 16 November 2026. The partners decided: No local review ." in text(soup)


def test_saving_keeps_a_draft_that_the_next_person_finds(client: Client) -> None:
    sent_review()
    assert post(client, REPLY, FIELDS) == (302, PAGE)
    soup = page(client, REPLY, "Max")
    assert soup.select_one("#id_words").text.strip() == TEXT.words  # type: ignore[union-attr]  # fails if None
    assert {box["value"] for box in soup.select('input[name="quality"][checked]')} == {"RR04", "RR11"}
    assert "Petra Nyman last saved this draft" in text(soup)


def test_half_a_reply_is_saved(client: Client) -> None:
    sent_review()
    assert post(client, REPLY, {"words": "So far.", "row_version": "0"}) == (302, PAGE)
    assert (Reply.objects.get().words, Reply.objects.get().advice) == ("So far.", "")


def test_two_people_see_both_texts_and_nothing_is_overwritten(client: Client) -> None:
    review = sent_review()
    drafted(review)
    status, words = post(client, REPLY, {**FIELDS, "words": "Mine.", "quality": ["RR01"]}, "Max")
    assert status == 409
    assert "Petra Nyman changed this reply meanwhile" in words
    assert "You wrote Mine. Saved meanwhile The review shows a theme" in words
    assert "You wrote Agencies involved are named Saved meanwhile Ethnicity of the child" in words
    assert Reply.objects.get().words == TEXT.words


def test_after_reading_both_one_can_save_again(client: Client) -> None:
    drafted(sent_review())
    client.force_login(person("Max"))
    conflict = BeautifulSoup(client.post(REPLY, {**FIELDS, "words": "Mine."}).content, "html.parser")
    version = conflict.select_one('input[name="row_version"]')["value"]  # type: ignore[index]  # fails if None
    assert conflict.select_one("#id_words").text.strip() == "Mine."  # type: ignore[union-attr]
    assert post(client, REPLY, {**FIELDS, "words": "Both.", "row_version": version}, "Max") == (302, PAGE)
    assert Reply.objects.get().words == "Both."


def test_a_million_characters_are_refused_and_stay_in_the_form(client: Client) -> None:
    sent_review()
    client.force_login(person("Petra"))
    response = client.post(REPLY, {**FIELDS, "words": "w" * 1_000_000})
    soup = BeautifulSoup(response.content, "html.parser")
    assert "shorten this to 50,000 characters" in soup.select(".govuk-error-summary")[0].text
    assert len(soup.select_one("#id_words").text.strip()) == 1_000_000  # type: ignore[union-attr]  # fails if None


def test_what_is_typed_is_kept_and_can_be_thrown_away(client: Client) -> None:
    sent_review()
    assert post(client, KEEP, {**FIELDS, "words": "Typed."})[0] == 204
    soup = page(client, REPLY)
    assert soup.select_one("#id_words").text.strip() == "Typed."  # type: ignore[union-attr]  # fails if None
    assert "We kept what you typed" in text(soup)
    post(client, f"{REPLY}drop/", {})
    assert not DraftText.objects.exists()


def test_saving_forgets_what_was_typed(client: Client) -> None:
    sent_review()
    post(client, KEEP, FIELDS)
    post(client, REPLY, FIELDS)
    assert not DraftText.objects.exists()


def test_the_letter_is_read_before_it_is_sent(client: Client) -> None:
    sent_review()
    assert post(client, REPLY, {**FIELDS, "check": "yes"}) == (302, CHECK)
    said = text(page(client, CHECK))
    assert "The partners decided: No local review" in said
    assert "The Panel: Asks the partners to think again . The review shows a theme" in said
    assert "ethnicity of the child RR04" in said


def test_advice_that_contradicts_the_decision_is_pointed_out(client: Client) -> None:
    drafted(sent_review(outcome="local_review"), text=replace(TEXT, advice="agrees_no_review"))
    assert "agrees that there is no need for a local review, but the partners decided" in text(page(client, CHECK))


def test_sending_it(client: Client) -> None:
    drafted(sent_review())
    assert post(client, CHECK, {"row_version": "1"}) == (302, PAGE)
    assert Reply.objects.get().sent_by == "Petra Nyman"
    said = text(page(client))
    assert "The reply to SIN-2026-0001 was sent." in said
    assert "Reply 1 to version 1 The Panel ," in said


def test_what_is_missing_leads_to_its_place_in_the_form(client: Client) -> None:
    drafted(sent_review(), text=replace(TEXT, advice=""))
    client.force_login(person("Petra"))
    soup = BeautifulSoup(client.post(CHECK, {"row_version": "1"}).content, "html.parser")
    assert soup.select(".govuk-error-summary a")[0]["href"] == f"{REPLY}#id_advice"


def test_a_letter_that_changed_since_it_was_read_is_not_sent(client: Client) -> None:
    review = sent_review()
    drafted(review)
    drafted(review, by="Max", text=replace(TEXT, words="Other."), row_version=1)
    status, words = post(client, CHECK, {"row_version": "1"})
    assert (status, Reply.objects.get().sent_at) == (409, None)
    assert "Max Oduya changed the reply since you read it" in words


def test_without_a_draft_there_is_no_letter_to_read(client: Client) -> None:
    sent_review()
    client.force_login(person("Petra"))
    assert client.get(CHECK).headers["Location"] == PAGE


def test_a_review_taken_back_meanwhile_refuses_the_reply_and_keeps_it_in_the_form(client: Client) -> None:
    sent_review()
    RapidReview.objects.update(state="closed")
    status, words = post(client, REPLY, FIELDS)
    assert status == 200
    assert "The Panel can reply when a version of it has come." in words
    assert TEXT.words in words


@pytest.mark.parametrize("address", [PAGE, REPLY, CHECK])
def test_each_page_asks_the_database_seldom(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    review = sent_review()
    replied(review)
    drafted(review, text=replace(TEXT, words="Further."))
    client.force_login(person("Petra"))
    with django_assert_max_num_queries(15 + 8):  # eight more for the session and for the trail's own row
        client.get(address)
