"""How strongly the words of a codebook speak for each of its codes in a text.

A code for which a codebook lists no words is read by its name and title, which speak for it by themselves, and by its definition
and what it includes, which do so beside others. Words that many of its codes use tell nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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

_DEFINED = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


@dataclass(frozen=True)
class Hit:
    """Words that speak for a code: from word `first` up to, not including, word `end`."""

    first: int
    end: int
    strong: bool
    form: tuple[str, ...]


@dataclass
class Evidence:
    """What speaks for a code in a text; hits do not overlap."""

    hits: list[Hit] = field(default_factory=list)

    def forms(self, *, strong: bool) -> set[tuple[str, ...]]:
        """The different forms of words that were met."""
        return {hit.form for hit in self.hits if hit.strong is strong}


@dataclass(frozen=True)
class _Form:
    parts: tuple[str, ...]
    code: str
    kind: str


class Wordings:
    """The words of a codebook, ready to be looked for."""

    def __init__(self, book: Codebook) -> None:
        self._single: dict[str, list[_Form]] = defaultdict(list)
        self._longer: dict[str, dict[str, list[_Form]]] = defaultdict(lambda: defaultdict(list))
        for code, wording in _wordings(book):
            for kind in ("strong", "some", "never"):
                for parts in sorted({form_of_words(form) for form in getattr(wording, kind)} - {()}):
                    self._add(_Form(parts, code, kind))
        parts_of_all = {
            part for begun in self._longer.values() for forms in begun.values() for form in forms for part in form.parts
        }
        exact = (part for part in (*self._single, *parts_of_all) if part.startswith(EXACT))
        self._exact = frozenset(part.removeprefix(EXACT) for part in exact)
        self._in_headings: dict[str, dict[str, Evidence]] = {}

    def _add(self, form: _Form) -> None:
        if len(form.parts) == 1:
            self._single[form.parts[0]].append(form)
        else:
            self._longer[form.parts[0]][form.parts[1]].append(form)

    def evidence_in(self, words: Words) -> dict[str, Evidence]:
        """The codes for which something speaks, each with what speaks for it."""
        found: dict[str, list[tuple[_Form, int, int]]] = defaultdict(list)
        keys = [
            self._keys(stem, exact, capitals) if capitals or exact in self._exact else (stem,)
            for stem, exact, capitals in zip(words.stems, words.exact, words.capitals, strict=True)
        ]
        for at, own in enumerate(keys):
            for key in own:
                for form in self._single.get(key, ()):
                    found[form.code].append((form, at, at + 1))
                longer = self._longer.get(key)
                if longer:
                    self._longer_in(longer, words, keys, at, found)
        return {code: evidence for code, hits in found.items() if (evidence := _weighed(hits)).hits}

    def _longer_in(
        self,
        longer: dict[str, list[_Form]],
        words: Words,
        keys: list[tuple[str, ...]],
        at: int,
        found: dict[str, list[tuple[_Form, int, int]]],
    ) -> None:
        """The forms of several words, by their second, that go on with the words behind one."""
        after = keys[at + 1] if at + 1 < len(keys) else ()
        for second in (*after, GAP):
            for form in longer.get(second, ()):
                end = _end_of_match(form.parts, words, keys, at)
                if end:
                    found[form.code].append((form, at, end))

    def _keys(self, stem: str, exact: str, capitals: str) -> tuple[str, ...]:
        """What a part of a form may be to meet that word."""
        alone = (EXACT + exact,) if exact in self._exact else ()
        return (stem, *alone, capitals) if capitals else (stem, *alone)

    def evidence_in_heading(self, heading: str) -> dict[str, Evidence]:
        """The same for a heading; it is looked at once for all passages under it."""
        if heading not in self._in_headings:
            self._in_headings[heading] = self.evidence_in(words_of(heading))
        return self._in_headings[heading]


def _end_of_match(parts: tuple[str, ...], words: Words, keys: list[tuple[str, ...]], at: int) -> int:
    """The word after the match that begins there; 0 where there is none. It stays within a sentence."""
    sentence, position, skip = words.sentences[at], at + 1, 0
    for part in parts[1:]:
        if part == GAP:
            skip = WIDEST_GAP
            continue
        for candidate in range(position, min(position + skip + 1, len(keys))):
            if words.sentences[candidate] != sentence:
                return 0
            if part in keys[candidate]:
                position, skip = candidate + 1, 0
                break
        else:
            return 0
    return position


def _weighed(hits: list[tuple[_Form, int, int]]) -> Evidence:
    """The hits without those inside words that never count, and of overlapping ones the strongest and longest."""
    evidence = Evidence()
    if len(hits) == 1:  # most are
        ((form, first, end),) = hits
        evidence.hits += [] if form.kind == "never" else [Hit(first, end, form.kind == "strong", form.parts)]
        return evidence
    taken: set[int] = set()
    for form, first, end in hits:
        if form.kind == "never":
            taken.update(range(first, end))
    for form, first, end in sorted(hits, key=lambda hit: (hit[0].kind != "strong", hit[1] - hit[2], hit[1])):
        if form.kind != "never" and taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            evidence.hits.append(Hit(first, end, form.kind == "strong", form.parts))
    return evidence


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
