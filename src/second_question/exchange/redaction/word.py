"""Word files: every part of the package is changed in place, and what only some programs show is left out of the copy."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from second_question.exchange.redaction.copies import Redacted
from second_question.exchange.redaction.pieces import Piece, redact_pieces
from second_question.exchange.redaction.plan import Plan
from second_question.exchange.redaction.word_parts import EMPTIED, clean, empty_part, is_left_out, without_relations

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SEPARATORS = {
    WORD + "tab": "\t",
    WORD + "br": "\n",
    WORD + "cr": "\n",
    WORD + "noBreakHyphen": "-",
    WORD + "softHyphen": "\u00ad",
}
_ENDS = frozenset({WORD + "p", WORD + "tc", WORD + "tr", DRAWING + "p"})
_TOLD = {
    "docPr": ("descr", "title", "name"), "cNvPr": ("descr", "title", "name"), "shape": ("alt", "title"), "imagedata": ("title",),
    "alias": ("val",), "tag": ("val",), "tblCaption": ("val",), "tblDescription": ("val",), "ddListItem": ("displayText",),
}  # fmt: skip
"""Elements that say something in their attributes: descriptions of pictures and tables, names of content controls."""
_WORDLESS = re.compile(r"word/(?:styles|stylesWithEffects|numbering|fontTable|webSettings|theme/.*)\.xml$")
NOTE = "Comments, tracked changes, hidden text, properties and attachments are not in the copy."
PICTURES = "Pictures are kept as they are: look at each one before you publish."


def redacted_word(data: bytes, plan: Plan) -> Redacted:
    """The file without what the plan takes out."""
    out, count, pictures = BytesIO(), 0, False
    with ZipFile(BytesIO(data)) as package, ZipFile(out, "w", ZIP_DEFLATED) as copy:
        for name in dict.fromkeys(package.namelist()):
            pictures |= name.startswith("word/media/")
            if is_left_out(name):
                continue
            part, found = _part(name, package.read(name), plan)
            count += found
            copy.writestr(name, part)
    return Redacted(out.getvalue(), count, (NOTE, PICTURES) if pictures else (NOTE,))


def _part(name: str, data: bytes, plan: Plan) -> tuple[bytes, int]:
    """One part of the package, and how many stretches were taken out of it."""
    from lxml import etree

    if not name.endswith((".xml", ".rels")):
        return data, 0
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    if name.endswith(EMPTIED):
        empty_part(root)
        return _bytes(root), 0
    if name.endswith(".rels"):
        return _bytes(without_relations(root, plan)), 0
    if name == "[Content_Types].xml" or _WORDLESS.match(name):
        return data, 0
    clean(root)
    count = redact_pieces(_pieces(root), plan) + _in_attributes(root, plan)
    return _bytes(root), count


def _bytes(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _pieces(element: Any) -> Iterator[Piece]:
    """The text of the part in the order of its elements: paragraphs and cells end lines."""
    for child in element:
        if child.text and not len(child) and child.tag.endswith(("}t", "}instrText")):
            yield Piece(child.text, lambda text, node=child: _put(node, text))  # type: ignore[misc]
        elif child.tag in _SEPARATORS:
            yield Piece(_SEPARATORS[child.tag])
        else:
            yield from _pieces(child)
        if child.tag in _ENDS:
            yield Piece("\n")


def _put(node: Any, text: str) -> None:
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _in_attributes(root: Any, plan: Plan) -> int:
    """What elements say in their attributes."""
    count = 0
    for element in root.iter():
        wanted = _TOLD.get(element.tag.rsplit("}", 1)[-1], ())
        for name in element.attrib if wanted else ():
            if name.rsplit("}", 1)[-1] in wanted:
                value = element.get(name).replace("_", " ")
                instead = plan.without(value)
                if instead != value:
                    element.set(name, instead)
                    count += 1
    return count
