"""The rapid review: opened when a notification is sent, with its clock (N8, R1)."""

from django.db import models
from django.db.models import Q

from second_question.rules.workflow import RAPID_REVIEW
from second_question_web.rapid_reviews.deciding.models import (
    Decision,
    PartnerSignature,
    Version,
)
from second_question_web.rapid_reviews.importing.models import ImportedFile, UnplacedPassage
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning
from second_question_web.rapid_reviews.meetings.models import (
    Attendance,
    ContributingPartnership,
    Meeting,
    MeetingAction,
)
from second_question_web.rapid_reviews.summaries.models import AgencyRequest, RequestLink, SignOff
from second_question_web.rapid_reviews.writing.models import (
    AddedQuestion,
    AnswerChange,
    Comment,
    DismissedPrompt,
    ReviewRecord,
)
from second_question_web.sealed.fields import SealedTextField

__all__ = (  # Django finds the models of the parts here
    "AddedQuestion",
    "AgencyRequest",
    "AnswerChange",
    "Attendance",
    "ClockChange",
    "Comment",
    "ContributingPartnership",
    "Decision",
    "DismissedPrompt",
    "EarlierLearning",
    "ImportedFile",
    "Meeting",
    "MeetingAction",
    "PartnerSignature",
    "RapidReview",
    "RequestLink",
    "ReviewRecord",
    "SignOff",
    "UnplacedPassage",
    "Version",
)

_STATES = [(str(state), label) for state, label in RAPID_REVIEW.states.items()]


class RapidReview(models.Model):
    """One rapid review. It keeps the ruleset that it began under; its states are those of `workflow.RAPID_REVIEW`."""

    notification = models.OneToOneField("incidents.Notification", on_delete=models.PROTECT, related_name="rapid_review")
    state = models.CharField(max_length=20, choices=_STATES, default=_STATES[0][0], db_index=True)
    ruleset = models.CharField(max_length=40)
    opened_on = models.DateField(help_text="The day on which the notification was sent; the clock starts here.")
    start_day_is_day_one = models.BooleanField(default=False)
    submitted_on = models.DateField(null=True, blank=True)
    late_reason = SealedTextField(blank=True, default="", help_text="Why it was sent after its due date.")
    closed_on = models.DateField(null=True, blank=True)
    template = models.CharField(max_length=40, default="rapid-review/2021")
    version = models.PositiveIntegerField(default=1, help_text="Goes up with every change of state or clock.")

    class Meta:
        ordering = ("-opened_on", "-pk")
        indexes = (
            models.Index(fields=("state", "opened_on"), name="rapid_review_soonest"),
            models.Index(fields=("-opened_on", "-id"), name="rapid_review_newest"),
        )

    def __str__(self) -> str:
        return f"Rapid review of {self.notification}"


class ClockChange(models.Model):
    """A pause or an extension of a rapid review's clock, with its reason. The first due date is kept (handbook 4, LITE)."""

    class Kind(models.TextChoices):
        """What was done to the clock."""

        PAUSE = "pause", "Paused"
        EXTENSION = "extension", "Extended"

    rapid_review = models.ForeignKey(RapidReview, on_delete=models.CASCADE, related_name="clock_changes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    from_on = models.DateField(help_text="First day of the pause, or the day on which the extension was agreed.")
    until_on = models.DateField(null=True, blank=True, help_text="Last day of the pause; empty while it lasts.")
    working_days = models.PositiveSmallIntegerField(default=0, help_text="How many working days an extension adds.")
    reason = SealedTextField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When the end of a pause was recorded.")
    ended_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("made_at", "pk")
        constraints = (
            models.CheckConstraint(name="extension_adds_days", condition=~Q(kind="extension") | Q(working_days__gte=1)),
            models.UniqueConstraint(
                name="one_pause_at_a_time",
                fields=("rapid_review",),
                condition=Q(kind="pause", until_on__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()
