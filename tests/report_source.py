"""The sample reports as parts: headings, paragraphs, lists, tables, quotations and notes, whatever layout they are then given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

REPORTS = Path(__file__).parent / "samples" / "reports"
KEYS = REPORTS / "keys"

_NOTE = re.compile(r"^\[\^(\w+)\]:[ ]*(.+)$", re.MULTILINE)
_CALL = re.compile(r"\[\^(\w+)\]")
_WORD = re.compile(r"[^\W_]+(?:[’'.@/-][^\W_]+)*")


@dataclass(frozen=True)
class Run:
    """Words that look alike. With `note`, a call for that note and no words."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class Items:
    """A list; `first` is the number of its first item, or 0 for bullets."""

    items: tuple[Runs, ...]
    first: int = 0


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True)
class Quotation:
    parts: "tuple[Part, ...]"


Part = Heading | Paragraph | Items | Table | Quotation


@dataclass(frozen=True)
class Report:
    """A sample report. `notes` are its footnotes by their mark."""

    number: str
    source: str
    parts: tuple[Part, ...]
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Its first heading."""
        return next(said(part.runs) for part in self.parts if isinstance(part, Heading))


@cache
def report(number: str) -> Report:
    """The sample report of that number, `"01"` to `"12"`."""
    return report_of(next(REPORTS.glob(f"{number}-*.md")))


def report_of(path: Path) -> Report:
    """A report from a file in Markdown whose name begins with its number."""
    source = path.read_text(encoding="utf-8")
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(_NOTE.sub("", source)))
    return Report(path.name[:2], source, tuple(_parts(tree)), dict(_NOTE.findall(source)))


def numbers() -> list[str]:
    """The numbers of all sample reports."""
    return sorted(path.name[:2] for path in REPORTS.glob("[0-9][0-9]-*.md"))


def said(runs: Runs) -> str:
    """Their words without their looks."""
    return "".join(run.text for run in runs)


def words(text: str) -> list[str]:
    """The words of a text, for comparing what was written with what was read."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def words_written(report: Report) -> list[str]:
    """The words of a report in their order, without its notes."""
    return [word for runs in _runs_of(report.parts) for word in words(said(runs))]


def _runs_of(parts: tuple[Part, ...]) -> Iterator[Runs]:
    for part in parts:
        match part:
            case Heading(runs=runs) | Paragraph(runs=runs):
                yield runs
            case Items(items=items):
                yield from items
            case Table(rows=rows):
                yield from (cell for row in rows for cell in row)
            case Quotation(parts=inner):
                yield from _runs_of(inner)


def _parts(node: SyntaxTreeNode) -> Iterator[Part]:
    for child in node.children:
        match child.type:
            case "heading":
                yield Heading(int(child.tag[1]), _runs(child))
            case "paragraph":
                yield Paragraph(_runs(child))
            case "bullet_list":
                yield Items(tuple(map(_runs, child.children)))
            case "ordered_list":
                yield Items(tuple(map(_runs, child.children)), int(child.attrs.get("start", 1)))
            case "table":
                yield Table(tuple(tuple(map(_runs, row.children)) for half in child.children for row in half.children))
            case "blockquote":
                yield Quotation(tuple(_parts(child)))
            case "hr":
                pass
            case other:
                raise ValueError(f"A sample report has a {other}, which no layout knows.")


def _runs(node: SyntaxTreeNode) -> Runs:
    return tuple(_inline(node, bold=False, italic=False))


def _inline(node: SyntaxTreeNode, *, bold: bool, italic: bool) -> Iterator[Run]:
    if node.type == "text":
        yield from _with_calls(node.content, bold=bold, italic=italic)
    elif node.type == "softbreak":
        yield Run(" ", bold, italic)
    for child in node.children:
        yield from _inline(child, bold=bold or node.type == "strong", italic=italic or node.type == "em")


def _with_calls(text: str, *, bold: bool, italic: bool) -> Iterator[Run]:
    for position, piece in enumerate(_CALL.split(text)):
        if piece:
            yield Run("", note=piece) if position % 2 else Run(piece, bold, italic)
