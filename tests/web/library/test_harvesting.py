"""OAI-PMH, harvested by the client that other libraries use, and every refusal of the protocol."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree
from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import NoRecordsMatch
from oaipmh_scythe.response import OAIResponse
from pytest_django import Settings

from second_question_web.library.feeds.oai import answers
from tests import people
from tests.library_documents import put, show_to, stamp

pytestmark = pytest.mark.django_db
OAI = {"o": "http://www.openarchives.org/OAI/2.0/"}
TIMES = {"amber": "2026-11-01T09:00:00Z", "beryl": "2026-11-02T09:00:00Z", "coral": "2026-11-03T09:00:00Z"}


class Harvester(Scythe):
    """The client, whose requests go to the test's own application."""

    def __init__(self, browser: Client) -> None:
        super().__init__(reverse("library_oai"))
        self.browser, self.asked = browser, 0

    def harvest(self, query: dict[str, str]) -> OAIResponse:
        self.asked += 1
        answer = OAIResponse(self.browser.get(self.endpoint, query), query)  # type: ignore[arg-type]  # what it reads is the same
        answer.raise_for_oaipmh_error()
        return answer

    def records(self, **said: Any) -> Iterator[Any]:
        """The records of a harvest, part by part."""
        return self.list_records(**said)

    def headers(self, **said: Any) -> Iterator[Any]:
        """The same without what they say."""
        return self.list_identifiers(**said)


@pytest.fixture
def other(client: Client, monkeypatch: pytest.MonkeyPatch) -> Harvester:
    """Another library; here are three records that everybody may see, given two at a time, and two that not everybody may."""
    put("amber", kind="rapid-review", regions=("London",))
    put("beryl", text_seen="panel")
    put("coral")
    put("drift", seen="panel", title="Child Drift, secret")
    put("ember", seen="withdrawn", title="Child Ember, secret")
    for key, at in TIMES.items():
        stamp(key, at)
    monkeypatch.setattr(answers, "AT_A_TIME", 2)
    return Harvester(client)


def keys(found: object) -> list[str]:
    headers = [getattr(one, "header", one) for one in found]  # type: ignore[attr-defined]
    return [one.identifier.rpartition(":")[2] + ("-" if one.deleted else "") for one in headers]


def test_it_says_what_it_is(other: Harvester, settings: Settings) -> None:
    settings.CONTACT_EMAIL = "library@example.org"
    said: Any = other.identify()
    assert (said.protocolVersion, said.granularity, said.deletedRecord) == ("2.0", "YYYY-MM-DDThh:mm:ssZ", "transient")
    assert (said.adminEmail, said.earliestDatestamp) == ("library@example.org", TIMES["amber"])
    forms: Iterator[Any] = other.list_metadata_formats()
    assert [one.metadataPrefix for one in forms] == ["oai_dc"]
    sets: Iterator[Any] = other.list_sets()
    specs = [one.setSpec for one in sets]
    assert {"kind-rapid-review", "region-north-east"} <= set(specs)
    assert len(specs) == len(set(specs)) == 20


def test_everything_is_harvested_part_by_part_and_nothing_restricted(other: Harvester) -> None:
    records = list(other.records())
    assert (keys(records), other.asked) == (["amber", "beryl", "coral"], 2)
    assert records[0].metadata["title"] == ["Child Amber"]
    assert records[0].metadata["identifier"] == ["http://127.0.0.1:8000/library/amber/"]
    assert records[0].metadata["coverage"] == ["Norfolk", "London", "England"]
    assert records[0].header.setSpecs == ["kind-rapid-review", "region-london"]
    assert "subject" in records[0].metadata
    assert "subject" not in records[1].metadata  # its text is not open


def test_it_is_the_same_for_whoever_asks(other: Harvester) -> None:
    other.browser.force_login(people.person("Petra"))
    assert keys(other.headers()) == ["amber", "beryl", "coral"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({"from_": "2026-11-02"}, ["beryl", "coral"], id="from a day"),
        pytest.param({"until": "2026-11-02"}, ["amber", "beryl"], id="until a day, which is in it"),
        pytest.param({"from_": TIMES["beryl"], "until": TIMES["beryl"]}, ["beryl"], id="one second"),
        pytest.param({"set_": "region-london"}, ["amber"], id="a region"),
        pytest.param({"set_": "kind-local-review"}, ["beryl", "coral"], id="a kind"),
    ],
)
def test_a_harvest_is_narrowed(other: Harvester, said: dict[str, str], expected: list[str]) -> None:
    assert keys(other.headers(**said)) == expected


def test_what_was_taken_out_comes_as_deleted_with_nothing_but_its_identifier(other: Harvester) -> None:
    show_to("beryl", "withdrawn")
    found = list(other.records(from_="2026-11-10", set_="region-london"))
    assert keys(found) == ["beryl-"]
    assert etree.fromstring(found[0].raw).xpath("count(.//*)") == 3  # header, identifier, datestamp
    gone: Any = other.get_record("oai:127.0.0.1:beryl")
    assert gone.deleted


def test_what_changes_while_a_list_is_read_is_not_lost(other: Harvester) -> None:
    records = other.records()
    first = keys([next(records)])
    show_to("amber", "withdrawn")
    put("bravo")
    rest = keys(records)
    later = keys(other.records(from_="2026-11-10"))
    assert (first, rest) == (["amber"], ["beryl", "bravo", "coral"])
    assert later == ["amber-", "bravo"]


def test_nothing_in_a_window_is_said_in_the_words_of_the_protocol(other: Harvester) -> None:
    with pytest.raises(NoRecordsMatch):
        list(other.records(until="2020-01-01"))


DC = "metadataPrefix=oai_dc"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "badVerb"),
        ("verb=Delete", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&set=x", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        (f"verb=ListRecords&{DC}&{DC}", "badArgument"),
        (f"verb=ListRecords&{DC}&resumptionToken=x", "badArgument"),
        (f"verb=ListRecords&{DC}&from=yesterday", "badArgument"),
        (f"verb=ListRecords&{DC}&from=2026-02-30", "badArgument"),
        (f"verb=ListRecords&{DC}&from=2026-11-02&until=2026-11-01", "badArgument"),
        (f"verb=ListRecords&{DC}&from=2026-11-01&until=2026-11-02T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"),
        (f"verb=ListRecords&{DC}&set=region-atlantis", "noRecordsMatch"),
        (f"verb=ListIdentifiers&{DC}&from=2030-01-01", "noRecordsMatch"),
        ("verb=ListRecords&resumptionToken=x", "badResumptionToken"),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
        (f"verb=GetRecord&{DC}", "badArgument"),
        (f"verb=GetRecord&{DC}&identifier=oai:127.0.0.1:drift", "idDoesNotExist"),
        (f"verb=GetRecord&{DC}&identifier=oai:127.0.0.1:ember", "idDoesNotExist"),
        (f"verb=GetRecord&{DC}&identifier=%00", "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=oai:127.0.0.1:nothing", "idDoesNotExist"),
        ("verb=GetRecord&metadataPrefix=marc21&identifier=oai:127.0.0.1:amber", "cannotDisseminateFormat"),
    ],
)
def test_what_cannot_be_answered_is_refused_by_its_code(other: Harvester, said: str, code: str) -> None:
    answer = other.browser.get(f"{other.endpoint}?{said}")
    root = etree.fromstring(answer.content)
    assert (answer.status_code, root.xpath("string(o:error/@code)", namespaces=OAI)) == (200, code)
    assert "secret" not in answer.content.decode()
    asked = root.find("o:request", OAI)
    assert dict(asked.attrib) == {} if code in ("badVerb", "badArgument") else asked.get("verb")


def test_a_harvester_may_post(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("library_oai"), {"verb": "Identify"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/xml; charset=utf-8")
    assert b"<protocolVersion>2.0</protocolVersion>" in answer.content
