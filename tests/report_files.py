"""The sample reports as files, so that tests and benches are given the same report in each of twelve layouts."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests import report_pdf, report_source, report_text, report_word
from tests.report_source import Report


@dataclass(frozen=True)
class Layout:
    """A way of setting out a report. `readable` is false where a reader sees words and a file holds only pictures."""

    name: str
    ending: str
    render: Callable[[Report], bytes]
    readable: bool = True


LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout("single column", "pdf", report_pdf.single_column),
        Layout("two columns", "pdf", report_pdf.two_columns),
        Layout("running headers", "pdf", report_pdf.running_headers),
        Layout("footnotes", "pdf", report_pdf.footnotes),
        Layout("landscape", "pdf", report_pdf.landscape),
        Layout("scanned", "pdf", report_pdf.scanned, readable=False),
        Layout("word with styles", "docx", report_word.with_styles),
        Layout("word without styles", "docx", report_word.without_styles),
        Layout("word all in tables", "docx", report_word.all_in_tables),
        Layout("web page", "html", report_text.web_page),
        Layout("markdown", "md", report_text.markdown),
        Layout("hard lines", "txt", report_text.hard_lines),
    )
}


def report_file(number: str, layout: str) -> Path:
    """The file of a sample report in a layout; made when it is first asked for, and kept in the temporary folder.

    Args:
        number: of the report, `"01"` to `"12"`.
        layout: one of `LAYOUTS`.
    """
    chosen = LAYOUTS[layout]
    path = _folder() / f"{number}-{layout.replace(' ', '-')}.{chosen.ending}"
    if not path.exists():
        # Under a name of its own first: another process that asks for the file at the same time never sees half of it.
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        unfinished.write_bytes(chosen.render(report_source.report(number)))
        unfinished.replace(path)
    return path


def every_file() -> Iterator[tuple[str, str, Path]]:
    """Each report in each layout: number, layout and file."""
    for number in report_source.numbers():
        for layout in LAYOUTS:
            yield number, layout, report_file(number, layout)


@cache
def _folder() -> Path:
    """Named for what the files are made from, so that a change of a report or of a layout makes them anew."""
    made_from = hashlib.sha256()
    modules = (report_pdf, report_source, report_text, report_word)
    for path in (*sorted(report_source.REPORTS.glob("*.md")), *(Path(str(module.__file__)) for module in modules)):
        made_from.update(path.read_bytes())
    folder = Path(tempfile.gettempdir()) / f"second-question-reports-{os.getuid()}-{made_from.hexdigest()[:16]}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
