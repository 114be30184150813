"""What `second-question check` looks at, one function each. It reads the tables themselves, past every query of the apps.

Each check yields problems: what is wrong, where, and what to do.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.utils.timezone import localtime

from second_question_web import installation
from second_question_web.files.models import StoredFile
from second_question_web.incidents.models import Notification, Referral, Series
from second_question_web.partnerships import reference_data
from second_question_web.partnerships.models import ReferenceLoad
from second_question_web.rapid_reviews.deciding.versions import is_intact
from second_question_web.rapid_reviews.models import Version
from second_question_web.sealed import keys, rotation
from second_question_web.trail import queries as trail
from second_question_web.trail.chain import BrokenLink, first_broken_link
from second_question_web.trail.models import Entry
from second_question_web.trail.sentences import sentence

SAMPLE = 100
Item = TypeVar("Item")
Shown = Callable[[Iterable[Item], int, str], Iterable[Item]]
"""Passes things on while it shows how far it is; told how many there are, and what they are."""


@dataclass(frozen=True)
class Problem:
    """Something wrong: `what`, `where` it is, and what to `do`."""

    what: str
    where: str
    do: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.do}"


def database_is_migrated() -> Iterator[Problem]:
    """The database is as new as the program. Nothing else can be checked before."""
    if installation.migrations_waiting():
        yield Problem(
            "it is older than the program",
            "database",
            "Start the installation once with “second-question run”, which brings it up to date.",
        )


def trail_holds(shown: "Shown[Entry]") -> Iterator[Problem]:
    """The trail's chain holds from the first row to the last."""
    rows, head = trail.everything()
    broken = first_broken_link(shown(rows, head.number, "row"), head.number, head.digest)
    if broken:
        yield Problem(
            broken.why,
            f"trail, row {broken.number}{_about(broken)}",
            "Somebody changed the database past the application. Keep it as it is, tell who answers for the data, and "
            "compare with the last backup.",
        )


def files_are_whole(shown: "Shown[StoredFile]") -> Iterator[Problem]:
    """Every stored file is there, with its size and its hash."""
    stored = StoredFile.objects.order_by("pk")
    for one in shown(stored.iterator(), stored.count(), "file"):
        wrong = _wrong_with(one)
        if wrong:
            case = f" of {one.case}" if one.case else ""
            yield Problem(wrong, f"file {one.pk}{case}", f"Put {one.file.name} back from the last backup.")


def versions_are_as_sent(shown: "Shown[Version]") -> Iterator[Problem]:
    """Every version of a rapid review fits its digest and the trail's, and its documents are kept."""
    sent = Version.objects.select_related("review__notification", "word", "pdf").order_by("pk")
    light = sent.defer("content", "late_reason", "unsigned_reasons")
    for one in shown(light.iterator(), sent.count(), "version"):
        where = f"version {one.number} of {one.review.notification.reference}"
        for wrong in _wrong_with_version(one):
            yield Problem(
                wrong, where, "Do not rely on it. Tell who answers for the data, and compare with the last backup."
            )


def numbers_have_no_gaps() -> Iterator[Problem]:
    """Each series of references and receipts goes from 1 to its last number without a gap."""
    given = _given_numbers()
    for series in Series.objects.order_by("name"):
        here = given.get(series.name, set())
        missing = sorted(set(range(1, series.last + 1)) - here)
        if missing:
            yield Problem(f"missing: {_few(missing)}", f"numbers {series.name}", "Compare with the last backup.")
        beyond = sorted(number for number in here if number > series.last)
        if beyond:
            do = "The next number would be given twice: tell whoever looks after the installation."
            yield Problem(f"given beyond the last, {series.last}: {_few(beyond)}", f"numbers {series.name}", do)


def sealed_values_open(shown: "Shown[rotation.Sealed]", every: bool) -> Iterator[Problem]:
    """Names, dates of birth and addresses open with the keys: all of them, or the newest of each kind."""
    records = rotation.every_record() if every else rotation.newest_records(SAMPLE)
    total = rotation.how_many() if every else SAMPLE * len(rotation.sealed_fields())
    for record in shown(records, total, "record"):
        for name, value in record.values.items():
            try:
                keys.unseal(value)
            except keys.CannotOpen as problem:
                do = "Put the key that it was sealed with back into the ring."
                yield Problem(str(problem).partition(";")[0], record.where(name), do)


def reference_data_is_loaded() -> Iterator[Problem]:
    """The reference data in the database are those of the program."""
    load = ReferenceLoad.objects.filter(pk=1).first()
    if load is None or load.digest != reference_data.digest():
        what = "not loaded" if load is None else "of another edition than the program’s"
        yield Problem(what, "reference data", "Start the installation once with “second-question run”, which loads it.")


def _about(broken: BrokenLink) -> str:
    """When and what, as far as the row still says."""
    row = Entry.objects.filter(number=broken.number).first()
    return f" ({localtime(row.at):%-d %B %Y, %H:%M}: {sentence(row)})" if row else ""


def _wrong_with(one: StoredFile) -> str:
    digest, size = hashlib.sha256(), 0
    try:
        with one.file.storage.open(one.file.name or "", "rb") as content:
            for chunk in content.chunks():
                digest.update(chunk)
                size += len(chunk)
    except OSError:
        return "its bytes cannot be found"
    if size != one.size:
        return f"it has {size} bytes, not {one.size}"
    return "" if digest.hexdigest() == one.sha256 else "its bytes are not those that were given"


def _wrong_with_version(one: Version) -> Iterator[str]:
    """Whoever changes the content and its digest past the application cannot change the trail with them."""
    try:
        if not is_intact(one):
            yield "its content is not what was sent: it does not fit its digest"
    except keys.CannotOpen:
        pass  # said of the sealed values
    kept = Entry.objects.filter(action="rapid_review.send", subject_key=one.review.notification.reference)
    digests = [row.after.get("sha256") for row in kept if row.after.get("version") == one.number]
    if digests != [one.content_hash]:
        yield "its digest is not the one that the trail kept when it was sent"
    for name, stored in (("Word document", one.word), ("PDF", one.pdf)):
        if stored is None or stored.removed_at:
            yield f"its {name} is missing" if stored is None else f"its {name} was removed"


def _given_numbers() -> dict[str, set[int]]:
    """The numbers that stand in the tables, by series: SIN-2026-0007 is 7 of SIN-2026."""
    columns = ((Notification, "reference"), (Notification, "receipt_number"), (Referral, "reference"))
    given: dict[str, set[int]] = {}
    for model, column in columns:
        for reference in model.objects.values_list(column, flat=True).order_by().iterator():
            series, _, number = (reference or "").rpartition("-")
            if series and number.isdigit():
                given.setdefault(series, set()).add(int(number))
    return given


def _few(numbers: list[int]) -> str:
    more = f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""
    return ", ".join(map(str, numbers[:10])) + more
