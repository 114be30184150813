"""The search page: what it finds, how it says what it understood, and how filters are set and taken away."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from second_question.library.entry import KeptPassage
from tests import people
from tests.library_documents import opened, put

pytestmark = pytest.mark.django_db
LONG = "Professionals knew of the concealed pregnancy. " * 20


@pytest.fixture(autouse=True)
def documents() -> None:
    """Two open ones, one whose text is the Panel's, one of Wessenmere, a record without a text."""
    put("0000000000aa", published="2026-10-01", title="Child Amber")
    put(
        "0000000000bb",
        title="Child Beryl",
        kind="rapid-review",
        regions=("London",),
        authorities=("Camden",),
        published="2024",
    )
    put("0000000000cc", text_seen="panel", title="Child Coral", published="2023")
    put("0000000000dd", seen=f"partnership-{people.partnership().pk}", title="Child Drift", published="2022-05")
    put("0000000000ee", title="Child Elm", is_record=True, pages=0, passages=(), text="A mother hid her pregnancy.")
    opened()


def page(client: Client, said: str = "", **headers: str) -> BeautifulSoup:
    answer = client.get(reverse("library_search") + said, headers=headers)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles(found: BeautifulSoup) -> list[str]:
    return [one.get_text(strip=True) for one in found.select(".sq-result__title a")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("", ["Child Amber", "Child Elm", "Child Beryl", "Child Coral"], id="nothing: the newest first"),
        pytest.param("?q=fathers", ["Child Amber", "Child Beryl"], id="words"),
        pytest.param("?q=fathers&kind=rapid-review", ["Child Beryl"], id="and a kind"),
        pytest.param("?q=fathers&kind=rapid-review&kind=local-review", ["Child Amber", "Child Beryl"], id="two kinds"),
        pytest.param("?year=2024..", ["Child Amber", "Child Elm", "Child Beryl"], id="years alone list documents"),
        pytest.param("?theme=curiosity", ["Child Amber", "Child Beryl"], id="a theme, not of a closed text"),
        pytest.param("?q=pregnancy", ["Child Elm"], id="a record"),
        pytest.param("?q=fathers&within=0000000000bb", ["Child Beryl"], id="within one document"),
        pytest.param("?q=fathers&within=0000000000dd", [], id="within one that is not for everybody"),
        pytest.param("?q=zzzzqqqq", [], id="nothing like it"),
        pytest.param("?q=%22(AND&page=x", None, id="a query without sense"),
    ],
)
def test_it_finds(client: Client, said: str, expected: list[str] | None) -> None:
    found = page(client, said)
    if expected is not None:
        assert sorted(titles(found)) == sorted(expected)
    assert found.select_one("#q")


def test_people_of_a_partnership_find_their_own_marked_as_restricted(client: Client) -> None:
    client.force_login(people.person("Bea"))
    found = page(client, "?q=fathers&year=2022")
    assert titles(found) == ["Child Drift"]
    assert "Restricted" in found.select_one(".sq-result").get_text()  # type: ignore[union-attr]


def test_the_form_leads_to_one_address(client: Client) -> None:
    answer = client.get(reverse("library_search") + "?q=+fathers+&from=2019&to=2026&kind=")
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer["Location"]).query) == {"q": ["fathers"], "year": ["2019..2026"]}


def test_a_year_that_is_none_is_told(client: Client) -> None:
    assert "“soon” is not a year" in page(client, "?q=fathers&from=soon").get_text()


def test_while_typing_only_what_changes_comes_with_the_address(client: Client) -> None:
    answer = client.get(reverse("library_search") + "?q=fathers&from=2026&to=", headers={"HX-Request": "true"})
    assert answer["HX-Replace-Url"] == reverse("library_search") + "?q=fathers&year=2026.."
    assert "HX-Request" in answer["Vary"]
    assert b"<html" not in answer.content
    assert "Child Amber" in answer.content.decode()


def test_a_filter_in_force_is_taken_away_and_others_can_be_added(client: Client) -> None:
    found = page(client, "?q=fathers&kind=rapid-review")
    boxes = {one["value"]: one.has_attr("checked") for one in found.select("input[name=kind]")}
    assert boxes == {"rapid-review": True, "local-review": False}
    assert [one["href"] for one in found.select(".sq-filter__tag")] == ["?q=fathers"]


def test_words_are_marked_and_lead_to_their_place(client: Client) -> None:
    found = page(client, "?q=fathers&kind=rapid-review")
    assert [one.get_text() for one in found.select("mark")] == ["fathers"]
    link = found.select_one(".sq-passage__open a")
    assert link
    assert link["href"] == "/library/0000000000bb/?from=0-72#found"
    assert link.get_text() == "Read it on page 1 of Child Beryl"


def test_what_was_understood_is_said_and_can_be_switched_off(client: Client) -> None:
    found = page(client, "?q=fathres")
    assert "Searched for fathers" in " ".join(found.get_text().split())
    switch = found.find("a", string="Search only as written")
    assert switch
    assert titles(page(client, str(switch["href"]))) == []


def test_many_passages_of_one_document_stand_together(client: Client) -> None:
    each = len(LONG) // 4
    passages = tuple(KeptPassage(1, at * each, (at + 1) * each) for at in range(4))
    put("0000000000ff", title="Child Fern", text=LONG, passages=passages)
    found = page(client, "?q=concealed")
    assert titles(found) == ["Child Fern"]
    assert len(found.select(".sq-result > .sq-passage")) == 2
    assert "2 more passages" in found.select_one(".sq-result__more summary").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("said", ["?q=fathers", "?year=2024.."])
def test_a_page_beyond_the_last_shows_the_last(client: Client, said: str) -> None:
    assert titles(page(client, f"{said}&page=40")) == titles(page(client, said)) != []


def test_only_people_with_an_account_are_offered_to_save(client: Client) -> None:
    assert "Save this search" not in page(client, "?q=fathers").get_text()
    client.force_login(people.person("Theo"))
    saving = page(client, "?q=fathers&kind=rapid-review").find("a", string="Save this search")
    assert saving
    assert saving["href"] == reverse("library_saved_new") + "?q=fathers&kind=rapid-review"


def test_whoever_is_not_signed_in_can_sign_in_and_comes_back(client: Client) -> None:
    way = page(client, "?q=fathers").find("a", string="Sign in")
    assert way
    assert parse_qs(urlsplit(str(way["href"])).query) == {"next": [reverse("library_search") + "?q=fathers"]}
    assert client.get(str(way["href"])).status_code == 200
    client.force_login(people.person("Theo"))
    assert not page(client, "?q=fathers").find("a", string="Sign in")


def test_newly_published_stands_by_region_and_quarter(client: Client) -> None:
    def listed(said: str) -> str:
        answer = client.get(reverse("library_new") + said)
        return " ".join(BeautifulSoup(answer.content, "html.parser").select_one("main").get_text().split())  # type: ignore[union-attr]

    assert "East of England Child AmberNorfolk" in listed("?year=2026&quarter=4")
    assert "Nothing in the library" in listed("?year=2026&quarter=1")
    assert "Child Beryl" in listed("?year=2024&region=London")
    assert "Child Drift" not in listed("?year=2022")
    assert listed("?year=²&quarter=9&region=x")


def test_everything_in_browse_leads_to_what_it_counts(client: Client) -> None:
    browsed = BeautifulSoup(client.get(reverse("library_browse")).content, "html.parser")
    links = browsed.select(".sq-browse a")
    assert len(links) > 8
    for link in links:
        number = int(link.find_next("span").get_text())  # type: ignore[union-attr]
        assert len(titles(page(client, "?" + str(link["href"]).partition("?")[2]))) == number, link


@pytest.mark.parametrize(
    "subject", ["neglect", "vulnerable-babies", "child-sexual-abuse", "black-asian-and-mixed-heritage-children"]
)
def test_a_subject_has_what_belongs_to_it(client: Client, subject: str) -> None:
    theme = {"neglect": "neglect", "vulnerable-babies": "curiosity.babies", "child-sexual-abuse": "sexual-abuse"}
    said = (KeptPassage(1, 0, 30, (), (theme.get(subject, "curiosity.culture"),)),)
    put("0000000000ab", title="Child Ivy", passages=said)
    answer = client.get(reverse("library_subject", args=[subject]))
    assert "Child Ivy" in answer.content.decode()
    assert "Child Amber" not in answer.content.decode()
    assert client.get(reverse("library_subject", args=["nothing"])).status_code == 404
