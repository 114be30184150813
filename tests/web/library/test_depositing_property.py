"""Whatever is deposited, and whatever is chosen: nobody outside sees more than they may, and a withheld area is nowhere."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_question.documents import read
from second_question.library.entry import Entry, digest_of
from second_question.library.reading import entry_of
from second_question.library.searching import Asked
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.depositing import actions
from second_question_web.library.depositing.entries import Facts
from second_question_web.library.depositing.errors import Refusal
from second_question_web.library.depositing.rules import Wishes
from second_question_web.library.models import Deposit
from tests.people import partnership, person

PLACES = {"Bea": "Wessenmere", "Noor": "Norvale", "Petra": ""}
REGIONS = {"Bea": "South West", "Noor": "North East", "Petra": ""}
VIEWERS = ("", "Theo", *PLACES)
TEXT = (
    "Child Safeguarding Practice Review\n\n{place}\n\nThe lodger slept on the landing{number}, and nobody asked who else lived "
    "there."
)
ADDRESSES = (
    "/library/feed.atom",
    "/library/search.csv?q=lodger",
    "/library/search/?q=lodger",
    "/library/new/",
    "/sitemap.xml",
)
HARVEST = "/library/oai?verb=ListRecords&metadataPrefix=oai_dc"


@dataclass(frozen=True)
class Chosen:
    """What somebody does with a document."""

    who: str
    names_area: bool
    title_names_area: bool
    public: bool
    area_withheld: bool
    text_withheld: bool
    then: str


CHOICES = st.builds(
    Chosen,
    who=st.sampled_from(sorted(PLACES)),
    names_area=st.booleans(),
    title_names_area=st.booleans(),
    public=st.booleans(),
    area_withheld=st.booleans(),
    text_withheld=st.booleans(),
    then=st.sampled_from(["", "", "close", "withdraw", "restore"]),
)


@cache
def read_once(place: str, number: int) -> tuple[bytes, Entry]:
    data = TEXT.format(place=place, number=f" {'night after ' * number}night").encode()
    return data, entry_of(read(data, "review.txt"), digest_of(data), "review")


@pytest.mark.django_db
@given(st.lists(CHOICES, min_size=1, max_size=5))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nobody_sees_more_than_they_may(tmp_path: Path, chosen: list[Chosen]) -> None:
    django_settings.LIBRARY = tmp_path / uuid4().hex
    with transaction.atomic():
        done = [(one, deposited(one, number)) for number, one in enumerate(chosen)]
        for viewer in VIEWERS:
            sees_just_its_own(viewer, done)
        a_withheld_area_is_nowhere(done)
        transaction.set_rollback(True)


def deposited(one: Chosen, number: int) -> Deposit:
    by, place, now = person(one.who), PLACES[one.who], timezone.now()
    data, entry = read_once(place if one.names_area else "An area", number)
    own = partnership(place) if place else None
    upload = SimpleUploadedFile(f"{place} {number}.txt", data, "text/plain")
    made = actions.deposit(by=by, upload=upload, partnership=own, now=now, read_later=False)
    made = actions.keep_reading(deposit=made, by=by, entry=entry, checks={"identities": [], "leaks": []}, now=now)
    title = f"Lodger {number}" + (f" of {place}" if one.title_names_area else "")
    area = {"area": place, "regions": (REGIONS[one.who],), "authorities": (f"{place} Council",)} if place else {}
    facts = Facts(title=title, kind="local-review", published=f"20{10 + number}", **area)  # type: ignore[arg-type]
    audience = Deposit.Audience.EVERYBODY if one.public else Deposit.Audience.OWNER
    reason = "A trial." if one.text_withheld else ""
    held = {"area_withheld": one.area_withheld, "text_withheld": one.text_withheld, "withheld_reason": reason}
    wishes = Wishes(audience=audience, confirmed=True, **held)  # type: ignore[arg-type]
    try:
        made = actions.decide(deposit=made, by=by, facts=facts, wishes=wishes, now=now)
    except Refusal:
        return made
    if one.then == "close":
        return actions.change(deposit=made, by=by, facts=facts, wishes=Wishes(), now=now)
    if one.then:
        made = actions.withdraw(deposit=made, by=by, reason="Wrong.", now=now)
    return actions.restore(deposit=made, by=by, now=now) if one.then == "restore" else made


def sees_just_its_own(viewer: str, done: list[tuple[Chosen, Deposit]]) -> None:
    access = access_of(person(viewer) if viewer else AnonymousUser())
    entered = [(one, deposit) for one, deposit in done if deposit.state == Deposit.State.ENTERED]
    seen = {d.key for one, d in entered if d.audience == Deposit.Audience.EVERYBODY or one.who == viewer}
    readable = {d.key for one, d in entered if d.key in seen and (not d.text_withheld or one.who == viewer)}
    listed = library().documents(access, limit=None)
    assert {one.key for one in listed.documents} == seen
    assert listed.total == len(seen)
    assert sum(library().facets(access)["kind"].values()) == len(seen)
    found = library().search(Asked("landing", access=access, limit=100))
    assert {hit.document.key for hit in found.hits} == readable
    assert found.total == len(found.hits)
    assert all((library().document(d.key, access) is not None) == (d.key in seen) for _, d in done)


def a_withheld_area_is_nowhere(done: list[tuple[Chosen, Deposit]]) -> None:
    """Nothing that everybody can ask for tells an area of which everything open is withheld."""
    told = {
        one.who for one, deposit in done if deposit.audience == Deposit.Audience.EVERYBODY and not deposit.area_withheld
    }
    hidden = [name for who in PLACES if who not in told for name in (PLACES[who], REGIONS[who]) if name]
    if not hidden:
        return
    client = Client()
    for address in (*ADDRESSES, HARVEST, *(f"/library/{deposit.key}/" for _, deposit in done)):
        page = body(client, address)
        assert not re.search("|".join(hidden), page, re.IGNORECASE), address


def body(client: Client, address: str) -> str:
    answer = client.get(address)
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return re.sub(r"<select.*?</select>|<fieldset.*?</fieldset>", "", whole.decode(), flags=re.DOTALL)
