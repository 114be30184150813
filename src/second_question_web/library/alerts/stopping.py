"""The link in each e-mail by which its reader ends the e-mails, without signing in."""

from django.core import signing
from django.urls import reverse

from second_question_web.library.feeds.addresses import whole
from second_question_web.people.models import Person

SALT = "library.alerts.stop"


def stop_address(person: Person) -> str:
    """Where this person, and whoever reads their e-mail, ends the e-mails. It does nothing else and does not run out."""
    return whole(reverse("library_saved_stop", args=[signing.dumps(person.pk, salt=SALT)]))


def person_of(token: str) -> Person | None:
    """Whose link it is; None where it was not made here."""
    try:
        number = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Person.objects.filter(pk=number).first()
