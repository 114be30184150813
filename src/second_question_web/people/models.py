"""People who use the system, what they are given, and how they came to it."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from second_question.rules.access import ROLES, Permission, ScopeKind, role


class PersonManager(BaseUserManager["Person"]):
    """People by e-mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person with that e-mail address."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody with an account. Signs in with an e-mail address; belongs to one organisation."""

    class State(models.TextChoices):
        """Where the account stands."""

        INVITED = "invited", "Invited"
        WAITING = "waiting", "Waiting for approval"
        ACTIVE = "active", "Active"
        ENDED = "ended", "Ended"

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    job_title = models.CharField(max_length=150, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    organisation = models.ForeignKey(
        "partnerships.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.INVITED)
    sessions_epoch = models.PositiveIntegerField(default=0, help_text="Raised to end every session of this person.")
    has_second_factor = models.BooleanField(default=False)
    fictional = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)
    asked_for = models.TextField(blank=True, help_text="What somebody who asked for access wants to do here.")
    asked_at = models.DateTimeField(null=True, blank=True)

    second_factor_given = False
    """For the time of a request: whether the session's sign-in service vouched for a second factor of its own."""

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = PersonManager()

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(Lower("email"), name="person_email_once_in_any_capitals"),)

    def __str__(self) -> str:
        return self.name

    @property
    def is_active(self) -> bool:  # type: ignore[override]  # a property here, a plain attribute in Django
        """Whether this person may sign in."""
        return self.state == self.State.ACTIVE

    @property
    def trail_key(self) -> str:
        """Who the trail says it was."""
        return f"person:{self.pk}"

    @property
    def trail_name(self) -> str:
        """The name that the trail keeps."""
        return self.name

    @property
    def trail_organisation(self) -> str:
        """The organisation that the trail keeps."""
        return self.organisation.name if self.organisation else ""

    def take(self, grants: Iterable["Grant"]) -> None:
        """Lets `grants_now` be told from all grants of the person, which were read with the person."""
        self.grants_now = _holding_today(grants)

    @cached_property
    def grants_now(self) -> list["Grant"]:
        """The grants that hold today; read once a request. Hardly a page names where they hold."""
        return _holding_today(self.grants.all())

    @cached_property
    def grants_with_places(self) -> list["Grant"]:
        """The same with the partnership, organisation and region of each."""
        return _holding_today(self.grants.select_related("partnership", "organisation", "region"))

    def may(self, permission: Permission) -> bool:
        """Whether a grant that holds today gives this permission somewhere."""
        return any(permission in role(grant.role).permissions for grant in self.grants_now)

    def grants_for(self, permission: Permission, *, with_places: bool = False) -> list["Grant"]:
        """The grants that hold today and give this permission; with places, for whoever names them."""
        grants = self.grants_with_places if with_places else self.grants_now
        return [grant for grant in grants if permission in role(grant.role).permissions]

    def lacks_second_factor(self) -> bool:
        """Whether a second factor must still be set up."""
        return settings.SECOND_FACTOR_REQUIRED and not (self.has_second_factor or self.second_factor_given)

    def get_session_auth_hash(self) -> str:
        """Changes with the password and with `sessions_epoch`, so that either ends every session."""
        salt = "second_question_web.people.models.Person.get_session_auth_hash"
        return salted_hmac(salt, f"{self.password}{self.sessions_epoch}", algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterable[str]:
        """None: changing the installation's secret key ends every session."""
        return ()


class Grant(models.Model):
    """A role given to a person in one scope, between two dates. Ended, never deleted."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=40, choices=[(r.id, r.title) for r in ROLES])
    scope = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in ScopeKind])
    partnership = models.ForeignKey("partnerships.Partnership", null=True, blank=True, on_delete=models.PROTECT)
    organisation = models.ForeignKey("partnerships.Organisation", null=True, blank=True, on_delete=models.PROTECT)
    region = models.ForeignKey("partnerships.Region", null=True, blank=True, on_delete=models.PROTECT)
    case = models.CharField(max_length=40, blank=True, help_text="The reference of the notification.")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="The last day on which it holds.")
    given_by = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Taken back; holds no longer from this moment.")
    ended_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-starts_on", "role")
        constraints = (
            models.CheckConstraint(
                name="grant_ends_after_start", condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="grant_names_its_scope",
                condition=(
                    Q(scope=ScopeKind.NATIONAL)
                    | Q(scope=ScopeKind.REGION, region__isnull=False)
                    | Q(scope=ScopeKind.PARTNERSHIP, partnership__isnull=False)
                    | Q(scope=ScopeKind.AGENCY, partnership__isnull=False, organisation__isnull=False)
                    | (Q(scope=ScopeKind.CASE) & ~Q(case=""))
                    | Q(scope=ScopeKind.ORGANISATION, organisation__isnull=False)
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{role(self.role).title}, {self.where}"

    def holds_on(self, day: date) -> bool:
        """Whether the grant holds on that day, the first and the last included, and was not taken back."""
        return self.ended_at is None and self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def where(self) -> str:
        """The scope in words."""
        match self.scope:
            case ScopeKind.REGION:
                return str(self.region)
            case ScopeKind.PARTNERSHIP:
                return str(self.partnership)
            case ScopeKind.AGENCY:
                return f"{self.organisation} in {self.partnership}"
            case ScopeKind.CASE:
                return f"case {self.case}"
            case ScopeKind.ORGANISATION:
                return str(self.organisation)
        return "England"


def _holding_today(grants: Iterable[Grant]) -> list[Grant]:
    today = timezone.localdate()
    return [grant for grant in grants if grant.holds_on(today)]


class Invitation(models.Model):
    """An invitation to an e-mail address. The link's secret is kept as a digest only."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    secret_digest = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    approved = models.BooleanField(
        default=True, help_text="Otherwise the organisation's own administrators still approve the person."
    )

    class Meta:
        ordering = ("-sent_at",)

    def __str__(self) -> str:
        return f"Invitation to {self.person}"

    def open_at(self, moment: datetime) -> bool:
        """Whether the link still works."""
        return self.accepted_at is None and moment < self.expires_at


class SetUpLink(models.Model):
    """The one secret address at which the first administrator is named. Kept as a digest; each new one ends the last."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    secret_digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return "Set-up link"
