"""The page of a document: what everybody may see of it, and what is kept from whom."""

import hashlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from second_question.library.entry import KeptPassage, KeptRecommendation
from second_question_web.trail.models import Entry
from tests import people
from tests.library_documents import SAID, opened, put, show_to

pytestmark = pytest.mark.django_db
KEY = "0000000000aa"
TEXT = f"Findings\n{SAID}\nWhat we recommend\nThe partnership should ask every father."
AT = len("Findings\n")
PASSAGES = (
    KeptPassage(1, AT, AT + len(SAID), ("Findings",), ("curiosity.fathers",)),
    KeptPassage(2, TEXT.index("The partnership"), len(TEXT), ("What we recommend",), ()),
)
RECOMMENDED = (KeptRecommendation(2, TEXT.index("The partnership"), len(TEXT), "1"),)
PARTS = ("library_document", "library_similar", "library_original", "library_cite_ris", "library_cite_bibtex")


def put_whole(seen: str = "public", text_seen: str = "", **more: object) -> None:
    put(KEY, seen, text_seen, text=TEXT, passages=PASSAGES, recommendations=RECOMMENDED, pages=2, **more)


def show(client: Client, said: str = "") -> BeautifulSoup:
    answer = client.get(reverse("library_document", args=[KEY]) + said)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(found: BeautifulSoup) -> str:
    main = found.select_one("main")
    assert main
    return " ".join(main.get_text(" ").split())


def test_it_can_be_read_and_cited(client: Client) -> None:
    evidence = {"published": {"page": 1, "start": 0, "end": 8, "text": "Published 1 October 2026"}}
    put_whole(facts={"authors": ["A. Fictional"], "evidence": evidence})
    found = show(client)
    said = words(found)
    assert "A. Fictional (2026) Child " in said
    assert f"http://127.0.0.1:8000/library/{KEY}/" in said
    assert "Published 1 October 2026" in said
    assert "1 recommendation" in said
    assert [one.get_text(" ", strip=True) for one in found.select(".sq-contents a")] == [
        "Findings",
        "What we recommend",
    ]
    assert [one.get_text(strip=True) for one in found.select("#p-2 h4")] == ["What we recommend"]
    tags = {str(one["name"]): one["content"] for one in found.select("meta[name^=DC]")}
    assert tags["DC.date"] == "2026-10-01"
    assert found.select_one("meta[name=robots]") is None


def test_what_was_found_is_marked_where_it_stands(client: Client) -> None:
    put_whole()
    found = show(client, f"?from={AT}-{AT + 6}")
    assert [one.get_text() for one in found.select(".sq-text mark")] == ["Nobody"]
    assert found.select_one("#p-1 #found")
    for nonsense in ("9-2", "-", "1-999999999", "x", "²-³"):
        assert not show(client, f"?from={nonsense}").select(".sq-text mark")


def test_of_a_closed_text_only_the_record_is_seen(client: Client) -> None:
    put_whole(text_seen="panel", facts={"authors": ["A. Fictional"], "evidence": {}, "pseudonym": "Zebulon"})
    opened()
    said = words(show(client))
    assert "The record is open, the text is not" in said
    for hidden in ("Nobody asked", "recommend", "Fathers", "Zebulon", "Findings", "Contents"):
        assert hidden not in said
    assert client.get(reverse("library_similar", args=[KEY])).status_code == 404
    client.force_login(people.person("Petra"))
    assert "Nobody asked" in words(show(client))


@pytest.mark.parametrize("name", PARTS)
def test_what_is_not_for_everybody_is_as_if_it_were_not_there(client: Client, name: str) -> None:
    put_whole("panel")
    address = reverse(name, args=[KEY])
    assert client.get(address).status_code == 404
    client.force_login(people.person("Bea"))
    assert client.get(address).status_code == 404
    assert client.get(reverse(name, args=["ffffffffffff"])).status_code == 404


def test_who_opens_a_restricted_document_is_kept(client: Client) -> None:
    put_whole("panel")
    client.force_login(people.person("Petra"))
    answer = client.get(reverse("library_document", args=[KEY]))
    assert "no-store" in answer["Cache-Control"]
    assert Entry.objects.filter(action="library.open", subject_key=KEY).count() == 1
    show_to(KEY, "public")
    client.get(reverse("library_document", args=[KEY]))
    assert Entry.objects.filter(action="library.open").count() == 1


def test_the_file_is_given_only_while_it_is_the_same(client: Client, tmp_path: Path) -> None:
    file = tmp_path / "amber.pdf"
    file.write_bytes(b"fictional")
    put_whole(digest=hashlib.sha256(b"fictional").hexdigest(), title="Child Amber")
    library = opened()
    with library.store.writing():
        document = library.store.by_key(KEY)
        assert document
        library.store.found_at(str(file), document.digest, document.id)
    address = reverse("library_original", args=[KEY])
    answer = client.get(address)
    assert (answer.content, answer["Content-Disposition"]) == (b"fictional", 'attachment; filename="child-amber.pdf"')
    assert client.get(reverse("library_page", args=[KEY, 1])).status_code == 404, "it is no PDF that can be drawn"
    file.write_bytes(b"something else")
    assert client.get(address).status_code == 404


def test_reference_managers_read_it(client: Client) -> None:
    put_whole(title="Child Amber & {others}")
    made = client.get(reverse("library_cite_ris", args=[KEY])).content.decode()
    assert made.startswith("TY  - RPRT\r\nTI  - Child Amber & {others}\r\nAU  - A. Fictional\r\nPY  - 2026\r\n")
    assert made.endswith("ER  - \r\n")
    assert (
        r"title = {{Child Amber \& \{others\}}}"
        in client.get(reverse("library_cite_bibtex", args=[KEY])).content.decode()
    )


def test_what_says_the_same_shows_passages_of_both(client: Client) -> None:
    put_whole()
    put("0000000000bb", title="Child Beryl")
    put("0000000000cc", "panel", title="Child Coral")
    opened()
    said = BeautifulSoup(client.get(reverse("library_similar", args=[KEY])).content, "html.parser").get_text()
    assert "Child Beryl" in said
    assert "Child Coral" not in said
