"""Word files (.docx) to text: paragraphs, headings, lists and tables in the order of the page, text boxes and notes too."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from second_question.documents.document import BlockKind, CannotRead, Document, Writer
from second_question.documents.headings import is_of_heading_length
from second_question.documents.markers import starts_an_item
from second_question.documents.word_pictures import large_pictures_in, pages_without_text
from second_question.documents.word_runs import Words, words_of
from second_question.documents.word_styles import WORD, Styles

LONGEST_PLAIN = 10
"""Words up to which a line that is only numbered, or in capitals, can be a heading."""
LARGER, MUCH_LARGER = 1.15, 1.4
NESTED = 30
"""How deep tables may stand in tables; deeper is no document that somebody wrote."""

_GOES_ON = re.compile(r"[;,!…]$")
_NUMBERED = re.compile(r"(?:(?:section|part|chapter) )?(\d+(?:\.\d+)*)[.)]?\s", re.IGNORECASE)
_PLAIN_HEADING = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+[A-Z][^.;,:!?]*\??")
"""A number of two parts at least: one with a single number is as often the item of a list."""
_WRAPS = {WORD + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_BROKEN = "The Word file is damaged and cannot be opened. Open it in Word, save it again as .docx, and use that."


@dataclass(frozen=True)
class _Paragraph:
    element: Any
    words: Words


def read_word(data: bytes, name: str) -> Document:
    """A Word file that has passed `packages.check`.

    Raises:
        CannotRead: it is damaged, or has no words.
    """
    package = _opened(data)
    reader = _Reader(package)
    reader.read_body(package.element.body)
    reader.read_notes()
    reader.writer.set_aside += _headers_and_footers(package, reader.styles)
    document = reader.writer.finished(name, "docx")
    if not document.text.strip():
        raise CannotRead(
            "The Word file has no text, perhaps only pictures of pages. Use the file in which the text was written."
        )
    return replace(document, needs_ocr=tuple(pages_without_text(document, reader.pictures)))


def _opened(data: bytes) -> Any:
    import docx

    try:
        package = docx.Document(BytesIO(data))
        body = package.element.body
    except Exception as error:  # a damaged file breaks the parser in any way: zlib, zip, XML, a missing part
        raise CannotRead(_BROKEN) from error
    if body is None:
        raise CannotRead(_BROKEN)
    return package


class _Reader:
    """Reads one file in the order of the page."""

    def __init__(self, package: Any) -> None:
        self.package = package
        self.styles = Styles(_root(package, "styles"))
        self.writer = Writer()
        self.notes: list[tuple[str, str]] = []
        self.pictures: list[int] = []
        body = package.element.body
        self.body_size = self._usual_size(body)
        self.is_rendered = next(body.iter(WORD + "lastRenderedPageBreak"), None) is not None

    def read_body(self, element: Any) -> None:
        """Every block below that element."""
        for child in element:
            if child.tag == WORD + "p":
                self._read_paragraph(child)
            elif child.tag == WORD + "tbl":
                self._read_table(child)
            elif child.tag in _WRAPS:
                self.read_body(child)

    def read_notes(self) -> None:
        """Footnotes and endnotes, in the order in which the text refers to them."""
        parts = {kind: _root(self.package, f"{kind}s") for kind in ("footnote", "endnote")}
        for kind, note_id in self.notes:
            for note in () if parts[kind] is None else parts[kind].iter(WORD + kind):
                if note.get(WORD + "id") == note_id:
                    texts = (words_of(paragraph, self.styles).text for paragraph in note.iter(WORD + "p"))
                    self.writer.add(BlockKind.NOTE, "\n".join(filter(None, texts)))

    def _read_paragraph(self, element: Any) -> None:
        words = words_of(element, self.styles)
        if not self.is_rendered and element.find(f"{WORD}pPr/{WORD}pageBreakBefore") is not None:
            self._end_pages(1)
        before = large_pictures_in(element, is_rendered=self.is_rendered)
        self.pictures += [self.writer.page + ended for ended in before]
        self._add(_Paragraph(element, words))
        self._end_pages(words.rendered_page_ends if self.is_rendered else words.page_ends)
        self.notes += words.notes
        for box in words.boxes:
            self.read_body(box)

    def _end_pages(self, count: int) -> None:
        for _ in range(count):
            self.writer.new_page()

    def _add(self, paragraph: _Paragraph) -> None:
        text, lead = paragraph.words.text, paragraph.words.lead
        level = self._level(paragraph)
        if self.styles.is_contents(paragraph.element):
            self.writer.add(BlockKind.CONTENTS, text)
        elif level:
            self.writer.add(BlockKind.HEADING, text, level=level, lead=lead)
        elif self.styles.is_list(paragraph.element) or starts_an_item(text):
            self.writer.add(BlockKind.LIST_ITEM, text, level=self.styles.list_level(paragraph.element), lead=lead)
        else:
            self.writer.add(BlockKind.PARAGRAPH, text, lead=lead)

    def _level(self, paragraph: _Paragraph) -> int:
        """By its style, or because it looks like a heading: short, and set apart from the text around it."""
        text = paragraph.words.text
        by_style = self.styles.level(paragraph.element)
        if by_style or not text or "\n" in text or _GOES_ON.search(text):
            return by_style
        is_larger = paragraph.words.size >= self.body_size * LARGER
        stands_out = is_larger or paragraph.words.lead == len(text) or paragraph.words.is_underlined
        numbered = _NUMBERED.match(text)
        if stands_out and is_of_heading_length(text, is_larger=paragraph.words.size >= self.body_size * MUCH_LARGER):
            return numbered[1].count(".") + 1 if numbered else 2 if is_larger else 3
        return _level_by_words(text) if self._is_above_text(paragraph.element) else 0

    def _is_above_text(self, element: Any) -> bool:
        """Whether something stands below it that is no further line like it, as in a list or in contents."""
        below = next((one for one in element.itersiblings() if one.tag != WORD + "p" or _has_words(one)), None)
        if below is None or below.tag != WORD + "p":
            return below is not None
        text = words_of(below, self.styles).text
        return len(text.split()) > LONGEST_PLAIN or (not _NUMBERED.match(text) and not text.isupper())

    def _read_table(self, table: Any) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if all(len(row) == 1 for row in rows):
            for row in rows:
                self.read_body(row[0][0])
        else:
            self.writer.add_table([self._texts(row) for row in rows])
        self._end_pages(self._page_ends_in(table))

    def _page_ends_in(self, table: Any) -> int:
        return sum(1 for _ in table.iter(WORD + "lastRenderedPageBreak")) if self.is_rendered else 0

    def _texts(self, row: list[tuple[Any, int]]) -> list[str]:
        """The cells of a row; one cell over the whole width stays one, so that a title is told from an empty answer."""
        if len(row) == 1:
            return [self._cell_text(row[0][0])]
        return [text for cell, span in row for text in self._padded(cell, span)]

    def _padded(self, cell: Any, span: int) -> list[str]:
        """A cell over several columns is one text and empty cells, so that the columns below stay in step."""
        return [self._cell_text(cell), *[""] * (span - 1)]

    def _cell_text(self, cell: Any, depth: int = 0) -> str:
        if _continues_above(cell) or depth > NESTED:
            return ""
        return "\n".join(filter(None, self._lines(cell, depth))).strip()

    def _lines(self, element: Any, depth: int) -> Iterator[str]:
        for child in element:
            if child.tag == WORD + "p":
                words = words_of(child, self.styles)
                self.notes += words.notes
                yield words.text
                for box in words.boxes:
                    yield from self._lines(box, depth + 1)
            elif child.tag == WORD + "tbl":
                for row in _rows(child):
                    yield "\t".join(self._cell_text(cell, depth + 1) for cell, _ in _cells(row))
            elif child.tag in _WRAPS:
                yield from self._lines(child, depth)

    def _usual_size(self, body: Any) -> int:
        """The size in which most of the text stands."""
        sizes: Counter[int] = Counter()
        for paragraph in body.iter(WORD + "p"):
            for run in paragraph.iter(WORD + "r"):
                length = sum(len(text.text or "") for text in run.iter(WORD + "t"))
                sizes[self.styles.size(run.find(WORD + "rPr"), paragraph)] += length
        return max(sizes, key=lambda size: sizes[size], default=0)


def _level_by_words(text: str) -> int:
    """The level of a short line by its number or its capitals; 0 for one without."""
    if not 1 < len(text.split()) <= LONGEST_PLAIN or text.endswith("."):
        return 0
    numbered = _PLAIN_HEADING.fullmatch(text)
    return numbered[1].count(".") + 1 if numbered else 2 * text.isupper()


def _has_words(element: Any) -> bool:
    return any((text.text or "").strip() for text in element.iter(WORD + "t"))


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == WORD + "tr":
            yield child
        elif child.tag in _WRAPS:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    """The cells of a row, each with the number of columns that it covers."""
    for child in row:
        if child.tag == WORD + "tc":
            span = child.find(f"{WORD}tcPr/{WORD}gridSpan")
            value = "" if span is None else span.get(WORD + "val") or ""
            yield child, min(int(value), 60) if value.isdigit() and int(value) else 1
        elif child.tag in _WRAPS:
            yield from _cells(child)


def _continues_above(cell: Any) -> bool:
    merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
    return merge is not None and merge.get(WORD + "val") != "restart"


def _root(package: Any, part_name: str) -> Any:
    """The root element of the file's part of that kind; None for a file that has none."""
    from lxml import etree

    for relation in package.part.rels.values():
        if not relation.is_external and relation.reltype.endswith("/" + part_name):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
            return etree.fromstring(relation.target_part.blob, parser)
    return None


def _headers_and_footers(package: Any, styles: Styles) -> list[str]:
    found: dict[str, None] = {}
    for relation in package.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/header", "/footer")):
            for paragraph in relation.target_part.element.iter(WORD + "p"):
                found[words_of(paragraph, styles).text] = None
    return [text for text in found if text]
