"""The sample reports as Word files: with styles, with bold lines for headings, and with a table for everything."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as Package
from docx.oxml import parse_xml
from docx.shared import Pt

from tests.report_source import Heading, Items, Paragraph, Part, Quotation, Report, Run, Runs, Table

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FOOTNOTES = f'<w:footnotes xmlns:w="{_NAMESPACE}">{{}}</w:footnotes>'
_FOOTNOTE = (
    '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {}</w:t></w:r></w:p></w:footnote>'
)
_CALL = f'<w:r xmlns:w="{_NAMESPACE}"><w:footnoteReference w:id="{{}}"/></w:r>'
_HEADING_SIZES = {1: 18, 2: 14, 3: 12, 4: 11}
_HIGHEST_ROW_LEVEL = 2


def with_styles(report: Report) -> bytes:
    """Heading styles, list styles, real footnotes, ruled tables."""
    document = docx.Document()
    for part in report.parts:
        _add_styled(document, part)
    if report.notes:
        _add_footnotes(document, report.notes)
    return _saved(document)


def without_styles(report: Report) -> bytes:
    """Every paragraph in the same style; headings are bold lines of some size, list items begin with a typed mark."""
    document = docx.Document()
    for part in report.parts:
        _add_bare(document, part)
    _add_notes(document, report)
    return _saved(document)


def all_in_tables(report: Report) -> bytes:
    """Each section is a row: its heading stands left, and what it says right. Tables of the report stand between."""
    document = docx.Document()
    for heading, parts in _sections(report):
        _add_section(document, heading, parts)
    _add_notes(document, report)
    return _saved(document)


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_styled(document: Any, part: Part) -> None:
    match part:
        case Heading(level=level, runs=runs):
            _fill(document.add_heading(level=level), runs)
        case Paragraph(runs=runs):
            _fill(document.add_paragraph(), runs)
        case Items(items=items, first=first):
            for item in items:
                _fill(document.add_paragraph(style="List Number" if first else "List Bullet"), item)
        case Table():
            _add_table(document, part, style="Table Grid")
        case Quotation(parts=parts):
            for inner in parts:
                _add_quoted(document, inner)


def _add_quoted(document: Any, part: Part) -> None:
    if isinstance(part, Paragraph):
        _fill(document.add_paragraph(style="Intense Quote"), part.runs)
    else:
        _add_styled(document, part)


def _add_bare(holder: Any, part: Part) -> None:
    match part:
        case Heading(level=level, runs=runs):
            _fill(holder.add_paragraph(), runs, bold=True, size=_HEADING_SIZES[level])
        case Paragraph(runs=runs):
            _fill(holder.add_paragraph(), runs)
        case Items():
            for mark, item in _marked(part):
                paragraph = holder.add_paragraph(mark)
                _fill(paragraph, item)
        case Table():
            _add_table(holder, part)
        case Quotation(parts=parts):
            for inner in parts:
                _add_bare(holder, inner)


def _marked(items: Items) -> Iterator[tuple[str, Runs]]:
    for number, item in enumerate(items.items, items.first):
        yield (f"{number}. " if items.first else "- "), item


def _add_table(holder: Any, part: Table, style: str | None = None) -> None:
    table = holder.add_table(rows=len(part.rows), cols=len(part.rows[0]))
    table.style = style or table.style
    for row, cells in zip(table.rows, part.rows, strict=True):
        for cell, runs in zip(row.cells, cells, strict=True):
            _fill(cell.paragraphs[0], runs)


def _add_notes(document: Any, report: Report) -> None:
    for mark, note in report.notes.items():
        document.add_paragraph(f"{mark}. {note}")


def _sections(report: Report) -> Iterator[tuple[Runs, list[Part]]]:
    heading: Runs = ()
    gathered: list[Part] = []
    for part in report.parts:
        if isinstance(part, Heading) and part.level <= _HIGHEST_ROW_LEVEL:
            yield heading, gathered
            heading, gathered = part.runs, []
        else:
            gathered.append(part)
    yield heading, gathered


def _add_section(document: Any, heading: Runs, parts: list[Part]) -> None:
    """As one row; a table of the report ends it, and what follows goes on in the next row with nothing at its left."""
    cell = None
    for part in parts:
        if isinstance(part, Table):
            cell = cell or _row(document, heading)
            document.add_paragraph()
            _add_table(document, part, style="Table Grid")
            document.add_paragraph()
            heading, cell = (), None
            continue
        cell = cell or _row(document, heading)
        heading = ()
        _add_bare(cell, part)
    if heading:
        _row(document, heading)


def _row(document: Any, heading: Runs) -> Any:
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    left, right = table.rows[0].cells
    _fill(left.paragraphs[0], heading, bold=True)
    return right


def _fill(paragraph: Any, runs: Runs, *, bold: bool = False, size: int = 0) -> None:
    for run in runs:
        if run.note:
            # The library has no other way to a footnote.
            paragraph._p.append(parse_xml(_CALL.format(run.note)))  # noqa: SLF001
        else:
            _add_run(paragraph, run, bold=bold, size=size)


def _add_run(paragraph: Any, run: Run, *, bold: bool, size: int) -> None:
    added = paragraph.add_run(run.text)
    added.bold = (bold or run.bold) or None
    added.italic = run.italic or None
    if size:
        added.font.size = Pt(size)


def _add_footnotes(document: Any, notes: dict[str, str]) -> None:
    """Put in as their own part of the package, which python-docx does not write by itself."""
    inner = "".join(
        _FOOTNOTE.format(mark, note.replace("&", "&amp;").replace("<", "&lt;")) for mark, note in notes.items()
    )
    name = PackURI("/word/footnotes.xml")
    part = Package(name, _FOOTNOTES_TYPE, _FOOTNOTES.format(inner).encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
