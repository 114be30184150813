"""What a person takes along: the calendar feed of deadlines, and the overdue alerts that were sent."""

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
    """An e-mail about one overdue clock to one person; sent once."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="alerts")
    case = models.CharField(max_length=40)
    clock = models.CharField(max_length=40)
    due_on = models.DateField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "case", "clock", "due_on"), name="one_alert_a_due_date"),
        )

    def __str__(self) -> str:
        return f"{self.case} {self.clock}"
