"""An incident from the first word of it: the referral, the notification with its children and adults, and what changed later.

The answers to the form's questions are kept by question id, plain or sealed as the form's definition says (decision record
0004). What the register filters and counts by is copied into columns by `incidents.columns`, in one place.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents.referrals.models import (  # noqa: F401  (Django finds its models here)
    ReferralFingerprint,
    ReferralStep,
)
from second_question_web.sealed.fields import SealedJSONField, SealedTextField


class Notification(AnswerRecord):
    """A serious incident on its way to the national Panel, from draft to what is known today (N1 to N8)."""

    class State(models.TextChoices):
        """Where it stands; the steps between are in `second_question.rules.workflow`."""

        DRAFT = "draft", "Draft"
        SENT = "sent", "Sent"
        WITHDRAWN = "withdrawn", "Withdrawn"
        DISCARDED = "discarded", "Discarded"

    class Origin(models.TextChoices):
        """How it came into the register."""

        ENTERED = "entered", "Entered here"
        IMPORTED = "imported", "Imported from a file"

    reference = models.CharField(max_length=40, unique=True)
    external_reference = models.CharField(max_length=80, null=True, blank=True, unique=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.ENTERED)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    form = models.CharField(max_length=40)
    ruleset = models.CharField(max_length=40, blank=True)
    partnership = models.ForeignKey(
        "partnerships.Partnership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="notifications",
        db_index=False,
    )
    local_authority = models.ForeignKey(
        "partnerships.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="notifications"
    )
    region = models.ForeignKey("partnerships.Region", null=True, blank=True, on_delete=models.PROTECT, db_index=False)
    referral = models.OneToOneField(
        "Referral", null=True, blank=True, on_delete=models.PROTECT, related_name="notification"
    )

    started_at = models.DateTimeField(default=timezone.now)
    started_by = models.CharField(max_length=200)
    started_by_key = models.CharField(max_length=64, blank=True, help_text="As the trail knows that person.")
    start_token = models.CharField(
        max_length=64, unique=True, help_text="A second press of the button finds the first draft."
    )
    sent_at = models.DateTimeField(null=True, blank=True, db_index=True)
    sent_on = models.DateField(null=True, blank=True, help_text="The calendar day in England.")
    sent_by = models.CharField(max_length=200, blank=True)
    receipt_number = models.CharField(max_length=20, null=True, blank=True, unique=True)
    snapshot = models.JSONField(default=dict, blank=True, help_text="Characteristics as they were at sending.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_reason = SealedTextField(blank=True, default="")

    incident_on = models.DateField(null=True, blank=True)
    aware_on = models.DateField(null=True, blank=True)
    nature = models.CharField(max_length=20, blank=True)
    likely_cause = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=40, blank=True)
    number_of_children = models.PositiveIntegerField(default=0)
    extra = models.JSONField(default=dict, blank=True, help_text="Columns of an imported file that are not ours.")

    class Meta:
        ordering = ("-sent_on", "-reference")
        # The register counts and sorts by these alone, without reading the rows, which hold all the answers.
        indexes = (
            models.Index(fields=("partnership", "state", "-sent_on", "-reference"), name="notification_partnership"),
            models.Index(fields=("region", "state", "-sent_on", "-reference"), name="notification_region"),
            models.Index(fields=("state", "-sent_on", "-reference"), name="notification_newest"),
            models.Index(fields=("nature", "state", "-sent_on", "-reference"), name="notification_nature"),
            models.Index(fields=("likely_cause", "state", "-sent_on", "-reference"), name="notification_cause"),
            models.Index(fields=("incident_on", "state", "-sent_on", "-reference"), name="notification_incident"),
        )
        constraints = (
            models.CheckConstraint(
                name="notification_sent_has_date",
                condition=Q(state__in=("draft", "discarded")) | (Q(sent_at__isnull=False) & Q(sent_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="notification_withdrawn_has_date", condition=~Q(state="withdrawn") | Q(withdrawn_at__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return self.reference


class Child(AnswerRecord):
    """A child of a notification. One of them is the child whom the incident is mostly about."""

    notification = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="children", db_index=False)
    place = models.PositiveIntegerField(help_text="1 for the first child entered.")
    external_reference = models.CharField(max_length=80, blank=True)
    focus = models.BooleanField(default=False)
    age_years = models.PositiveSmallIntegerField(null=True, blank=True)
    age_group = models.CharField(max_length=10, blank=True)
    sex = models.CharField(max_length=20, blank=True)
    ethnicity = models.CharField(max_length=10, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("notification", "place")
        constraints = (models.UniqueConstraint(fields=("notification", "place"), name="child_place_once"),)
        indexes = (
            models.Index(
                fields=("age_group", "sex", "ethnicity", "notification"),
                name="child_characteristics",
                condition=Q(removed_at__isnull=True),
            ),
            models.Index(
                fields=("ethnicity", "notification"), name="child_ethnicity", condition=Q(removed_at__isnull=True)
            ),
            models.Index(fields=("sex", "notification"), name="child_sex", condition=Q(removed_at__isnull=True)),
        )

    def __str__(self) -> str:
        return f"Child {self.place}"


class Adult(AnswerRecord):
    """A parent, carer, household member or other person of a notification."""

    notification = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="adults")
    place = models.PositiveIntegerField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("notification", "place")
        constraints = (models.UniqueConstraint(fields=("notification", "place"), name="adult_place_once"),)

    def __str__(self) -> str:
        return f"Adult {self.place}"


class Fingerprint(models.Model):
    """A keyed digest by which a sealed name or date of birth is found again; nothing can be read from it."""

    class Of(models.TextChoices):
        """What it is a fingerprint of."""

        CHILD_NAME = "child_name"
        ADULT_NAME = "adult_name"
        CHILD_BORN = "child_born"

    notification = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="fingerprints")
    record = models.PositiveBigIntegerField(help_text="The child's or adult's key.")
    of = models.CharField(max_length=12, choices=Of.choices)
    value = models.CharField(max_length=32)

    class Meta:
        indexes = (models.Index(fields=("value", "of"), name="fingerprint_value"),)

    def __str__(self) -> str:
        return self.of


class Informed(models.Model):
    """Somebody was told of the incident: who, how and when."""

    class Body(models.TextChoices):
        """Who was told."""

        PANEL = "panel", "National Panel"
        DEPARTMENT = "department", "Department for Education"
        OFSTED = "ofsted", "Ofsted"
        LOCAL_AUTHORITY = "local_authority", "Local authority partner"
        POLICE = "police", "Police partner"
        CARE_BOARD = "care_board", "Integrated care board partner"
        OTHER_AREA = "other_area", "Safeguarding partners of another area"
        CORONER = "coroner", "Coroner"
        OTHER = "other", "Somebody else"

    class How(models.TextChoices):
        """By what means."""

        HERE = "here", "Through this system"
        TELEPHONE = "telephone", "By telephone"
        EMAIL = "email", "By email"
        MEETING = "meeting", "In a meeting"
        LETTER = "letter", "By letter"

    notification = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="informed")
    body = models.CharField(max_length=20, choices=Body.choices)
    details = SealedTextField(blank=True, default="")
    how = models.CharField(max_length=12, choices=How.choices)
    at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.get_body_display()


class NotTheSame(models.Model):
    """Somebody looked at a likely duplicate and said that it is another incident, and why."""

    notification = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="judged_not_the_same")
    other = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="judged_not_the_same_as")
    reason = SealedTextField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("notification", "other"), name="not_the_same_once"),)

    def __str__(self) -> str:
        return f"{self.notification} is not {self.other}"


class Amendment(models.Model):
    """A change to a notification after it was sent: who, when, why. Rows are added, never edited."""

    notification = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    reason = SealedTextField()

    class Meta:
        ordering = ("notification", "number")
        constraints = (models.UniqueConstraint(fields=("notification", "number"), name="amendment_number_once"),)

    def __str__(self) -> str:
        return f"Amendment {self.number}"


class AmendmentLine(models.Model):
    """One answer that an amendment changed: as it was and as it is now, each with its reason when unanswered."""

    amendment = models.ForeignKey(Amendment, on_delete=models.CASCADE, related_name="lines")
    record_kind = models.CharField(max_length=12)
    record_place = models.PositiveIntegerField(default=0)
    question = models.CharField(max_length=60)
    before = SealedJSONField(default=dict, blank=True, help_text='{"answer": …} or {"unanswered": …} or nothing.')
    after = SealedJSONField(default=dict, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.question


class DraftText(models.Model):
    """What a person has typed on a page and not yet saved, kept so that a lost connection loses nothing."""

    person = models.CharField(max_length=64)
    page = models.CharField(max_length=200)
    fields = SealedJSONField()
    based_on_version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "page"), name="draft_text_once"),)

    def __str__(self) -> str:
        return self.page


class Referral(models.Model):
    """An agency tells the safeguarding partners of an incident; they decide what becomes of it and say why."""

    class State(models.TextChoices):
        """Where it stands; the steps between are in `second_question.rules.workflow`."""

        RECEIVED = "received", "Received"
        SCREENING = "screening", "Being screened"
        NOTIFY = "notify", "To be notified"
        NEAR_MISS = "near_miss", "Near miss"
        NOT_NOTIFIABLE = "not_notifiable", "Not notifiable"

    reference = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=16, choices=State.choices, default=State.RECEIVED, db_index=True)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.PROTECT, related_name="referrals")
    organisation = models.ForeignKey("partnerships.Organisation", on_delete=models.PROTECT, related_name="referrals")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    made_by_key = models.CharField(max_length=64)
    start_token = models.CharField(max_length=64, unique=True)
    incident_on = models.DateField(null=True, blank=True)
    nature = models.CharField(max_length=20, blank=True)
    children = SealedTextField(blank=True, default="", help_text="Names and dates of birth as the agency gives them.")
    what_happened = SealedTextField()
    why_serious = SealedTextField(blank=True, default="")
    safe_now = SealedTextField(blank=True, default="")
    further_answers = SealedJSONField(default=dict, blank=True, help_text="The form’s other answers, by question id.")
    form = models.CharField(max_length=40, blank=True)
    start_day_is_day_one = models.BooleanField(default=False, help_text="As the partnership counted on that day.")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decision_reason = SealedTextField(blank=True, default="")

    class Meta:
        ordering = ("-made_at",)
        indexes = (models.Index(fields=("partnership", "-made_at"), name="referral_partnership"),)
        constraints = (
            models.CheckConstraint(
                name="referral_decided_has_date",
                condition=Q(state__in=("received", "screening")) | Q(decided_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.reference


class PartnerView(models.Model):
    """What one safeguarding partner thinks of a referral, and why. A later view of the same partner is a new row."""

    class View(models.TextChoices):
        """What the partner thinks it is."""

        NOTIFY = "notify", "Notify it"
        NEAR_MISS = "near_miss", "A near miss: keep it for learning"
        NOT_NOTIFIABLE = "not_notifiable", "Do not notify"

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="views")
    organisation = models.ForeignKey("partnerships.Organisation", on_delete=models.PROTECT)
    view = models.CharField(max_length=16, choices=View.choices)
    reason = SealedTextField()
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)
    recorded_by = models.CharField(max_length=200, blank=True, help_text="When somebody else wrote it down.")

    class Meta:
        ordering = ("given_at",)

    def __str__(self) -> str:
        return self.get_view_display()


class Series(models.Model):
    """The last number given in each series of references and receipts; locked while the next is taken."""

    name = models.CharField(max_length=40, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.last}"
