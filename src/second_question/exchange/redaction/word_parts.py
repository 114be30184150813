"""What in a Word package tells of people without standing on a page: who wrote it, what was deleted, what lies attached."""

import re
from typing import Any

from second_question.exchange.redaction.plan import Plan

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EMPTIED = (
    "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "word/comments.xml", "word/commentsExtended.xml",
    "word/commentsIds.xml", "word/commentsExtensible.xml", "word/people.xml",
)  # fmt: skip
"""Parts that stay, because others point to them, with nothing in them."""
_REMOVED = (
    "del",
    "moveFrom",
    "commentRangeStart",
    "commentRangeEnd",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "tblGridChange",
    "numberingChange",
    "cellDel",
    "object",
    "altChunk",
    "docVars",
    "rsids",
    "attachedTemplate",
    "mailMerge",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
)
_UNWRAPPED = ("ins", "moveTo")
_LEFT_OUT = re.compile(
    r"^(?:word/embeddings/|word/attachments|docProps/thumbnail|customXml/|word/glossary/|word/printerSettings|_xmlsignatures/)"
)
_RELATIONS = re.compile(
    r"(?:embeddings|oleObject|package|thumbnail|customXml\b|customXmlProps|glossaryDocument|attachedTemplate|aFChunk|mailMerge\w*|"
    r"digital-signature\S*)",
    re.IGNORECASE,
)
NOWHERE = "https://removed.invalid/"


def is_left_out(name: str) -> bool:
    """Whether a part of the package is not in the copy: attachments, previews, data behind forms, spare texts, signatures."""
    return bool(_LEFT_OUT.match(name)) or (not name.endswith((".xml", ".rels")) and not name.startswith("word/"))


def empty_part(root: Any) -> None:
    """Nothing is left but the part's own element."""
    for child in list(root):
        root.remove(child)


def without_relations(root: Any, plan: Plan) -> Any:
    """The part's relations without those to what is left out, and without addresses that tell something."""
    for relation in list(root):
        target = relation.get("Target") or ""
        kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
        inside = target.removeprefix("/word/").removeprefix("../")
        if _RELATIONS.search(kind) or inside.startswith(("embeddings/", "glossary/", "customXml/")):
            root.remove(relation)
        elif relation.get("TargetMode") == "External" and (
            plan.is_in(target) or plan.is_in(re.sub(r"[_%/.-]+|\d+", " ", target))
        ):
            relation.set("Target", NOWHERE)
    return root


def clean(root: Any) -> None:
    """Accept what was inserted; drop what was deleted or hidden, comments, attachments, variables; number the bookmarks."""
    for name in _REMOVED:
        for element in list(root.iter(WORD + name)):
            _drop(element)
    for element in [
        one for one in root.iter(WORD + "r") if _is_hidden(one) or one.find(WORD + "commentReference") is not None
    ]:
        _drop(element)
    for name in _UNWRAPPED:
        for element in list(root.iter(WORD + name)):
            _unwrap(element)
    _number_bookmarks(root)
    for element in root.iter():
        for attribute in [one for one in element.attrib if one.rsplit("}", 1)[-1].startswith("rsid")]:
            del element.attrib[attribute]


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{WORD}rPr/{WORD}vanish")
    return hidden is not None and hidden.get(WORD + "val") not in ("0", "false", "off")


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def _number_bookmarks(root: Any) -> None:
    """Bookmarks are often called by the words that they stand at. The contents list finds them by their numbers as well."""
    names = {}
    for number, mark in enumerate(root.iter(WORD + "bookmarkStart"), start=1):
        name = mark.get(WORD + "name") or ""
        if not name.startswith(("_Toc", "_Ref", "_Hlk", "_GoBack")):
            names[name] = f"place{number}"
            mark.set(WORD + "name", names[name])
    for link in root.iter(WORD + "hyperlink"):
        if link.get(WORD + "anchor") in names:
            link.set(WORD + "anchor", names[link.get(WORD + "anchor")])
    for field in root.iter(WORD + "instrText"):
        for name, instead in names.items():
            if field.text and name in field.text:
                field.text = field.text.replace(name, instead)
