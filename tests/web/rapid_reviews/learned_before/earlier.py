"""Earlier reviews in the library of the tests. Everything is fictional."""

from functools import cache

from second_question.documents import read
from second_question.library.entry import PUBLIC, Entry, digest_of
from second_question.library.reading import entry_of
from second_question.library.store import Kept
from second_question_web.library.access import of_partnership
from second_question_web.library.collection import library
from tests.people import partnership

REPORT = """Local Child Safeguarding Practice Review

Child Juniper

{area} Safeguarding Children Partnership

Published June 2023

1. Findings

Health visitors and midwives gave safer sleeping advice to the mother at every visit. The father, who cared for the baby at night,
was never spoken to, because visits were arranged in working hours and the record had a field for one parent alone.

The school knew that attendance had fallen after the move. Nobody asked the child what a day at home was like, and the bruises
were put down to football.

2. Recommendations

1. The partnership should make sure that safer sleeping advice reaches whoever cares for the baby at night, and that the record of
each visit names who was spoken to.
"""
POINT = "Safer sleeping advice has to reach the father who cares for the baby at night, not the mother alone."
OTHER = "Taxi drivers were paid in arrears and the depot had no heating."


@cache
def _entry(area: str) -> Entry:
    data = REPORT.format(area=area).encode()
    return entry_of(read(data, "juniper.txt"), digest_of(data), "juniper")


def in_the_library(area: str = "Norvale", record: str = PUBLIC, text: str | None = None) -> Kept:
    """The report of that area in the library, for those who may see its record and its text."""
    store = library().store
    with store.writing():
        key = store.put(_entry(area), visibility=record, text_visibility=text or record)
    return store.by_id([key])[key]


def only_for(name: str) -> str:
    """The visibility of what only a partnership may see."""
    return of_partnership(partnership(name).pk)


def recommendation_of(document: Kept) -> int:
    """Where its recommendation begins."""
    ((kept, _),) = library().store.recommendations_of(document.id)
    return kept.start


def passage_of(document: Kept) -> int:
    """Where the passage begins that says the same as `POINT`."""
    store = library().store
    text = store.text_of(document.id)
    return next(one.start for one in store.passages_of(document.id) if "safer sleeping" in text[one.start : one.end])


def yearly_report(area: str, says: str, record: str = PUBLIC) -> None:
    """A later report of that area, for those who may see it."""
    said = f"{area} Safeguarding Children Partnership\n\nYearly report\n\nPublished June 2024\n\n1. What became of it\n\n{says}\n"
    made = entry_of(read(said.encode(), "yearly.txt"), digest_of(said.encode()), "yearly")
    store = library().store
    with store.writing():
        store.put(made, visibility=record, text_visibility=record)
