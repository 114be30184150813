"""What was found by words, put in order by words and meaning together; and what only meaning finds."""

import re
from collections.abc import Mapping, Sequence

from second_question.library.compiling import Understood
from second_question.library.meaning.vectors import Near, Vectors
from second_question.library.query import Node, Together, Word

Placed = tuple[float, tuple[int, int]]
"""A score with the document and the ordinal of an entry of the index."""
FIRST = 100
"""So many that words rank first are put in order anew; behind them the order of words stays, so that pages fit together."""
WEIGHT = 0.2
"""How much the best in meaning counts beside the best in words, which counts 1. Tuned on the development queries."""
LEAST = 0.45
"""Likeness in meaning from which a passage is shown that has none of the words."""
MOST = 5
FORMS = 3
"""Other forms of a term that are added to a query."""


def is_plain(node: Node) -> bool:
    """Whether a query is words side by side. Who writes AND or quotation marks wants the words."""
    return (
        isinstance(node, Together)
        and not node.strict
        and bool(node.parts)
        and all(isinstance(part, Word) and not part.prefix and not part.field for part in node.parts)
    )


def in_full(query: str, understood: Understood) -> str:
    """A query as meaning is asked for: spelt right, with a few of the other forms of its terms, which the model may not know."""
    said = query
    for wrong, right in understood.corrected.items():
        said = re.sub(rf"\b{re.escape(wrong)}\b", right[0], said, flags=re.IGNORECASE)
    others = [f"({', '.join(forms[:FORMS])})" for forms in understood.others.values() if forms]
    return " ".join([said, *others])


def in_order(vectors: Vectors, query: str, found: Sequence[Placed]) -> list[Placed]:
    """The passages found, the first of them in the order of words and meaning together."""
    first, rest = found[:FIRST], found[FIRST:]
    alike = vectors.likeness(query, [entry for _, entry in first])
    return [*sorted(_joined(first, alike), key=lambda one: -one[0]), *rest]


def _joined(found: Sequence[Placed], alike: Mapping[tuple[int, int], float]) -> list[Placed]:
    """Each by the share of the best in words and in meaning; the best keeps a score of words, so that pages can be compared."""
    top, nearest = max((score for score, _ in found), default=0.0), max(alike.values(), default=0.0)
    if top <= 0 or nearest <= 0:
        return list(found)
    share = top / (1 + WEIGHT)
    return [
        (share * (score / top + WEIGHT * max(0.0, alike.get(entry, 0.0)) / nearest), entry) for score, entry in found
    ]


def only_by_meaning(near: Sequence[Near], found: Sequence[Placed]) -> list[Placed]:
    """The nearest in meaning that are not among what was found."""
    known = {entry for _, entry in found}
    others = [(one.likeness, (one.document, one.ordinal)) for one in near if one.likeness >= LEAST]
    return [one for one in others if one[1] not in known][:MOST]
