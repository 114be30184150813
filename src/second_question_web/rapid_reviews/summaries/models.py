"""The request to an agency for its summary, the links by which people without an account answer, and the sign-off."""

from django.db import models
from django.db.models import Q

from second_question.rules.workflow import AGENCY_REQUEST
from second_question_web.sealed.fields import SealedTextField

_STATES = [(str(state), label) for state, label in AGENCY_REQUEST.states.items()]


class AgencyRequest(models.Model):
    """An agency was asked for its summary. Its states are those of `workflow.AGENCY_REQUEST`.

    `partnership` is the one that asked: the lead, or a contributing one for its own agencies. `version` goes up with every
    change of state.
    """

    review = models.ForeignKey("rapid_reviews.RapidReview", on_delete=models.CASCADE, related_name="requests")
    number = models.PositiveIntegerField(help_text="1 for the first of a review.")
    partnership = models.ForeignKey(
        "partnerships.Partnership", on_delete=models.PROTECT, related_name="agency_requests"
    )
    organisation = models.ForeignKey(
        "partnerships.Organisation", on_delete=models.PROTECT, related_name="agency_requests"
    )
    state = models.CharField(max_length=20, choices=_STATES, default=_STATES[0][0])
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    due_on = models.DateField()
    note = SealedTextField(blank=True, default="", help_text="What the agency is told beside how to find the family.")
    begun_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.CharField(max_length=200, blank=True)
    nothing_known_words = SealedTextField(blank=True, default="", help_text="Where the agency looked.")
    reminded_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveIntegerField(default=0)
    shared_at = models.DateTimeField(null=True, blank=True, help_text="From here on the other agencies may read it.")
    shared_by = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True, blank=True, help_text="When the agency was told what came of it.")
    told_words = SealedTextField(blank=True, default="", help_text="What came of the agency’s contribution.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = SealedTextField(blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("review", "number")
        indexes = (models.Index(fields=("organisation", "partnership", "state"), name="agency_request_of"),)
        constraints = (
            models.UniqueConstraint(fields=("review", "number"), name="agency_request_number_once"),
            models.UniqueConstraint(
                fields=("review", "organisation"),
                condition=~Q(state="withdrawn"),
                name="agency_asked_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} for {self.review}"


class RequestLink(models.Model):
    """A secret address sent to one person of the agency; opening it asks for a code that goes to the same mailbox."""

    class Part(models.TextChoices):
        """What the link is for."""

        CONTRIBUTE = "contribute", "Write the summary"
        SIGN = "sign", "Read and sign the summary"

    request = models.ForeignKey(AgencyRequest, on_delete=models.CASCADE, related_name="links")
    part = models.CharField(max_length=12, choices=Part.choices)
    name = models.CharField(max_length=150)
    job_title = models.CharField(max_length=150, blank=True)
    email = models.EmailField()
    secret_digest = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True, help_text="First opened with the right code.")
    code_digest = models.CharField(max_length=64, blank=True)
    code_expires_at = models.DateTimeField(null=True, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("sent_at", "pk")

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.name}"


class SignOff(models.Model):
    """The agency's lead signed the summary as it was then. A later change of the text makes it lapse (handbook 4, LITE)."""

    request = models.ForeignKey(AgencyRequest, on_delete=models.CASCADE, related_name="sign_offs")
    name = models.CharField(max_length=150)
    job_title = models.CharField(max_length=150, blank=True)
    signed_at = models.DateTimeField()
    signed_by_key = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, help_text="Of the summary and its episodes as they were signed.")
    lapsed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("signed_at", "pk")

    def __str__(self) -> str:
        return f"{self.name}, {self.job_title}"
