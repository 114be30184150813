"""Misspelled words: only a word that no text has that the asker may see and that is no English word, so that what is right is
never changed.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from second_question.library.index import schema
from second_question.reference.files import text

if TYPE_CHECKING:
    from tantivy import Query, Searcher

FEWEST_LETTERS = 4
LONG = 7
"""Letters from which a word may differ in two places."""
MOST_KNOWN = 2_000
"""Words of which it is kept what they were corrected to."""
MOST = 2
"""Corrections of one word."""


@cache
def _english() -> frozenset[str]:
    return frozenset(text("english_words.txt").split())


class Spelling:
    """Corrects words by those of the texts. `seen` is the query for what may be seen, None for everything.

    `known` keeps what was found out, for as long as the texts and what may be seen of them stay the same.
    """

    def __init__(
        self, searcher: "Searcher", seen: "Query | None", known: dict[str, tuple[str, ...]] | None = None
    ) -> None:
        self._searcher, self._seen = searcher, seen
        self._known = {} if known is None else known

    def corrected(self, word: str, stem: str) -> tuple[str, ...]:
        """The likeliest words for a word that is in no text; none for one that is, that is English, or that nothing is near."""
        if word not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[word] = self._corrected(word, stem)
        return self._known[word]

    def _corrected(self, word: str, stem: str) -> tuple[str, ...]:
        if len(word) < FEWEST_LETTERS or word.isdigit() or self._is_there(word, stem) or word in _english():
            return ()
        for beginning in dict.fromkeys((word[0], word[1], "")):
            near = self._near(word, self._searcher.terms_with_prefix("words", beginning, filter_query=self._seen))
            if near:
                return near
        return ()

    def _is_there(self, word: str, stem: str) -> bool:
        return self._has("words", word) or self._has("text", stem)

    def _has(self, field: str, term: str) -> bool:
        from tantivy import Occur, Query

        if not self._searcher.doc_freq(field, term):
            return False
        if self._seen is None:
            return True
        query = Query.term_query(schema(), field, term, "basic")
        both = Query.boolean_query([(Occur.Must, query), (Occur.Must, self._seen)])
        return bool(self._searcher.search(both, 1, count=False).hits)

    def _near(self, word: str, terms: Iterable[tuple[str, int]]) -> tuple[str, ...]:
        from jellyfish import damerau_levenshtein_distance as distance

        most = 2 if len(word) >= LONG else 1
        found = [
            (away, -number, term)
            for term, number in terms
            if abs(len(term) - len(word)) <= most and (away := distance(word, term)) <= most and not term.isdigit()
        ]
        nearest = min(found, default=None)
        if nearest is None:
            return ()
        return tuple(term for away, _, term in sorted(found)[:MOST] if away == nearest[0])
