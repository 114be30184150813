"""Where a text tells what happened and not why, or stops at one person (F1, R4, W3)."""

from collections.abc import Iterator

from second_question.reading.prompt import Place, Prompt, PromptKind, ReviewText, prompt, text_of
from second_question.reading.words import REASON, SLIP, SYSTEM, has, stems, word_count
from second_question.rules.template.content import ContentRecord

WITH_WHYS = ("moment", "episode", "agency_episode")
REPEATED = 0.75
"""From this share of its words on, a "why" says again what the "what" said."""
MORE_THAN_A_REMARK = 25
"""Words of an analysis below which it is plainly not finished, and completeness speaks instead."""

KIND = PromptKind.WHAT_WITHOUT_WHY


def whys(review: ReviewText) -> Iterator[Prompt]:
    """What tells what and not why."""
    for record in review.content.records:
        if record.kind in WITH_WHYS:
            yield from _chain(review, record)
        elif record.kind == "agency_summary":
            yield from _analysis(review.place(record, "analysis"))
        elif record.kind == "review":
            yield from _analysis(review.place(record, "analysis_summary"))


def _chain(review: ReviewText, record: ContentRecord) -> Iterator[Prompt]:
    """What happened, why, why again: where the chain of one episode or moment ends too early."""
    what = text_of(record, "what_happened")
    why = review.place(record, "why")
    deeper = f"{text_of(record, 'why_again')} {text_of(record, 'in_the_system')}".strip()
    if not what:
        return
    if not why.text and not deeper:
        yield _no_why(why, record)
    elif why.text and not deeper and _repeats(what, why.text):
        yield _repeated(why)
    elif has(SLIP, why.text, deeper) and not has(SYSTEM, why.text, deeper):
        yield _one_person(why)
    elif not deeper and record.kind != "moment" and not has(SYSTEM, why.text):
        yield _first_why(review.place(record, "why_again"))


def _repeats(what: str, why: str) -> bool:
    said = stems(why)
    return bool(said) and len(said & stems(what)) / len(said) >= REPEATED and not has(REASON, why)


def _no_why(place: Place, record: ContentRecord) -> Prompt:
    good = record.answers.get("direction") == "protection"
    return prompt(
        place,
        KIND,
        "no_why",
        f"“{record.name}” tells what happened and not yet why.",
        "What made this possible, and would it happen again for another child?"
        if good
        else "What made sense at the time to the people who did it? What lay behind that?",
        source="F1",
    )


def _repeated(place: Place) -> Prompt:
    return prompt(
        place,
        KIND,
        "repeats",
        "This “why” says again what happened.",
        "What would the people who were there say if you asked them how it came about?",
        source="F1",
    )


def _one_person(place: Place) -> Prompt:
    return prompt(
        place,
        KIND,
        "one_person",
        "This reason ends at what one person did or did not do.",
        "What made the slip easy to make, and what should have caught it? Could it happen to somebody else tomorrow?",
        source="R4",
    )


def _first_why(place: Place) -> Prompt:
    return prompt(
        place,
        KIND,
        "first_why",
        "There is a first reason here, and none behind it.",
        "And why was that? Go on until you meet something that would still be there if other people had been on duty.",
        source="F1",
    )


def _analysis(place: Place) -> Iterator[Prompt]:
    if word_count(place.text) < MORE_THAN_A_REMARK or has(SYSTEM, place.text):
        return
    if has(SLIP, place.text):
        yield _one_person(place)
    elif not has(REASON, place.text):
        yield prompt(
            place,
            KIND,
            "no_why",
            "This analysis tells what happened. No reason is given in it.",
            "Which of it surprised you, and how did it come about?",
            source="F1",
        )
