"""The trail: one row for each thing that somebody did or saw. Rows are added, never changed.

Rows hold values, not foreign keys, so that they outlive what they speak of. They hold no name, date of birth or address
of a child or family: a change to such a field says that it changed, the words themselves stay in the case's own history.
"""

from django.db import models

from second_question_web.trail.errors import TrailIsAppendOnly


class Outcome(models.TextChoices):
    """How it ended."""

    DONE = "done", "Done"
    REFUSED = "refused", "Refused"


class Entry(models.Model):
    """One row. `digest` is made of everything above it and of the previous row's digest."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    request_number = models.CharField(max_length=32, blank=True)
    address = models.CharField(max_length=64, blank=True)
    agent = models.CharField(max_length=200, blank=True)
    actor_key = models.CharField(max_length=64, blank=True)
    actor_name = models.CharField(max_length=200, blank=True)
    actor_organisation = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=64)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_key = models.CharField(max_length=120, blank=True)
    case = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.DONE)
    reason = models.TextField(blank=True)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    previous_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("-number",)
        # Each filter of the trail's page with the order of the page, so that a page is read from one end of an index.
        indexes = (
            models.Index(fields=("actor_key", "-number"), name="trail_actor"),
            models.Index(fields=("action", "-number"), name="trail_action"),
            models.Index(fields=("case", "-number"), name="trail_case"),
            models.Index(fields=("outcome", "-number"), name="trail_outcome"),
            models.Index(fields=("address", "-number"), name="trail_address"),
            models.Index(fields=("request_number",), name="trail_request"),
            models.Index(fields=("-at", "-number"), name="trail_at"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.action} {self.subject_kind} {self.subject_key}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Refused: rows come through `trail.actions.record`."""
        raise TrailIsAppendOnly

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Refused."""
        raise TrailIsAppendOnly


class Head(models.Model):
    """The last row's number and digest, in one locked row: the next row waits for it, so numbers have no gap."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
