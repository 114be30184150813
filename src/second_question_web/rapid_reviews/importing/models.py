"""A rapid review that came as a file: the file, and the passages that still have to be placed by hand."""

from django.db import models

from second_question_web.sealed.fields import SealedJSONField, SealedTextField


class ImportedFile(models.Model):
    """A Word, PDF or JSON file that was read; once somebody has looked through the reading, it is taken into the review."""

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="imported_files")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    reading = SealedJSONField(default=dict, blank=True, help_text="What was read: `importing.reading.Reading`.")
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.CharField(max_length=200, blank=True)
    placed = models.PositiveIntegerField(default=0, help_text="How many answers were filled from it.")

    class Meta:
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return f"{self.file} in {self.review}"


class UnplacedPassage(models.Model):
    """A passage of the file that fits no question, or whose question had an answer already. Kept until it is placed."""

    imported = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="unplaced")
    position = models.PositiveIntegerField()
    heading = SealedTextField(blank=True, default="")
    text = SealedTextField()
    page = models.PositiveIntegerField(default=1)
    proposed_in = models.CharField(
        max_length=120, blank=True, help_text="kind/place/question, where it seems to belong."
    )
    placed_at = models.DateTimeField(null=True, blank=True)
    placed_by = models.CharField(max_length=200, blank=True)
    placed_in = models.CharField(
        max_length=120, blank=True, help_text="kind/place/question, or kind/place for a record made; empty if left out."
    )
    left_out_reason = SealedTextField(blank=True, default="")

    class Meta:
        ordering = ("imported", "position")

    def __str__(self) -> str:
        return f"Passage {self.position}"
