"""Background work: what was asked, how far it is, and how it ended."""

import uuid

from django.db import models
from django.utils import timezone


class Job(models.Model):
    """One piece of background work. The queue runs it; this row is what people see of it."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        RETRYING = "retrying", "Failed, will be tried again"
        FAILED = "failed", "Failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField(max_length=60, db_index=True)
    title = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict, blank=True)
    asked_by_key = models.CharField(max_length=64)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    step = models.CharField(max_length=200, blank=True)
    result = models.JSONField(default=dict, blank=True)
    failure = models.TextField(blank=True, help_text="What went wrong, in words for the person who asked.")

    class Meta:
        ordering = ("-asked_at",)

    def __str__(self) -> str:
        return self.title
