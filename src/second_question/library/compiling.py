"""A parsed query becomes a query of the index, together with what was understood: other forms, corrected words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from second_question.library.filing import FACETS, YEAR, years_in
from second_question.library.index import schema
from second_question.library.query import (
    TEXT_FIELDS,
    Either,
    Filed,
    Node,
    Phrase,
    Together,
    Without,
    Word,
)
from second_question.library.spelling import Spelling
from second_question.library.vocabulary import WEIGHT, Meaning, Vocabulary
from second_question.library.words import COMMON, stems_of, words_of

if TYPE_CHECKING:
    from tantivy import Query

VALUE = {"text": 1.0, "heading": 0.4, "title": 0.05}
"""How much a word counts in each place."""
CORRECTED = 0.8
"""How much a word counts that stands for a misspelled one."""
SIDE_BY_SIDE = 0.3
"""How much two words count further that stand as near to each other as in the query."""
SLOP = 2
SHORT = 3
"""Words up to which that is looked at: in a longer query neighbours are mostly chance."""
NEEDED = {1: 1, 2: 2, 3: 2, 4: 3}
"""Of so many things asked for side by side, so many must be there."""
SHARE_NEEDED = 0.5
"""The same for more than four."""


@dataclass
class Understood:
    """How a query was read. `others` are forms searched too, by the form asked for; `corrected` words by the one written.

    `highlights` are the runs of stems to be marked in a passage, `beginnings` those of whole words.
    """

    others: dict[str, tuple[str, ...]] = field(default_factory=dict)
    corrected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    highlights: set[tuple[str, ...]] = field(default_factory=set)
    beginnings: set[str] = field(default_factory=set)


class Compiling:
    """Makes queries of the index. Without `vocabulary` no other forms are searched, without `spelling` nothing is corrected."""

    def __init__(self, vocabulary: Vocabulary | None, spelling: Spelling | None, *, relaxed: bool = False) -> None:
        self._vocabulary, self._spelling, self._relaxed = vocabulary, spelling, relaxed
        self.understood = Understood()

    def query(self, node: Node) -> "Query | None":
        """The query of the index; None where the node asks for nothing."""
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(stems_of(node.text), node.field)
            case Filed():
                return filed(node.field, node.value)
            case Either():
                return any_of([found for part in node.parts if (found := self.query(part)) is not None])
            case Without():
                return self.query(Together((node,)))
            case Together():
                return self._together(node)

    def _together(self, node: Together) -> "Query | None":
        from tantivy import Occur, Query

        asked, must, without = self._sorted(node.parts)
        clauses = [(Occur.Must, part) for part in must]
        if asked:
            least = len(asked) if node.strict else self._needed(len(asked))
            parts = [(Occur.Must if least == len(asked) else Occur.Should, part) for part in asked]
            clauses.append((Occur.Must, Query.boolean_query(parts, None if least == len(asked) else least)))
            clauses += [(Occur.Should, pair) for pair in self._pairs(node.parts)]
        elif not must and not without:
            return None
        if without:
            clauses += [(Occur.MustNot, part) for part in without]
            clauses += [] if asked or must else [(Occur.Must, Query.all_query())]
        return Query.boolean_query(clauses)

    def _needed(self, number: int) -> int:
        if self._relaxed:
            return 1
        return NEEDED.get(number) or max(3, int(number * SHARE_NEEDED))

    def _sorted(self, parts: Sequence[Node]) -> "tuple[list[Query], list[Query], list[Query]]":
        """What is asked for, what must be so (fields of the record), and what must not."""
        without = [
            found for part in parts if isinstance(part, Without) and (found := self._apart(part.part)) is not None
        ]
        must = [found for part in parts if isinstance(part, Filed) and (found := self.query(part)) is not None]
        asked = self._runs([part for part in parts if not isinstance(part, Without | Filed)])
        return asked, must, without

    def _apart(self, node: Node) -> "Query | None":
        """What must not be there is neither marked nor widened."""
        return Compiling(None, None, relaxed=self._relaxed).query(node)

    def _runs(self, parts: Sequence[Node]) -> "list[Query]":
        """Plain words are looked at together, so that terms of the field are seen; anything else by itself."""
        found: list[Query] = []
        run: list[Word] = []
        for part in (*parts, None):
            if isinstance(part, Word) and not part.prefix and not part.field:
                run.append(part)
                continue
            found += self._plain(run)
            run = []
            one = self.query(part) if part is not None else None
            found += [one] if one is not None else []
        return found

    def _plain(self, run: Sequence[Word]) -> "list[Query]":
        """Words are spelled right first, so that a misspelled term of the field is known as one."""
        words = [word for one in run for word in words_of(one.text)]
        right = [
            word for group, known in self._groups(words) for word in (group if known else map(self._respelled, group))
        ]
        all_common = all(word in COMMON for word in right)
        return [
            self._meaning(group, known) if known else self._one(group[0])
            for group, known in self._groups(right)
            if known or all_common or group[0] not in COMMON
        ]

    def _groups(self, words: list[str]) -> Iterator[tuple[list[str], Meaning | None]]:
        """Terms of the field with their meaning, and any other word by itself."""
        stems, at = [stems_of(word)[0] for word in words], 0
        while at < len(words):
            known = self._vocabulary.at(stems, at) if self._vocabulary else None
            length, meaning = known or (1, None)
            yield words[at : at + length], meaning
            at += length

    def _respelled(self, word: str) -> str:
        """The word, or the one right word for it."""
        right = self._spelling.corrected(word, stems_of(word)[0]) if self._spelling and word not in COMMON else ()
        if len(right) != 1:
            return word
        self.understood.corrected[word] = right
        return right[0]

    def _meaning(self, words: Sequence[str], meaning: Meaning) -> "Query":
        """A term of the field, or its other forms, which count a little less; the best of them counts."""
        from tantivy import Query

        stems = [stems_of(word)[0] for word in words]
        kept = [stem for word, stem in zip(words, stems, strict=True) if word not in COMMON] or list(stems)
        own = all_of([self._one_stem(stem) for stem in kept]) if len(kept) > 1 else self._one_stem(kept[0])
        others = meaning.others(stems)
        self.understood.others[" ".join(words)] = others
        forms = [Query.boost_query(self._phrase(stems_of(form), "text"), WEIGHT[meaning.kind]) for form in others]
        return Query.disjunction_max_query([own, *forms], 0.1)

    def _word(self, word: Word) -> "Query | None":
        words = words_of(word.text)
        if not words:
            return None
        if word.prefix:
            return self._prefix(words)
        if not word.field:
            return any_of(self._plain([word])) if len(words) == 1 else all_of(self._plain([word]))
        return self._phrase(stems_of(word.text), word.field)

    def _one(self, word: str) -> "Query":
        from tantivy import Query

        stem = stems_of(word)[0]
        right = self._spelling.corrected(word, stem) if self._spelling else ()
        if not right:
            return self._one_stem(stem)
        self.understood.corrected[word] = right
        stems = [stems_of(one) for one in right]
        parts = [self._one_stem(one[0]) if len(one) == 1 else self._phrase(one, "text") for one in stems]
        return Query.boost_query(Query.disjunction_max_query(parts, 0.1), CORRECTED)

    def _one_stem(self, stem: str) -> "Query":
        from tantivy import Occur, Query

        self.understood.highlights.add((stem,))
        return Query.boolean_query(
            [
                (Occur.Should, Query.boost_query(Query.term_query(schema(), place, stem, "freq"), value))
                for place, value in VALUE.items()
            ]
        )

    def _prefix(self, words: Sequence[str]) -> "Query":
        from tantivy import Query

        *whole, beginning = words
        self.understood.beginnings.add(beginning)
        query = Query.regex_query(schema(), "words", f"{re.escape(beginning)}.*")
        return all_of([*(self._one_stem(stems_of(word)[0]) for word in whole), query])

    def _phrase(self, stems: Sequence[str], place: str) -> "Query":
        from tantivy import Query

        self.understood.highlights.add(tuple(stems))
        places = (place,) if place else TEXT_FIELDS
        return any_of([self._phrase_in(name, stems, Query) for name in places])

    def _phrase_in(self, name: str, stems: Sequence[str], query: "type[Query]") -> "Query":
        if len(stems) < 2:
            return query.term_query(schema(), name, stems[0]) if stems else query.empty_query()
        return query.phrase_query(schema(), name, list(stems))

    def _pairs(self, parts: Sequence[Node]) -> "list[Query]":
        """Neighbouring words of the query that stand near each other in the text too."""
        from tantivy import Query

        plain = " ".join(part.text for part in parts if isinstance(part, Word) and not part.prefix and not part.field)
        stems = [stems_of(word)[0] for word in words_of(plain) if word not in COMMON]
        if len(stems) > SHORT:
            return []
        pairs = [pair for pair in pairwise(stems) if pair[0] != pair[1]]
        return [
            Query.boost_query(Query.phrase_query(schema(), "text", list(pair), SLOP), SIDE_BY_SIDE) for pair in pairs
        ]


def filed(name: str, value: str) -> "Query":
    """What is filed under a value. Years are given as 2019, 2019..2021, 2019.. or ..2021; what is no year finds nothing."""
    from tantivy import FieldType, Query

    if name in FACETS:
        return _unscored(Query.term_query(schema(), name, value.lower(), "basic"))
    years = years_in(value) if name == YEAR else None
    if years is None:
        return Query.empty_query()
    return _unscored(Query.range_query(schema(), YEAR, FieldType.Unsigned, *years))


def any_of(queries: "Sequence[Query]") -> "Query":
    """One of them is enough; of none, nothing."""
    from tantivy import Occur, Query

    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, one) for one in queries]) if queries else Query.empty_query()


def all_of(queries: "Iterable[Query]") -> "Query":
    """All of them."""
    from tantivy import Occur, Query

    return Query.boolean_query([(Occur.Must, one) for one in queries])


def _unscored(query: "Query") -> "Query":
    from tantivy import Query

    return Query.const_score_query(query, 0.0)
