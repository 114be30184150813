"""The documents that a search finds, each once: for lists, feeds and files, where a search page shows passages."""

import json
from dataclasses import replace

from second_question.library.index import Index
from second_question.library.listing import ORDERS, Order
from second_question.library.searching import Asked, best
from second_question.library.store import CURRENT, Kept, Store

MOST = 60_000
"""Documents that are told apart in one search."""


def matching(store: Store, index: Index, asked: Asked, most: int) -> list[Kept]:
    """The documents with a passage that is found, up to so many, newly published first."""
    query, *_ = best(index, replace(asked, limit=1, offset=0))
    counted = index.searcher.aggregate(query, {"documents": {"terms": {"field": "document", "size": MOST}}})
    found = [int(one["key"]) for one in counted["documents"]["buckets"]]
    where = f"status = ? and id in (select value from json_each(?)) order by {ORDERS[Order.PUBLISHED]} limit ?"  # noqa: S608  # our own words
    return list(store.kept_where(where, (CURRENT, json.dumps(found), most)))
