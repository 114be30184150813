"""Recommendations in tables and action plans: a row each, its parts told by the headings of the columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from second_question.documents.document import Block, Span
from second_question.reading.appraisal.report import Report
from second_question.reading.recommendations import words
from second_question.reading.recommendations.stretch import part_of_label

FEWEST_PARTS = 2
"""Columns beside the action itself that make a table one of actions."""
OF_RECOMMENDATIONS = ("recommendations", "action_plan", "learning", "immediate")
DONE = ("status", "progress", "rag", "update", "completed", "done")
"""Columns of a table that looks back on actions taken."""


@dataclass(frozen=True)
class Row:
    """A row that is a recommendation: what the report calls it by, and its parts. `said` is where it is put in words."""

    number: str
    said: Span
    parts: Mapping[str, Span]


def rows(report: Report) -> Iterator[Row]:
    """Every recommendation in a table, in order."""
    for table in report.tables:
        yield from _of_columns(report, table) if columns(report, table) else _of_one_column(report, table)
        yield from _of_lines(report, table)


def columns(report: Report, table: Block) -> dict[int, str]:
    """Which part each column of a table holds; nothing where it is no table of actions."""
    if len(table.rows) < 2:
        return {}
    found: dict[int, str] = {}
    for at, cell in enumerate(table.rows[0]):
        part = part_of_label(report.said(cell))
        if part == "what" and "what" in found.values():
            part = "how" if "how" not in found.values() else ""
        if part and (part not in found.values()):
            found[at] = part
    headings = [report.said(cell).strip() for cell in table.rows[0]]
    looks_back = any(heading in DONE for heading in headings) and "by_when" not in found.values()
    is_one = "what" in found.values() and {"who", "by_when", "outcome", "measure"} & set(found.values())
    return found if is_one and len(found) > FEWEST_PARTS - 1 + looks_back * 9 else {}


def _of_columns(report: Report, table: Block) -> Iterator[Row]:
    parts = columns(report, table)
    if not parts or not _is_here(report, table, parts):
        return
    headings = [report.said(cell) for cell in table.rows[0]]
    for row in table.rows[1:]:
        found = {part: row[at] for at, part in parts.items() if at < len(row) and _has_words(report, row[at])}
        if "what" in found and report.said(found["what"]) not in headings:
            number = report.said(row[0]).strip() if 0 not in parts and row else ""
            yield Row(number, found["what"], found)


def _of_one_column(report: Report, table: Block) -> Iterator[Row]:
    """A table with nothing but recommendations, numbered or not, in a part that recommends."""
    at = next((at for at, cell in enumerate(table.rows[0]) if part_of_label(report.said(cell)) == "what"), None)
    if at is None or "recommendations" not in report.topics_at(table.start):
        return
    for row in table.rows[1:]:
        if at < len(row) and words.ASKS.search(report.said(row[at])):
            yield Row(report.said(row[0]).strip() if at else "", row[at], {"what": row[at]})


def _is_here(report: Report, table: Block, parts: Mapping[int, str]) -> bool:
    """A table of actions in a part that proposes; or anywhere, when it says who and when."""
    topics = report.topics_at(table.start)
    return bool(topics.intersection(OF_RECOMMENDATIONS)) or {"who", "by_when"} <= set(parts.values())


def _of_lines(report: Report, table: Block) -> Iterator[Row]:
    """A table with a label in the first cell of each row, one recommendation from “Recommendation 3” to the next."""
    number, said, parts = "", None, {}
    for row in table.rows:
        if len(row) < 2 or not _has_words(report, row[1]):
            continue
        label = words.LABEL.match(report.said(row[0]) + "\n")
        if label is not None:
            if said is not None:
                yield Row(number, said, parts)
            number, said, parts = label["number"] or "", row[1], {"what": row[1]}
        elif said is not None and (part := part_of_label(report.said(row[0]))):
            parts = {**parts, part: row[1]}
    if said is not None and len(parts) > 1:
        yield Row(number, said, parts)


def _has_words(report: Report, cell: Span) -> bool:
    said = report.said(cell).strip(" \n\t-–.")
    return bool(said) and said not in ("n/a", "na", "tbc", "none")
