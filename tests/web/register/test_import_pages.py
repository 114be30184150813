"""From the file to the register through the pages: preview, confirm, result."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from second_question_web.incidents.models import Notification
from second_question_web.jobs.models import Job
from tests.people import person
from tests.web.files.given import PDF, WORD, given
from tests.web.register.files import NORVALE, row, table

pytestmark = pytest.mark.django_db
MIXED = table(row("A"), row("B", nature="fatal"), row("C", local_authority=NORVALE))


def give(client: Client, content: bytes, who: str = "Bea", name: str = "list.csv") -> str:
    """Gives the file; the address of the preview, or the words of the error."""
    client.force_login(person(who))
    response = client.post("/notifications/import/", {"file": given(name, content)})
    if response.status_code == 302:
        return response.headers["Location"]
    return BeautifulSoup(response.content, "html.parser").select(".govuk-error-summary__list")[0].get_text(strip=True)


def text(client: Client, address: str) -> str:
    return BeautifulSoup(client.get(address).content, "html.parser").select("main")[0].get_text(" ", strip=True)


def test_the_preview_says_what_would_come_in_and_what_is_wrong_and_writes_nothing(client: Client) -> None:
    preview = text(client, give(client, MIXED))
    assert "1 notification with 1 child" in preview
    assert "Refused 2 notifications" in preview
    assert "nature Refused “fatal” is not one of: death, serious_harm, other" in preview
    assert not Notification.objects.exists()


def test_confirming_brings_it_in_once_however_often_it_is_pressed(client: Client) -> None:
    address = give(client, MIXED)
    first, second = (client.post(f"{address}confirm/").headers["Location"] for _ in range(2))
    assert first == second
    assert "Came in 1 notification" in text(client, first)
    assert Notification.objects.count() == 1


def test_all_problems_can_be_had_as_a_file(client: Client) -> None:
    address = give(client, MIXED)
    content = b"".join(client.get(f"{address}report.csv").streaming_content)  # type: ignore[attr-defined]  # streamed
    found = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [(problem["row"], problem["kind"]) for problem in found] == [("3", "refused"), ("4", "refused")]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "list.csv", "The file is empty"),
        (PDF, "list.pdf", "This is not a CSV file"),
        (WORD, "list.docx", "This is not a CSV file"),
        (b"MZ\x90", "list.csv", "This is a program"),
    ],
    ids=("empty", "pdf", "word", "program"),
)
def test_what_is_no_table_is_refused_at_once(client: Client, content: bytes, name: str, words: str) -> None:
    assert give(client, content, name=name).startswith(words)
    assert not Job.objects.exists()


def test_no_file_at_all_is_said(client: Client) -> None:
    client.force_login(person("Bea"))
    assert "Choose the CSV file" in client.post("/notifications/import/").content.decode()


def test_a_table_without_our_columns_is_said_in_the_preview(client: Client) -> None:
    preview = text(client, give(client, b"name,age\nx,3\n"))
    assert "Nothing would come in" in preview
    assert "notification_id Refused This column is missing" in preview


@pytest.mark.parametrize("who", ["Rhea", "Max", "Sam", "Colm", "Adam", "Audra"])
def test_only_those_who_may_import_reach_the_pages(client: Client, who: str) -> None:
    client.force_login(person(who))
    assert client.get("/notifications/import/").status_code == 403


@pytest.mark.parametrize("page", ["", "report.csv"])
def test_nobody_sees_another_person_s_preview(client: Client, page: str) -> None:
    address = give(client, MIXED)
    client.force_login(person("Petra"))
    assert client.get(address + page).status_code == 404
    assert client.post(f"{address}confirm/").status_code == 404


def test_whoever_lost_the_permission_meanwhile_brings_nothing_in(client: Client) -> None:
    address = give(client, table(row("A")))
    bea = person("Bea")
    job = Job.objects.get()
    bea.grants.update(role="chair_or_scrutineer")
    client.post(f"{address}confirm/")
    from second_question_web.incidents.register.jobs import bring_in
    from second_question_web.jobs.errors import CannotDo
    from second_question_web.jobs.progress import Progress

    with pytest.raises(CannotDo, match="may not import"):
        bring_in(job, Progress(job.pk))
    assert not Notification.objects.exists()


def test_while_it_is_read_the_page_shows_how_far_it_is(client: Client) -> None:
    address = give(client, table(row("A")))
    Job.objects.update(state="running", done=300, total=1000)
    assert "300 of 1,000 rows (30%)" in text(client, address)
