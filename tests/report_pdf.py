"""The sample reports as PDF, in the layouts in which partnerships publish theirs."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import typst

from tests.report_source import Heading, Items, Paragraph, Part, Quotation, Report, Run, Runs, Table, said

SCAN_DOTS_PER_INCH = 110
"""Coarse enough to keep the files small, fine enough for text recognition."""

Wide = Callable[[str, int], str]
"""What is done with a table of so many columns."""

_PLAIN = """
#set page(paper: "a4", margin: 2.5cm)
#set text(size: 12pt, lang: "en", region: "GB")
#set par(leading: 0.85em, spacing: 1.4em)
#set table(stroke: 0.5pt)
#show table: set text(size: 9pt)
"""
_TWO_COLUMNS = """
#set page(paper: "a4", margin: 2cm, columns: 2, numbering: "1")
#set text(size: 10pt, lang: "en", region: "GB")
#set par(justify: true)
#set table(stroke: 0.5pt)
#show table: set text(size: 8pt)
"""
_RUNNING = """
#set page(paper: "a4", margin: (x: 2.5cm, y: 3cm),
  header: [#set text(8pt); #TITLE #h(1fr) OFFICIAL-SENSITIVE],
  footer: context [#set text(8pt); Safeguarding reviews #h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#set text(size: 11pt, lang: "en", region: "GB")
#set table(stroke: none, row-gutter: 2pt)
#show table: set text(size: 9pt)
#outline(title: "Table of contents", depth: 2)
#pagebreak()
"""
_FOOTNOTES = """
#set page(paper: "a4", margin: 3cm, numbering: "1 / 1")
#set text(size: 10.5pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true, first-line-indent: 1em)
#set table(stroke: (y: 0.5pt))
#show table: set text(size: 8.5pt)
"""
_LANDSCAPE = """
#set page(paper: "a4", flipped: true, margin: (x: 3cm, y: 2cm), footer: align(center, context counter(page).display()))
#set text(size: 12pt, lang: "en", region: "GB")
#set table(stroke: 0.5pt, fill: (_, row) => if row == 0 { silver })
"""
_PICTURE = '#rotate(0.4deg, image("{}", width: 100%))'
_MOST_COLUMNS_BESIDE = 3
"""A table with more columns gets a page of its own in the two-column layout."""


def single_column(report: Report) -> bytes:
    """One column, ruled tables, notes at the end, nothing else on the page."""
    return _pdf(_PLAIN + _body(report) + _notes_at_the_end(report))


def two_columns(report: Report) -> bytes:
    """Two justified columns with hyphens; wide tables stand across a page of their own."""
    return _pdf(_TWO_COLUMNS + _body(report, wide=_on_its_own_page) + _notes_at_the_end(report))


def running_headers(report: Report) -> bytes:
    """Table of contents, running header and footer with page numbers, tables without lines."""
    before = _RUNNING.replace("#TITLE", _text(report.title))
    return _pdf(before + _body(report) + _notes_at_the_end(report))


def footnotes(report: Report) -> bytes:
    """Notes at the foot of the page, indented and hyphenated paragraphs, tables with horizontal lines only."""
    return _pdf(_FOOTNOTES + _body(report, notes=report.notes))


def landscape(report: Report) -> bytes:
    """Pages on their side, shaded first rows."""
    return _pdf(_LANDSCAPE + _body(report) + _notes_at_the_end(report))


def scanned(report: Report) -> bytes:
    """Pictures of pages, a little askew, without any text behind them."""
    pages: Any = typst.compile((_PLAIN + _body(report)).encode(), format="png", ppi=SCAN_DOTS_PER_INCH)
    with tempfile.TemporaryDirectory() as folder:
        for number, picture in enumerate(pages if isinstance(pages, list) else [pages]):
            (Path(folder) / f"{number:02}.png").write_bytes(picture)
        names = sorted(path.name for path in Path(folder).iterdir())
        shown = '#set page(paper: "a4", margin: 0pt)\n' + "\n#pagebreak()\n".join(map(_PICTURE.format, names))
        (Path(folder) / "scan.typ").write_text(shown, encoding="utf-8")
        return bytes(typst.compile(Path(folder) / "scan.typ"))


def _pdf(source: str) -> bytes:
    return bytes(typst.compile(source.encode()))


def _in_place(table: str, columns: int) -> str:
    return table


def _on_its_own_page(table: str, columns: int) -> str:
    return table if columns <= _MOST_COLUMNS_BESIDE else f"#page(columns: 1)[{table}]"


def _body(report: Report, *, wide: Wide = _in_place, notes: Mapping[str, str] | None = None) -> str:
    return "\n\n".join(_part(part, wide, notes or {}) for part in report.parts)


def _notes_at_the_end(report: Report) -> str:
    if not report.notes:
        return ""
    return "\n\n#line(length: 30%)\n" + "\n\n".join(_text(f"{mark}. {note}") for mark, note in report.notes.items())


def _part(part: Part, wide: Wide, notes: Mapping[str, str]) -> str:
    match part:
        case Heading(level=level, runs=runs):
            return f"#heading(level: {level})[{_runs(runs, notes)}]"
        case Paragraph(runs=runs):
            return _runs(runs, notes)
        case Items(items=items, first=first):
            inner = ", ".join(f"[{_runs(item, notes)}]" for item in items)
            return f"#enum(start: {first}, {inner})" if first else f"#list({inner})"
        case Table(rows=rows):
            cells = ", ".join(f"[{_runs(cell, notes)}]" for row in rows for cell in row)
            return wide(f"#table(columns: {_widths(rows)}, {cells})", len(rows[0]))
        case Quotation(parts=parts):
            return "#block(inset: (x: 1em))[" + "\n\n".join(_part(inner, wide, notes) for inner in parts) + "]"


def _widths(rows: tuple[tuple[Runs, ...], ...]) -> str:
    """Shares of the width, by the square root of how much a column holds: nearly what a person sets by hand."""
    held = [max(6, sum(len(said(row[column])) for row in rows) ** 0.5) for column in range(len(rows[0]))]
    return "(" + ", ".join(f"{share:.1f}fr" for share in held) + ")"


def _runs(runs: Runs, notes: Mapping[str, str]) -> str:
    return "".join(_run(run, notes) for run in runs)


def _run(run: Run, notes: Mapping[str, str]) -> str:
    if run.note:
        return f"#footnote[{_text(notes[run.note])}]" if notes else f"#super[{run.note}]"
    shown = _text(run.text)
    if run.italic:
        shown = f"#emph[{shown}]"
    return f"#strong[{shown}]" if run.bold else shown


def _text(text: str) -> str:
    """As a string of the language, so that no character of it is taken for a mark."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
