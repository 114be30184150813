"""What other programs read: Atom, sitemap, Dublin Core, tables. Everybody gets the same, and nothing restricted."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from second_question.library.collection import Library
from second_question.library.entry import KeptPassage
from second_question.library.index import NoIndex
from second_question_web.library.collection import library
from second_question_web.library.feeds.sitemap import sitemap
from second_question_web.trail.models import Entry
from tests import people
from tests.library_documents import SAID, opened, put, show_to, stamp

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def documents(client: Client) -> None:
    """Two that everybody may see, one with its text for the Panel alone; one of Wessenmere, one of the Panel."""
    put("amber", published="2026-10-01", title="Child Amber & others\x0c")
    put(
        "beryl",
        text_seen="panel",
        published="2026-11",
        kind="rapid-review",
        regions=("London",),
        authorities=("Camden",),
    )
    put("coral", seen=f"partnership-{people.partnership().pk}", title="Child Coral, secret")
    put("drift", seen="panel", title="Child Drift, secret")
    opened()


def entries(client: Client, said: str = "", **headers: str) -> list[etree._Element]:
    answer = client.get(f"{reverse('library_feed')}{said}", headers=headers)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return list(etree.fromstring(answer.content).findall("a:entry", ATOM))


def titles(found: list[etree._Element]) -> list[str]:
    return [one.findtext("a:title", namespaces=ATOM) for one in found]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("", ["Child Beryl", "Child Amber & others"], id="newly published first"),
        pytest.param("?region=London", ["Child Beryl"], id="a region"),
        pytest.param("?kind=local-review", ["Child Amber & others"], id="a kind"),
        pytest.param("?theme=curiosity", ["Child Amber & others"], id="a theme, not of a text that is not open"),
        pytest.param("?q=fathers", ["Child Amber & others"], id="a search"),
        pytest.param("?q=secret", [], id="a search of what is restricted"),
    ],
)
@pytest.mark.usefixtures("documents")
def test_a_feed_has_what_everybody_may_see(client: Client, said: str, expected: list[str]) -> None:
    assert titles(entries(client, said)) == expected
    client.force_login(people.person("Bea"))
    assert titles(entries(client, said)) == expected


@pytest.mark.usefixtures("documents")
def test_an_entry_has_a_permanent_id_dates_and_categories(client: Client) -> None:
    stamp("amber", "2026-11-20T08:30:00Z")
    one = entries(client)[1]
    said = {name: one.findtext(f"a:{name}", namespaces=ATOM) for name in ("id", "updated", "published")}
    assert said == {
        "id": "tag:127.0.0.1,2026:library/amber",
        "updated": "2026-11-20T08:30:00+00:00",
        "published": "2026-10-01T00:00:00+00:00",
    }
    links = [link.get("href") for link in one.findall("a:link", ATOM)]
    assert links == ["http://127.0.0.1:8000/library/amber/"]
    terms = {category.get("term") for category in one.findall("a:category", ATOM)}
    assert {"Local child safeguarding practice review", "East of England"} < terms
    assert one.findtext("a:author/a:name", namespaces=ATOM) == "A. Fictional"


def test_the_summary_of_a_record_is_text_and_no_html(client: Client) -> None:
    put("amber", is_record=True, text="Fathers <b>& others</b>", passages=())
    summary = entries(client)[0].find("a:summary", ATOM)
    assert (summary.get("type"), summary.text) == ("html", "Fathers &lt;b&gt;&amp; others&lt;/b&gt;")


@pytest.mark.usefixtures("documents")
def test_whoever_has_the_feed_already_is_told_so(client: Client) -> None:
    first = client.get(reverse("library_feed"))
    again = client.get(reverse("library_feed"), headers={"if-none-match": first["ETag"]})
    since = client.get(reverse("library_feed"), headers={"if-modified-since": first["Last-Modified"]})
    assert (again.status_code, since.status_code, again.content) == (304, 304, b"")
    show_to("drift", "public")
    assert client.get(reverse("library_feed"), headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_empty_feed_is_a_feed(client: Client) -> None:
    assert entries(client) == []


@pytest.mark.usefixtures("documents")
def test_the_sitemap_has_every_page_that_everybody_may_open_in_files_where_there_are_many(client: Client) -> None:
    found = etree.fromstring(client.get(reverse("library_sitemap")).content)
    addresses = found.xpath("s:url/s:loc/text()", namespaces=MAP)
    assert addresses[-2:] == ["http://127.0.0.1:8000/library/amber/", "http://127.0.0.1:8000/library/beryl/"]
    whole = sitemap(library(), None, a_file=2)
    assert whole
    files = etree.fromstring(whole).xpath("s:sitemap/s:loc/text()", namespaces=MAP)
    parts = [sitemap(library(), number, a_file=2) for number in range(1, len(files) + 1)]
    listed = [
        one for part in parts if part for one in etree.fromstring(part).xpath("s:url/s:loc/text()", namespaces=MAP)
    ]
    assert listed == addresses
    assert sitemap(library(), len(files) + 1, a_file=2) is None
    assert client.get(reverse("library_sitemap_file", args=[2])).status_code == 404


@pytest.mark.usefixtures("documents")
def test_a_record_in_dublin_core_tells_no_theme_of_a_text_that_is_not_open(client: Client) -> None:
    def said(key: str) -> set[str]:
        found = etree.fromstring(client.get(reverse("library_dublin_core", args=[key])).content)
        return {etree.QName(one).localname for one in found}

    assert said("amber") - said("beryl") == {"subject"}
    client.force_login(people.person("Petra"))
    assert client.get(reverse("library_dublin_core", args=["drift"])).status_code == 404


def table(client: Client, said: str = "") -> list[dict[str, str]]:
    answer = client.get(f"{reverse('library_search_download')}{said}")
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("who", "said", "expected"),
    [
        pytest.param("", "", ["beryl", "amber"], id="everybody"),
        pytest.param("Bea", "", ["beryl", "amber", "coral"], id="a partnership"),
        pytest.param("Noor", "", ["beryl", "amber"], id="another partnership"),
        pytest.param("Petra", "?q=fathers", ["beryl", "amber", "drift"], id="the Panel, which may see a withheld text"),
        pytest.param("", "?q=fathers", ["amber"], id="a search"),
    ],
)
def test_a_table_has_what_the_asker_may_see(client: Client, who: str, said: str, expected: list[str]) -> None:
    if who:
        client.force_login(people.person(who))
    found = table(client, said)
    assert [one["address"].rstrip("/").rpartition("/")[2] for one in found] == expected
    noted = Entry.objects.filter(action="library.download").count()
    assert noted == ("restricted" in {one["who_may_see_it"] for one in found})


def test_no_cell_of_a_table_is_run_by_a_spreadsheet(client: Client) -> None:
    put("amber", title="=HYPERLINK(1)", facts={"authors": ["+1"]}, text=SAID, passages=(KeptPassage(1, 0, 5),))
    assert [(one["title"], one["authors"]) for one in table(client)] == [("'=HYPERLINK(1)", "'+1")]


def test_while_the_index_is_made_programs_and_people_are_asked_to_come_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise NoIndex

    put("amber")
    client.force_login(people.person("Bea"))
    monkeypatch.setattr(Library, "matching", missing)
    monkeypatch.setattr(Library, "search", missing)
    for name in ("library_feed", "library_search_download", "library_saved_new"):
        answer = client.get(f"{reverse(name)}?q=fathers")
        assert (answer.status_code, answer["Retry-After"]) == (503, "120")


def test_robots_may_read_the_library_and_nothing_else(client: Client) -> None:
    said = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /", "Allow: /library/", "Disallow: /library/saved/"} <= set(said)
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in said
    assert client.get(reverse("library_feeds")).status_code == 200
