"""What a Word file gives away: comments, tracked changes, hidden and blackened text, properties, attachments, links."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from second_question.documents.packages import check_word
from second_question.exchange.redaction.leaks import Leak, Tells, Where, shown

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT_PARTS = re.compile(r"word/(?:document\w*|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_ATTACHED = re.compile(r"(?:word/embeddings/|word/attachments).*")
_PROPERTIES = {"docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"}
_PEOPLE = frozenset(["creator", "lastModifiedBy", "Manager", "Company"])
_WORDLESS = frozenset(["Template", "Application", "AppVersion"])
_SETTINGS = ("docVar", "attachedTemplate")
_OWN_FOLDER = re.compile(r"file:///|[A-Za-z]:[\\/]|\\\\|/Users/|/home/", re.IGNORECASE)
_BLACK = frozenset({"black", "000000"})
_PROGRAMS = re.compile(r"python-docx|microsoft|word|libreoffice|openoffice|normal\.dot|^$", re.IGNORECASE)


def word_leaks(data: bytes, tells: Tells) -> Iterator[Leak]:
    """Everything of the kind that the package holds."""
    check_word(data)
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if _ATTACHED.match(name):
                yield Leak(Where.ATTACHMENT, name.rsplit("/", 1)[-1])
            if not name.endswith((".xml", ".rels")):
                continue
            root = _root(package.read(name))
            if _TEXT_PARTS.match(name):
                yield from _in_text(root, tells)
            elif name == "word/comments.xml":
                yield from _comments(root)
            elif name in _PROPERTIES:
                yield from _properties(root, tells)
            elif name == "word/settings.xml":
                yield from _settings(root, tells)
            elif name.endswith(".rels"):
                yield from _links(root, tells)


def _root(data: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    )


def _in_text(root: Any, tells: Tells) -> Iterator[Leak]:
    yield from _changes(root)
    for run in root.iter(WORD + "r"):
        properties = run.find(WORD + "rPr")
        said = _said(run)
        if said and properties is not None:
            yield from _unseen(properties, said)
    for mark in root.iter(WORD + "bookmarkStart"):
        name = (mark.get(WORD + "name") or "").lstrip("_")
        if tells(re.sub(r"(?<=[a-z])(?=[A-Z])|[_\d]+", " ", name)):
            yield Leak(Where.BOOKMARK, name)
    for element in root.iter():
        described = element.get("descr") or element.get("title") or ""
        if described and tells(described):
            yield Leak(Where.METADATA, shown(f"description of a picture: {described}"))


def _changes(root: Any) -> Iterator[Leak]:
    for name in ("del", "moveFrom"):
        for change in root.iter(WORD + name):
            if said := _said(change):
                yield Leak(Where.TRACKED_CHANGE, shown(f"deleted: {said}"))
    for change in root.iter(WORD + "ins"):
        if said := _said(change):
            yield Leak(Where.TRACKED_CHANGE, shown(f"inserted by {change.get(WORD + 'author') or 'somebody'}: {said}"))


def _unseen(properties: Any, said: str) -> Iterator[Leak]:
    vanish = properties.find(WORD + "vanish")
    colour = _value(properties, "color")
    fill = properties.find(WORD + "shd")
    behind = (_value(properties, "highlight") or ("" if fill is None else fill.get(WORD + "fill") or "")).lower()
    if vanish is not None and vanish.get(WORD + "val") not in ("0", "false", "off"):
        yield Leak(Where.HIDDEN_TEXT, shown(said))
    elif behind in _BLACK and colour.lower() != "ffffff":
        yield Leak(Where.UNDER_BOX, shown(said))
    elif colour.lower() == "ffffff" and behind in ("", "auto", "ffffff", "white", "none"):
        yield Leak(Where.HIDDEN_TEXT, shown(said))


def _value(properties: Any, name: str) -> str:
    element = properties.find(WORD + name)
    return "" if element is None else element.get(WORD + "val") or ""


def _said(element: Any) -> str:
    texts = (one.text or "" for one in element.iter(WORD + "t", WORD + "delText"))
    return "".join(texts).strip()


def _comments(root: Any) -> Iterator[Leak]:
    for comment in root.iter(WORD + "comment"):
        yield Leak(Where.COMMENT, shown(f"{comment.get(WORD + 'author') or 'somebody'}: {_said(comment)}"))


def _properties(root: Any, tells: Tells) -> Iterator[Leak]:
    for element in root.iter():
        name = element.tag.rsplit("}", 1)[-1]
        said = (element.text or "").strip()
        if not said or name in _WORDLESS:
            continue
        if (name in _PEOPLE and not _PROGRAMS.search(said)) or (not said.isdigit() and tells(said)):
            yield Leak(Where.METADATA, shown(f"{name}: {said}"))


def _settings(root: Any, tells: Tells) -> Iterator[Leak]:
    for element in root.iter(*(WORD + name for name in _SETTINGS)):
        said = " ".join(element.attrib.values())
        if tells(said):
            yield Leak(Where.METADATA, shown(said))


def _links(root: Any, tells: Tells) -> Iterator[Leak]:
    for relation in root:
        target = relation.get("Target") or ""
        if relation.get("TargetMode") == "External" and (
            _OWN_FOLDER.match(target) or tells(re.sub(r"[_%/.-]+", " ", target))
        ):
            yield Leak(Where.LINK, shown(target))
