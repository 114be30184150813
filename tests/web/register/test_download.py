"""The download is exactly the list, without names, and harmless in a spreadsheet."""

import csv
import io

import pytest
from django.test import Client

from second_question.exchange.notification_rows import COLUMNS
from second_question_web.incidents.models import Child, Notification
from second_question_web.trail.models import Entry
from tests.people import person
from tests.web.register.files import NORVALE, NOW, imported, row, table

pytestmark = pytest.mark.django_db


def rows(client: Client, who: str, query: str = "") -> list[dict[str, str]]:
    client.force_login(person(who))
    response = client.get(f"/notifications/download.csv{query}")
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]  # streamed
    return list(csv.DictReader(io.StringIO(text)))


def test_it_has_the_columns_of_the_notifications_csv_and_reads_in_again(client: Client) -> None:
    content = table(row("A", features="domestic_abuse"), row("B", likely_cause="", age_years=""))
    imported(content)
    found = rows(client, "Bea", "?sort=reference")
    assert tuple(found[0]) == (*COLUMNS, "reference", "state")
    assert imported(table(*({c: r[c] for c in COLUMNS} for r in found))).already_here == 2


@pytest.mark.parametrize("query", ["", "?nature=death", "?sort=authority&year=2026", "?sex=male", "?number=0002"])
@pytest.mark.parametrize("who", ["Bea", "Petra", "Rhea"])
def test_it_is_what_the_page_shows_in_the_same_order(client: Client, who: str, query: str) -> None:
    from tests.web.register.test_listing import shown

    imported(table(row("A"), row("B", nature="death", sex="male"), row("C", local_authority=NORVALE)))
    asked = dict(part.split("=") for part in query[1:].split("&") if part)
    assert [r["reference"] for r in rows(client, who, query)] == shown(client, who, **asked)


@pytest.mark.parametrize("who", ["Max", "Colm", "Audra"])
def test_whoever_may_not_download_is_refused(client: Client, who: str) -> None:
    client.force_login(person(who))
    assert client.get("/notifications/download.csv").status_code == 403


def test_names_and_sealed_answers_are_not_in_it(client: Client) -> None:
    imported(table(row("A")))
    Child.objects.update(sealed_answers={"full_name": "Rowan Ashdown"})
    assert "Rowan" not in str(rows(client, "Bea"))


def test_what_a_spreadsheet_would_run_is_made_harmless(client: Client) -> None:
    imported(table(row("A")))
    Notification.objects.update(external_reference="=cmd|' /C calc'!A0")
    assert rows(client, "Bea")[0]["notification_id"].startswith("'=")


def test_a_draft_without_children_is_one_row(client: Client) -> None:
    Notification.objects.create(
        reference="SIN-2026-0009",
        state="draft",
        form="notification/2025",
        partnership=person("Bea").grants_now[0].partnership,
        started_at=NOW,
        started_by="Bea",
        start_token="t",
    )
    assert [(r["reference"], r["state"], r["notified_on"]) for r in rows(client, "Bea")] == [
        ("SIN-2026-0009", "draft", "")
    ]


def test_taking_it_away_is_one_row_of_the_trail(client: Client) -> None:
    imported(table(row("A")))
    rows(client, "Bea", "?nature=serious_harm")
    row_of_trail = Entry.objects.get(action="register.download")
    assert row_of_trail.after == {"nature": "serious_harm", "notifications": 1}
