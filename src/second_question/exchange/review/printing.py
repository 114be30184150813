"""A document as a tagged PDF (PDF/UA-1), made by Typst from data alone, and a drawing as a picture for Word.

What people typed reaches the template as JSON and is set as plain text, so that nothing in it can act as markup.
"""

import json
import re
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import typst

from second_question.exchange.review.paper import (
    FICTIONAL,
    Block,
    Facts,
    Grid,
    Heading,
    Paper,
    Pathways,
    Prose,
    is_short,
)
from second_question.exchange.review.words import LIBRARY_ADDRESS, plain

TEMPLATES = Path(__file__).parent / "typst"
PIXELS_AN_INCH = 190.0
Standard = Literal["ua-1", "1.7"]
# A word this long may not fit into a column; it may then be broken at any tenth letter. An address of the library is whole.
_LONG_WORD = re.compile(rf"(?P<address>{LIBRARY_ADDRESS.pattern})|\S{{21,}}")
_BREAK = "\N{ZERO WIDTH SPACE}"
_REMEMBERED = 11
_LOCK = Lock()


def printed(paper: Paper) -> bytes:
    """The document as PDF; without the accessibility standard where a text cannot meet it.

    Characters that no font of ours has are the one known reason; a copy with boxes in it is better than none.
    """
    data = json.dumps(_data(paper), ensure_ascii=False)
    try:
        return _pdf(data, "ua-1")
    except typst.TypstError:
        return _pdf(data, "1.7")


def as_picture(svg: str) -> bytes:
    """The drawing as PNG, at its own size in points, fine enough for print."""
    return _made("drawing.typ", {"svg": svg}, format="png", ppi=PIXELS_AN_INCH)


def _pdf(data: str, standard: Standard) -> bytes:
    return _made("paper.typ", {"data": data}, format="pdf", pdf_standards=standard)


def _made(template: str, inputs: dict[str, str], **how: object) -> bytes:
    """What a template makes of its inputs. One thread at a time: a compiler is no place for two.

    Typst remembers what it worked out for the last ten documents, which would keep 300 megabytes of other people's cases
    in memory. Making nothing that many times lets it forget them, in 25 milliseconds.
    """
    with _LOCK:
        try:
            return bytes(_compiler(template).compile(sys_inputs=inputs, **how))
        finally:
            for _ in range(_REMEMBERED):
                _compiler("empty.typ").compile(format="svg")


@lru_cache(maxsize=3)
def _compiler(template: str) -> Any:
    """One compiler a template, because finding the fonts of the machine takes long."""
    return typst.Compiler(str(TEMPLATES / template), root=str(TEMPLATES))


def _data(paper: Paper) -> dict[str, object]:
    return {
        "title": _text(paper.title),
        "subtitle": _text(paper.subtitle),
        "place": _text(paper.place),
        "marking": paper.marking,
        "fictional": FICTIONAL if paper.fictional else "",
        "contents": paper.contents,
        "numbered": paper.numbered,
        "blank": paper.blank,
        "facts": _block(paper.facts) if paper.facts else None,
        "blocks": [one for block in paper.blocks for one in _printed(block)],
    }


def _printed(block: Block) -> list[dict[str, object]]:
    if isinstance(block, Pathways):
        return [{"is": "Picture", "svg": svg, "alt": alt} for svg, alt in block.pictures()]
    return [_block(block)]


def _block(block: Heading | Prose | Facts | Grid) -> dict[str, object]:
    name: dict[str, object] = {"is": type(block).__name__}
    if isinstance(block, Heading):
        return name | {"text": _text(block.words), "level": block.level}
    if isinstance(block, Grid):
        name["whole"] = [is_short(row) for row in block.rows]
    return {**name, **_clean(asdict(block))}


def _clean(value: Any) -> Any:
    """Every text in the data as a document can hold it."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    return [_clean(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def _text(value: str) -> str:
    return _LONG_WORD.sub(_breakable, plain(value).replace("\t", "  "))


def _breakable(word: re.Match[str]) -> str:
    letters = word[0]
    if word["address"]:
        return letters
    return _BREAK.join(letters[start : start + 10] for start in range(0, len(letters), 10))
