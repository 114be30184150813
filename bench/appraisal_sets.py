"""The made-up reports with keys on which the appraisal is measured, set by set."""

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from second_question.documents import Document, read
from second_question.reading.appraisal.appraising import Appraisal, appraise
from tests import report_pdf, report_source
from tests.report_files import report_file
from tests.report_keys import key

ROOT = Path(__file__).resolve().parents[1]
FIRST = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11")
"""Of `tests/samples/reports`; report 12 has no checklist."""
SECOND = ROOT / "tests" / "samples" / "appraisal_reports"
UNSEEN = ROOT / "bench" / "unseen"
"""Written and answered by somebody who has not seen the machine, and run only for the final figure."""
FRESH = ROOT / "tests" / "samples" / "fresh_reports"
"""Written by independent authors and answered by independent readers; the machine was run on each before anybody tuned on it."""
HELD_OUT = frozenset({"12", "15", "18", "22", "25", "28"})
"""Of the fresh reports: nobody who tunes looks at a text or a key of these; only their total is measured."""
MOST_WRONG = 15.0
"""Percent of the answers that may differ from those given by reading: what the issue asks for."""
LAYOUT = "single column"


@dataclass(frozen=True)
class Keyed:
    """A report as it was read, with what a careful reader says of it."""

    document: Document
    key: dict[str, Any]

    @property
    def kind(self) -> str:
        """The kind whose checklist the reader used."""
        return str(self.key["appraisal"]["checklist"]).split("/", maxsplit=1)[0]

    @cached_property
    def appraisal(self) -> Appraisal:
        """What the machine says of it by that checklist."""
        return appraise(self.document, self.kind)

    @property
    def answers(self) -> dict[str, str]:
        """The reader's answer to each item."""
        return {item: one["answer"] for item, one in self.key["appraisal"]["answers"].items()}


def first(layout: str = LAYOUT) -> Iterator[Keyed]:
    """The first set, in a layout."""
    for number in FIRST:
        yield Keyed(read(report_file(number, layout)), key(number))


def of_folder(folder: Path, *, as_pdf: bool = True, without: Container[str] = ()) -> Iterator[Keyed]:
    """The reports of a folder with `keys/NN.json`, laid out as PDF in a single column, or as the Markdown that they are.

    A report in Markdown that the layouts do not know is read as it is. `without` are numbers that are left alone.
    """
    for path in sorted((folder / "keys").glob("[0-9]*.json")):
        if path.stem in without:
            continue
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["appraisal"]:
            source = next(folder.glob(f"{path.stem}-*.md"))
            yield Keyed(_laid_out(source) if as_pdf else read(source), found)


def _laid_out(source: Path) -> Document:
    try:
        made = report_pdf.single_column(report_source.report_of(source))
    except ValueError:
        return read(source)
    return read(made, f"{source.stem}.pdf")
