"""How strongly the words of a codebook speak for each of its codes in a text.

A code for which a codebook lists no words is read by its name and title, which speak for it by themselves, and by its definition
and what it includes, which do so beside others. Words that many of its codes use tell nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from second_question.reading.patterns import folded
from second_question.reading.themes.stems import EXACT, GAP, WIDEST_GAP, Words, form_of_words, words_of
from second_question.reading.words import PLAIN
from second_question.rules.codebooks import Code, Codebook, Wording

FEW_CODES = 0.1
"""A word of a title that no larger share of the codes use speaks for its code by itself."""
MOST_CODES = 0.4
"""A word that more codes use than that tells nothing."""
SHORTEST = 4
"""Letters of a word that is taken from a definition."""

STRONG, SOME, NEVER = "strong", "some", "never"
"""Words that speak for a code by themselves, or beside others; and those in which neither counts."""
_DEFINED = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


@dataclass(frozen=True)
class Form:
    """A form of words of a codebook, as `form_of_words` has it."""

    parts: tuple[str, ...]
    code: str
    kind: str

    @cached_property
    def said(self) -> str:
        """The form as one text."""
        return " ".join(self.parts)

    @cached_property
    def others(self) -> frozenset[str]:
        """The words behind the first; without all of them in a passage, there is no need to look for the form."""
        return frozenset(self.parts[1:]) - {GAP}


class Hit(NamedTuple):
    """Words that speak for a code: from word `first` up to, not including, word `end`."""

    met: Form
    first: int
    end: int

    @property
    def strong(self) -> bool:
        """Whether they speak for it by themselves."""
        return self.met.kind == STRONG

    @property
    def form(self) -> tuple[str, ...]:
        """The form of words."""
        return self.met.parts


@dataclass
class Evidence:
    """What speaks for a code in a text; hits do not overlap."""

    hits: list[Hit] = field(default_factory=list)

    def forms(self, *, strong: bool) -> set[tuple[str, ...]]:
        """The different forms of words that were met."""
        return {hit.form for hit in self.hits if hit.strong is strong}

    @property
    def numbers(self) -> tuple[int, int]:
        """How many different forms of words speak for it strongly, and how many do beside others."""
        kinds = {hit.met.said: hit.met.kind for hit in self.hits}
        strong = list(kinds.values()).count(STRONG)
        return strong, len(kinds) - strong


@dataclass
class _Begun:
    """The forms that begin with one word: of that word alone, with a gap behind it, and others by their second word."""

    alone: list[Form] = field(default_factory=list)
    gapped: list[Form] = field(default_factory=list)
    longer: dict[str, list[Form]] = field(default_factory=dict)

    def add(self, form: Form) -> None:
        """Enter a form that begins so."""
        _, *second = form.parts[:2]
        forms = self.alone if not second else self.gapped if second == [GAP] else self.longer.setdefault(second[0], [])
        forms.append(form)


_Keys = Sequence[tuple[str, ...]]
"""For each word, what a part of a form may be to meet it: its stem, itself, its capitals."""


@dataclass(frozen=True)
class _Passage:
    """The words of a passage as forms of several words are looked for in them. `present` are all keys."""

    sentences: Sequence[int]
    keys: _Keys
    present: Set[str]

    def hits(self, forms: Iterable[Form], at: int) -> Iterator[Hit]:
        """Those of the forms that begin with a word and go on with the words behind it."""
        for form in forms:
            if form.others <= self.present and (end := self._end_of_match(form.parts, at)):
                yield Hit(form, at, end)

    def _end_of_match(self, parts: tuple[str, ...], at: int) -> int:
        """The word after the match that begins there; 0 where there is none. It stays within a sentence."""
        sentence, position, skip = self.sentences[at], at + 1, 0
        for part in parts[1:]:
            if part == GAP:
                skip = WIDEST_GAP
                continue
            for candidate in range(position, min(position + skip + 1, len(self.keys))):
                if self.sentences[candidate] != sentence:
                    return 0
                if part in self.keys[candidate]:
                    position, skip = candidate + 1, 0
                    break
            else:
                return 0
        return position


class Wordings:
    """The words of a codebook, ready to be looked for."""

    def __init__(self, book: Codebook) -> None:
        begun: dict[str, _Begun] = defaultdict(_Begun)
        for code, wording in _wordings(book):
            for kind in (STRONG, SOME, NEVER):
                for parts in sorted({form_of_words(form) for form in getattr(wording, kind)} - {()}):
                    begun[parts[0]].add(Form(parts, code, kind))
        self._begun = dict(begun)
        several = (form for one in begun.values() for forms in (one.gapped, *one.longer.values()) for form in forms)
        parts_of_all = {*begun, *chain.from_iterable(form.others for form in several)}
        self._exact = frozenset(part.removeprefix(EXACT) for part in parts_of_all if part.startswith(EXACT))
        self._in_headings: dict[str, dict[str, Evidence]] = {}

    def evidence_in(self, words: Words) -> dict[str, Evidence]:
        """The codes for which something speaks, each with what speaks for it."""
        found: dict[str, list[Hit]] = defaultdict(list)
        for hit in self._met(words):
            found[hit.met.code].append(hit)
        return {code: evidence for code, hits in found.items() if (evidence := _weighed(hits)).hits}

    def _met(self, words: Words) -> Iterator[Hit]:
        keys = self._keys(words)
        passage = _Passage(words.sentences, keys, set(chain.from_iterable(keys)))
        for at, (own, after) in enumerate(pairwise((*keys, ()))):
            for key in own:
                begun = self._begun.get(key)
                if begun is None:
                    continue
                for form in begun.alone:
                    yield Hit(form, at, at + 1)
                for second in after:
                    if second in begun.longer:
                        yield from passage.hits(begun.longer[second], at)
                if begun.gapped:
                    yield from passage.hits(begun.gapped, at)

    def _keys(self, words: Words) -> _Keys:
        known = zip(words.stems, words.exact, words.capitals, strict=True)
        return [
            (stem,) if not capitals and exact not in self._exact else self._several(stem, exact, capitals)
            for stem, exact, capitals in known
        ]

    def _several(self, stem: str, exact: str, capitals: str) -> tuple[str, ...]:
        alone = (EXACT + exact,) if exact in self._exact else ()
        return (stem, *alone, capitals) if capitals else (stem, *alone)

    def evidence_in_heading(self, heading: str) -> dict[str, Evidence]:
        """The same for a heading; it is looked at once for all passages under it."""
        if heading not in self._in_headings:
            self._in_headings[heading] = self.evidence_in(words_of(heading))
        return self._in_headings[heading]


def _weighed(hits: Sequence[Hit]) -> Evidence:
    """The hits without those inside words that never count, and of overlapping ones the strongest and longest."""
    counted = [hit for hit in hits if hit.met.kind != NEVER]
    if len(hits) == 1 or (len(counted) == len(hits) and _are_single_words_apart(hits)):  # most are
        return Evidence(counted)
    taken = {at for hit in hits if hit.met.kind == NEVER for at in range(hit.first, hit.end)}
    return Evidence(list(_apart(counted, taken)))


def _are_single_words_apart(hits: Sequence[Hit]) -> bool:
    """Whether none can overlap with another: as many words are spoken for as there are hits, each by one."""
    return len({hit[1] for hit in hits}) == len(hits) == sum([hit[2] - hit[1] for hit in hits])


def _apart(hits: Sequence[Hit], taken: set[int]) -> Iterator[Hit]:
    """The strongest and longest first, without those that need a word which is taken."""
    for hit in sorted(hits, key=_rank):
        places = range(hit.first, hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield hit


def _rank(hit: Hit) -> tuple[bool, int, int]:
    form, first, end = hit
    return form.kind != STRONG, first - end, first


def _wordings(book: Codebook) -> Iterator[tuple[str, Wording]]:
    named = {code.code: set(_telling(f"{code.code.rpartition('.')[2]} {code.title}")) for code in book.codes}
    defined = {code.code: named[code.code] | set(_telling(_described(code))) for code in book.codes}
    used = Counter(word for words in defined.values() for word in words)
    few = max(1.0, FEW_CODES * len(book.codes))
    most = max(1.0, MOST_CODES * len(book.codes))
    for code in book.codes:
        if code.words.strong or code.words.some:
            yield code.code, code.words
        else:
            known = sorted(word for word in defined[code.code] if used[word] <= most)
            strong = [word for word in known if word in named[code.code] and used[word] <= few]
            some = [word for word in known if word not in strong]
            yield code.code, Wording((code.title, *strong), tuple(some), code.words.never)


def _described(code: Code) -> str:
    return " ".join((code.definition, *code.include))


def _telling(text: str) -> Iterable[str]:
    return (word for word in _DEFINED.findall(folded(text)) if word not in PLAIN)
