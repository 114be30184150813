"""Nothing restricted can be found, counted, guessed or read: each address of the library says just what it would say if the
restricted documents did not exist, for each kind of person who may not see them."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from second_question.library.entry import KeptPassage, KeptRecommendation
from second_question_web.library.access import access_of
from tests import people
from tests.library_documents import opened, put, show_to
from tests.sweeps.library_closed import ADDRESSES, ELSEWHERE

pytestmark = pytest.mark.django_db
WORD, MISSPELT, OPEN = "quibblewick", "quibblewikc", "0000000000aa"
CLOSED = {"partnership": "dddddddddd01", "panel": "dddddddddd02", "own": "dddddddddd03", "withdrawn": "dddddddddd04"}
SEE = {name: {"partnership"} for name in ("Bea", "Sam", "Dana", "Chidi")} | {
    name: {"panel"} for name in ("Petra", "Max")
}
"""Who may see restricted documents here; nobody else."""
CHANGING = re.compile(r'csrfmiddlewaretoken" value="[^"]*|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+]00:00)')
"""What differs from one answer to the next anyway: tokens and times."""


def visibility(of: str) -> str:
    return f"partnership-{people.partnership().pk}" if of == "partnership" else of


def put_open() -> None:
    """Two that everybody may see, of which one keeps its text."""
    put(OPEN, title="Child Amber")
    put("0000000000bb", text_seen="panel", title="Child Beryl", passages=(), text="Kept from you.")


def put_closed() -> None:
    """One of each visibility, filed under what no open document is."""
    text = f"The {WORD} was trafficked, and the fathers of the {WORD} were not asked."
    for of, key in CLOSED.items():
        put(
            key,
            visibility(of),
            text=text,
            title=f"Child {WORD.capitalize()}",
            kind="annual-review",
            authorities=("Rutland",),
            regions=("East Midlands",),
            nation="Wales",
            published="1952-05-05",
            ages=(16,),
            facts={"pseudonym": WORD, "authors": [WORD]},
            passages=(KeptPassage(1, 0, len(text), (WORD,), ("trafficking", "neglect", "curiosity.babies")),),
            recommendations=(KeptRecommendation(1, 0, len(text), "1"),),
        )


def addresses(of: str = "partnership") -> Iterator[str]:
    for given in ADDRESSES.values():
        for address in given:
            yield address.format(key=CLOSED[of], word=WORD, misspelt=MISSPELT, open=OPEN)


def answers(client: Client) -> dict[str, tuple[int, str]]:
    """What every address says, for a document of each visibility."""
    found = {}
    for address in dict.fromkeys(one for of in CLOSED for one in addresses(of)):
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        said = body.decode().replace(answer["X-Request-Number"], "")
        found[address] = (answer.status_code, CHANGING.sub("", said))
    return found


def signed_in(client: Client, name: str) -> None:
    if name:
        client.force_login(people.person(name))


@pytest.mark.parametrize("name", ["", "Noor", "Rhea", "Adam"])
def test_every_address_says_what_it_would_say_without_them(client: Client, name: str) -> None:
    signed_in(client, name)
    put_open()
    opened()
    before = answers(client)
    put_closed()
    opened()
    after = answers(client)
    assert [address for address in before if before[address] != after[address]] == []
    assert {status for status, _ in after.values()} <= {200, 404}


@pytest.mark.parametrize("name", ["Bea", "Petra"])
def test_who_may_see_one_sees_it_and_no_other(client: Client, name: str) -> None:
    signed_in(client, name)
    put_open()
    put_closed()
    opened()
    for of, key in CLOSED.items():
        expected = 200 if of in SEE[name] else 404
        assert {client.get(f"/library/{key}/{part}").status_code for part in ("", "similar/", "cite.ris")} == {expected}
    found = client.get(f"/library/search/?q={WORD}").content.decode()
    assert [key for key in CLOSED.values() if f"/library/{key}/" in found] == [CLOSED[of] for of in SEE[name]]
    assert "1 passage in 1 document" in found


@pytest.mark.parametrize("name", ["", *people.CHARACTERS])
def test_each_role_reaches_what_it_should(name: str) -> None:
    access = access_of(people.person(name)) if name else access_of(_nobody())
    assert {of for of in CLOSED if access.allows(visibility(of))} == SEE.get(name, set())
    assert not access.everything


def test_what_is_closed_later_is_gone_at_once(client: Client) -> None:
    put_open()
    opened()
    assert client.get(f"/library/{OPEN}/").status_code == 200
    show_to(OPEN, "withdrawn")
    said = client.get("/library/search/?q=fathers").content.decode()
    assert (client.get(f"/library/{OPEN}/").status_code, OPEN in said) == (404, False)


def test_the_sweep_knows_every_address_of_the_library() -> None:
    names = {name for name in _names(get_resolver().url_patterns) if name.startswith("library")}
    assert len(names) > 20
    assert names == {*ADDRESSES, *ELSEWHERE}


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def _nobody() -> AnonymousUser:
    return AnonymousUser()
