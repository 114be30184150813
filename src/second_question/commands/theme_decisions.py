"""Decisions on suggested themes as a table: written with the suggestions, filled in by a person, read for training.

One row for each suggestion, and one with an empty code for a passage without any. `decision` is `accepted`, `rejected`, `added`
(a code that the person gives) or empty (not decided). Whoever decides on a passage looks at all of it: codes that stand in none
of its rows do not apply. A passage without any decision is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from second_question.commands.registry import InputProblems
from second_question.documents import Document
from second_question.exchange.csv_in import Unreadable, csv_rows
from second_question.reading.themes import SuggestedPassage
from second_question.reading.themes.training import DecidedPassage
from second_question.rules.codebooks import Codebook

COLUMNS = ("file", "page", "start", "end", "heading", "passage", "code", "score", "because", "decision")
NEEDED = ("file", "start", "end", "passage", "code", "decision")
YES, NO = ("accepted", "added"), ("rejected",)
PART = 2500
"""Characters of a file that are kept together when a model is measured."""
MOST_PROBLEMS = 20


@dataclass(frozen=True)
class _Row:
    number: int
    file: str
    start: str
    passage: str
    heading: str
    code: str
    decision: str


def rows_of(file: str, document: Document, passages: list[SuggestedPassage]) -> Iterator[list[str | int | float]]:
    """The rows of a file’s suggestions, for a person to decide on."""
    for one in passages:
        place = one.passage
        said = " ".join(document.text[place.start : place.end].split())
        about: list[str | int | float] = [file, place.page, place.start, place.end, place.heading, said]
        for suggestion in one.codes:
            yield [*about, suggestion.code, suggestion.score, "; ".join(suggestion.because), ""]
        if not one.codes:
            yield [*about, "", "", "", ""]


def decided_passages(path: Path, book: Codebook) -> list[DecidedPassage]:
    """The passages of a table on which somebody decided, in the order of the table.

    Raises:
        InputProblems: the table cannot be used; its problems with their rows.
    """
    try:
        with path.open("rb") as source:
            cells = list(csv_rows(source))
    except OSError as error:
        raise InputProblems(f"{path}: {error.strerror}. Check the name of the file.") from None
    except Unreadable as refused:
        raise InputProblems(f"{path.name}: {refused.problem}") from None
    rows = list(_read(iter(cells), path.name))
    _check(rows, book, path.name)
    gathered: dict[tuple[str, str, str], list[_Row]] = {}
    for row in rows:
        gathered.setdefault((row.file, row.start, row.passage), []).append(row)
    decided = [_decided(of_passage) for of_passage in gathered.values() if any(row.decision for row in of_passage)]
    if not decided:
        raise InputProblems(f"{path.name}: no row has a decision. Write accepted or rejected in the column “decision”.")
    return decided


def _read(rows: Iterator[tuple[int, list[str]]], name: str) -> Iterator[_Row]:
    _, heads = next(rows, (1, []))
    columns = {head.casefold(): at for at, head in enumerate(heads)}
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise InputProblems(
            f"{name}: the columns {', '.join(missing)} are missing. "
            "Start from the table that `second-question themes FILE --decisions TABLE.csv` writes."
        )
    for number, cells in rows:
        cell = {column: cells[at] if at < len(cells) else "" for column, at in columns.items()}
        about = (cell["file"], cell["start"], cell["passage"], cell.get("heading", ""))
        yield _Row(number, *about, cell["code"], cell["decision"].casefold())


def _check(rows: Iterable[_Row], book: Codebook, name: str) -> None:
    known = {code.code for code in book.codes}
    problems = [f"{name}, row {row.number}: {problem}" for row in rows for problem in _problems(row, known, book.id)]
    if len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS:] = [f"{name}: and {len(problems) - MOST_PROBLEMS} more problems of this kind."]
    if problems:
        raise InputProblems(*problems)


def _problems(row: _Row, known: set[str], book: str) -> Iterator[str]:
    if row.decision not in ("", *YES, *NO):
        yield f"the decision {row.decision!r} is not known. Write accepted, rejected or added, or leave it empty."
    if row.code and row.code not in known:
        yield f"the code {row.code!r} is not in the codebook {book}. Correct it, or name the codebook with --codebook."
    if row.decision and not row.passage:
        yield "the column “passage” is empty. Keep the words of the passage: the model learns from them."
    if not row.start.isdecimal():
        yield f"the start {row.start!r} is no number of characters. Leave this column as it was written."


def _decided(rows: list[_Row]) -> DecidedPassage:
    first = rows[0]
    return DecidedPassage(
        first.passage,
        first.heading,
        frozenset(row.code for row in rows if row.code and row.decision in YES),
        frozenset(row.code for row in rows if row.code and not row.decision),
        f"{first.file}:{int(first.start) // PART}",
    )
