"""PDF files: a new one is written from the text that was read. Nothing of the old one is carried over, so nothing is under it.

A box over words leaves the words there, and taking them out of the old file would have to find every other place where a PDF
can keep them: outlines, form fields, comments, earlier versions, fonts, attachments. Hence a new one.
"""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from second_question.documents import Block, BlockKind, Document
from second_question.exchange.redaction.copies import CannotRedact, Redacted
from second_question.exchange.redaction.plan import Plan

NOTE = "The copy is a new PDF made of the text: pictures, running headers, the contents list and the old layout are not in it."

_LEADERS = re.compile(r"(?:\s?\.){8}")


def redacted_pdf(document: Document, plan: Plan) -> Redacted:
    """The document without what the plan takes out, as a tagged PDF.

    Raises:
        CannotRedact: the text cannot be set.
    """
    spans = plan.spans(document.text)
    blocks = [_block(document, block, spans) for block in document.blocks if not _is_contents(document, block)]
    return Redacted(_set({"blocks": blocks, "title": ""}), len(spans), (NOTE,))


def _is_contents(document: Document, block: Block) -> bool:
    """A contents list gives pages that are no longer right; its lines are told by their dots where nothing else tells."""
    return block.kind is BlockKind.CONTENTS or bool(_LEADERS.search(document.said(block)))


def _block(document: Document, block: Block, spans: list[tuple[int, int, str]]) -> dict[str, Any]:
    level = block.level if block.kind is BlockKind.HEADING else 0
    if block.kind is BlockKind.TABLE:
        rows = [[_without(document.text, cell.start, cell.end, spans) for cell in row] for row in block.rows]
        return {"kind": "table", "rows": rows, "columns": max(map(len, rows)), "level": 0, "text": ""}
    return {"kind": str(block.kind), "text": _without(document.text, block.start, block.end, spans), "level": level}


def _without(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> str:
    """A stretch of the text with labels; one that began before it is only left out here."""
    out, done = [], start
    for first, last, instead in spans:
        if last > start and first < end:
            out += [text[done : max(first, done)], instead if first >= start else ""]
            done = max(done, min(last, end))
    return "".join([*out, text[done:end]])


def _set(content: dict[str, Any]) -> bytes:
    import typst

    with TemporaryDirectory() as folder:
        Path(folder, "copy.typ").write_text(_template(), encoding="utf-8")
        Path(folder, "content.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        try:
            return bytes(typst.compile(str(Path(folder, "copy.typ")), root=folder, format="pdf"))
        except typst.TypstError as error:
            raise CannotRedact(
                f"The PDF cannot be written anew ({error}). Redact the Word file from which it was made."
            ) from error


@cache
def _template() -> str:
    return (files("second_question.exchange.redaction") / "copy.typ").read_text(encoding="utf-8")
