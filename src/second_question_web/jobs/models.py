"""Background work: what was asked, how far it is, and how it ended."""

import uuid

from django.db import models
from django.utils import timezone


class Job(models.Model):
    """One piece of background work. The queue runs it; this row is what people see of it.

    The title tells nothing about a case. `heard_at` is the last sign of life of whoever runs it: when it gets old, the
    worker has died and the work is taken up again.
    """

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
    once = models.CharField(
        max_length=120,
        null=True,
        blank=True,
        unique=True,
        help_text="Work that is asked twice under one name is done once.",
    )
    asked_by_key = models.CharField(max_length=64, db_index=True)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=64, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True, help_text="When it is tried again.")
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    unit = models.CharField(max_length=40, default="row", help_text="What is counted: a word that takes an s.")
    step = models.CharField(max_length=200, blank=True)
    result = models.JSONField(default=dict, blank=True)
    failure = models.TextField(blank=True, help_text="What went wrong, in words for the person who asked.")

    class Meta:
        ordering = ("-asked_at",)

    def __str__(self) -> str:
        return self.title


class DailyRun(models.Model):
    """Daily work that was asked for one day; the row keeps a second host from asking again."""

    name = models.CharField(max_length=60)
    day = models.DateField()
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "day"), name="daily_run_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.name} on {self.day}"
