"""Meetings of a rapid review, and the partnerships of other areas that contribute to it."""

from django.db import models
from django.db.models import Q

from second_question.rules.template.codes import PRESENCE, ROLES_IN_DECISION
from second_question_web.sealed.fields import SealedTextField


class Meeting(models.Model):
    """A meeting: called for a time, then held or cancelled. Agenda and notes are sealed."""

    class State(models.TextChoices):
        """Where it stands."""

        CALLED = "called", "Called"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="meetings")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.CALLED)
    purpose = models.CharField(max_length=200)
    at = models.DateTimeField()
    where = models.CharField(max_length=200, blank=True, help_text="A room, or a link to a call.")
    agenda = SealedTextField(blank=True, default="")
    notes = SealedTextField(blank=True, default="")
    cancelled_reason = SealedTextField(blank=True, default="")
    called_at = models.DateTimeField()
    called_by = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("review", "number")
        constraints = (models.UniqueConstraint(fields=("review", "number"), name="meeting_number_once"),)

    def __str__(self) -> str:
        return f"Meeting {self.number}"


class Attendance(models.Model):
    """Somebody who is invited to a meeting or was there: name, title, organisation, role in the decision (R2)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    name = SealedTextField()
    job_title = models.CharField(max_length=150, blank=True)
    organisation = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=[(role.code, role.label) for role in ROLES_IN_DECISION])
    presence = models.CharField(max_length=10, blank=True, choices=[(one.code, one.label) for one in PRESENCE])

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.organisation} at {self.meeting}"


class MeetingAction(models.Model):
    """What a meeting asked somebody to do."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="actions")
    what = SealedTextField()
    owner = models.CharField(max_length=200)
    by_when = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Action of {self.meeting}"


class ContributingPartnership(models.Model):
    """The partnership of another area that takes part: it asks its own agencies, and its partners see and sign."""

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="contributing")
    partnership = models.ForeignKey(
        "partnerships.Partnership", on_delete=models.PROTECT, related_name="contributes_to", db_index=True
    )
    reason = SealedTextField(blank=True, default="", help_text="Why this area takes part.")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("added_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "partnership"), condition=Q(ended_at__isnull=True), name="contributes_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.partnership} in {self.review}"
