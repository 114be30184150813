"""Running headers, footers and page numbers: told by standing at the edge of page after page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from second_question.documents.pdf_lines import Line

EDGE = 4
"""So many rows at the top and at the bottom of a page can be running matter."""
SHARE = 0.5
"""On at least this share of the pages, and on two at least."""

_COUNTED = re.compile(r"(?:^\W*|(?<=page )|(?<=p\. ))(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*$")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.?)?\W*\d{1,4}\W*(?:(?:of|/)\W*\d{1,4})?\W*|\W*page\W*[ivxlc]+\W*", re.IGNORECASE
)

Row = list[Line]


def without_running_matter(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The lines of each page without what only runs along, and what was taken out, each once."""
    rows = [_rows(lines) for lines in pages]
    needed = max(2, SHARE * len(pages))
    above = _running([page[:EDGE] for page in rows], needed)
    below = _running([page[-EDGE:] for page in rows], needed)
    taken: dict[str, None] = {}
    kept = []
    for number, (lines, page) in enumerate(zip(pages, rows, strict=True)):
        out = {id(line) for row in _at_the_edges(page, number, above, below) for line in row}
        taken.update((line.text, None) for line in lines if id(line) in out)
        kept.append([line for line in lines if id(line) not in out])
    return kept, list(taken)


def _running(edges: Sequence[list[Row]], needed: float) -> set[str]:
    """The rows that stand at that edge of enough pages."""
    seen = Counter(form for number, rows in enumerate(edges) for form in {_form(row, number) for row in rows})
    return {form for form, count in seen.items() if count >= needed}


def _at_the_edges(page: Sequence[Row], number: int, above: set[str], below: set[str]) -> Iterator[Row]:
    """From the top down and from the bottom up, as long as rows run along; and a page number alone at the bottom."""
    top = takewhile(lambda row: _form(row, number) in above, page[:EDGE])
    rest = reversed(page[-EDGE:])
    return chain(top, takewhile(lambda row: _form(row, number) in below or _is_page_number(row, page), rest))


def _rows(lines: Sequence[Line]) -> list[Row]:
    """The lines as rows from the top of the page down."""
    rows: list[Row] = []
    for line in sorted(lines, key=lambda one: -one.y):
        if rows and abs(rows[-1][0].y - line.y) <= line.size / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _form(row: Sequence[Line], page: int) -> str:
    """A row as it stands on every page: numbers that count up with the pages are the same."""
    parts = (line.text.casefold() for line in sorted(row, key=lambda one: one.x0))
    return " ".join(_COUNTED.sub(lambda number: f"#{int(number[1]) - page}", part) for part in parts)


def _is_page_number(row: Row, page: Sequence[Row]) -> bool:
    return row is page[-1] and len(row) == 1 and bool(_PAGE_NUMBER.fullmatch(row[0].text))
