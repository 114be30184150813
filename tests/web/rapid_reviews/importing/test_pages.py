"""Importing through the pages: give a file, look at what was read, take it in, place the rest."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web.files.models import StoredFile
from second_question_web.jobs.models import Job
from second_question_web.rapid_reviews.importing.passages import Passage
from second_question_web.rapid_reviews.models import ImportedFile, RapidReview, UnplacedPassage
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, person
from tests.reviews import begun_review, record_of
from tests.web.files.given import PNG, given
from tests.web.rapid_reviews.importing.readings import a_passage, imported, proposal, read, reading, stored, word_file

pytestmark = pytest.mark.django_db
IMPORT = "/notifications/SIN-2026-0001/rapid-review/import/"
UNPLACED = f"{IMPORT}unplaced/"
WRITERS, ELSEWHERE = {"Bea", "Dana", "Sam"}, {"Noor"}
BACKGROUND = proposal("review", "context_before", "The family had moved twice.")


def text(response: HttpResponse | Tag) -> str:
    soup = response if isinstance(response, Tag) else BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.select("main")[0].get_text(" ").split())


def give(client: Client, name: str = "old.docx", content: bytes | None = None) -> HttpResponse:
    client.force_login(person("Bea"))
    sent = given(name, word_file() if content is None else content)
    return client.post(IMPORT, {"file": sent}, follow=True)  # type: ignore[return-value]  # a response, as any


def get(client: Client, address: str, name: str = "Bea") -> HttpResponse:
    client.force_login(person(name))
    return client.get(address)  # type: ignore[return-value]  # a response, as any


def test_a_word_file_goes_all_the_way(client: Client) -> None:
    review = begun_review()
    page = give(client)
    assert "What was read From old.docx , given by Bea Okafor" in text(page)
    ticks = [box["value"] for box in BeautifulSoup(page.content, "html.parser").select('input[name="take"][checked]')]
    address = f"{IMPORT}{ImportedFile.objects.get().pk}/"
    taken = client.post(address, {"take": ticks}, follow=True)
    assert "came into the review" in text(taken)  # type: ignore[arg-type]  # a response, as any
    assert "Quay Row in 2025" in str(record_of(review).all_answers())
    assert UnplacedPassage.objects.filter(text__isnull=False).exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("old.docx", b"", "The file is empty"),
        ("old.docx", b"not a package", "what is in it says otherwise"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "Give a Word file (.docx), a PDF"),
        ("old.png", PNG, "Give a Word file (.docx), a PDF"),
        ("old.docx", b"MZ\x90", "This is a program"),
    ],
)
def test_what_is_no_review_is_refused_at_once(client: Client, name: str, content: bytes, said: str) -> None:
    begun_review()
    page = BeautifulSoup(give(client, name, content).content, "html.parser")
    assert said in page.select(".govuk-error-summary")[0].text
    assert not Job.objects.exists()


def test_no_file_at_all_is_said(client: Client) -> None:
    begun_review()
    client.force_login(person("Bea"))
    assert "Choose the file of the review" in client.post(IMPORT).content.decode()


def test_a_file_that_cannot_be_read_says_why_and_stays(client: Client) -> None:
    begun_review()
    said = text(give(client, "old.json", b"{"))
    assert "This is no JSON file" in said
    assert "Give another file" in said
    assert "Not read It could not be read" in text(get(client, IMPORT))


def test_the_preview_says_what_stays_and_what_is_guessed(client: Client) -> None:
    review = begun_review()
    unsure = replace(BACKGROUND, confidence=0.6, page=4)
    found = read(
        review,
        reading(
            unsure, proposal("review", "what_happened", "Another account."), passages=(Passage("Moon", "Tides.", 2),)
        ),
    )
    said = text(get(client, f"{IMPORT}{found.pk}/"))
    assert "Guessed page 4 The family had moved twice." in said
    assert "Answered already. That answer stays" in said
    assert "In the review A baby was brought to hospital" in said
    assert "Moon page 2 Tides." in said


def test_what_the_review_says_already_is_only_counted(client: Client) -> None:
    review = begun_review()
    same = str(record_of(review).all_answers()["what_happened"])
    found = read(review, reading(proposal("review", "what_happened", same)))
    assert "1 answer is in the review already : The review What happened?" in text(get(client, f"{IMPORT}{found.pk}/"))


def test_what_the_tick_was_taken_off_waits(client: Client) -> None:
    review = begun_review()
    found = read(review, reading(BACKGROUND))
    client.force_login(person("Bea"))
    page = client.post(f"{IMPORT}{found.pk}/", {"take": ["x", "-1"]}, follow=True)
    said = text(page)  # type: ignore[arg-type]  # a response, as any
    assert "0 answers came into the review. 1 passage could not be placed" in said
    assert "Seems to belong to: The context before the incident, briefly" in said


def test_a_file_that_was_taken_in_leads_to_the_passages(client: Client) -> None:
    done = imported(begun_review(), reading(BACKGROUND))
    assert get(client, f"{IMPORT}{done.pk}/").headers["Location"] == UNPLACED
    client.post(f"{IMPORT}{done.pk}/", {"take": ["0"]})
    assert Entry.objects.filter(action="rapid_review.import").count() == 1


def test_a_passage_is_put_into_a_question_and_the_next_one_comes(client: Client) -> None:
    review = begun_review()
    first, second = a_passage(review, "The door was open."), a_passage(review, "Tides.")
    client.force_login(person("Bea"))
    fields = {"course": "into", "target": "review/1/family_history"}
    response = client.post(f"{UNPLACED}{first.pk}/", fields)
    assert response.headers["Location"] == f"{UNPLACED}{second.pk}/"
    assert record_of(review).all_answers()["family_history"] == "The door was open."


def test_the_last_one_leads_to_the_list(client: Client) -> None:
    passage = a_passage(begun_review(), "Dana Whitlock | Director | Council")
    client.force_login(person("Bea"))
    page = client.post(f"{UNPLACED}{passage.pk}/", {"course": "record", "kind": "participant"}, follow=True)
    said = text(page)  # type: ignore[arg-type]  # a response, as any
    assert "Every passage is placed." in said
    assert "1 of 1 passage is placed or left out." in said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose what to do with the passage"),
        ({"course": "into"}, "Choose a question from the list"),
        ({"course": "into", "target": "review/x/y"}, "Choose a question from the list"),
        ({"course": "record", "kind": "nothing"}, "Choose what to make of it"),
        ({"course": "out", "reason": " "}, "Say why it is left out"),
        ({"course": "out", "reason": "x" * 2_001}, "2,000 characters or fewer"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(client: Client, fields: dict[str, str], said: str) -> None:
    passage = a_passage(begun_review(), "Words.")
    client.force_login(person("Bea"))
    page = BeautifulSoup(client.post(f"{UNPLACED}{passage.pk}/", fields).content, "html.parser")
    (link,) = page.select(".govuk-error-summary a")
    assert said in link.text
    assert page.select(str(link["href"]))


def test_left_out_with_its_reason_and_put_back(client: Client) -> None:
    passage = a_passage(begun_review(), "Pasted guidance.")
    client.force_login(person("Bea"))
    client.post(f"{UNPLACED}{passage.pk}/", {"course": "out", "reason": "It is in the law."})
    assert "Left out by Bea Okafor" in text(get(client, f"{UNPLACED}?placed=yes"))
    assert "because: It is in the law." in text(get(client, f"{UNPLACED}?placed=yes"))
    client.post(f"{UNPLACED}{passage.pk}/back/")
    assert "Pasted guidance." in text(get(client, UNPLACED))


def test_the_questions_are_those_of_the_reviews_own_records(client: Client) -> None:
    passage = a_passage(begun_review(), "Words.")
    soup = BeautifulSoup(get(client, f"{UNPLACED}{passage.pk}/").content, "html.parser")
    groups = {
        str(group["label"]): [str(o["value"]) for o in group.select("option")] for group in soup.select("optgroup")
    }
    assert "review/1/family_history" in groups["5. Background"]
    assert "child/1/plans_now" in groups["2. Home, care and plans, Rowan Thistlewood"]
    assert not any("nature" in value for values in groups.values() for value in values)


def test_the_file_can_be_opened_and_is_among_the_reviews_files_alone(client: Client) -> None:
    file = stored(begun_review())
    assert b"".join(get(client, f"{IMPORT}files/{file.pk}/").streaming_content) == b"An old review."  # type: ignore[attr-defined]
    for name in ("Bea", "Petra"):
        assert "old-review.txt" not in text(get(client, "/notifications/SIN-2026-0001/documents/", name))
        assert get(client, f"/notifications/SIN-2026-0001/documents/{file.pk}/", name).status_code == 404


def test_a_wrong_file_can_be_removed_until_something_of_it_came_in(client: Client) -> None:
    review = begun_review()
    found = read(review, reading(BACKGROUND))
    address = f"{IMPORT}files/{found.file_id}/remove/"
    client.force_login(person("Bea"))
    assert "Remove “old-review.txt”" in text(get(client, address))
    client.post(address, {"reason": "Another family."})
    assert StoredFile.objects.get().removed_reason == "Another family."
    assert get(client, f"{IMPORT}{found.pk}/").status_code == 404
    done = imported(review, reading(BACKGROUND))
    assert get(client, f"{IMPORT}files/{done.file_id}/remove/").headers["Location"] == IMPORT


def test_a_review_with_the_panel_says_that_nothing_can_be_imported(client: Client) -> None:
    begun_review()
    RapidReview.objects.update(state="submitted")
    assert "so nothing can be imported into it now" in text(get(client, IMPORT))
    assert not Job.objects.exists()


@pytest.mark.parametrize("name", sorted(set(CHARACTERS) - WRITERS - ELSEWHERE))
def test_nobody_else_opens_the_pages(client: Client, name: str) -> None:
    review = begun_review()
    found, passage = read(review, reading(BACKGROUND)), a_passage(review, "Words.")
    pages = [IMPORT, f"{IMPORT}{found.pk}/", UNPLACED, f"{UNPLACED}{passage.pk}/", f"{IMPORT}files/{found.file_id}/"]
    assert {get(client, address, name).status_code for address in pages} == {403}


def test_another_partnership_finds_nothing_there(client: Client) -> None:
    review = begun_review()
    found, passage = read(review, reading(BACKGROUND)), a_passage(review, "Words.")
    for address in (IMPORT, f"{IMPORT}{found.pk}/", f"{UNPLACED}{passage.pk}/", f"{IMPORT}files/{found.file_id}/"):
        assert get(client, address, "Noor").status_code == 404


@pytest.mark.parametrize("which", ["give", "check", "unplaced", "passage"])
def test_each_page_asks_the_database_seldom(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, which: str
) -> None:
    review = begun_review()
    passage, found = a_passage(review, "Words."), read(review, reading(BACKGROUND))
    pages = {
        "give": IMPORT,
        "check": f"{IMPORT}{found.pk}/",
        "unplaced": UNPLACED,
        "passage": f"{UNPLACED}{passage.pk}/",
    }
    client.force_login(person("Bea"))
    with django_assert_max_num_queries(15 + 8):  # eight more for the session and for the trail's own row
        assert client.get(pages[which]).status_code == 200
