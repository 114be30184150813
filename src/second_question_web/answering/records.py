"""The shape of every record that keeps answers by question id (decision record 0004)."""

from django.db import models
from django.utils import timezone

from second_question.rules.questions import Unanswered
from second_question_web.sealed.fields import SealedJSONField


class AnswerRecord(models.Model):
    """Answers to one record of a form.

    `answers` holds what identifies nobody, `sealed_answers` what does (names, dates of birth, addresses, free text);
    `unanswered` says for a question why it has no answer. Dates are ISO text. `version` goes up with every change, so
    that a page opened earlier cannot overwrite what somebody else wrote since.
    """

    answers = models.JSONField(default=dict, blank=True)
    sealed_answers = SealedJSONField(default=dict, blank=True)
    unanswered = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    def all_answers(self) -> dict[str, object]:
        """Every answer by question id, sealed ones opened."""
        return {**self.answers, **self.sealed_answers}

    def reasons_unanswered(self) -> dict[str, Unanswered]:
        """For each question without an answer the reason that was given."""
        return {question: Unanswered(reason) for question, reason in self.unanswered.items()}
