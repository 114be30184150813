"""Whether the conclusion follows from what the review says (R9, R10, L2, L3)."""

from collections.abc import Iterator

from second_question.reading.labels import note_on, other_name_in
from second_question.reading.prompt import Place, Prompt, PromptKind, ReviewText, prompt, text_of
from second_question.reading.words import REASON, SLIP, SYSTEM, has, stems, word_count
from second_question.rules.template import codes

KIND = PromptKind.CONCLUSION
MAIN = ("improvements", "recurrent_themes", "working_together")
WEIGHED = (*codes.CRITERIA, *codes.CIRCUMSTANCES)
THIN = 4
"""Words that carry meaning, beyond those of the criterion itself, below which grounds are thin."""
HARDLY = 0.3
"""Below this share of its words, grounds do not occur in the rest of the review."""
ENOUGH_TO_COMPARE = 80
"""Stems of the rest of a review below which there is nothing to compare with yet."""
SOME_WORDS = 12
SEVERAL = 2
TELLS_WHY = ("why", "why_again", "in_the_system")
NOT_THE_REST = ("criteria", "decision", "participants", "agencies", "child_identity", "child_care", "family_member")
SAYS_WHAT_NEXT = ("instead", "suggested_method", "rationale", "check_of_learning", "further_learning")


def conclusion(review: ReviewText) -> Iterator[Prompt]:
    """Grounds that are thin or come from nowhere, a decision without its why, blame without analysis."""
    yield from _grounds(review)
    yield from _outcome(review)
    yield from _blame(review)
    yield from _other_names(review)


def _grounds(review: ReviewText) -> Iterator[Prompt]:
    weighed = [(criterion, review.about(f"criterion_{criterion.code}_grounds")) for criterion in WEIGHED]
    if not any(review.wants(place) for _, place in weighed):
        return
    answers = review.content.review.answers
    rest: set[str] = set().union(*(stems(one.text) for one in review.answers if one.section not in NOT_THE_REST))
    for criterion, place in weighed:
        said = stems(place.text) - stems(criterion.label)
        if not place.text or not _needs_grounds(criterion.code, answers.get(f"criterion_{criterion.code}")):
            continue
        if len(said) < THIN:
            yield _thin(place)
        elif len(rest) >= ENOUGH_TO_COMPARE and len(said & rest) / len(said) < HARDLY:
            yield _from_nowhere(place)


def _needs_grounds(code: str, met: object) -> bool:
    """A criterion that is met needs grounds, and so does a main one that is not. "One area only" is enough elsewhere."""
    return met in ("met", "may_be_met") or code in MAIN


def _thin(place: Place) -> Prompt:
    return prompt(
        place,
        KIND,
        "thin",
        "These grounds are very short.",
        "Which part of the analysis leads to this? Name the episode or the agencies.",
        source="R9",
    )


def _from_nowhere(place: Place) -> Prompt:
    return prompt(
        place,
        KIND,
        "not_in_text",
        "Little of what these grounds name is told in the rest of the review.",
        "Where in the analysis is this shown? If it is not there yet, what should be added?",
        source="R9",
    )


def _outcome(review: ReviewText) -> Iterator[Prompt]:
    outcome = review.content.review.answers.get("outcome")
    if outcome in ("no_review", "other_action") and _met(review) >= SEVERAL:
        rationale = review.about("rationale")
        if word_count(rationale.text) < SOME_WORDS or not has(REASON, rationale.text):
            yield _no_words_why(rationale, _met(review))
    if outcome == "local_review" and not text_of(review.content.review, "key_questions"):
        yield prompt(
            review.about("key_questions"),
            KIND,
            "no_key_questions",
            "A local review is decided on, and its key questions are not named yet.",
            "What is still not understood, that a local review could find out?",
            source="R10",
        )


def _met(review: ReviewText) -> int:
    answers = review.content.review.answers
    return sum(answers.get(f"criterion_{criterion.code}") == "met" for criterion in codes.CRITERIA)


def _no_words_why(place: Place, met: int) -> Prompt:
    return prompt(
        place,
        KIND,
        "met_and_no_review",
        f"{met} criteria are met, and no local review follows. The reason is not told.",
        "That can be right. What makes you confident that there is no more to learn, and what happens instead?",
        source="L2",
    )


def _blame(review: ReviewText) -> Iterator[Prompt]:
    """One person or agency named as the cause, while nothing in the analysis says why (R4, R9)."""
    if any(one.question in TELLS_WHY for one in review.answers) or has(SYSTEM, *review.texts(["analysis"])):
        return
    for question in ("rationale", "analysis_summary", "criterion_single_agency_grounds"):
        place = review.about(question)
        if has(SLIP, place.text) and not has(SYSTEM, place.text):
            yield prompt(
                place,
                KIND,
                "blame",
                "The conclusion rests on what one person or one agency did, and the analysis has no “why”.",
                "What around them made it likely? Until that is asked, can you say that it concerns them alone?",
                source="R4, R9",
            )
            return


def _other_names(review: ReviewText) -> Iterator[Prompt]:
    """A further inquiry under another name (L3)."""
    outcome = review.content.review.answers.get("outcome")
    for question in ("local_label", *(() if outcome == "local_review" else SAYS_WHAT_NEXT)):
        place = review.about(question)
        found = other_name_in(place.text)
        if found:
            yield prompt(
                place,
                PromptKind.LABEL,
                "other_name",
                note_on(place.text[slice(*found)]),
                "Is this a further inquiry by several agencies? Then the decision is a local review.",
                source="L3",
                span=found,
            )
