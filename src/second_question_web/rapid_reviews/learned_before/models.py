"""Which documents of the library a review cites as earlier learning, and what became of what was recommended then (F5)."""

from django.db import models
from django.db.models import Q

from second_question_web.sealed.fields import SealedJSONField, SealedTextField


class EarlierLearning(models.Model):
    """A document of the library that a review cites. The words stand in the review's answer; here stands what they come from.

    Kept when it is taken out, so that it can come back when the answer names the document again.
    """

    class Became(models.TextChoices):
        """What became of the recommendation."""

        DONE = "done", "Put into practice"
        PARTLY = "partly", "Put into practice in part"
        NOT_DONE = "not_done", "Not put into practice"
        NOT_KNOWN = "not_known", "Not known"

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="earlier_learning")
    document = models.CharField(max_length=12, help_text="The permanent name of the document in the library.")
    recommendation = models.PositiveIntegerField(
        null=True, blank=True, help_text="Where in the document's text the recommendation begins that is cited."
    )
    citation = SealedTextField(help_text="As it was put into the answer, without what became of it and the address.")
    became = models.CharField(max_length=10, choices=Became.choices, blank=True)
    became_words = SealedTextField(blank=True, default="")
    answered_before = SealedJSONField(
        default=dict, blank=True, help_text="What was answered before to the questions that the citation changed."
    )
    cited_at = models.DateTimeField()
    cited_by = models.CharField(max_length=200)
    cited_by_key = models.CharField(max_length=64, blank=True)
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("cited_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "document"),
                condition=Q(taken_out_at__isnull=True, recommendation__isnull=True),
                name="earlier_learning_once",
            ),
            models.UniqueConstraint(
                fields=("review", "document", "recommendation"),
                condition=Q(taken_out_at__isnull=True, recommendation__isnull=False),
                name="earlier_recommendation_once",
            ),
        )
        indexes = (models.Index(fields=("document",), name="earlier_learning_document"),)

    def __str__(self) -> str:
        return self.document
