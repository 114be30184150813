"""What an appraisal found in a text, remembered by the digest of the text. Only places are kept, never a word of the case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.cache import caches

from second_question.documents.document import BlockKind, Document
from second_question.documents.evidence import Evidence
from second_question.reading.appraisal.appraising import Appraised, appraise

KIND = "rapid-review"
_KEPT_FOR = 3600  # seconds

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Found:
    """What the text suggests for one item: the answer, empty where only a person answers, and the stretches that say so."""

    item: str
    answer: str
    stretches: Sequence[Stretch]


@dataclass(frozen=True)
class Findings:
    """Every item of the checklist in its order, and the catchphrases with the question that each leaves open."""

    items: Sequence[Found]
    phrases: Sequence[tuple[Stretch, str]]


def findings_in(document: Document, digest: str) -> Findings:
    """The appraisal of a review's text.

    Args:
        document: the text, from `exchange.review.as_document`.
        digest: of the content that the text was made of.
    """
    name = f"appraisal:{len(document.pages)}:{len(document.text)}:{digest}"
    kept: Findings | None = caches["process"].get(name)
    if kept is None:
        kept = _appraised(document)
        caches["process"].set(name, kept, _KEPT_FOR)
    return kept


def _appraised(document: Document) -> Findings:
    done = appraise(document, KIND)
    asked = {block.start for block in document.blocks if block.kind is BlockKind.HEADING}
    return Findings(
        [_found(one, asked) for one in done.items],
        [((where.start, where.end), phrase.question) for phrase, where in done.phrases],
    )


def _found(one: Appraised, asked: set[int]) -> Found:
    if one.finding is None:
        return Found(one.item.id, "", ())
    return Found(one.item.id, str(one.finding.answer), list(_written(one.finding.evidence, asked)))


def _written(evidence: Sequence[Evidence], asked: set[int]) -> Iterator[Stretch]:
    """What the writers wrote: the template's own questions are headings of every review, and show nothing."""
    return ((one.start, one.end) for one in evidence if one.start not in asked)
