"""The answers of the protocol as XML. Everything is asked for as everybody may see it, whoever asks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from lxml import etree

from second_question.library.access import EVERYBODY
from second_question.library.collection import Library
from second_question.library.describing import Described, described
from second_question.library.harvesting import Harvested, count, earliest, harvest, record
from second_question_web.library.feeds import dublin_core as dc
from second_question_web.library.feeds.addresses import host, whole
from second_question_web.library.feeds.oai import arguments as asked
from second_question_web.library.feeds.oai.errors import Refused
from second_question_web.library.feeds.oai.sets import sets, specs_for
from second_question_web.library.feeds.plain import plain

NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
GRANULARITY = "YYYY-MM-DDThh:mm:ssZ"
TRANSIENT = "transient"
"""Of deleted records: a host whose store was made anew does not know any more what was taken out before."""
AT_A_TIME = 100
UNKNOWN = "There is no record of that identifier that everybody may see."

Element = Any
"""Of lxml, which ships no types."""


def answer(library: Library, said: QueryDict, now: datetime) -> bytes:
    """The whole answer to a request."""
    root = etree.Element(_in("OAI-PMH"), nsmap={None: NAMESPACE, "xsi": dc.INSTANCE})
    root.set(f"{{{dc.INSTANCE}}}schemaLocation", f"{NAMESPACE} {SCHEMA}")
    _child(root, "responseDate", now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    request = _child(root, "request", whole(reverse("library_oai")))
    try:
        verb, arguments = asked.verb_and_arguments(said)
        body = VERBS[verb](library, arguments)
    except Refused as refusal:
        if refusal.code not in ("badVerb", "badArgument"):
            _say(request, said)
        _child(root, "error", str(refusal), code=refusal.code)
    else:
        _say(request, said)
        root.append(body)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _say(request: Element, said: QueryDict) -> None:
    for name, value in said.items():
        request.set(name, plain(str(value)))


def _identify(library: Library, _arguments: Mapping[str, str]) -> Element:
    body = etree.Element(_in("Identify"))
    _child(body, "repositoryName", "Second Question: learning from reviews")
    _child(body, "baseURL", whole(reverse("library_oai")))
    _child(body, "protocolVersion", "2.0")
    _child(body, "adminEmail", settings.CONTACT_EMAIL or parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    _child(body, "earliestDatestamp", earliest(library.store) or "2026-01-01T00:00:00Z")
    _child(body, "deletedRecord", TRANSIENT)
    _child(body, "granularity", GRANULARITY)
    return body


def _list_formats(library: Library, arguments: Mapping[str, str]) -> Element:
    if "identifier" in arguments:
        _found(library, arguments["identifier"])
    body = etree.Element(_in("ListMetadataFormats"))
    form = _child(body, "metadataFormat")
    _child(form, "metadataPrefix", asked.PREFIX)
    _child(form, "schema", dc.SCHEMA)
    _child(form, "metadataNamespace", dc.OAI_DC)
    return body


def _list_sets(_library: Library, arguments: Mapping[str, str]) -> Element:
    if asked.TOKEN in arguments:
        raise Refused("badResumptionToken", "The list of sets comes in one part.")
    body = etree.Element(_in("ListSets"))
    for one in sets().values():
        entry = _child(body, "set")
        _child(entry, "setSpec", one.spec)
        _child(entry, "setName", one.title)
    return body


def _list_identifiers(library: Library, arguments: Mapping[str, str]) -> Element:
    return _listed(library, arguments, "ListIdentifiers", _headers_into)


def _list_records(library: Library, arguments: Mapping[str, str]) -> Element:
    return _listed(library, arguments, "ListRecords", lambda body, found: _records_into(library, body, found))


def _listed(
    library: Library,
    arguments: Mapping[str, str],
    verb: str,
    add: Callable[[Element, list[Harvested]], None],
) -> Element:
    part = asked.part_asked(arguments)
    found = harvest(library.store, part.window, after=part.after, limit=AT_A_TIME + 1)
    if not found:
        raise Refused("noRecordsMatch", "Nothing has changed in that time and set.")
    body, here = etree.Element(_in(verb)), found[:AT_A_TIME]
    add(body, here)
    has_more = len(found) > len(here)
    if has_more or part.given:
        following = replace(part, after=here[-1].key, given=part.given + len(here))
        size = str(count(library.store, part.window))
        token = following.token() if has_more else None
        _child(body, "resumptionToken", token, completeListSize=size, cursor=str(part.given))
    return body


def _get_record(library: Library, arguments: Mapping[str, str]) -> Element:
    asked.check_prefix(arguments["metadataPrefix"])
    body = etree.Element(_in("GetRecord"))
    _records_into(library, body, [_found(library, arguments["identifier"])])
    return body


def _found(library: Library, identifier: str) -> Harvested:
    start = _identifier("")
    found = record(library.store, identifier.removeprefix(start)) if identifier.startswith(start) else None
    if found is None:
        raise Refused("idDoesNotExist", UNKNOWN)
    return found


def _headers_into(body: Element, found: Iterable[Harvested]) -> None:
    for one in found:
        _header_into(body, one)


def _records_into(library: Library, body: Element, found: Iterable[Harvested]) -> None:
    every = list(found)
    open_ones = [one.document for one in every if one.document]
    known = {one.document.key: one for one in described(library.store, open_ones, EVERYBODY)}
    for one in every:
        _record_into(body, one, known.get(one.key))


def _record_into(body: Element, found: Harvested, known: Described | None) -> None:
    made = _child(body, "record")
    _header_into(made, found)
    if known:
        _child(made, "metadata").append(dc.dublin_core(known))


def _header_into(body: Element, found: Harvested) -> None:
    document = found.document
    header = _child(body, "header", **({} if document else {"status": "deleted"}))
    _child(header, "identifier", _identifier(found.key))
    _child(header, "datestamp", found.at)
    for spec in specs_for(document.kind, document.regions) if document else ():
        _child(header, "setSpec", spec)


def _identifier(key: str) -> str:
    return f"oai:{host()}:{key}"


def _in(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _child(to: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    made = etree.SubElement(to, _in(name), attributes)
    made.text = text
    return made


VERBS: dict[str, Callable[[Library, Mapping[str, str]], Element]] = {
    "Identify": _identify,
    "ListMetadataFormats": _list_formats,
    "ListSets": _list_sets,
    "ListIdentifiers": _list_identifiers,
    "ListRecords": _list_records,
    "GetRecord": _get_record,
}
