"""Plain text and Markdown to the same blocks as other files."""

import re
from collections.abc import Iterator

from second_question.documents.document import BlockKind, CannotRead, Document, Writer

LONGEST_HEADING = 10
"""Words."""

_MARKED = re.compile(r"(#{1,6})\s+(\S.*)")
_NUMBERED = re.compile(r"(?:section |part )?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?=\D)", re.IGNORECASE)
ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+\S")
HASHES = re.compile(r"#{1,6}\s+")
BULLET = re.compile(r"^\s*[-*+•]\s+")
UNDERLINE = re.compile(r"(=+|-+)\s*")
TABLE_RULE = re.compile(r"[\s:|]*-[\s:|-]*")
_STRONG = re.compile(r"(\*\*|__)(.+?)\1")


def read_plain(data: bytes, name: str) -> Document:
    """A text file; form feeds end its pages. Plain text keeps every character in its place; Markdown loses its marks.

    Raises:
        CannotRead: it is no text.
    """
    from second_question.documents.plain_as_written import read_as_written

    text = _decoded(data)
    if not name.casefold().endswith((".md", ".markdown")):
        return read_as_written(text, name)
    writer = Writer()
    for number, page in enumerate(text.split("\f")):
        if number:
            writer.new_page()
        for stretch in re.split(r"\n\s*\n", page):
            _read_stretch(writer, stretch.strip("\n").split("\n"))
    return writer.finished(name, "md")


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise CannotRead("This is no text. Use a Word file (.docx), a PDF or a text file.")


def _read_stretch(writer: Writer, lines: list[str]) -> None:
    """Lines without an empty one between them."""
    if len(lines) > 1 and all(line.count("|") for line in lines):
        writer.add_table([_cells(line) for line in lines if not TABLE_RULE.fullmatch(line)])
        return
    gathered: list[str] = []
    for line in _without_underlines(lines):
        if gathered and (heading_level(line) or ITEM.match(line) or heading_level(gathered[0])):
            _add(writer, "\n".join(gathered))
            gathered = []
        gathered.append(line)
    _add(writer, "\n".join(gathered))


def _without_underlines(lines: list[str]) -> Iterator[str]:
    """A line above a row of = or - as a marked heading."""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if UNDERLINE.fullmatch(line):
            continue
        underlined = UNDERLINE.fullmatch(below)
        yield line if underlined is None or len(below.strip()) < 3 else f"{'#' if below[0] == '=' else '##'} {line}"


def _add(writer: Writer, text: str) -> None:
    level = heading_level(text)
    marked = _MARKED.fullmatch(text)
    words, lead = _without_marks(marked[2].rstrip().rstrip("#").rstrip() if marked else text.strip())
    if level:
        writer.add(BlockKind.HEADING, words, level=level, lead=lead)
    elif ITEM.match(text):
        words, lead = _without_marks(BULLET.sub("", text).strip())
        writer.add(BlockKind.LIST_ITEM, words, level=1, lead=lead)
    else:
        writer.add(BlockKind.PARAGRAPH, words, lead=lead)


def heading_level(text: str) -> int:
    """The level of a heading, 0 for other text: marked; or short, without a full stop, and numbered or in capitals."""
    marked = _MARKED.fullmatch(text)
    if marked:
        return len(marked[1])
    if "\n" in text or len(text.split()) > LONGEST_HEADING or text.rstrip().endswith((".", ";", ",")):
        return 0
    numbered = _NUMBERED.match(text)
    if numbered:
        return numbered[1].count(".") + 1
    return 2 if text.isupper() and len(text.split()) > 1 else 0


def _without_marks(text: str) -> tuple[str, int]:
    """The text without marks of bold type, and how much of its beginning was in bold."""
    plain = _STRONG.sub(r"\2", text)
    strong = _STRONG.match(text)
    return plain, len(strong[2]) if strong else 0


def _cells(line: str) -> list[str]:
    return [_without_marks(cell.strip())[0] for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
