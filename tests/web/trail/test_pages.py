"""Auditors read the trail; reading it is in it (handbook: who, what, when, from where, before and after)."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web.trail import queries
from second_question_web.trail.actions import note_downloaded, note_listed, record
from second_question_web.trail.models import Entry, Outcome
from second_question_web.trail.queries import Wanted
from tests.people import CHARACTERS, person

pytestmark = pytest.mark.django_db
OTHERS = sorted(set(CHARACTERS) - {"Audra"})
NOON = datetime(2026, 3, 27, 12, tzinfo=UTC)


def deed(**more: object) -> Entry:
    facts = {"by": person("Bea"), "subject": ("rapid_review", "SIN-2026-0007"), "case": "SIN-2026-0007", "at": NOON}
    return record("clock.pause", **{**facts, **more})  # type: ignore[arg-type]  # the facts of a deed, each of its own type


def audra(client: Client) -> Client:
    client.force_login(person("Audra"))
    return client


def rows_of(content: bytes) -> list[str]:
    page = BeautifulSoup(content, "html.parser")
    return [" ".join(cell.get_text(" ").split()) for cell in page.select("tbody th")]


def test_a_row_is_a_sentence_with_a_link_to_the_row(client: Client) -> None:
    row = deed()
    response = audra(client).get("/trail/")
    assert rows_of(response.content) == [
        "Bea Okafor paused the clock of the rapid review of SIN-2026-0007 Wessenmere Council"
    ]
    assert f'href="/trail/{row.number}/"' in response.text


def test_reading_writes_a_row_with_what_was_asked_for(client: Client) -> None:
    audra(client).get("/trail/", {"person": "okafor", "case": "SIN-2026-0007"})
    row = Entry.objects.get(action="trail.list")
    assert (row.actor_name, row.after) == ("Audra Quill", {"filter": {"person": "okafor", "case": "SIN-2026-0007"}})
    assert len(row.request_number) == 12


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), 3),
        (Wanted(person="okafor"), 1),
        (Wanted(person="NOOR@example.org"), 1),
        (Wanted(person="nobody of that name"), 0),
        (Wanted(action="clock.pause"), 3),
        (Wanted(action="clock.extend"), 0),
        (Wanted(case="SIN-2026-0009"), 1),
        (Wanted(outcome="refused"), 1),
        (Wanted(since=NOON.date(), until=NOON.date()), 2),
        (Wanted(until=datetime(2026, 3, 26, tzinfo=UTC).date()), 0),
        (Wanted(since=datetime(2026, 3, 28, tzinfo=UTC).date()), 1),
        (Wanted(address="192.0.2.1"), 0),
    ],
)
def test_filters(wanted: Wanted, found: int) -> None:
    deed()
    deed(by=person("Noor"), case="SIN-2026-0009")
    deed(by=person("Sam"), outcome=Outcome.REFUSED, at=datetime(2026, 4, 1, tzinfo=UTC))
    assert len(queries.page(person("Audra"), wanted).rows) == found


def test_a_day_is_a_day_in_england() -> None:
    deed(at=datetime(2026, 6, 1, 23, 30, tzinfo=UTC))  # half past midnight on 2 June in England
    second = datetime(2026, 6, 2, tzinfo=UTC).date()
    assert len(queries.page(person("Audra"), Wanted(since=second, until=second)).rows) == 1


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(since=NOON.date()), Wanted(person="Bea", until=NOON.date())])
def test_paging_forth_and_back_meets_every_row_once(wanted: Wanted) -> None:
    for number in range(120):
        deed(at=NOON + timedelta(minutes=number // 7))
    first = queries.page(person("Audra"), wanted)
    second = queries.page(person("Audra"), wanted, before=first.older)
    third = queries.page(person("Audra"), wanted, before=second.older)
    numbers = [row.number for page in (first, second, third) for row in page.rows]
    assert numbers == list(range(120, 0, -1))
    assert (first.newer, third.older) == (None, None)
    assert queries.page(person("Audra"), wanted, after=third.newer).rows == second.rows


@pytest.mark.parametrize(
    "address", ["/trail/?before=x&after=-1", "/trail/?since=31/2/2026", "/trail/?action=none.such"]
)
def test_nonsense_in_the_address_is_no_error(client: Client, address: str) -> None:
    deed()
    assert audra(client).get(address).status_code == 200


def test_a_wrong_date_is_said_and_kept(client: Client) -> None:
    response = audra(client).get("/trail/", {"since": "31/2/2026", "until": "1/3/2026"})
    page = BeautifulSoup(response.content, "html.parser")
    assert page.title is not None
    assert page.title.text.strip().startswith("Error: ")
    assert page.select_one("a[href='#since']").text == "From must be a date, like 27/3/2026"  # type: ignore[union-attr]  # fails if None
    assert page.select_one("input#since")["value"] == "31/2/2026"  # type: ignore[index]  # fails if None


def test_the_row_shows_before_and_after_and_its_place(client: Client) -> None:
    row = deed(before={"state": "open"}, after={"state": "closed", "days": 3})
    response = audra(client).get(f"/trail/{row.number}/")
    cells = [cell.text.strip() for cell in BeautifulSoup(response.content, "html.parser").select("tbody tr > *")]
    assert cells == ["State", "open", "closed", "Days", "", "3"]
    assert row.digest in response.text
    assert row.previous_digest in response.text
    assert Entry.objects.filter(action="trail.read", subject_key=str(row.number), case=row.case).exists()


def test_a_row_that_is_not_there_is_not_found(client: Client) -> None:
    assert audra(client).get("/trail/99999/").status_code == 404


def test_the_download_holds_the_filtered_rows_and_writes_one(client: Client) -> None:
    deed()
    deed(by=person("Noor"), case="=SIN()")
    response = audra(client).get("/trail/download.csv", {"person": "noor"})
    text = b"".join(response).decode("utf-8-sig")
    assert text.count("\r\n") == 2
    assert "'=SIN()" in text
    assert Entry.objects.get(action="trail.download").after == {"filter": {"person": "noor"}}


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_reads_the_trail(client: Client, name: str) -> None:
    row = deed()
    client.force_login(person(name))
    for address in ("/trail/", "/trail/download.csv", f"/trail/{row.number}/"):
        assert client.get(address).status_code == 403
    refused = Entry.objects.filter(outcome=Outcome.REFUSED, action="page.refuse", actor_name=person(name).name)
    assert refused.count() == 3


@pytest.mark.parametrize("name", ["Bea", "Adam", "Petra"])
def test_actions_and_queries_refuse_too(name: str) -> None:
    for deny in (note_listed, note_downloaded):
        with pytest.raises(PermissionDenied, match=r"trail\.read"):
            deny(by=person(name), wanted={})
    with pytest.raises(PermissionDenied, match=r"trail\.read"):
        queries.page(person(name), Wanted())


def test_a_page_costs_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(60):
        deed()
    audra(client)
    with django_assert_max_num_queries(12):
        client.get("/trail/", {"person": "Bea", "since": "1/1/2026", "before": "55"})
    with django_assert_max_num_queries(12):
        client.get("/trail/7/")
