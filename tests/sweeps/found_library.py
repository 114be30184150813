"""What the sweeps look at in the library: what they put into the demo, and where it is then."""

from django.core import signing
from django.utils import timezone

from second_question_web.library.alerts import actions, stopping
from second_question_web.library.models import SavedSearch
from second_question_web.people.models import Person
from tests.sweeps import found_deposits


def prepare() -> None:
    """A search that Bea keeps, and a document of hers whose facts wait."""
    found_deposits.prepare(_bea())
    rhythm = SavedSearch.Rhythm.WEEKLY
    actions.save(by=_bea(), name="Fathers", asked="q=fathers", rhythm=rhythm, upto=0, now=timezone.now())


def saved_search() -> tuple[int]:
    """That search."""
    return (SavedSearch.objects.get(person=_bea(), name="Fathers").pk,)


def stop_link() -> tuple[str]:
    """By which Bea ends the e-mails."""
    return (signing.dumps(_bea().pk, salt=stopping.SALT),)


def first_file() -> tuple[int]:
    """The first file of the sitemap."""
    return (1,)


def _bea() -> Person:
    return Person.objects.get(email="bea@example.org")
