"""What is measured of the words that speak for a code in a passage. A model weighs these signals, the same for every code."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from second_question.reading.themes.stems import Words, words_of
from second_question.reading.themes.wording import Evidence, Wordings
from second_question.rules.codebooks import Codebook

USUAL_WORDS = 60
"""Words of a usual passage: one mention weighs less in a longer one."""
MANY_CODES = 10.0

BEFORE_ANY_DECISION: Mapping[str, float] = {
    "always": -5.5,
    "strong": 4.6,
    "strong, two": 0.8,
    "strong, three": 1.2,
    "some": 1.0,
    "some, two": 0.6,
    "some, three": 0.9,
    "strong and some": -0.5,
    "share of sentences": 1.8,
    "first sentence": 0.0,
    "share of themes": 1.0,
    "heading": 3.0,
    "heading, some": 0.0,
    "one in a long passage": -1.0,
    "among many themes": 1.0,
    "narrower code": -0.5,
    "broader code": 0.8,
}
"""Weights before anybody has decided anything, for any codebook: rounded from those learned on the development passages of
`bench/theme_labels`. A strong word makes a code likely, one in a long passage less so, and weak words alone hardly."""

NOTHING = Evidence()
_STRONG = ("strong", "strong, two", "strong, three")
_SOME = ("some", "some, two", "some, three")
"""A signal for each different form of words, up to three."""


class _Forms(NamedTuple):
    """How many different forms of words speak for a code."""

    strong: int
    some: int


_NO_FORMS = _Forms(0, 0)


@dataclass(frozen=True)
class Looked:
    """A passage and its heading, looked at for the words of a codebook."""

    words: Words
    evidence: Mapping[str, Evidence]
    heading: Mapping[str, Evidence]


def look(text: str, heading: str, wordings: Wordings) -> Looked:
    """Find what speaks for the codes in a passage and in its heading."""
    words = words_of(text)
    return Looked(words, wordings.evidence_in(words), wordings.evidence_in_heading(heading))


def signals_of(looked: Looked, book: Codebook) -> dict[str, dict[str, float]]:
    """For each code for which something speaks, its signals; those that are 0 are left out."""
    forms = {code: _Forms(*evidence.numbers) for code, evidence in looked.evidence.items()}
    strong = {code: number for code, (number, _) in forms.items() if number}
    total = sum(strong.values())
    found: dict[str, dict[str, float]] = {}
    for code in book.codes:
        name, parent = code.code, code.parent
        if name in forms or name in looked.heading:
            found[name] = found.get(name, {}) | _signals(looked, name, forms.get(name, _NO_FORMS))
        if name in strong:
            found[name]["share of themes"] = strong[name] / total
            found[name]["among many themes"] = (len(strong) - 1) / MANY_CODES
            if parent:
                found.setdefault(parent, {})["narrower code"] = 1
        if parent in strong:
            found.setdefault(name, {})["broader code"] = 1
    return found


def _signals(looked: Looked, code: str, forms: _Forms) -> dict[str, float]:
    found: dict[str, float] = dict.fromkeys(_STRONG[: forms.strong] + _SOME[: forms.some], 1)
    if forms.strong:
        found.update(_where(looked.words, looked.evidence[code]))
        if forms.some:
            found["strong and some"] = 1
        if forms.strong == 1:
            found["one in a long passage"] = max(0.0, math.log(len(looked.words) / USUAL_WORDS))
    heading = looked.heading.get(code)
    if heading:
        found["heading" if heading.forms(strong=True) else "heading, some"] = 1
    return found


def _where(words: Words, evidence: Evidence) -> Iterator[tuple[str, float]]:
    sentences = {words.sentences[hit.first] for hit in evidence.hits if hit.strong}
    yield "share of sentences", len(sentences) / (words.sentences[-1] + 1)
    if 0 in sentences:
        yield "first sentence", 1
