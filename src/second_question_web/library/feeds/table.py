"""The documents of a result as a table, for a spreadsheet."""

from collections.abc import Iterator

from second_question.exchange.csv_out import Cell
from second_question.library.describing import Described
from second_question.library.entry import PUBLIC
from second_question_web.library.feeds.addresses import address_of
from second_question_web.library.names import kind_name, theme_name

COLUMNS = (
    "address",
    "title",
    "kind",
    "published",
    "area",
    "authorities",
    "regions",
    "nation",
    "children_ages",
    "authors",
    "themes",
    "pages",
    "first_published_at",
    "who_may_see_it",
    "changed_at",
)
MOST = 10_000
"""Rows of a file; a narrower search gives the rest."""


def rows(documents: list[Described]) -> Iterator[list[Cell]]:
    """A row a document; what is said several times in a cell stands between semicolons."""
    for one in documents:
        document = one.document
        yield [
            address_of(document.key),
            document.title,
            kind_name(document.kind),
            document.published,
            document.area,
            "; ".join(document.authorities),
            "; ".join(document.regions),
            document.nation,
            "; ".join(map(str, document.ages)),
            "; ".join(one.authors),
            "; ".join(map(theme_name, one.themes)),
            document.pages or None,
            document.address,
            "everybody" if document.visibility == PUBLIC else "restricted",
            one.at,
        ]
