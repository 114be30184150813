"""Who is where: regions, organisations of any kind, and the safeguarding partnerships made of them, all with dates."""

from django.db import models
from django.db.models import F, Q


class Region(models.Model):
    """One of the nine regions of England; a Panel member is assigned to each (P3)."""

    code = models.CharField(max_length=9, primary_key=True)
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class OrganisationKind(models.TextChoices):
    """What kind of body it is."""

    LOCAL_AUTHORITY = "local_authority", "Local authority"
    POLICE = "police", "Police force"
    CARE_BOARD = "care_board", "Integrated care board"
    NHS_TRUST = "nhs_trust", "NHS trust"
    GENERAL_PRACTICE = "general_practice", "General practice"
    SCHOOL = "school", "School or college"
    EARLY_YEARS = "early_years", "Early-years setting"
    PROBATION = "probation", "Probation service"
    YOUTH_JUSTICE = "youth_justice", "Youth justice service"
    HOUSING = "housing", "Housing provider"
    CHARITY = "charity", "Charity or community group"
    COURT_SERVICE = "court_service", "Family court advisory service"
    AMBULANCE = "ambulance", "Ambulance service"
    FIRE = "fire", "Fire and rescue service"
    CHILDRENS_HOME = "childrens_home", "Children’s home or fostering service"
    PARTNERSHIP_OFFICE = "partnership_office", "Partnership office"
    NATIONAL_BODY = "national_body", "National body"
    UNIVERSITY = "university", "University or research body"
    OTHER = "other", "Other"


class Organisation(models.Model):
    """A body with its dates: a local authority may be merged, a care board may end."""

    code = models.CharField(
        max_length=40, unique=True, help_text="The official nine-character code where there is one."
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=OrganisationKind.choices)
    short_code = models.CharField(max_length=20, blank=True, help_text="The department’s or the health service’s code.")
    region = models.ForeignKey(Region, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    fictional = models.BooleanField(default=False)
    official = models.BooleanField(
        default=False, help_text="Comes from the reference data and is kept in step with it."
    )

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                name="organisation_ends_after_start",
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Partnership(models.Model):
    """The safeguarding partners of an area. An area is not always one local authority."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200, unique=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="partnerships")
    email = models.EmailField(blank=True)
    start_day_is_day_one = models.BooleanField(
        default=False, help_text="Counts the day of the start as day 1; otherwise the day after is day 1."
    )
    fictional = models.BooleanField(default=False)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class MemberPart(models.TextChoices):
    """As what an organisation belongs to a partnership."""

    SAFEGUARDING_PARTNER = "safeguarding_partner", "Safeguarding partner"
    AGENCY = "agency", "Agency"


class Member(models.Model):
    """An organisation's place in a partnership between two dates."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="members")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    part = models.CharField(max_length=30, choices=MemberPart.choices)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("organisation__name",)
        constraints = (
            models.UniqueConstraint(
                fields=("partnership", "organisation", "part", "starts_on"), name="member_once_a_start"
            ),
            models.UniqueConstraint(
                fields=("partnership", "organisation", "part"),
                condition=Q(starts_on__isnull=True),
                name="member_once_without_start",
            ),
            models.CheckConstraint(
                name="member_ends_after_start",
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} in {self.partnership}"


class LocalClock(models.Model):
    """A deadline that a partnership sets for itself, counted in working days from an event."""

    class StartsFrom(models.TextChoices):
        """The event that starts the clock."""

        REFERRAL_RECEIVED = "referral_received", "Referral received"
        NOTIFICATION_SENT = "notification_sent", "Notification sent"

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="local_clocks")
    name = models.CharField(max_length=120)
    starts_from = models.CharField(max_length=30, choices=StartsFrom.choices)
    working_days = models.PositiveSmallIntegerField()
    started_on = models.DateField(null=True, blank=True, help_text="What began earlier has no such clock.")
    ended_on = models.DateField(null=True, blank=True, help_text="What began by that day keeps the clock.")

    class Meta:
        ordering = ("starts_from", "working_days")
        constraints = (
            models.UniqueConstraint(
                fields=("partnership", "name"), condition=Q(ended_on__isnull=True), name="local_clock_name_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class ReferenceLoad(models.Model):
    """Which edition of the reference data is in the database, so that loading the same again costs one query."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest
