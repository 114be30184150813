"""A document against its checklist (A3). The software proposes; a person decides, and both are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from second_question.documents.document import Block, Document
from second_question.documents.evidence import Evidence, Quoting
from second_question.reading.appraisal.answers import Finding
from second_question.reading.appraisal.kinds import KINDS, kind_of
from second_question.reading.appraisal.learned.weighing import weighed
from second_question.reading.appraisal.registry import readers
from second_question.reading.appraisal.review import Called, Review
from second_question.reading.catchphrases import FoundPhrase
from second_question.reading.recommendations.recommendation import LearningPoint, Recommendation
from second_question.rules.checklists import Checklist, Item, Judge


@dataclass(frozen=True)
class Appraised:
    """An item with what the text suggests; `finding` is None where only a person answers."""

    item: Item
    finding: Finding | None

    @property
    def question(self) -> str | None:
        """What to ask, where the answer is not yes."""
        return None if self.finding is not None and self.finding.answer == "yes" else self.item.question

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {
            "id": self.item.id,
            "answer": str(self.finding.answer) if self.finding else None,
            "proposed": True,
            "evidence": [one.to_json() for one in self.finding.evidence] if self.finding else [],
            "question": self.question,
            "reason": (self.finding.reason or None) if self.finding else None,
        }


@dataclass(frozen=True)
class Appraisal:
    """Every item of the checklist in its order, and what else a reader wants to see. `pages` and `words` are the document's."""

    kind: str
    checklist: Checklist
    pages: int
    words: int
    items: tuple[Appraised, ...]
    phrases: tuple[tuple[FoundPhrase, Evidence], ...]
    recommendations: tuple[Recommendation, ...]
    learning_points: tuple[LearningPoint, ...]

    def to_json(self, file: str) -> dict[str, Any]:
        """As the interface says (`docs/interfaces.md`, section 2)."""
        return {
            "file": file,
            "kind": self.kind,
            "checklist": self.checklist.id,
            "pages": self.pages,
            "words": self.words,
            "items": [one.to_json() for one in self.items],
            "phrases": [_phrase(*one) for one in self.phrases],
            "recommendations": [one.to_json() for one in self.recommendations],
        }


@dataclass(frozen=True)
class Given:
    """What is known of a review besides its text: items that are answered already, and where others may be read.

    `findings` are by the id of the item, and so are `blocks`, the only ones of the document in which an answer to the item
    may stand. `called` are names.
    """

    findings: Mapping[str, Finding] = field(default_factory=dict)
    blocks: Mapping[str, Sequence[Block]] = field(default_factory=dict)
    called: Called = field(default_factory=Called)


def appraise(
    document: Document, kind: str | None = None, given: Given | None = None, *, learned: bool = True
) -> Appraisal:
    """What the text suggests for each item.

    Of a finished report, the answers of the rules are weighed by those that readers gave elsewhere; of one whose parts are known,
    as while it is written, they are not.

    Args:
        document: the review.
        kind: `rapid-review` or `local-review`; None to tell it from the text.
        given: what need not be read from the text.
        learned: False for the answers of the rules alone.

    Raises:
        KeyError: there is no such kind.
    """
    known = given or Given()
    review = Review(document, known.called)
    told = kind or kind_of(document)
    checklist = KINDS[told]
    quoting = Quoting(document)
    items = tuple(_appraised(review, item, known) for item in checklist.items)
    return Appraisal(
        told,
        checklist,
        len(document.pages),
        review.words,
        _weighed(review, items) if learned and given is None else items,
        tuple((phrase, quoting.at(phrase.start, phrase.end)) for phrase in review.phrases),
        tuple(review.recommendations),
        tuple(review.learning_points),
    )


def _appraised(review: Review, item: Item, known: Given) -> Appraised:
    if item.judge is not Judge.AUTO:
        return Appraised(item, None)
    if item.id in known.findings:
        return Appraised(item, known.findings[item.id])
    place = review.of_blocks(known.blocks[item.id]) if item.id in known.blocks else review
    return Appraised(item, readers()[item.id](place))


def _weighed(review: Review, items: Sequence[Appraised]) -> tuple[Appraised, ...]:
    found = weighed(review, {one.item.id: one.finding for one in items if one.finding})
    return tuple(Appraised(one.item, found.get(one.item.id)) for one in items)


def _phrase(phrase: FoundPhrase, where: Evidence) -> dict[str, Any]:
    return {
        "phrase": phrase.phrase,
        "page": where.page,
        "start": where.start,
        "end": where.end,
        "question": phrase.question,
    }
