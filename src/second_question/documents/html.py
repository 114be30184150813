"""Web pages to text: what a reader sees of them, without scripts, navigation and hidden words. Nothing is fetched."""

import codecs
import re
from typing import Any

from second_question.documents.document import CannotRead, Document, Writer
from second_question.documents.html_flow import Flow

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_ENCODINGS = re.compile(
    r"utf-?8|iso-8859-\d{1,2}|windows-12\d\d|macintosh|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gbk|gb18030|big5"
)
_LATIN = ("iso-8859-1", "us-ascii")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_TOO_DEEP = "The web page is damaged: its parts lie in each other without end. Open it in a browser, save it as a PDF, use that."
_NO_TEXT = (
    "The web page has no text; perhaps a program in it would fetch the text. Open it in a browser, save it as a PDF, and use "
    "that."
)


def looks_like_html(data: bytes, name: str) -> bool:
    """Whether it begins as a web page, or is called one and has a tag at its beginning."""
    beginning = _decoded(data[:2_000])
    if _BEGINNING.match(beginning):
        return True
    return name.casefold().endswith((".html", ".htm", ".xhtml")) and bool(
        re.search(r"<[a-z][^<>]*>", beginning, re.IGNORECASE)
    )


def read_html(data: bytes, name: str) -> Document:
    """A web page; all of it is page 1.

    Raises:
        CannotRead: there is no text in it.
    """
    writer = Writer()
    root = _root(_decoded(data))
    if root is not None:
        Flow(writer).read(root)
    document = writer.finished(name, "html")
    if not document.text.strip():
        raise CannotRead(_NO_TEXT)
    return document


def _root(text: str) -> Any:
    from lxml import etree

    # No document type, entity or network; `huge_tree` because pictures may lie in the page, and depth costs nothing here.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=True
    )
    cleaned = _NOT_IN_TEXT.sub("", _XML_DECLARATION.sub("", text, count=1)).encode("utf-8", "replace")
    try:
        root = etree.fromstring(cleaned, parser) if cleaned.strip() else None
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log):
        raise CannotRead(_TOO_DEEP)
    return root


def _decoded(data: bytes) -> str:
    """By its byte order mark, by what it says of itself, or as one finds it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    said = _CHARSET.search(data[:2_000])
    named = said[1].decode("ascii").casefold() if said else ""
    for encoding in ("utf-8", *([named] if _ENCODINGS.fullmatch(named) and named not in _LATIN else [])):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")
