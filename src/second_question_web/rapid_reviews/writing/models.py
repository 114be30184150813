"""What a rapid review says: its records with their answers, every change of an answer, comments, dismissed prompts."""

from django.db import models
from django.db.models import Q

from second_question.rules.questions import Kind
from second_question.rules.template.parts import RECORD_KINDS
from second_question_web.answering.records import AnswerRecord
from second_question_web.sealed.fields import SealedJSONField, SealedTextField


class ReviewRecord(AnswerRecord):
    """One record of the template: the review itself, a child, a moment, an agency's summary.

    `request` is set for what an agency writes (`parts.OF_AN_AGENCY`), and empty for the partnership's own records.
    """

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="records")
    request = models.ForeignKey(
        "rapid_reviews.AgencyRequest", null=True, blank=True, on_delete=models.CASCADE, related_name="records"
    )
    kind = models.CharField(max_length=20, choices=[(kind.id, kind.one) for kind in RECORD_KINDS])
    place = models.PositiveIntegerField(help_text="1 for the first of its kind; never given again.")
    source_place = models.PositiveIntegerField(
        null=True, blank=True, help_text="The place of the child or adult of the notification that it was made from."
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("review", "kind", "place")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "kind", "place"), condition=Q(request__isnull=True), name="review_record_once"
            ),
            models.UniqueConstraint(
                fields=("request", "kind", "place"), condition=Q(request__isnull=False), name="agency_record_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.place}"


class AnswerChange(models.Model):
    """Who wrote what and when: one answer as it was and as it became. Rows are added, never edited."""

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="answer_changes")
    record = models.ForeignKey(ReviewRecord, on_delete=models.CASCADE, related_name="changes")
    question = models.CharField(max_length=80)
    before = SealedJSONField(default=dict, blank=True, help_text='{"answer": …} or {"unanswered": …} or nothing.')
    after = SealedJSONField(default=dict, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    made_by_key = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("made_at", "pk")
        indexes = (models.Index(fields=("record", "question", "made_at"), name="answer_change_of"),)

    def __str__(self) -> str:
        return self.question


class Comment(models.Model):
    """A remark beside a section or one of its questions, and the replies to it."""

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="comments")
    section = models.CharField(max_length=60)
    place = models.PositiveIntegerField(default=0, help_text="Of the record; 0 for the review itself.")
    question = models.CharField(max_length=80, blank=True)
    answers = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies")
    text = SealedTextField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    made_by_key = models.CharField(max_length=64, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return f"Comment on {self.section}"


class DismissedPrompt(models.Model):
    """Somebody looked at a prompt and said why it can stay as it is."""

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="dismissed_prompts")
    key = models.CharField(max_length=200)
    reason = SealedTextField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("made_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "key"), condition=Q(taken_back_at__isnull=True), name="prompt_dismissed_once"
            ),
        )

    def __str__(self) -> str:
        return self.key


class AddedQuestion(models.Model):
    """A question that a partnership adds to the template from one day to another, or the Panel for everybody (R12).

    A review has the questions that were in force on the day on which it was opened.
    """

    class Purpose(models.TextChoices):
        """Why it is asked."""

        OWN = "own", "The partnership’s own question"
        THEME = "theme", "Something to consider at present"

    partnership = models.ForeignKey(
        "partnerships.Partnership", null=True, blank=True, on_delete=models.PROTECT, related_name="added_questions"
    )
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.OWN)
    section = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    hint = models.CharField(max_length=400, blank=True)
    kind = models.CharField(
        max_length=20,
        choices=[(str(Kind.LONG_TEXT), "In words"), (str(Kind.YES_NO), "Yes or no")],
        default=str(Kind.LONG_TEXT),
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("starts_on", "pk")

    def __str__(self) -> str:
        return self.label
