"""How a document is cited: as a line, and for reference managers (RIS, BibTeX)."""

import re
from collections.abc import Iterator

from second_question.library.describing import Described
from second_question_web.library.feeds.addresses import address_of
from second_question_web.library.names import kind_name
from second_question_web.library.searching.results import place

_SPECIAL = re.compile(r"([&%$#_{}])")


def citation(described: Described) -> str:
    """Who, when, what, where."""
    document = described.document
    who = ", ".join(described.authors) or place(document)
    when = document.published[:4] if document.published else "no date"
    what = f"{document.title.rstrip('.')}. {kind_name(document.kind)}."
    said = f"{who} ({when}) {what}" if who else f"{document.title.rstrip('.')} ({when}). {kind_name(document.kind)}."
    where = f" {place(document)}." if described.authors and place(document) else ""
    return f"{said}{where} {address_of(document.key)}"


def ris(described: Described) -> str:
    """As RIS, which Zotero, EndNote and Mendeley read."""
    return "".join(f"{name}  - {' '.join(said.split())}\r\n" for name, said in _ris(described)) + "ER  - \r\n"


def _ris(described: Described) -> Iterator[tuple[str, str]]:
    document = described.document
    yield "TY", "RPRT"
    yield "TI", document.title
    yield from (("AU", one) for one in described.authors)
    if document.published:
        yield "PY", document.published[:4]
        yield "DA", document.published.replace("-", "/")
    if place(document):
        yield "PB", place(document)
    yield "M3", kind_name(document.kind)
    yield "UR", address_of(document.key)
    yield "ID", document.key


def bibtex(described: Described) -> str:
    """As BibTeX."""
    document = described.document
    fields = {
        "title": f"{{{_escaped(document.title)}}}",
        "author": " and ".join(f"{{{_escaped(one)}}}" for one in described.authors),
        "year": document.published[:4] if document.published else "",
        "institution": _escaped(place(document)),
        "type": _escaped(kind_name(document.kind)),
        "url": address_of(document.key),
    }
    lines = ",\n".join(f"  {name} = {{{said}}}" for name, said in fields.items() if said)
    return f"@techreport{{{document.key},\n{lines}\n}}\n"


def _escaped(said: str) -> str:
    plain = " ".join(said.replace("\\", " ").split())
    return _SPECIAL.sub(r"\\\1", plain)
