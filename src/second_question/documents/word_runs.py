"""The words of a Word paragraph as a reader sees them: insertions are in it, deletions and hidden text are not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from second_question.documents.word_styles import WORD, Styles

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TICKED, EMPTY_BOX = "☒", "☐"
# Boxes and ticks that older files take from a symbol font, by their number there.
SYMBOLS = {"F0FE": "☑", "F0FD": TICKED, "F078": TICKED, "F0A8": EMPTY_BOX, "F06F": EMPTY_BOX, "F0FC": "✓", "F0FB": "✗"}

# What wraps runs without changing them, and what a reader does not see.
_WRAPS = {
    WORD + name for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo", "dir", "bdo")
}
_PLAIN = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass
class Words:
    """What a paragraph says.

    `pieces` are its texts, each with whether it is bold and its size in half points; `is_underlined` says whether all are.
    """

    pieces: list[tuple[str, bool, int]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    is_underlined: bool = False
    page_ends: int = 0
    rendered_page_ends: int = 0

    @property
    def text(self) -> str:
        """All of it, without the blanks around."""
        return "".join(piece for piece, _, _ in self.pieces).strip()

    @property
    def lead(self) -> int:
        """How many characters from the beginning stand in bold."""
        text, bold = "".join(piece for piece, _, _ in self.pieces), ""
        for piece, is_bold, _ in self.pieces:
            if piece.strip() and not is_bold:
                break
            bold += piece
        return min(max(0, len(bold.rstrip()) - (len(text) - len(text.lstrip()))), len(self.text))

    @property
    def size(self) -> int:
        """The size of its largest text."""
        return max((size for piece, _, size in self.pieces if piece.strip()), default=0)


def words_of(paragraph: Any, styles: Styles) -> Words:
    """The words of that paragraph."""
    words = Words()
    plain = underlined = False
    for run in _runs(paragraph):
        properties = run.find(WORD + "rPr")
        if properties is None or properties.find(WORD + "vanish") is None:
            text = "".join(_texts(run, words))
            words.pieces.append((text, styles.is_bold(properties, paragraph), styles.size(properties, paragraph)))
            if text.strip():
                has_line = styles.is_underlined(properties, paragraph)
                underlined, plain = underlined or has_line, plain or not has_line
    words.is_underlined = underlined and not plain
    return words


def _runs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == WORD + "r":
            yield child
        elif child.tag in _WRAPS:
            yield from _runs(child)


def _texts(run: Any, words: Words) -> Iterator[str]:
    for child in run:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "t":
            yield child.text or ""
        elif name in _PLAIN:
            yield _PLAIN[name]
        elif name in _READ:
            yield _READ[name](child, words)
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            words.boxes += _text_boxes(child)


def _break(element: Any, words: Words) -> str:
    if element.get(WORD + "type") == "page":
        words.page_ends += 1
        return ""
    return "\n"


def _rendered_break(_: Any, words: Words) -> str:
    words.rendered_page_ends += 1
    return ""


def _symbol(element: Any, _: Words) -> str:
    return SYMBOLS.get((element.get(WORD + "char") or "").upper(), "")


def _field(element: Any, _: Words) -> str:
    """A tick box of an old form; other fields show their result as text."""
    box = element.find(f"{WORD}ffData/{WORD}checkBox")
    if box is None:
        return ""
    said = box.find(WORD + "checked")
    said = box.find(WORD + "default") if said is None else said
    return EMPTY_BOX if said is None or said.get(WORD + "val") in ("0", "false") else TICKED


def _note(element: Any, words: Words) -> str:
    words.notes.append((element.tag.rpartition("}")[2].removesuffix("Reference"), element.get(WORD + "id") or ""))
    return ""


_READ: dict[str, Callable[[Any, Words], str]] = {
    "br": _break,
    "lastRenderedPageBreak": _rendered_break,
    "sym": _symbol,
    "fldChar": _field,
    "footnoteReference": _note,
    "endnoteReference": _note,
}


def _text_boxes(element: Any) -> list[Any]:
    """The contents of text boxes, once: newer files hold each twice, for newer and for older programs."""
    choice = element.find(COMPATIBILITY + "Choice") if element.tag == COMPATIBILITY + "AlternateContent" else element
    return [] if choice is None else list(choice.iter(WORD + "txbxContent"))
