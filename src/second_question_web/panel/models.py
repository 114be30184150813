"""The national Panel's side: what has arrived, and who acknowledged it (P1)."""

from django.db import models


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
