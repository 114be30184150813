"""What a PDF gives away: words under boxes or out of sight, outline, comments, form fields, properties, attachments, versions."""

import re
from collections.abc import Iterator
from ctypes import c_double, c_ulong, c_ushort
from typing import Any

from second_question.documents import CannotRead
from second_question.exchange.redaction.leaks import Leak, Tells, Where, shown
from second_question.exchange.redaction.leaks_pdf_drawn import Box, address_of, drawn_on
from second_question.exchange.redaction.leaks_pdf_tags import descriptions_on

_PEOPLE = frozenset({"Author"})
_TOLD = ("Title", "Author", "Subject", "Keywords")
BAND, TALLEST = 20, 20_000
"""Points."""


def pdf_leaks(data: bytes, tells: Tells) -> Iterator[Leak]:
    """Everything of the kind that the file holds.

    Raises:
        CannotRead: it cannot be opened.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(
            "The PDF file is damaged or locked, so it cannot be checked. Save it anew without a password."
        ) from error
    try:
        yield from _of_file(pdf, data, tells)
        for number in range(len(pdf)):
            page = pdf[number]
            yield from _of_page(page, number + 1, tells)
            page.close()
    finally:
        pdf.close()


def _of_file(pdf: Any, data: bytes, tells: Tells) -> Iterator[Leak]:
    properties = pdf.get_metadata_dict()
    for name in _TOLD:
        said = (properties.get(name) or "").strip()
        if said and (name in _PEOPLE or tells(said)):
            yield Leak(Where.METADATA, shown(f"{name}: {said}"))
    yield from _in_xmp(data, tells)
    for mark in pdf.get_toc(max_depth=20):
        title = mark.get_title()
        if tells(title):
            yield Leak(Where.BOOKMARK, shown(title))
    for number in range(pdf.count_attachments()):
        yield Leak(Where.ATTACHMENT, pdf.get_attachment(number).get_name() or "without a name")
    versions = len(re.findall(rb"startxref\s+\d+\s+%%EOF", data)) - (b"/Linearized" in data[:2048])
    if versions > 1:
        yield Leak(Where.EARLIER_VERSION, f"{versions - 1} earlier {'version' if versions == 2 else 'versions'}")


_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_XMP_TOLD = re.compile(r"<(dc:(?:title|creator|description|subject)|pdf:Keywords)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def _in_xmp(data: bytes, tells: Tells) -> Iterator[Leak]:
    """Properties are kept a second time, as XML."""
    for match in _XMP.finditer(data):
        for name, inside in _XMP_TOLD.findall(match.group().decode("utf-8", "replace")):
            said = " ".join(_TAG.sub(" ", inside).split())
            if said and (name == "dc:creator" or tells(said)):
                yield Leak(Where.METADATA, shown(f"{name.split(':')[1]}: {said}"))


def _of_page(page: Any, number: int, tells: Tells) -> Iterator[Leak]:
    drawn = drawn_on(page)
    orders, boxes, hidden = drawn.orders, drawn.boxes + _annotated(page), drawn.hidden
    yield from _comments(page, number)
    for said in descriptions_on(page):
        if tells(said):
            yield Leak(Where.METADATA, shown(f"description of a picture: {said}"), number)
    text_page = page.get_textpage()
    try:
        crop = _crop(page)
        under, unseen = "", ""
        by_height = _by_height(boxes)
        for letter, box, address in _letters(text_page, orders):
            covered = any(over.covers(box) for over in by_height.get(int(box.bottom // BAND), ()))
            out = not (crop.left - 1 <= box.left <= crop.right + 1 and crop.bottom - 1 <= box.bottom <= crop.top + 1)
            under += letter if covered else "\n"
            unseen += letter if address in hidden or out else "\n"
    finally:
        text_page.close()
    for where, gathered in ((Where.UNDER_BOX, under), (Where.HIDDEN_TEXT, unseen)):
        for passage in re.split(r"\n+", gathered):
            if (
                len(passage.strip()) > 1
                and any(map(str.isalnum, passage))
                and (where is Where.UNDER_BOX or tells(passage))
            ):
                yield Leak(where, shown(passage), number)


def _by_height(boxes: list[Box]) -> dict[int, list[Box]]:
    """The boxes that reach into each band of the page, so that a letter is compared with few of them."""
    bands: dict[int, list[Box]] = {}
    for box in boxes:
        for band in range(int(max(box.bottom, -TALLEST) // BAND) - 1, int(min(box.top, TALLEST) // BAND) + 1):
            bands.setdefault(band, []).append(box)
    return bands


def _crop(page: Any) -> Box:
    left, bottom, right, top = page.get_cropbox()
    return Box(left, bottom, right, top, 0)


def _letters(text_page: Any, orders: dict[int, int]) -> Iterator[tuple[str, Box, int]]:
    import pypdfium2.raw as raw

    for index in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page.raw, index))
        drawn = raw.FPDFText_GetTextObject(text_page.raw, index)
        address = address_of(drawn) if drawn else 0
        left, right, bottom, top = (c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
        yield letter, Box(left.value, bottom.value, right.value, top.value, orders.get(address, 0)), address


def _annotated(page: Any) -> list[Box]:
    """Boxes that were put on the page as remarks: they lie over everything, and can be pulled away."""
    import pypdfium2.raw as raw

    boxes = []
    for annotation in _annotations(page):
        if raw.FPDFAnnot_GetSubtype(annotation) in (
            raw.FPDF_ANNOT_SQUARE,
            raw.FPDF_ANNOT_REDACT,
            raw.FPDF_ANNOT_STAMP,
            raw.FPDF_ANNOT_CIRCLE,
            raw.FPDF_ANNOT_POLYGON,
        ):
            rectangle = raw.FS_RECTF()
            if raw.FPDFAnnot_GetRect(annotation, rectangle):
                boxes.append(Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top, 1 << 30))
        raw.FPDFPage_CloseAnnot(annotation)
    return boxes


def _annotations(page: Any) -> Iterator[Any]:
    import pypdfium2.raw as raw

    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        yield raw.FPDFPage_GetAnnot(page.raw, index)


def _comments(page: Any, number: int) -> Iterator[Leak]:
    import pypdfium2.raw as raw

    for annotation in _annotations(page):
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        said = _string(annotation, b"Contents") or (_string(annotation, b"V") if kind == raw.FPDF_ANNOT_WIDGET else "")
        if kind == raw.FPDF_ANNOT_FILEATTACHMENT:
            yield Leak(Where.ATTACHMENT, shown(said) or "without a name", number)
        elif said and kind == raw.FPDF_ANNOT_WIDGET:
            yield Leak(Where.FORM_FIELD, shown(said), number)
        elif said and kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            author = _string(annotation, b"T")
            yield Leak(Where.COMMENT, shown(f"{author}: {said}" if author else said), number)
        raw.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as raw

    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = (c_ushort * (length // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, c_ulong(length))
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()
