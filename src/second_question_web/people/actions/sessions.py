"""What the trail keeps of signing in and out, passwords and second factors."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from second_question_web.people.models import Person
from second_question_web.sealed.keys import fingerprint
from second_question_web.trail.actions import Actor, Unknown, record
from second_question_web.trail.models import Outcome
from second_question_web.ui import mail


def signed_in(*, by: Person, how: Sequence[str]) -> None:
    """A session began; `how` are the steps, for example password and mfa."""
    record("session.start", by=by, subject=("person", by.trail_key), after={"how": list(how)})


def signed_out(*, by: Person, why: str) -> None:
    """A session ended."""
    record("session.end", by=by, subject=("person", by.trail_key), reason=why)


def sign_in_refused(*, address: str, why: str, by: Actor | None = None) -> None:
    """Somebody tried to sign in. The address is kept as a fingerprint: a stranger may have typed a password into it."""
    subject = ("address", fingerprint(address.strip().lower()))
    record("session.refuse", by=by or Unknown(), subject=subject, reason=why, outcome=Outcome.REFUSED)


@transaction.atomic
def end_everywhere(*, by: Person) -> None:
    """Ends every session of this person, on every device."""
    Person.objects.filter(pk=by.pk).update(sessions_epoch=F("sessions_epoch") + 1)
    record("session.end_all", by=by, subject=("person", by.trail_key), reason="signed out everywhere")


@transaction.atomic
def password_changed(*, by: Person, how: str) -> None:
    """The password is another one now; `how` is "changed" or "reset". Other sessions end by themselves."""
    record("password.change", by=by, subject=("person", by.trail_key), after={"how": how})
    mail.try_to_send("people/mail/security_notice.txt", by.email, name=by.name, what="Your password was changed")


@transaction.atomic
def second_factor_changed(*, by: Person, on: bool, what: str) -> None:
    """A second factor was set up, replaced or turned off; `what` says it in words."""
    before = {"second_factor": by.has_second_factor}
    by.has_second_factor = on
    by.save(update_fields=["has_second_factor"])
    subject = ("person", by.trail_key)
    record("second_factor.change", by=by, subject=subject, before=before, after={"second_factor": on}, reason=what)
    mail.try_to_send("people/mail/security_notice.txt", by.email, name=by.name, what=what)


def recovery_codes_made(*, by: Person) -> None:
    """New recovery codes; the old ones stopped working."""
    record("second_factor.recovery_codes", by=by, subject=("person", by.trail_key))
