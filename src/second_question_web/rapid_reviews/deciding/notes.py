"""What to think of before the partners decide: L3, R10 and R11, where they matter to this review. They set nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import reverse

from second_question.reading.labels import local_label_note
from second_question.rules.template.codes import REVIEW_FOLLOWS
from second_question.rules.template.content import ReviewContent
from second_question_web.rapid_reviews.deciding.lacking import question_address

LEARNED = ("yes_here", "yes_elsewhere")
KEY_QUESTIONS, ADDED_VALUE = "key_questions", "added_value"


@dataclass(frozen=True)
class Note:
    """A note with the question that it leads to; `more` is where else to look before, with the words of each link."""

    text: str
    link: str
    href: str
    more: tuple[tuple[str, str], ...] = ()


def notes_on(content: ReviewContent) -> list[Note]:
    """The notes, in the order in which the questions stand."""
    return [*_added_value(content), *_label(content), *_learned_before(content)]


def _added_value(content: ReviewContent) -> Iterator[Note]:
    """R10: a review without key questions of its own repeats what the rapid review has said."""
    answers = content.review.answers
    missing = [question for question in (KEY_QUESTIONS, ADDED_VALUE) if not answers.get(question)]
    if answers.get("outcome") in REVIEW_FOLLOWS and missing:
        yield _note(
            content,
            "A review is to follow. Which key questions would it answer, and what would it add to what is known already?",
            "Say what it would add",
            missing[0],
        )


def _label(content: ReviewContent) -> Iterator[Note]:
    """L3: whatever its name, a further inquiry by several agencies is a local review."""
    said = local_label_note(str(content.review.answers.get("local_label") or ""))
    if said:
        yield _note(content, said, "Look at its name again", "local_label")


def _learned_before(content: ReviewContent) -> Iterator[Note]:
    """R11: where learning repeats, to check what became of it can serve better than another review."""
    record = content.review
    is_said = "checks_earlier_learning" in {**record.answers, **record.unanswered}
    if record.answers.get("learned_before") in LEARNED and not is_said:
        note = _note(
            content,
            "This was learned before. To check whether that learning was put into practice can serve better than to learn "
            "it again.",
            "Think about checking it instead",
            "checks_earlier_learning",
        )
        look = ("See what was recommended then", reverse("review_learned_before", args=[content.reference]))
        yield replace(note, more=(look,))


def _note(content: ReviewContent, text: str, link: str, question: str) -> Note:
    return Note(text, link, question_address(content.reference, "decision", question))
