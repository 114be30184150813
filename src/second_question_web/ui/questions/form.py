"""One task of a form as a page: what stands in its questions, and what the person sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Form, Option, Question, Section, Unanswered
from second_question_web.ui import given as typed
from second_question_web.ui.given import Given
from second_question_web.ui.questions.reading import read
from second_question_web.ui.questions.showing import as_given, only_if

Options = Mapping[str, Sequence[Option]]
Answers = Mapping[str, object]
Reasons = Mapping[str, Unanswered]
NO_OPTIONS: Options = {}


@dataclass(frozen=True)
class QuestionForm:
    """The questions of one page with what stands in them. `options` are the choices of areas and organisations.

    After `sent`, `answers` and `unanswered` hold what could be read, `errors` what could not, by question id.
    """

    questions: Sequence[Question]
    given: Mapping[str, Given]
    options: Options = field(default_factory=dict)
    answers: Answers = field(default_factory=dict)
    unanswered: Reasons = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def error_list(self) -> list[dict[str, str]]:
        """The errors for the page's summary, in the order of the questions."""
        return [{"text": self.errors[q.id], "href": f"#{q.id}"} for q in self.questions if q.id in self.errors]

    def options_of(self, question: Question) -> Sequence[Option] | None:
        """The choices of areas and organisations; None for the question's own."""
        return self.options.get(question.id)

    def only_if(self, question: Question) -> str:
        """When the question is to be answered, for a page without scripts."""
        return only_if(question, self.questions)

    def with_errors(self, errors: Mapping[str, str]) -> "QuestionForm":
        """The same form with more found wrong."""
        return replace(self, errors={**self.errors, **errors})


def filled_in(form: Form, section: Section, answers: Answers, unanswered: Reasons, options: Options) -> QuestionForm:
    """The page of a section with what is recorded. Answers are those of the whole record."""
    questions = _on_the_page(form, section, answers, unanswered)
    given = {q.id: as_given(answers.get(q.id), unanswered.get(q.id)) for q in questions}
    return QuestionForm(questions, given, options)


def typed_in(
    form: Form, section: Section, fields: QueryDict, answers: Answers, unanswered: Reasons, options: Options
) -> QuestionForm:
    """The page of a section with what was typed and not sent."""
    questions = _on_the_page(form, section, answers, unanswered)
    return QuestionForm(questions, typed.read_all(fields, questions), options)


def sent(
    form: Form, section: Section, fields: QueryDict, answers: Answers, unanswered: Reasons, options: Options
) -> QuestionForm:
    """What a person sent, read. What is wrong in a question that does not apply is no error."""
    page = typed_in(form, section, fields, answers, unanswered, options)
    found = {q.id: read(q, page.given[q.id], page.options_of(q)) for q in page.questions}
    values = {name: one.value for name, one in found.items() if one.value is not None}
    reasons = {name: one.unanswered for name, one in found.items() if one.unanswered}
    own = {question.id for question in section.questions}
    said = {**{k: v for k, v in answers.items() if k not in own}, **values}
    why = {**{k: v for k, v in unanswered.items() if k not in own}, **reasons}
    applying = {question.id for question in questions_that_apply(form, section.record, said, why)}
    errors = {name: one.error for name, one in found.items() if one.error and name in applying}
    return replace(page, answers=values, unanswered=reasons, errors=errors)


def _on_the_page(form: Form, section: Section, answers: Answers, unanswered: Reasons) -> tuple[Question, ...]:
    """The questions of a section, but those that hang on another page's answer only where they apply."""
    applying = questions_that_apply(form, section.record, answers, unanswered)
    own = {question.id for question in section.questions}
    return tuple(q for q in section.questions if q in applying or (q.shown_when and q.shown_when.question in own))
