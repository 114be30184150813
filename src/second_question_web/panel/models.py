"""The national Panel's side: what has arrived, and who acknowledged it (P1)."""

from django.db import models
from django.db.models import Q

from second_question_web.sealed.fields import SealedTextField


class Arrival(models.Model):
    """A notification in the Panel's inbox."""

    notification = models.OneToOneField("incidents.Notification", on_delete=models.PROTECT, related_name="arrival")
    arrived_at = models.DateTimeField(db_index=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-arrived_at",)
        indexes = (models.Index(fields=("acknowledged_at", "-arrived_at"), name="arrival_waiting"),)

    def __str__(self) -> str:
        return f"{self.notification} at the Panel"


class Reply(models.Model):
    """The Panel's answer to a version of a rapid review: advice on the decision, and on quality (P1).

    A draft until it is sent; then it is never edited, and a further reply is a new row.
    """

    class Advice(models.TextChoices):
        """What the Panel says of the decision (handbook 2, section 3.6)."""

        AGREES_NO_REVIEW = "agrees_no_review", "Agrees that there is no need for a local review"
        AGREES_REVIEW = "agrees_review", "Agrees with a local review"
        RECONSIDER = "reconsider", "Asks the partners to think again"
        ASKS_FOR_MORE = "asks_for_more", "Asks for more information"
        NATIONAL = "national", "Considers a national review"

    version = models.ForeignKey("rapid_reviews.Version", on_delete=models.PROTECT, related_name="replies")
    number = models.PositiveIntegerField(help_text="1 for the first reply to a review.")
    advice = models.CharField(max_length=20, choices=Advice.choices)
    words = SealedTextField(blank=True, default="", help_text="The letter’s text on the decision.")
    quality = models.JSONField(default=list, blank=True, help_text="Ids of the checklist that the letter speaks of.")
    quality_words = SealedTextField(blank=True, default="")
    written_by = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    signed_name = models.CharField(max_length=150, blank=True)
    signed_title = models.CharField(max_length=150, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.CharField(max_length=200, blank=True)
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("version", "number")
        constraints = (
            models.UniqueConstraint(fields=("version", "number"), name="reply_number_once"),
            models.CheckConstraint(
                name="reply_sent_has_day", condition=Q(sent_at__isnull=True) | Q(sent_on__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return self.get_advice_display()


class PartnershipAnswer(models.Model):
    """What the partnership answers to a reply: it stands by its decision, or thinks again. Rows are added, never edited."""

    reply = models.OneToOneField(Reply, on_delete=models.PROTECT, related_name="answer")
    reconsiders = models.BooleanField()
    words = SealedTextField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("made_at",)

    def __str__(self) -> str:
        return "Thinks again" if self.reconsiders else "Stands by the decision"
