"""The background work of depositing: a file is read in a process of its own, and checked."""

from datetime import datetime

from django.utils import timezone

from second_question.documents import CannotRead, Document, read_safely
from second_question.library.reading import digest_of, entry_of
from second_question_web.files import actions as files
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.models import StoredFile
from second_question_web.jobs.errors import CannotDo
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.library.depositing import actions
from second_question_web.library.depositing.checking import checks_of
from second_question_web.library.models import Deposit
from second_question_web.trail.actions import System

BY = System("library")


class NotYetScanned(Exception):
    """The malware scan has not said anything yet; the job is tried again."""


def read_file(job: Job, progress: Progress) -> dict[str, object]:
    """Reads the file of the deposit that the job names; its facts wait for somebody then."""
    deposit = Deposit.objects.select_related("file", "partnership").filter(key=job.arguments["deposit"]).first()
    if deposit is None or deposit.file is None:
        raise CannotDo("The document is not there any more.")
    if deposit.file.scan == StoredFile.Scan.WAITING:
        raise NotYetScanned
    if deposit.state == Deposit.State.READING:
        _read(deposit, progress)
    return {"message": "The document has been read."}


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
