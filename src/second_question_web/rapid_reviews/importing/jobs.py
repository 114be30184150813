"""The background work of an import: the file is read in a process of its own, and what it says is kept sealed."""

import json
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from second_question.documents import CannotRead, read_safely
from second_question.exchange.review.json_in import NotAReview, from_json
from second_question.exchange.review_import import import_review
from second_question.rules.access import Permission
from second_question.rules.questions import Form
from second_question_web.files import actions as files
from second_question_web.files import queries as stored_files
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.models import StoredFile
from second_question_web.jobs.errors import CannotDo
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.importing.actions import keep_reading
from second_question_web.rapid_reviews.importing.reading import Reading, reading_of, reading_of_json
from second_question_web.rapid_reviews.models import ImportedFile, RapidReview
from second_question_web.rapid_reviews.records import form_of
from second_question_web.trail.refusals import Hidden

KIND = "rapid_review.read_file"
PURPOSE = "rapid_review_import"
JSON = "application/json"
MOST_PROBLEMS = 5
_NOT_JSON = "This is no JSON file, although its name says so. Export the review again, and send that."


class NotYetScanned(Exception):
    """The malware scan has not said anything yet; the job is tried again."""


@dataclass(frozen=True)
class _Work:
    """What a job is about, fetched for who asked for it."""

    person: Person
    review: RapidReview
    file: StoredFile


def read_file(job: Job, progress: Progress) -> dict[str, object]:
    """Reads the file that the job names; gives the page on which it is looked through."""
    work = _work_of(job)
    if work.file.scan == StoredFile.Scan.WAITING:
        raise NotYetScanned
    progress(0, 2, "Reading the file")
    reading = _reading(work)
    progress(1, 2, "Keeping what was read")
    kept = _kept(work, reading)
    page = reverse("review_import_check", args=[work.review.notification.reference, kept.pk])
    return {
        "message": "The file has been read" + (", but not every page of it." if reading.not_read else "."),
        "page": page,
    }


def _work_of(job: Job) -> _Work:
    """Who asked, if still allowed, with the review and the file.

    Raises:
        CannotDo: not allowed any more, or the file is gone.
    """
    reference = job.arguments["review"]
    person = Person.objects.filter(pk=int(job.asked_by_key.partition(":")[2] or 0)).first()
    try:
        if person is None or not person.is_active:
            raise Hidden("rapid review", reference, case=reference)
        review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
        file = stored_files.file_of(reference, UUID(job.arguments["file"]))
    except Hidden:
        raise CannotDo("The review or the file cannot be opened any more. Give the file again.") from None
    return _Work(person, review, file)


def _reading(work: _Work) -> Reading:
    try:
        with files.open_file(by=work.person, stored=work.file, now=timezone.now()) as opened:
            data = opened.read()
        form = form_of(work.review)
        if work.file.media_type == JSON:
            return _from_json(data, form)
        document = read_safely(data, work.file.name)
        return reading_of(document, import_review(document, form), form)
    except (CannotBeOpened, CannotRead) as reason:
        raise CannotDo(str(reason)) from None


def _from_json(data: bytes, form: Form) -> Reading:
    try:
        return reading_of_json(from_json(json.loads(data)), form)
    except NotAReview as wrong:
        more = len(wrong.problems) - MOST_PROBLEMS
        shown = [*wrong.problems[:MOST_PROBLEMS], *([f"And {more} more"] if more > 0 else [])]
        raise CannotDo("This does not follow the published format. " + ". ".join(shown)) from None
    except (ValueError, RecursionError):
        raise CannotDo(_NOT_JSON) from None


def _kept(work: _Work, reading: Reading) -> ImportedFile:
    if not reading.proposals and not reading.passages:
        raise CannotDo("There is no text in this file. Check that it is the right one.")
    try:
        return keep_reading(review=work.review, by=work.person, file=work.file, reading=reading, now=timezone.now())
    except NotNow as refused:
        raise CannotDo(str(refused)) from None
