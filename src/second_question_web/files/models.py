"""Files that were given to the system, each with where it came from and what was found in it."""

import uuid

from django.db import models
from django.utils import timezone


def _where(stored: "StoredFile", _name: str) -> str:
    return f"{stored.id.hex[:2]}/{stored.id.hex}"


class StoredFile(models.Model):
    """One file as it was given. Its bytes never change; the name on disk says nothing about the case."""

    class Scan(models.TextChoices):
        """What the malware scan said."""

        NOT_SCANNED = "not_scanned", "Not checked for malware: no scanner is configured"
        WAITING = "waiting", "Being scanned: can be opened when that is done"
        CLEAN = "clean", "No malware found"
        INFECTED = "infected", "Malware found: cannot be opened"
        FAILED = "failed", "The scan failed: cannot be opened until it succeeds"

    class Provenance(models.TextChoices):
        """What kind of statement it is, so that it is fit for court (handbook 2, section 10)."""

        FACT = "fact", "Fact or record"
        STATEMENT = "statement", "Somebody’s statement"
        OPINION = "opinion", "Professional opinion"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    file = models.FileField(upload_to=_where)
    name = models.CharField(max_length=200, help_text="As it was named by the person who gave it.")
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=12, choices=Scan.choices, default=Scan.NOT_SCANNED)
    provenance = models.CharField(max_length=12, choices=Provenance.choices, default=Provenance.FACT)
    source = models.CharField(max_length=200, blank=True, help_text="Whose document it is.")
    description = models.CharField(max_length=200, blank=True)
    case = models.CharField(max_length=40, blank=True, db_index=True)
    purpose = models.CharField(max_length=40)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.CharField(max_length=200)
    added_by_key = models.CharField(max_length=64, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.CharField(max_length=200, blank=True)
    removed_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("added_at",)
        indexes = (models.Index(fields=("purpose", "added_at"), name="file_purpose"),)

    def __str__(self) -> str:
        return self.name

    @property
    def can_be_opened(self) -> bool:
        """Whether a person may have its bytes: it is not removed, and no scan stands in the way."""
        return self.removed_at is None and self.scan in (self.Scan.CLEAN, self.Scan.NOT_SCANNED)
