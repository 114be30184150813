"""The second question, beside the writer: what a text or a whole review leaves open (F1, F2, R4 to R11, A6, A7).

Prompts are shown, never enforced; a writer dismisses one with a reason, and its key makes the dismissal hold.
"""

from collections.abc import Iterator
from itertools import chain

from second_question.reading.catchphrases import FoundPhrase, phrases_in
from second_question.reading.child import child_voice
from second_question.reading.conclusion import conclusion
from second_question.reading.family import ethnicity, fathers, siblings
from second_question.reading.labels import local_label_note
from second_question.reading.learning import learning
from second_question.reading.passages import chronology_in, dated_entries, pasted_guidance_in
from second_question.reading.prompt import Place, Prompt, PromptKind, ReviewText, prompt
from second_question.reading.whys import whys
from second_question.rules.template.content import ReviewContent

__all__ = ["FoundPhrase", "Prompt", "PromptKind", "local_label_note", "phrases_in", "prompts_for", "prompts_for_text"]

SHORTEST, LONGEST = 6, 16
"""Pages of the best rapid reviews (R6)."""


def prompts_for(content: ReviewContent, *, pages: int | None = None, section: str = "") -> list[Prompt]:
    """Everything that a review leaves open, in the order of its parts.

    Args:
        content: the review as it stands.
        pages: an estimate of its length as a document, in pages; without one nothing is said about length.
        section: only what is about that section; the others need not be read for what stands in one answer alone.
    """
    review = ReviewText(content, section)
    found = chain(
        *(rule(review) for rule in (ethnicity, fathers, siblings, child_voice, whys, learning, conclusion)),
        *(_in_text(place) for place in review.answers if review.wants(place)),
        _length(review, pages),
    )
    order = {section.id: at for at, section in enumerate(content.form.sections)}
    wanted = (one for one in found if section in ("", one.section))
    return sorted(wanted, key=lambda one: (order.get(one.section, -1), one.agency, one.number))


def prompts_for_text(
    section: str, question: str, text: str, *, record_kind: str = "review", number: int = 1, agency: str = ""
) -> list[Prompt]:
    """What one answer leaves open while it is typed: catchphrases, a chronology, guidance pasted in.

    The keys are those that `prompts_for` gives for the whole review.
    """
    return list(_in_text(Place(section, record_kind, number, question, text, agency)))


def _in_text(place: Place) -> Iterator[Prompt]:
    yield from _catchphrases(place)
    dated = chronology_in(place.text)
    if dated:
        yield prompt(
            place,
            PromptKind.CHRONOLOGY,
            "chronology",
            f"{dated_entries(place.text)} dated entries: this reads as a chronology.",
            "Which three or four of these must a reader know to follow the analysis? What do they have in common?",
            source="R2",
            span=dated,
        )
    for span in pasted_guidance_in(place.text)[:1]:
        yield prompt(
            place,
            PromptKind.PASTED_GUIDANCE,
            "guidance",
            "This passage reads as if it came from the statutory guidance. The Panel knows it.",
            "What does it mean for this child? That sentence is enough.",
            source="R6",
            span=span,
        )


def _catchphrases(place: Place) -> Iterator[Prompt]:
    """One prompt for each phrase of an answer, at its first place, however often it stands there."""
    found: dict[str, list[FoundPhrase]] = {}
    for phrase in phrases_in(place.text):
        found.setdefault(phrase.id, []).append(phrase)
    for name, places in found.items():
        first = places[0]
        times = "" if len(places) == 1 else f" {len(places)} times"
        yield prompt(
            place,
            PromptKind.CATCHPHRASE,
            name,
            f"“{place.text[first.start : first.end]}” stands here{times}. It can mean many things.",
            first.question,
            source=first.source,
            span=(first.start, first.end),
        )


def _length(review: ReviewText, pages: int | None) -> Iterator[Prompt]:
    """Too long, or, once a decision is written, too short to hold the analysis (R6)."""
    place = Place("", "review", 1, "")
    if pages is not None and pages > LONGEST:
        yield prompt(
            place,
            PromptKind.LENGTH,
            "long",
            f"The document would have about {pages} pages. The best rapid reviews have {SHORTEST} to {LONGEST}.",
            "What could a reader do without? Look at chronologies, guidance, and what is told twice.",
            source="R6",
        )
    elif pages is not None and pages < SHORTEST and review.content.review.answers.get("outcome"):
        yield prompt(
            place,
            PromptKind.LENGTH,
            "short",
            f"The document would have about {pages} page{'' if pages == 1 else 's'}. "
            f"The best rapid reviews have {SHORTEST} to {LONGEST}.",
            "Is the analysis all there: what happened, why, and why again?",
            source="R6",
        )
