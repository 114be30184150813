"""Every page in the demo: it opens with few queries, is built as every page is, and no link on it leads astray."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker, Settings

from second_question_web import demo as demo_data
from second_question_web.files import actions as files
from second_question_web.partnerships.actions import load_reference
from second_question_web.people.models import Person
from second_question_web.trail.actions import System
from tests.conftest import SAMPLES
from tests.sweeps import found, found_library
from tests.sweeps.page import Page
from tests.sweeps.pages import NO_PAGES, PAGES

pytestmark = pytest.mark.xdist_group("pages of the demo")  # one worker loads the demo
MOST_QUERIES, MOST_OF_A_FILE = 15, 20
MARKS = ("SAVEPOINT", "RELEASE SAVEPOINT")  # here a page is part of a transaction; elsewhere it begins its own
NEVER = re.compile(r"crest|\bcrown\b|gds transport", re.IGNORECASE)
SETTINGS = {
    "DEMO": True,
    "SECOND_FACTOR_REQUIRED": False,
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    "CACHES": {alias: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"} for alias in ("default", "process")},
    "TASKS": {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}},
    "STORAGES": {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
}


class Undone(Exception):
    """Ends a transaction that leaves nothing behind."""


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The folder of an installation with the demo, an import and a document; all of it gone after the last page."""
    home = tmp_path_factory.mktemp("demo")
    try:
        with (
            django_db_blocker.unblock(),
            override_settings(HOME=home, LIBRARY=home / "library", MEDIA_ROOT=home, STATIC_ROOT=home, **SETTINGS),
            transaction.atomic(),
        ):
            load_reference(by=System("tests"))
            demo_data.load(lambda text: None)
            prepare()
            yield home
            raise Undone
    except Undone:
        pass


@pytest.fixture
def in_demo(settings: Settings, demo: Path) -> None:
    """The settings of one test, which other tests do not share, fitted to the demo."""
    settings.MEDIA_ROOT, settings.LIBRARY, settings.DEMO = demo, demo / "library", True


def prepare() -> None:
    """What the demo lacks: a document on a case, and a file that was looked through and imported."""
    upload = SimpleUploadedFile("letter.txt", b"Fictional.", "text/plain")
    case = str(found.sent()[0])
    files.add(by=somebody("Bea"), upload=upload, purpose="notification", now=timezone.now(), case=case)
    secretariat = client_of("Petra")
    table = SimpleUploadedFile("register.csv", (SAMPLES / "notifications" / "wrong-in-every-way.csv").read_bytes())
    secretariat.post(reverse("register_import"), {"file": table})
    secretariat.post(reverse("register_import_confirm", args=found.preview()))
    found_library.prepare()


def somebody(first_name: str) -> Person:
    return Person.objects.get(email=f"{first_name.lower()}@example.org")


def client_of(first_name: str) -> Client:
    client = Client()
    if first_name:
        client.force_login(somebody(first_name))
    return client


def status_of(client: Client, address: str) -> int:
    answer = client.get(address)
    if answer.streaming:
        list(answer)  # read to its end, a download closes its file
    return answer.status_code


@cache
def html_of(page: Page) -> str:
    return str(client_of(page.who).get(page.address()).content.decode())


@dataclass(frozen=True)
class Built:
    """What the laws look at in a page; a parsed page itself would be too large to be kept, and is slow to be made."""

    headings: int
    title: str
    has_demo_notice: bool
    inline: tuple[str, ...]
    handlers: tuple[str, ...]
    ids: frozenset[str]
    hrefs: tuple[str, ...]


@cache
def built(page: Page) -> Built:
    soup = BeautifulSoup(html_of(page), "html.parser")
    scripts = [one for one in soup.find_all("script") if not one.get("src") and one.get("type") != "application/json"]
    return Built(
        headings=len(soup.find_all("h1")),
        title=soup.title.text if soup.title else "",
        has_demo_notice=soup.find(class_="sq-demo") is not None,
        inline=tuple(str(one)[:80] for one in (*scripts, *soup.find_all("style"), *soup.find_all(style=True))),
        handlers=tuple(
            str(one)[:80] for one in soup.find_all(True) if any(name.startswith("on") for name in one.attrs)
        ),
        ids=frozenset(str(one["id"]) for one in soup.find_all(id=True)),
        hrefs=tuple(str(one["href"]) for one in soup.find_all("a", href=True)),
    )


def names(patterns: list[URLPattern | URLResolver]) -> set[str]:
    """The names of all addresses."""
    own = {str(one.name) for one in patterns if isinstance(one, URLPattern)}
    return own.union(*(names(one.url_patterns) for one in patterns if isinstance(one, URLResolver)))


HTML = [page for page in PAGES if not page.is_file]
PEOPLE = sorted({page.who for page in HTML})
every_page = pytest.mark.parametrize("page", PAGES, ids=str)
every_html_page = pytest.mark.parametrize("page", HTML, ids=str)
with_demo = pytest.mark.usefixtures("in_demo")


@pytest.mark.django_db  # says that this module needs the database; its other tests share one transaction instead
def test_every_address_is_a_page_here_or_says_why_not() -> None:
    every, here = names(get_resolver().url_patterns), {page.name for page in PAGES}
    assert len(every) > 80
    assert every - here == NO_PAGES.keys()
    assert not here & NO_PAGES.keys()


@with_demo
@every_page
def test_it_opens_with_few_queries(page: Page) -> None:
    client, address = client_of(page.who), page.address()
    with CaptureQueriesContext(connection) as asked:
        status = status_of(client, address)
    assert status == 200
    queries = [query["sql"][:200] for query in asked if not query["sql"].startswith(MARKS)]
    assert len(queries) <= (MOST_OF_A_FILE if page.is_file else MOST_QUERIES), "\n".join(queries)


@with_demo
@every_html_page
def test_it_is_built_as_every_page_is(page: Page) -> None:
    assert built(page).headings == 1
    assert re.search(r"\S – Second Question$", built(page).title)
    assert built(page).has_demo_notice
    assert not NEVER.search(html_of(page))


@with_demo
@every_html_page
def test_nothing_in_it_is_refused_by_the_content_security_policy(page: Page) -> None:
    assert built(page).inline == ()
    assert built(page).handlers == ()


@with_demo
@every_html_page
def test_its_links_within_the_page_have_a_target(page: Page) -> None:
    within = {href[1:] for href in built(page).hrefs if href.startswith("#")}
    assert within
    assert within - built(page).ids == set()


@with_demo
@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who or "nobody")
def test_every_link_that_somebody_is_shown_leads_to_a_page_for_them(who: str) -> None:
    client = client_of(who)
    links = {link: page for page in HTML if page.who == who for link in links_of(page)}
    assert links
    answers = {link: status_of(client, link) for link in sorted(links)}
    assert {link: (status, str(links[link])) for link, status in answers.items() if status not in (200, 302)} == {}


def links_of(page: Page) -> set[str]:
    """The addresses of this application to which a page links, from wherever it is."""
    here = page.address()
    found_here = {href for href in built(page).hrefs if href.startswith(("/", "?"))}
    whole = {f"{urlsplit(here).path}{href}" if href.startswith("?") else href for href in found_here}
    return {href.partition("#")[0] for href in whole if not href.startswith("/static/")}
