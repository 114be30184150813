"""Plain text as it is written: every character keeps its place, so that offsets are those of the file's own text."""

import re
from collections.abc import Iterator

from second_question.documents import plain
from second_question.documents.contents import with_contents_told
from second_question.documents.document import Block, BlockKind, Document, Span

_LINE = re.compile(r"[^\n\f]+")
_STRONG = re.compile(r"(\*\*|__)([^\n]+)\1")


def read_as_written(text: str, name: str) -> Document:
    """The document whose text is `text` exactly; form feeds end its pages."""
    ends = [match.end() for match in re.finditer("\f", text)] + [len(text)]
    pages = tuple(Span(start, end) for start, end in zip([0, *ends], ends, strict=False))
    only_marked = plain.are_marked(text)
    blocks = (
        block for number, page in enumerate(pages, 1) for block in _blocks(text, page, number, only_marked=only_marked)
    )
    return with_contents_told(Document(name, "txt", text, pages, tuple(blocks)))


def _blocks(text: str, page: Span, number: int, *, only_marked: bool) -> Iterator[Block]:
    for lines in _stretches(text, page):
        if len(lines) > 1 and all("|" in text[line.start : line.end] for line in lines):
            yield from _table(text, lines, number)
        else:
            yield from _paragraphs(text, lines, number, only_marked=only_marked)


def _stretches(text: str, page: Span) -> Iterator[list[Span]]:
    """Lines without an empty one between them."""
    lines: list[Span] = []
    for line in _LINE.finditer(text, page.start, page.end):
        if lines and line.start() > lines[-1].end + 1:
            yield lines
            lines = []
        if not line.group().isspace():
            lines.append(Span(*line.span()))
    if lines:
        yield lines


def _paragraphs(text: str, lines: list[Span], page: int, *, only_marked: bool) -> Iterator[Block]:
    """Lines without an empty one between them: headings and items of lists begin anew."""
    gathered: list[Span] = []
    level, levels = 0, plain.levels_of([text[line.start : line.end] for line in lines], only_marked=only_marked)
    for line, below, its_level in zip(lines, [*lines[1:], Span(0, 0)], levels, strict=True):
        said, under = text[line.start : line.end], text[below.start : below.end]
        if plain.UNDERLINE.fullmatch(said):
            continue
        underlined = len(under.strip()) > 2 and plain.UNDERLINE.fullmatch(under) is not None
        begins = underlined or its_level or plain.ITEM.match(said)
        if gathered and (begins or level):
            yield from _block(text, gathered, page, level=level)
            gathered = []
        level = level if gathered else its_level
        gathered.append(line)
        if underlined:
            yield from _block(text, gathered, page, level=1 if under.lstrip()[0] == "=" else 2)
            gathered = []
    if gathered:
        yield from _block(text, gathered, page, level=level)


def _block(text: str, lines: list[Span], page: int, *, level: int) -> Iterator[Block]:
    start, end = lines[0].start, lines[-1].end
    marks = plain.HASHES.match(text[start:end]) if level else None
    item = None if level else plain.BULLET.match(text[start:end])
    kind = (
        BlockKind.HEADING
        if level
        else BlockKind.LIST_ITEM
        if plain.ITEM.match(text[start:end])
        else BlockKind.PARAGRAPH
    )
    words, lead = _trimmed(text, start + (marks or item).end() if marks or item else start, end)  # type: ignore[union-attr]
    if words.end > words.start:
        yield Block(kind, words.start, words.end, page, level or (1 if kind is BlockKind.LIST_ITEM else 0), lead)


def _trimmed(text: str, start: int, end: int) -> tuple[Span, int]:
    """Without white space around, and without marks of bold type around all of it, which is then its lead."""
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    end = start + len(said.strip())
    strong = _STRONG.fullmatch(text, start, end)
    span = Span(*strong.span(2)) if strong else Span(start, end)
    return span, span.end - span.start if strong else 0


def _table(text: str, lines: list[Span], page: int) -> Iterator[Block]:
    rows = tuple(
        tuple(_cells(text, line)) for line in lines if not plain.TABLE_RULE.fullmatch(text[line.start : line.end])
    )
    kept = tuple(row for row in rows if any(cell.end > cell.start for cell in row))
    if kept:
        yield Block(BlockKind.TABLE, kept[0][0].start, kept[-1][-1].end, page, rows=kept)


def _cells(text: str, line: Span) -> Iterator[Span]:
    words, _ = _trimmed(text, line.start, line.end)
    start = words.start + text.startswith("|", words.start)
    end = words.end - text.endswith("|", start, words.end)
    bars = [at for at in range(start, end) if text[at] == "|"]
    for first, last in zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True):
        yield _trimmed(text, first, last)[0]
