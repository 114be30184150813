"""What the sweeps look at among the deposits: what they put into the demo, and where it is then."""

from typing import cast

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from second_question.documents import read
from second_question_web.library.depositing import actions
from second_question_web.library.depositing.jobs import keep
from second_question_web.library.models import Deposit
from second_question_web.partnerships.models import Partnership
from second_question_web.people.models import Person
from tests.conftest import SAMPLES
from tests.sweeps import found


def prepare(bea: Person) -> None:
    """A document whose facts wait."""
    data, now = (SAMPLES / "library" / "rowan.txt").read_bytes(), timezone.now()
    upload, own = SimpleUploadedFile("rowan.txt", data), Partnership.objects.get(slug=found.HERE)
    made = actions.deposit(by=bea, upload=upload, partnership=own, now=now, read_later=False)
    keep(made, data, read(data, "rowan.txt"), now)


def deposited() -> tuple[str]:
    """A document with a file that Bea's partnership has put into the library."""
    return _deposit_of(state=Deposit.State.ENTERED, file__isnull=False)


def waiting() -> tuple[str]:
    """The document whose facts wait."""
    return _deposit_of(state=Deposit.State.PROPOSED)


def _deposit_of(**which: object) -> tuple[str]:
    return cast(tuple[str], found.first(Deposit.objects.filter(partnership__slug=found.HERE, **which), "key"))
