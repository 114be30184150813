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
_ENDS_OF_THE_PAGE = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
"""The parser stops there; browsers show what follows."""
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_END_MARK = "end-of-what-was-given"
_END = "<!---->" + "".join(
    f"</{tag}>" for tag in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
)
_END += f'<hr id="{_END_MARK}">'
"""Put at the end: a page that is whole in the parser's memory ends with it."""
_TOO_DEEP = "The web page is damaged: its parts lie in each other without end. Open it in a browser, save it as a PDF, use that."
_NOT_WHOLE = (
    "The web page is damaged or not whole, or needs far more memory than a review. Open it in a browser, save it as a PDF, "
    "and use that."
)
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
    cleaned = _ENDS_OF_THE_PAGE.sub("", _NOT_IN_TEXT.sub("", _XML_DECLARATION.sub("", text, count=1)))
    if not cleaned.strip():
        return None
    root = etree.fromstring(f"{cleaned}{_END}".encode("utf-8", "replace"), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise CannotRead(_TOO_DEEP)
    if root is not None and root.find("frameset") is not None:
        return None
    if root is None or not any(rule.get("id") == _END_MARK for rule in root.iter("hr")):
        raise CannotRead(
            _NOT_WHOLE
        )  # where its memory ends, the parser gives up within the page and says nothing of it
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
