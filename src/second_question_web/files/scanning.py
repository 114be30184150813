"""The malware scan: a command of the installation is run on each file, in the background.

`SECOND_QUESTION_SCAN_COMMAND` names it; the file's path is put at its end. Exit status 0 is clean, 1 is infected (as
clamdscan and clamscan answer), anything else is a failed scan. Without a command files are kept as not scanned.
"""

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import NamedTemporaryFile

from django.conf import settings

from second_question_web.files.models import StoredFile
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.trail.actions import System, record

LONGEST = 300  # seconds
_ANSWERS = {0: StoredFile.Scan.CLEAN, 1: StoredFile.Scan.INFECTED}


class ScanFailed(Exception):
    """The scanner could not say; it is asked again later."""


def scan_job(job: Job, _progress: Progress) -> dict[str, object]:
    """Scans the file that the job names and keeps the answer.

    Raises:
        ScanFailed: the scanner did not answer; until it does the file cannot be opened.
    """
    stored = StoredFile.objects.get(pk=job.arguments["file"])
    answer = scanned(stored)
    _keep(stored, answer)
    if answer == StoredFile.Scan.FAILED:
        raise ScanFailed
    return {"message": answer.label}


def scanned(stored: StoredFile) -> StoredFile.Scan:
    """What the scanner says of a file."""
    if not settings.SCAN_COMMAND:
        return StoredFile.Scan.NOT_SCANNED
    with _local_copy(stored) as path:
        try:
            command = [*shlex.split(settings.SCAN_COMMAND), path]
            done = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)  # noqa: S603  configured
        except (OSError, subprocess.TimeoutExpired):
            return StoredFile.Scan.FAILED
    return _ANSWERS.get(done.returncode, StoredFile.Scan.FAILED)


def _keep(stored: StoredFile, answer: StoredFile.Scan) -> None:
    before = stored.scan
    if before == answer:
        return
    stored.scan = answer
    stored.save(update_fields=["scan"])
    record(
        "file.scan",
        by=System("malware scan"),
        subject=("file", str(stored.pk)),
        case=stored.case,
        before={"scan": before},
        after={"scan": answer.value},
    )


@contextmanager
def _local_copy(stored: StoredFile) -> Iterator[str]:
    """A path that the scanner can open, wherever the file is kept."""
    with stored.file.open("rb") as source, NamedTemporaryFile(prefix="scan-") as copy:
        shutil.copyfileobj(source, copy)
        copy.flush()
        yield copy.name
