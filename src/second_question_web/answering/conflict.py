"""Two people answered the same questions: both texts are shown, and a person chooses for each question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import QueryDict

from second_question.rules.questions import Kind, Question, Unanswered
from second_question_web.answering.held import NOTHING, Held, as_stored, as_value, held, held_from
from second_question_web.answering.page import AnswerPage
from second_question_web.answering.showing import NO_ANSWER, held_in_words
from second_question_web.ui.questions.form import QuestionForm

MINE, THEIRS, BOTH = "mine", "theirs", "both"
LEAVE_OPEN = "Leave it without an answer"


@dataclass(frozen=True)
class Difference:
    """One question with two answers, in words. Texts can be kept both."""

    question: Question
    mine: str
    theirs: str

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can be chosen, with its words."""
        words = ((MINE, self.mine, "Keep what I wrote"), (THEIRS, self.theirs, "Keep what was saved"))
        kept = [(code, label if said != NO_ANSWER else LEAVE_OPEN) for code, said, label in words]
        two_texts = self.question.kind is Kind.LONG_TEXT and NO_ANSWER not in (self.mine, self.theirs)
        return [*kept, (BOTH, "Keep both, what was saved first")] if two_texts else kept


@dataclass(frozen=True)
class Conflict:
    """Where two versions of a page differ, and who saved the other."""

    differences: Sequence[Difference]
    changed_by: str
    changed_at: datetime

    @classmethod
    def between(cls, page: AnswerPage, form: QuestionForm) -> "Conflict":
        """What was sent against what is recorded."""
        names = {option.code: option.label for options in page.options.values() for option in options}
        found = [
            Difference(q, held_in_words(q, _sent(form, q), names), held_in_words(q, held(page.record, q), names))
            for q in page.differing(form)
        ]
        return cls(found, page.record.changed_by, page.record.changed_at)


def undecided(fields: QueryDict, questions: Iterable[Question]) -> list[str]:
    """The labels of the questions for which nobody chose yet."""
    return [q.label for q in questions if fields.get(f"choose-{q.id}") not in (MINE, THEIRS, BOTH)]


def decided(fields: QueryDict, page: AnswerPage, form: QuestionForm) -> QuestionForm:
    """The answers as chosen: what was sent, with theirs put back where that was chosen."""
    answers, unanswered = dict(form.answers), dict(form.unanswered)
    for question in page.differing(form):
        chosen = fields.get(f"choose-{question.id}")
        theirs = held(page.record, question)
        if chosen == BOTH:
            answers[question.id] = "\n\n".join(filter(None, (_text(theirs), _text(_sent(form, question)))))
            unanswered.pop(question.id, None)
        elif chosen == THEIRS:
            _put_back(question, theirs, answers, unanswered)
    return replace(form, answers=answers, unanswered=unanswered)


def _put_back(question: Question, theirs: Held, answers: dict[str, object], unanswered: dict[str, Unanswered]) -> None:
    answers.pop(question.id, None)
    unanswered.pop(question.id, None)
    if "answer" in theirs:
        answers[question.id] = as_value(question, theirs["answer"])
    elif "unanswered" in theirs:
        unanswered[question.id] = Unanswered(str(theirs["unanswered"]))


def _sent(form: QuestionForm, question: Question) -> Held:
    answers = {name: as_stored(value) for name, value in form.answers.items()}
    return held_from(answers, form.unanswered, question) or NOTHING


def _text(what: Held) -> str:
    return str(what.get("answer") or "")
