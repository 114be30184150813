"""Decisions in their order, what each safeguarding partner says to them, and the versions sent to the Panel."""

from django.db import models
from django.db.models import Q

from second_question.rules.template.codes import OUTCOMES
from second_question_web.sealed.fields import SealedTextField


class Decision(models.Model):
    """What the partners decided. A later decision is a new row with its reason: nothing is edited (P2)."""

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=30, choices=[(option.code, option.label) for option in OUTCOMES])
    decided_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    why_changed = SealedTextField(blank=True, default="", help_text="Why it differs from the decision before.")
    after_advice = models.BooleanField(default=False, help_text="The Panel had answered the decision before.")

    class Meta:
        ordering = ("review", "number")
        constraints = (models.UniqueConstraint(fields=("review", "number"), name="decision_number_once"),)

    def __str__(self) -> str:
        return f"Decision {self.number}: {self.get_outcome_display()}"


class PartnerSignature(models.Model):
    """A safeguarding partner's view of a decision, signed on the text as it was; a change of the text makes it lapse.

    A later one of the same partner replaces the one before. `recorded_by` is set when somebody else wrote down a view
    that was given elsewhere, with `how_given`.
    """

    class View(models.TextChoices):
        """What the partner says."""

        AGREES = "agrees", "Agrees"
        AGREES_WITH_RESERVATION = "reservation", "Agrees, with a reservation"
        DISAGREES = "disagrees", "Disagrees"

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="signatures")
    organisation = models.ForeignKey("partnerships.Organisation", on_delete=models.PROTECT, related_name="+")
    view = models.CharField(max_length=12, choices=View.choices)
    words = SealedTextField(blank=True, default="")
    name = models.CharField(max_length=150)
    job_title = models.CharField(max_length=150, blank=True)
    signed_at = models.DateTimeField()
    signed_by_key = models.CharField(max_length=64)
    recorded_by = models.CharField(max_length=200, blank=True)
    how_given = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, help_text="Of the review's text as it was signed.")

    class Meta:
        ordering = ("signed_at", "pk")
        constraints = (
            models.CheckConstraint(name="recorded_signature_says_how", condition=Q(recorded_by="") | ~Q(how_given="")),
        )

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_view_display()}"


class Version(models.Model):
    """A rapid review as it was sent to the Panel: frozen, numbered, with the digest of its content.

    `content` is the JSON of the published schema; Word and PDF are made of it once and kept.
    """

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="versions")
    content = SealedTextField()
    content_hash = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(default=0)
    word = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    pdf = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    sent_on = models.DateField()
    sent_by = models.CharField(max_length=200)
    late_reason = SealedTextField(blank=True, default="")
    unsigned_reasons = SealedTextField(blank=True, default="", help_text="Why a partner's signature is missing.")

    class Meta:
        ordering = ("review", "number")
        constraints = (models.UniqueConstraint(fields=("review", "number"), name="version_number_once"),)

    def __str__(self) -> str:
        return f"Version {self.number} of {self.review}"
