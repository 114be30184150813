"""What the marks of a web page mean to its reader. Tags by HTML's standard, classes and roles as programs write them."""

import re
from typing import Any

from second_question.documents.document import BlockKind

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""They begin and end a paragraph."""
BOLD = frozenset({"b", "strong", "dt", "th"})
LISTS = frozenset({"ul", "ol", "menu"})
NEVER_SHOWN = frozenset(
    [
        "applet",
        "audio",
        "canvas",
        "colgroup",
        "datalist",
        "del",
        "embed",
        "head",
        "iframe",
        "map",
        "meta",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "param",
        "script",
        "style",
        "svg",
        "template",
        "title",
        "video",
    ]
)
BESIDE = frozenset({"nav", "header", "footer"})
"""What stands around the text of a page; inside the text they are parts of it."""
WITHIN = frozenset({"main", "article", "section", "blockquote"})

_HIDDEN_BY_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_BOLD_BY_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN_CLASSES = frozenset(
    {"visually-hidden", "govuk-visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"}
)
_BESIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search"})
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes", "footnote", "endnote", "rearnote"})
_NOTE_NAMES = re.compile(
    r"(?:fn|ftn|edn|footnotes?|endnotes?|msofootnotetext|msoendnotetext)(?:[-_:.]?\d+)?", re.IGNORECASE
)
_REFERENCE_ROLES = frozenset({"doc-noteref", "doc-backlink", "noteref"})
_REFERENCE_NAMES = re.compile(
    r"footnote-?(?:ref|back|backref|backlink)|msofootnotereference|msoendnotereference|fn-?(?:ref|back)", re.IGNORECASE
)
_CONTENTS_NAMES = re.compile(
    r"toc|table-of-contents|contents(?:-list)?|gem-c-contents-list|msotoc\d|doc-toc", re.IGNORECASE
)


def is_hidden(element: Any) -> bool:
    """Whether a reader does not see the element and what is in it."""
    if element.tag in NEVER_SHOWN or "hidden" in element.attrib or _HIDDEN_BY_STYLE.search(element.get("style", "")):
        return True
    if element.tag == "option":
        return "selected" not in element.attrib
    return not _HIDDEN_CLASSES.isdisjoint(_classes(element)) or _is_mark_of_a_note(element)


def is_bold(element: Any) -> bool:
    """Whether what is in it stands in bold."""
    return element.tag in BOLD or bool(_BOLD_BY_STYLE.search(element.get("style", "")))


def is_beside(element: Any) -> bool:
    """Whether it is navigation, a banner or a foot, and not part of the text."""
    return element.tag in BESIDE or element.get("role") in _BESIDE_ROLES


def kind_by_name(element: Any) -> BlockKind | None:
    """A note or a table of contents, where the element's role, class or id says so."""
    roles = {element.get("role"), element.get("epub:type")}
    names = [*_classes(element), element.get("id", "")]
    if roles & _NOTE_ROLES or any(map(_NOTE_NAMES.fullmatch, names)):
        return BlockKind.NOTE
    if "doc-toc" in roles or (any(map(_CONTENTS_NAMES.fullmatch, names)) and _is_mostly_links(element)):
        return BlockKind.CONTENTS
    return None


def heading_level(element: Any) -> int:
    """The level of a heading, from 1; 0 for what is none."""
    if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1] in "123456":
        return int(element.tag[1])
    if element.get("role") == "heading":
        said = element.get("aria-level", "2")
        return int(said) if said in "123456" and said else 6
    return 0


def _is_mark_of_a_note(element: Any) -> bool:
    """The number that leads to a note, or the arrow back: Word files do not have them in their text either."""
    if element.tag not in ("a", "sup", "span"):
        return False
    named = {element.get("role"), element.get("epub:type")} & _REFERENCE_ROLES
    if named or any(map(_REFERENCE_NAMES.fullmatch, _classes(element))):
        return True
    links = [element] if element.tag == "a" else list(element)[:1] if element.tag == "sup" else []
    aims = [link.get("href") or "" for link in links if link.tag == "a"]
    return any(re.match(r"#_?(?:fn|ftn|edn|footnote|endnote)", aim) for aim in aims)


def _is_mostly_links(element: Any) -> bool:
    """Whether half of its letters lead somewhere in this page; some pages call all of their text their contents."""
    links = [link for link in element.iter("a") if (link.get("href") or "").startswith("#")]
    return 2 * sum(len("".join(link.itertext())) for link in links) >= sum(
        len(text.strip()) for text in element.itertext()
    )


def _classes(element: Any) -> list[str]:
    said: str = element.get("class", "")
    return said.split()
