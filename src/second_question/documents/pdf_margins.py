"""Running headers, footers and page numbers: told by standing at the edge of page after page."""

import re
from collections import Counter
from collections.abc import Sequence

from second_question.documents.pdf_lines import Line

EDGE = 3
"""So many rows at the top and at the bottom of a page can be running matter."""
SHARE = 0.5
"""On at least this share of the pages, and on two at least."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.?)?\W*\d{1,4}\W*(?:(?:of|/)\W*\d{1,4})?\W*|\W*page\W*[ivxlc]+\W*", re.IGNORECASE
)


def without_running_matter(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The lines of each page without what only runs along, and what was taken out, each once."""
    edges = [_edge_rows(lines) for lines in pages]
    seen = Counter(form for rows in edges for form in {_form(row) for row in rows})
    needed = max(2, SHARE * len(pages))
    taken: dict[str, None] = {}
    kept = []
    for lines, rows in zip(pages, edges, strict=True):
        out = {id(line) for row in rows if seen[_form(row)] >= needed or _is_number(row, lines) for line in row}
        taken.update((line.text, None) for line in lines if id(line) in out)
        kept.append([line for line in lines if id(line) not in out])
    return kept, list(taken)


def _edge_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The first and last rows of a page, by height."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: -one.y):
        if rows and abs(rows[-1][0].y - line.y) <= line.size / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows[:EDGE] + rows[max(EDGE, len(rows) - EDGE) :]


def _form(row: Sequence[Line]) -> str:
    """A row as it is told again on another page: the numbers in it may differ."""
    words = " ".join(line.text for line in sorted(row, key=lambda one: one.x0))
    return _DIGITS.sub("#", words.casefold())


def _is_number(row: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether it is a page number alone, in the last row of its page."""
    lowest = min(line.y for line in lines)
    return row[0].y <= lowest + 1 and len(row) == 1 and bool(_PAGE_NUMBER.fullmatch(row[0].text))
