"""Running headers, footers and page numbers: told by standing at the edge of page after page."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from second_question.documents.pdf_lines import Line

EDGE = 4
"""So many rows at the top and at the bottom of a page can be running matter."""
SHARE = 0.5
"""On at least this share of the pages, and on two at least."""
FIRST_YEAR, LAST_YEAR = 1900, 2100

_COUNTED = re.compile(r"(?:^\W*|(?<=page )|(?<=p\. ))(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*$")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—|·.]*(?:page|p\.?)?[\s\-–—|·.]*(?P<number>\d{1,4})\s*(?:(?:of|/)\s*(?P<pages>\d{1,4}))?[\s\-–—|·.]*|\W*page\W*[ivxlc]+\W*",
    re.IGNORECASE,
)
_AT_AN_END = re.compile(r"^(\d{1,4})(?=\s|$)|(?:^|(?<=\s))(\d{1,4})$")
"""A number at the beginning or the end of a row."""

Row = list[Line]


def without_running_matter(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The lines of each page without what only runs along, and what was taken out, each once."""
    rows = [_rows(lines) for lines in pages]
    needed = max(2, SHARE * len(pages))
    above = _Edge([page[:EDGE] for page in rows], needed)
    below = _Edge([page[-EDGE:][::-1] for page in rows], needed, has_page_numbers=True)
    taken: dict[str, None] = {}
    kept = []
    for number, lines in enumerate(pages):
        running = chain(above.running_on(number), below.running_on(number))
        out = {id(line) for row in running for line in row}
        taken.update((line.text, None) for line in lines if id(line) in out)
        kept.append([line for line in lines if id(line) not in out])
    return kept, list(taken)


class _Edge:
    """One edge of all pages: the rows there, from the edge inwards. A number alone at the bottom is that of the page."""

    def __init__(self, edges: Sequence[list[Row]], needed: float, *, has_page_numbers: bool = False) -> None:
        self._edges = edges
        self._has_page_numbers = has_page_numbers
        forms = Counter(form for number, rows in enumerate(edges) for form in {_form(row, number) for row in rows})
        self._forms = {form for form, count in forms.items() if count >= needed}
        counts = Counter(by for number, rows in enumerate(edges) for by in _ahead(rows[:1], number))
        self._ahead = {by for by, count in counts.items() if count >= needed}

    def running_on(self, number: int) -> Iterator[Row]:
        """The rows of a page that run along, as far as they follow each other from the edge inwards."""
        rows = self._edges[number]
        is_numbered = not self._ahead.isdisjoint(_ahead(rows[:1], number))
        if is_numbered or (self._has_page_numbers and rows and _is_page_number(rows[0])):
            yield rows[0]
            rows = rows[1:]
        yield from takewhile(lambda row: _form(row, number) in self._forms, rows)


def _ahead(rows: Sequence[Row], page: int) -> set[int]:
    """By how much the numbers at the ends of the outermost row are ahead of the page's own: a page number by the same each."""
    texts = (line.text for row in rows for line in row)
    return {int(found[1] or found[2]) - page for text in texts for found in _AT_AN_END.finditer(text)}


def _is_page_number(row: Row) -> bool:
    """Whether it is a number alone, outside of tables; "2022" and "2022/23" are the ends of sentences."""
    found = _PAGE_NUMBER.fullmatch(row[0].text) if len(row) == 1 and row[0].cell is None else None
    if not found:
        return False
    number, pages = int(found["number"] or 0), int(found["pages"] or sys.maxsize)
    return number <= pages and not FIRST_YEAR <= number <= LAST_YEAR


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
