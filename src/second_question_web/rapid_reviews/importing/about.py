"""What a file says of the review besides its answers: its head, the agencies, earlier decisions, and pages that
were not read. Shown, never taken over."""

from collections.abc import Iterable, Iterator, Sequence

from second_question.documents.scanned import pages_are
from second_question.exchange.review.words import full_date
from second_question.rules.template.codes import OUTCOMES
from second_question.rules.template.content import ContentDecision, ReviewContent
from second_question_web.rapid_reviews.importing.passages import Passage

NOT_READ = "Pages that were not read"
WHAT_TO_DO = (
    "Read them in the file, and write into the review what stands there. Or save the file with text recognition, or find "
    "the Word file that it was printed from, and give that."
)
_OUTCOMES = {option.code: option.label for option in OUTCOMES}


def passages_about(content: ReviewContent) -> Iterator[Passage]:
    """One passage for each of them that the file has."""
    yield from _passage("The head of the document", _head(content))
    agencies = (f"{one.agency}: {one.answer}" for one in content.agencies)
    yield from _passage("How the agencies answered", agencies)
    for decision in content.decisions:
        yield from _passage(f"Decision {decision.number}", _decision(decision))


def passage_of_unread(pages: Sequence[int]) -> Iterator[Passage]:
    """One passage that waits for somebody to read the pages which the program could not."""
    if pages:
        yield Passage(NOT_READ, f"{pages_are(pages)} in the file as pictures without text. {WHAT_TO_DO}", pages[0])


def _passage(heading: str, lines: Iterable[str]) -> Iterator[Passage]:
    text = "\n".join(line for line in lines if line.strip())
    if text:
        yield Passage(heading, text, 1)


def _head(content: ReviewContent) -> Iterator[str]:
    days = {"Opened on": content.opened_on, "Due on": content.due_on, "Sent on": content.sent_on}
    said = {"Reference": content.reference, "Area": content.area, "Why it was sent late": content.late_reason}
    said |= {label: full_date(day) for label, day in days.items() if day}
    said["Other areas"] = ", ".join(content.contributing_areas)
    return (f"{label}: {words}" for label, words in said.items() if words)


def _decision(decision: ContentDecision) -> Iterator[str]:
    yield f"{_OUTCOMES[decision.outcome]}, {full_date(decision.decided_on)}"
    yield decision.why_changed
    for one in decision.signatures:
        yield f"{one.partner}: {one.view} {one.words} {one.name} {one.job_title} {one.why_missing}".strip()
