"""Every change to the files that are kept: taking one, opening it, removing it. Whether a person may is the caller's to say,
who knows the case."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files import File
from django.db import transaction

from second_question_web.files.errors import CannotBeOpened, FileRefused
from second_question_web.files.kinds import kind_of
from second_question_web.files.models import StoredFile
from second_question_web.jobs import actions as jobs
from second_question_web.trail.actions import Actor, System, record

LONGEST_NAME = 120
_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


@transaction.atomic
def add(
    *,
    by: Actor,
    upload: File[bytes],
    purpose: str,
    now: datetime,
    case: str = "",
    description: str = "",
    provenance: str = StoredFile.Provenance.FACT,
    source: str = "",
) -> StoredFile:
    """Takes a file and keeps it under a name that says nothing. With a scanner configured it is scanned next.

    Raises:
        FileRefused: empty, too large, of a kind that is not taken, or another kind than its name says.
    """
    name = clean_name(upload.name or "")
    content, size = cast(BinaryIO, upload.file), upload.size or 0
    _check_size(size)
    kind = kind_of(name, content)
    stored = StoredFile(name=name, media_type=kind.media_type, size=size, case=case, purpose=purpose)
    stored.sha256 = _digest(content)
    stored.description, stored.source, stored.provenance = description[:200], source[:200], provenance
    stored.added_at, stored.added_by, stored.added_by_key = now, by.trail_name, by.trail_key
    stored.scan = StoredFile.Scan.WAITING if settings.SCAN_COMMAND else StoredFile.Scan.NOT_SCANNED
    stored.file.save(name, File(content), save=False)
    _keep(stored)
    if stored.scan == StoredFile.Scan.WAITING:
        jobs.start("files.scan", "Malware scan of a file", System("malware scan"), file=str(stored.pk))
        stored.refresh_from_db()
    after = {"purpose": purpose, "size": stored.size, "sha256": stored.sha256, "type": stored.media_type}
    record("file.add", by=by, subject=("file", str(stored.pk)), case=case, before={}, after=after, at=now)
    return stored


@transaction.atomic
def open_file(*, by: Actor, stored: StoredFile, now: datetime) -> File[bytes]:
    """The bytes of a file, for reading; that somebody read it stays in the trail.

    Raises:
        CannotBeOpened: it was removed, it is infected, or it has not been scanned yet.
    """
    if stored.removed_at:
        raise CannotBeOpened("This file was removed.")
    if not stored.can_be_opened:
        raise CannotBeOpened(stored.get_scan_display())
    try:
        opened: File[bytes] = stored.file.storage.open(stored.file.name or "", "rb")
    except OSError:
        raise CannotBeOpened("The bytes of this file cannot be found. Tell whoever looks after this service.") from None
    record("file.open", by=by, subject=("file", str(stored.pk)), case=stored.case, at=now)
    return opened


@transaction.atomic
def remove(*, by: Actor, stored: StoredFile, reason: str, now: datetime) -> None:
    """Takes a file out of sight, with the reason. Its row and its bytes stay, so that it can be shown to a court.

    Removing it again changes nothing.
    """
    locked = StoredFile.objects.select_for_update().get(pk=stored.pk)
    if locked.removed_at:
        return
    locked.removed_at, locked.removed_by, locked.removed_reason = now, by.trail_name, reason[:500]
    locked.save(update_fields=["removed_at", "removed_by", "removed_reason"])
    record(
        "file.remove",
        by=by,
        subject=("file", str(stored.pk)),
        case=stored.case,
        before={"removed": False},
        after={"removed": True},
        reason=reason,
        at=now,
    )


@transaction.atomic
def forget_old(*, by: System, purposes: Sequence[str], before: datetime, now: datetime) -> int:
    """Deletes files of these purposes that were given before that moment, bytes and all; how many.

    Only for what belongs to no case, such as a file that was imported long ago.
    """
    old = list(StoredFile.objects.filter(purpose__in=purposes, case="", added_at__lt=before))
    for stored in old:
        transaction.on_commit(partial(stored.file.storage.delete, stored.file.name or ""))
    StoredFile.objects.filter(pk__in=[stored.pk for stored in old]).delete()
    if old:
        subject = ("file", f"{len(old)} files that are needed no more")
        record("file.forget", by=by, subject=subject, before={"files": len(old)}, after={"files": 0}, at=now)
    return len(old)


def clean_name(name: str) -> str:
    """The name without folders, control and direction characters; its ending stays when it is shortened."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    plain = _NOT_IN_A_NAME.sub("", plain).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:12]}" if stem else plain[:LONGEST_NAME] or "file"


def _check_size(size: int) -> None:
    if not size:
        raise FileRefused("The file is empty. Check that you chose the right one.")
    if size > settings.LARGEST_FILE:
        megabytes = settings.LARGEST_FILE // 1024 // 1024
        raise FileRefused(f"The file is larger than {megabytes} megabytes. Make it smaller, or give it in parts.")


def _digest(content: BinaryIO) -> str:
    content.seek(0)
    digest = hashlib.sha256()
    while chunk := content.read(1024 * 1024):
        digest.update(chunk)
    content.seek(0)
    return digest.hexdigest()


def _keep(stored: StoredFile) -> None:
    """Writes the row; without a row the bytes are not left lying about."""
    try:
        stored.save(force_insert=True)
    except BaseException:
        stored.file.storage.delete(stored.file.name or "")
        raise
