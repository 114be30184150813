"""Shapes that recur in the template, so that each is decided once."""

from dataclasses import replace

from second_question.rules.questions import Kind, Option, Question, ShownWhen, Unanswered

WHY_UNANSWERED = tuple(str(reason) for reason in Unanswered)


def written(
    question_id: str, label: str, hint: str = "", *, source: str = "ours", shown_when: ShownWhen | None = None
) -> Question:
    """Several paragraphs that may name people, and are sealed therefore."""
    return Question(question_id, label, Kind.LONG_TEXT, hint, identifies=True, shown_when=shown_when, source=source)


def line(question_id: str, label: str, hint: str = "", *, source: str = "ours", required: bool = False) -> Question:
    """One line that may name people."""
    return Question(question_id, label, Kind.TEXT, hint, identifies=True, required=required, source=source)


def yes_no(question_id: str, label: str, hint: str = "", *, source: str = "ours") -> Question:
    """Yes, no, or one of the reasons for not saying."""
    return Question(question_id, label, Kind.YES_NO, hint, may_be_unanswered=True, source=source)


def choice(
    question_id: str, label: str, options: tuple[Option, ...], hint: str = "", *, source: str = "ours"
) -> Question:
    """One of several, or one of the reasons for not saying."""
    return Question(question_id, label, Kind.CHOICE, hint, options=options, may_be_unanswered=True, source=source)


def starred(question: Question) -> tuple[Question, Question]:
    """A question without which the review cannot be sent. "Not known, because …" is an answer (handbook 3, section 1)."""
    because = Question(
        f"{question.id}_because",
        f"{question.label.rstrip('?')}: why is there no answer?",
        Kind.TEXT,
        "For example who was asked, and when you expect to know.",
        required=True,
        identifies=True,
        shown_when=ShownWhen(question.id, WHY_UNANSWERED),
        source="handbook 3, section 1",
    )
    return replace(question, required=True, may_be_unanswered=True), because
