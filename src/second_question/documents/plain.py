"""Plain text and Markdown to the same blocks as other files."""

import re
from collections.abc import Iterator, Sequence

from second_question.documents.contents import with_contents_told
from second_question.documents.document import BlockKind, CannotRead, Document, Writer

LONGEST_HEADING = 10
"""Words."""
LONGEST_BEFORE_A_LIST = 5
"""Words: a longer line with a colon behind it leads to what stands below."""
FEWEST_MARKED = 4

_MARKED = re.compile(r"(#{1,6})\s+(\S.*)")
_NUMBERED = re.compile(r"(?:section |part )?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?=\D)", re.IGNORECASE)
ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+\S")
HASHES = re.compile(r"#{1,6}\s+")
BULLET = re.compile(r"^\s*[-*+•]\s+")
UNDERLINE = re.compile(r"(=+|-+)\s*")
TABLE_RULE = re.compile(r"[\s:|]*-[\s:|-]*")
_MARKED_LINE = re.compile(r"^(?:#{1,6}[ \t]+\S.*|(?=[^\n]*\w)[^\n]++\n(?:={3,}|-{3,})[ \t]*)$", re.MULTILINE)
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
    writer, only_marked = Writer(), are_marked(text)
    for number, page in enumerate(text.split("\f")):
        if number:
            writer.new_page()
        for stretch in re.split(r"\n\s*\n", page):
            _read_stretch(writer, stretch.strip("\n").split("\n"), only_marked=only_marked)
    return with_contents_told(writer.finished(name, "md"))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise CannotRead("This is no text. Use a Word file (.docx), a PDF or a text file.")


def _read_stretch(writer: Writer, lines: list[str], *, only_marked: bool) -> None:
    """Lines without an empty one between them."""
    if len(lines) > 1 and all(line.count("|") for line in lines):
        writer.add_table([_cells(line) for line in lines if not TABLE_RULE.fullmatch(line)])
        return
    gathered: list[str] = []
    level = 0
    lines = list(_without_underlines(lines))
    for line, its_level in zip(lines, levels_of(lines, only_marked=only_marked), strict=True):
        if gathered and (its_level or ITEM.match(line) or level):
            _add(writer, "\n".join(gathered), level)
            gathered = []
        level = level if gathered else its_level
        gathered.append(line)
    _add(writer, "\n".join(gathered), level)


def _without_underlines(lines: list[str]) -> Iterator[str]:
    """A line above a row of = or - as a marked heading."""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if UNDERLINE.fullmatch(line):
            continue
        underlined = UNDERLINE.fullmatch(below)
        yield line if underlined is None or len(below.strip()) < 3 else f"{'#' if below[0] == '=' else '##'} {line}"


def _add(writer: Writer, text: str, level: int) -> None:
    marked = _MARKED.fullmatch(text)
    words, lead = _without_marks(marked[2].rstrip().rstrip("#").rstrip() if marked else text.strip())
    if level:
        writer.add(BlockKind.HEADING, words, level=level, lead=lead)
    elif ITEM.match(text):
        words, lead = _without_marks(BULLET.sub("", text).strip())
        writer.add(BlockKind.LIST_ITEM, words, level=1, lead=lead)
    else:
        writer.add(BlockKind.PARAGRAPH, words, lead=lead)


def levels_of(lines: Sequence[str], *, only_marked: bool = False) -> list[int]:
    """The level of each line of a stretch as a heading, 0 for other text.

    Lines that count on from one to the next are a list. One that goes on in small letters below is the beginning of a
    paragraph. With `only_marked`, headings of the document have their marks, and numbered lines are none.
    """
    levels = [heading_level(line) for line in lines]
    numbers = [
        _counted(line) if level and not _marked_level(line) else () for line, level in zip(lines, levels, strict=True)
    ]
    for at, here in enumerate(numbers):
        beside = numbers[at - 1 : at] + numbers[at + 1 : at + 2]
        goes_on = at + 1 < len(lines) and lines[at + 1].strip()[:1].islower()
        if here and (only_marked or goes_on or any(_count_on(here, other) for other in beside)):
            levels[at] = 0
    return levels


def are_marked(text: str) -> bool:
    """Whether the headings of a text have marks: numbered lines of it are then paragraphs and items."""
    return len(_MARKED_LINE.findall(text)) >= FEWEST_MARKED


def _counted(line: str) -> tuple[int, ...]:
    found = _NUMBERED.match(line)
    return tuple(map(int, found[1].split("."))) if found else ()


def _count_on(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two numbers follow each other: "3" and "4", "3.1" and "3.2"."""
    return bool(other) and one[:-1] == other[:-1] and abs(one[-1] - other[-1]) == 1


def _marked_level(text: str) -> int:
    marked = _MARKED.fullmatch(text)
    return len(marked[1]) if marked else 0


def heading_level(text: str) -> int:
    """The level of a heading, 0 for other text: marked; or short, without a full stop, and numbered or in capitals."""
    if level := _marked_level(text):
        return level
    words, text = len(text.split()), text.rstrip()
    if "\n" in text or words > LONGEST_HEADING or text.endswith((".", ";", ",")):
        return 0
    if text.endswith(":") and words > LONGEST_BEFORE_A_LIST and not text.isupper():
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
