"""A record in Dublin Core, the elements that every library reads (ISO 15836), as oai_dc of the Open Archives Initiative."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from second_question.library.describing import Described
from second_question_web.library.feeds.addresses import address_of
from second_question_web.library.feeds.plain import plain
from second_question_web.library.names import kind_name, theme_name

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
DC = "http://purl.org/dc/elements/1.1/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def dublin_core(described: Described) -> Any:
    """The element `oai_dc:dc` with what is known of a document."""
    made = etree.Element(f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": INSTANCE})
    made.set(f"{{{INSTANCE}}}schemaLocation", f"{OAI_DC} {SCHEMA}")
    for name, said in elements(described):
        if text := plain(said):
            etree.SubElement(made, f"{{{DC}}}{name}").text = text
    return made


def elements(described: Described) -> Iterator[tuple[str, str]]:
    """Names of elements with what stands in them, which can be empty."""
    document = described.document
    yield "title", document.title
    yield from (("creator", one) for one in described.authors)
    yield from (("subject", theme_name(one)) for one in described.themes)
    yield "description", described.summary
    yield "date", document.published or ""
    yield "type", kind_name(document.kind)
    yield "identifier", address_of(document.key)
    yield "source", document.address
    places = (*(document.authorities or (document.area or "",)), *document.regions, document.nation or "")
    yield from (("coverage", place) for place in places)
