"""What a person typed on a page that cannot be saved, in words: shown so that nothing is lost, even where it is no answer."""

from second_question.rules.questions import Question
from second_question_web.ui.components import Answer
from second_question_web.ui.questions.form import QuestionForm
from second_question_web.ui.questions.showing import answer


def typed_in_words(form: QuestionForm) -> list[Answer]:
    """What was typed, ticked or chosen; questions that were left open are left out. The form is one that was `sent`."""
    rows = [_row(form, question) for question in form.questions]
    return [row for row in rows if row.text or row.unanswered]


def _row(form: QuestionForm, question: Question) -> Answer:
    if question.id in form.answers or question.id in form.unanswered:
        return answer(question, form.answers.get(question.id), form.unanswered.get(question.id))
    given = form.given[question.id]
    return Answer(question=question.label, text=given.text or " ".join(filter(None, (*given.parts, *given.values))))
