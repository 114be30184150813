"""The background work of depositing: a file is read in a process of its own, and checked; a redacted copy is made."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from second_question.documents import CannotRead, Document, read_safely
from second_question.exchange.redaction import CannotRedact, redacted
from second_question.library.entry import digest_of
from second_question.library.reading import entry_of
from second_question_web.files import actions as files
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.models import StoredFile
from second_question_web.jobs.errors import CannotDo
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.library.depositing import actions
from second_question_web.library.depositing.checking import checks_of
from second_question_web.library.depositing.entries import facts_of
from second_question_web.library.depositing.place import names_of
from second_question_web.library.depositing.redacting import plan_without
from second_question_web.library.depositing.rules import REDACTED
from second_question_web.library.models import Deposit
from second_question_web.people.models import Person
from second_question_web.trail.actions import System

BY = System("library")


class NotYetScanned(Exception):
    """The malware scan has not said anything yet; the job is tried again."""


def read_file(job: Job, progress: Progress) -> dict[str, object]:
    """Reads the file of the deposit that the job names; gives the page on which its facts are checked."""
    deposit = Deposit.objects.select_related("file", "partnership").filter(key=job.arguments["deposit"]).first()
    if deposit is None or deposit.file is None:
        raise CannotDo("The document is not there any more.")
    if deposit.file.scan == StoredFile.Scan.WAITING:
        raise NotYetScanned
    if deposit.state == Deposit.State.READING:
        _read(deposit, progress)
    return {"message": "The document has been read.", "page": reverse("library_deposit", args=[deposit.key])}


def redact(job: Job, progress: Progress) -> dict[str, object]:
    """Makes the redacted copy that the job asks for, which comes as a deposit of its own, and reads and checks it."""
    original = Deposit.objects.select_related("file", "partnership__region").get(key=job.arguments["deposit"])
    person = asker_of_job(job)
    progress(0, 3, "Reading the file")
    try:
        data, document = _document(original)
        progress(1, 3, "Taking out what names the area")
        names = names_of(original, facts_of(original))
        copy = redacted(data, document, plan_without(names, job.arguments["also"]))
    except (CannotBeOpened, CannotRead, CannotRedact) as reason:
        raise CannotDo(str(reason)) from None
    progress(2, 3, "Checking the copy")
    made = _copy_of(original, copy.data, person)
    return {"message": "The copy is ready to be checked.", "page": reverse("library_deposit", args=[made.key])}


def asker_of_job(job: Job) -> Person:
    """Who asked for a job, if still here.

    Raises:
        CannotDo: the person has left.
    """
    person = Person.objects.filter(pk=int(job.asked_by_key.partition(":")[2] or 0)).first()
    if person is None or not person.is_active:
        raise CannotDo("Whoever asked for this is not here any more.")
    return person


def _copy_of(original: Deposit, data: bytes, by: Person) -> Deposit:
    upload = ContentFile(data, f"redacted copy.{original.file.name.rpartition('.')[2] if original.file else ''}")
    document, now = read_safely(data, upload.name or ""), timezone.now()
    with transaction.atomic():
        made = actions.deposit(
            by=by,
            upload=upload,
            partnership=original.partnership,
            now=now,
            replaces=original,
            facts=facts_of(original),
            purpose=REDACTED,
            read_later=False,
        )
        return keep(made, data, document, now)


def _read(deposit: Deposit, progress: Progress) -> None:
    progress(0, 2, "Reading the file")
    try:
        data, document = _document(deposit)
    except (CannotBeOpened, CannotRead) as reason:
        actions.keep_problem(deposit=deposit, by=BY, problem=str(reason), now=timezone.now())
        raise CannotDo(str(reason)) from None
    progress(1, 2, "Looking for its facts, and for what may identify somebody")
    keep(deposit, data, document, timezone.now())


def keep(deposit: Deposit, data: bytes, document: Document, now: datetime) -> Deposit:
    """Keeps a document that was read from the data of a deposit's file, with what the checks find."""
    entry = entry_of(document, digest_of(data), document.name)
    return actions.keep_reading(deposit=deposit, by=BY, entry=entry, checks=checks_of(data, document), now=now)


def _document(deposit: Deposit) -> tuple[bytes, Document]:
    if deposit.file is None:
        raise CannotRead("There is no file.")
    with files.open_file(by=BY, stored=deposit.file, now=timezone.now()) as opened:
        data = opened.read()
    return data, read_safely(data, deposit.file.name)
