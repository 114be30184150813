"""A page of questions about one record, whatever the record is part of."""

from django.http import QueryDict

from second_question.rules.questions import Form, Question, Section
from second_question_web.answering.held import as_stored, digest, held, held_from, values_of
from second_question_web.answering.records import AnswerRecord
from second_question_web.ui.questions import form as pages
from second_question_web.ui.questions.form import QuestionForm


class AnswerPage:
    """The questions of a section, and what a record holds for them. `options` are choices from the database by question id.

    `record` is not saved yet where it is to be added.
    """

    form: Form
    section: Section
    record: AnswerRecord
    options: pages.Options

    @property
    def version(self) -> int:
        """Of the record as it was read; 0 for one that is to be added."""
        return self.record.version if self.record.pk else 0

    @property
    def seen(self) -> str:
        """Digest of this section's answers as they were read."""
        return digest(self.record, self.section.questions)

    def filled_in(self) -> QuestionForm:
        """With what is recorded."""
        return pages.filled_in(self.form, self.section, *self.recorded(), self.options)

    def typed_in(self, fields: QueryDict) -> QuestionForm:
        """With what was typed and not sent."""
        return pages.typed_in(self.form, self.section, fields, *self.recorded(), self.options)

    def sent(self, fields: QueryDict) -> QuestionForm:
        """With what was sent."""
        return pages.sent(self.form, self.section, fields, *self.recorded(), self.options)

    def differing(self, form: QuestionForm) -> list[Question]:
        """The questions to which what was sent is not what is recorded."""
        answers = {name: as_stored(value) for name, value in form.answers.items()}
        return [q for q in form.questions if held(self.record, q) != held_from(answers, form.unanswered, q)]

    def holds(self, fields: QueryDict) -> bool:
        """Whether what was typed is right and recorded."""
        form = self.sent(fields)
        return not form.errors and not self.differing(form)

    def recorded(self) -> tuple[pages.Answers, pages.Reasons]:
        """Everything that the record holds."""
        return values_of(self.record, self.form.questions_of(self.section.record)), self.record.reasons_unanswered()
