"""What an appraisal found in a text, remembered by the digest of the text. Only places are kept, never a word of the case.

Each process remembers for itself, and all of them in the database, so that a text is read once, whoever opens it first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import caches

from second_question import __version__
from second_question.exchange.review.appraised import ReviewText
from second_question.reading.appraisal.appraising import Appraised
from second_question_web.rapid_reviews.appraising.kept import CACHE, KEPT_FOR

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


def findings_in(text: ReviewText, digest: str) -> Findings:
    """The appraisal of a review's text.

    Args:
        text: of the review.
        digest: of the content that the text was made of.
    """
    document = text.document
    name = f"appraisal:{__version__}:{len(document.pages)}:{len(document.text)}:{digest}"
    kept: Findings | None = caches["process"].get(name)
    if kept is None:
        kept = caches[CACHE].get(name) or _read(text, name)
        caches["process"].set(name, kept, KEPT_FOR)
    return kept


def _read(text: ReviewText, name: str) -> Findings:
    found = _appraised(text)
    caches[CACHE].set(name, found, KEPT_FOR)
    return found


def _appraised(text: ReviewText) -> Findings:
    done = text.appraised()
    return Findings(
        [_found(one) for one in done.items],
        [((where.start, where.end), phrase.question) for phrase, where in done.phrases],
    )


def _found(one: Appraised) -> Found:
    if one.finding is None:
        return Found(one.item.id, "", ())
    return Found(one.item.id, str(one.finding.answer), [(said.start, said.end) for said in one.finding.evidence])
