"""What a person takes along: the calendar feed of deadlines, and the alerts that were sent or are not wanted."""

from django.conf import settings
from django.db import models


class DeadlineFeed(models.Model):
    """A secret address at which a calendar program reads a person's deadlines. The secret is kept as a digest only."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="deadline_feeds")
    secret_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    last_read_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person",), condition=models.Q(revoked_at__isnull=True), name="one_feed_a_person"
            ),
        )

    def __str__(self) -> str:
        return f"Deadlines of {self.person}"


class Alert(models.Model):
    """One line of an e-mail to one person about one clock that runs out or has run out; sent once for each due date."""

    class Kind(models.TextChoices):
        """What the line said."""

        AHEAD = "ahead", "Due soon"
        OVERDUE = "overdue", "Overdue"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="alerts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    case = models.CharField(max_length=40)
    clock = models.CharField(max_length=40)
    due_on = models.DateField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "kind", "case", "clock", "due_on"), name="one_alert_a_due_date"),
        )
        indexes = (models.Index(fields=("due_on",), name="alert_due_on"),)

    def __str__(self) -> str:
        return f"{self.case} {self.clock}"


class AlertChoice(models.Model):
    """Whether a person wants e-mails about clocks; wanted as long as nothing else was chosen."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="alert_choice")
    wanted = models.BooleanField(default=True)
    chosen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person}: {'wanted' if self.wanted else 'not wanted'}"
