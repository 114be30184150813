"""What happened to a referral, step by step. The referral itself and the partners' views are in `incidents.models`."""

from django.db import models

from second_question_web.sealed.fields import SealedTextField


class ReferralStep(models.Model):
    """One step of the screening: what, from where to where, who, when and why. Rows are added, never edited.

    The reason may name people, so it is kept here, sealed, and not in the trail.
    """

    referral = models.ForeignKey("incidents.Referral", on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(
        max_length=40, help_text="A step of the referral table in `second_question.rules.workflow`."
    )
    from_state = models.CharField(max_length=16)
    to_state = models.CharField(max_length=16)
    reason = SealedTextField(blank=True, default="")
    without_all_views = models.BooleanField(default=False, help_text="Decided before every partner had given a view.")
    why_without_views = SealedTextField(blank=True, default="")
    told_agency = SealedTextField(blank=True, default="", help_text="What the agency that referred is told.")
    at = models.DateTimeField()
    by = models.CharField(max_length=200)

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.step


class ReferralFingerprint(models.Model):
    """A keyed digest by which a name in a referral is found again; nothing can be read from it."""

    referral = models.ForeignKey("incidents.Referral", on_delete=models.CASCADE, related_name="fingerprints")
    value = models.CharField(max_length=32)

    class Meta:
        indexes = (models.Index(fields=("value",), name="referral_fingerprint_value"),)

    def __str__(self) -> str:
        return f"Of {self.referral}"
