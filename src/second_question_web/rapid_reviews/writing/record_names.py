"""What pages call a record."""

from second_question.rules.template.parts import record_kind
from second_question_web.rapid_reviews.models import ReviewRecord


def name_of(record: ReviewRecord) -> str:
    """What pages call a record: by its naming answer, or "Child 2"."""
    kind = record_kind(record.kind)
    said = record.all_answers()
    named = next((str(said[question]) for question in kind.named_by if said.get(question)), "")
    return named or f"{kind.one[0].upper()}{kind.one[1:]} {record.place}"


def with_article(word: str) -> str:
    """For example "an agency"."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
