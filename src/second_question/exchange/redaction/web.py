"""Web pages: text and attributes changed in place; scripts, remarks and hidden parts are left out of the copy."""

import re
from collections.abc import Iterator
from typing import Any

from second_question.exchange.redaction.copies import Redacted
from second_question.exchange.redaction.pieces import Piece, redact_pieces
from second_question.exchange.redaction.plan import Plan

_INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    )
)  # fmt: skip
_SCRIPTS = frozenset(["script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "audio", "video"])
_TOLD = frozenset(
    (
        "alt",
        "title",
        "aria-label",
        "aria-description",
        "content",
        "placeholder",
        "value",
        "label",
        "summary",
        "download",
    )
)
_ADDRESSES = frozenset(["href", "src", "action", "cite", "data", "poster", "srcset"])
NOTE = "Scripts, styles, embedded objects and remarks are not in the copy."


def redacted_page(data: bytes, plan: Plan) -> Redacted:
    """The page without what the plan takes out."""
    from lxml import etree, html

    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=True, encoding=_encoding(data)
    )
    root = html.document_fromstring(data, parser=parser)
    for element in [one for one in root.iter() if isinstance(one.tag, str) and one.tag in _SCRIPTS]:
        element.drop_tree()
    count = redact_pieces(_pieces(root), plan)
    for element in root.iter():
        count += _in_attributes(element, plan)
    written = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return Redacted(re.sub(rb"charset=[\w-]+", b"charset=utf-8", written, count=1), count, (NOTE,))


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _pieces(element: Any) -> Iterator[Piece]:
    """The text of an element and of all below it, with line ends around blocks."""
    is_block = element.tag not in _INLINE
    if is_block:
        yield Piece("\n")
    if element.text:
        yield Piece(element.text, lambda text, node=element: setattr(node, "text", text))  # type: ignore[misc]
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)
        if child.tail:
            yield Piece(child.tail, lambda text, node=child: setattr(node, "tail", text))  # type: ignore[misc]
    if is_block:
        yield Piece("\n")


def _in_attributes(element: Any, plan: Plan) -> int:
    """Change what attributes tell; an address that tells something is emptied, because a part of it would still lead there."""
    count = 0
    for name, value in list(element.attrib.items()):
        if name in _TOLD or name.startswith("data-"):
            instead = plan.without(value)
        elif name in _ADDRESSES or name in ("id", "name"):
            instead = "#" if plan.is_in(re.sub(r"[_%/.-]+|\d+", " ", value)) or plan.is_in(value) else value
        else:
            continue
        if instead != value:
            element.set(name, instead)
            count += 1
    return count
