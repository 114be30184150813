"""Suggested codes for the passages of a document, each with a score and the words that led to it. A person decides."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from second_question.documents import Document
from second_question.reading.themes.model import Model, word_value
from second_question.reading.themes.passages import Passage, passages_of
from second_question.reading.themes.signals import NOTHING, Looked, look
from second_question.reading.themes.wording import Wordings
from second_question.rules.codebooks import Codebook

MOST_REASONS = 6
LEARNED_REASONS = 3
LEARNED_ENOUGH = 0.4
"""Log-odds that a learned word must add to be named as a reason."""
PLACES = 3


@dataclass(frozen=True)
class Suggestion:
    """A code that may apply: how likely (0 to 1), and the words of the passage, or of its heading, that led to it."""

    code: str
    score: float
    because: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"code": self.code, "score": self.score, "because": list(self.because)}


@dataclass(frozen=True)
class SuggestedPassage:
    """A passage with the codes suggested for it, the likeliest first; often none."""

    passage: Passage
    codes: tuple[Suggestion, ...]

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        place = {"page": self.passage.page, "start": self.passage.start, "end": self.passage.end}
        return {**place, "codes": [code.to_json() for code in self.codes]}


class Suggesting:
    """Suggests the codes of one codebook by one model."""

    def __init__(self, book: Codebook, model: Model) -> None:
        self.book, self.model = book, model
        self._wordings = Wordings(book)

    def for_document(self, document: Document) -> list[SuggestedPassage]:
        """Every passage of a document, with its suggestions."""
        return [
            SuggestedPassage(one, self.for_text(document.text[one.start : one.end], one.heading))
            for one in passages_of(document)
        ]

    def for_text(self, text: str, heading: str = "") -> tuple[Suggestion, ...]:
        """The codes suggested for one passage under a heading."""
        looked = look(text, heading, self._wordings)
        return tuple(
            Suggestion(code, round(score, PLACES), tuple(self._because(code, text, heading, looked)))
            for code, score in self.model.likely(looked, self.book)
        )

    def codes_for(self, text: str, heading: str = "") -> tuple[str, ...]:
        """The same without scores and reasons, for texts by the thousand."""
        looked = look(text, heading, self._wordings)
        return tuple(code for code, _ in self.model.likely(looked, self.book))

    def _because(self, code: str, text: str, heading: str, looked: Looked) -> list[str]:
        hits = sorted(looked.evidence.get(code, NOTHING).hits, key=lambda hit: (not hit.strong, hit.first))
        spans = looked.words.spans
        said = [text[spans[hit.first][0] : spans[hit.end - 1][1]] for hit in hits]
        above = [f"heading: {heading}"] if code in looked.heading else []
        return _distinct([*said[:MOST_REASONS], *above, *self._learned(code, text, looked)])

    def _learned(self, code: str, text: str, looked: Looked) -> Iterator[str]:
        """The words of the passage that the model has learned to take for the code, the strongest first."""
        words = self.model.words
        known = {stem: at for at, stem in enumerate(looked.words.stems) if stem in words}
        least = LEARNED_ENOUGH / word_value(len(known)) if known else 0.0
        strongest = sorted(known, key=lambda stem: (-words[stem].get(code, 0.0), stem))
        for stem in strongest[:LEARNED_REASONS]:
            if words[stem].get(code, 0.0) >= least:
                yield text[slice(*looked.words.spans[known[stem]])]


def counts_of(passages: Iterable[SuggestedPassage], book: Codebook) -> dict[str, int]:
    """How many passages each code is suggested for, in the order of the codebook; codes without any are left out."""
    counted = Counter(suggestion.code for one in passages for suggestion in one.codes)
    return {code.code: counted[code.code] for code in book.codes if counted[code.code]}


def _distinct(reasons: Sequence[str]) -> list[str]:
    found: dict[str, str] = {}
    for reason in reasons:
        found.setdefault(" ".join(reason.casefold().split()), " ".join(reason.split()))
    return list(found.values())
