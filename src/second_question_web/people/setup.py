"""Setting up an empty installation: the one secret address at which the first administrator is named."""

from django.urls import reverse
from django.utils import timezone

from second_question_web.people.actions.first import is_needed
from second_question_web.people.links import digest_of, new_secret
from second_question_web.people.models import SetUpLink

__all__ = ["is_needed", "link"]


def link() -> str:
    """The path of the set-up page, with a new secret; a link made before stops working. It shows nothing once an
    administrator exists.
    """
    secret = new_secret()
    values = {"secret_digest": digest_of(secret), "made_at": timezone.now()}
    SetUpLink.objects.update_or_create(pk=1, defaults=values)
    return reverse("set_up", args=[secret])
