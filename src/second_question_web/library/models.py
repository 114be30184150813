"""What the web adds to the library: who deposited a document, what they said of it, and the searches that people keep.

The library itself is the store of the core (ADR 0018). What was deposited here is brought into the store of each host.
"""

import secrets

from django.db import models
from django.db.models import Q

KEY_BYTES = 6


def new_key() -> str:
    """A permanent name that says nothing; as long as the core's own."""
    return secrets.token_hex(KEY_BYTES)


class Deposit(models.Model):
    """A document that somebody put into the library, or a record of one whose file is not here.

    `proposed` are the facts as the machine read them, each with its passage; the columns are what the person decided. Both
    are kept. Whoever the document belongs to is never shown with it when `area_withheld`.
    """

    class State(models.TextChoices):
        """Where it stands."""

        READING = "reading", "Being read"
        UNREADABLE = "unreadable", "Could not be read"
        PROPOSED = "proposed", "Waiting for its facts to be checked"
        ENTERED = "entered", "In the library"
        WITHDRAWN = "withdrawn", "Taken out of the library"

    class Audience(models.TextChoices):
        """Who may see it."""

        EVERYBODY = "everybody", "Everybody"
        OWNER = "owner", "Only the people of this partnership, or of the Panel"

    key = models.CharField(max_length=12, unique=True, default=new_key)
    state = models.CharField(max_length=12, choices=State.choices, default=State.READING)
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.OWNER)
    partnership = models.ForeignKey(
        "partnerships.Partnership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whose document it is; empty for the national Panel.",
    )
    file = models.ForeignKey("files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    problem = models.CharField(max_length=500, blank=True, help_text="Why the file could not be read.")
    proposed = models.JSONField(default=dict, blank=True)
    checks = models.JSONField(
        default=dict,
        blank=True,
        help_text="What in its text may identify somebody, and what its file gives away beside it.",
    )
    confirmed = models.JSONField(
        default=dict, blank=True, help_text="Who looked at what the checks found before it became public, and when."
    )
    title = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    authors = models.CharField(max_length=300, blank=True)
    pseudonym = models.CharField(max_length=100, blank=True)
    area = models.CharField(max_length=200, blank=True)
    authorities = models.JSONField(default=list, blank=True, help_text="Official names of local authorities.")
    regions = models.JSONField(default=list, blank=True)
    nation = models.CharField(max_length=40, blank=True)
    area_withheld = models.BooleanField(default=False, help_text="The record and what is found with it name no area.")
    published = models.CharField(
        max_length=10, blank=True, help_text="As exact as it is known: 2021-06-14, 2021-06, 2021."
    )
    ages = models.JSONField(default=list, blank=True, help_text="Whole years.")
    address = models.URLField(max_length=500, blank=True, help_text="Where it was first published.")
    summary = models.TextField(blank=True)
    text_withheld = models.BooleanField(default=False, help_text="The record is open, its file and text are not.")
    withheld_reason = models.CharField(max_length=500, blank=True)
    look_again_on = models.DateField(
        null=True, blank=True, help_text="When somebody decides again whether it can be open."
    )
    deposited_at = models.DateTimeField()
    deposited_by = models.CharField(max_length=200)
    deposited_by_key = models.CharField(max_length=64)
    entered_at = models.DateTimeField(null=True, blank=True)
    change = models.BigIntegerField(
        default=0,
        db_index=True,
        help_text="The number of the last change of what is in the library; each has the next.",
    )

    class Meta:
        ordering = ("-deposited_at",)
        constraints = (
            models.CheckConstraint(
                name="deposit_withheld_has_reason",
                condition=Q(text_withheld=False) | (~Q(withheld_reason="") & Q(look_again_on__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return self.title or self.key


class DepositText(models.Model):
    """What was read in the file of a deposit: the core's `Entry` as JSON. Another file is another deposit."""

    deposit = models.OneToOneField(Deposit, on_delete=models.CASCADE, primary_key=True, related_name="text")
    entry = models.JSONField()

    def __str__(self) -> str:
        return self.deposit.key


class Changes(models.Model):
    """One row: the number of the last change of what is in the library."""

    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


class FirstShown(models.Model):
    """When a document first could be seen by those who may see a visibility. Never changed: what was shown is no news again."""

    key = models.CharField(max_length=12)
    visibility = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("visibility", "key"), name="first_shown_once"),)

    def __str__(self) -> str:
        return f"{self.key} to {self.visibility}"


class SavedSearch(models.Model):
    """A search that somebody keeps. `asked` is its address after the question mark.

    `told_upto` and `seen_upto` are numbers of `FirstShown`: what came after them was not written of, or not looked at, yet.
    """

    class Rhythm(models.TextChoices):
        """How often an e-mail says what is new."""

        NEVER = "never", "Never"
        DAILY = "daily", "Every day that something is new"
        WEEKLY = "weekly", "Every Monday when something is new"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=120)
    asked = models.CharField(max_length=2000)
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices, default=Rhythm.NEVER)
    told_upto = models.BigIntegerField(default=0)
    seen_upto = models.BigIntegerField(default=0)
    created_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True, blank=True, help_text="When it was last looked at for an e-mail.")
    written_at = models.DateTimeField(null=True, blank=True, help_text="When the last e-mail went out.")

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("person", "name"), name="saved_search_name_once"),)

    def __str__(self) -> str:
        return self.name
