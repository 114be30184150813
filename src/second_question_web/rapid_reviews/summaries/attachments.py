"""The documents that an agency attaches to its summary."""

from uuid import UUID

from second_question_web.files import queries as files
from second_question_web.files.models import StoredFile
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.records import GIVEN_BACK
from second_question_web.trail.refusals import Hidden

MOST = 20
"""Documents with one summary: more is a case file, which nobody reads in fifteen days."""


def purpose_of(request: AgencyRequest) -> str:
    """Under which purpose they are kept."""
    return f"summary-{request.pk}"


def of_request(request: AgencyRequest) -> list[StoredFile]:
    """The documents of a request that was fetched for the person, the oldest first, without those that were removed."""
    return list(files.files_of(request.review.notification.reference).filter(purpose=purpose_of(request)))


def one_of(request: AgencyRequest, file_id: UUID) -> StoredFile:
    """One document of a request that was fetched for the person.

    Raises:
        Hidden: the request has no such document.
    """
    reference = request.review.notification.reference
    found = files.file_of(reference, file_id)
    if found.purpose != purpose_of(request):
        raise Hidden("file", str(file_id), case=reference)
    return found


def one_of_returned(request: AgencyRequest, file_id: UUID) -> StoredFile:
    """The same, for those who asked: of a summary that was returned.

    Raises:
        Hidden: the request has no such document, or its summary is the agency's own still.
    """
    if request.state not in GIVEN_BACK:
        raise Hidden("file", str(file_id), case=request.review.notification.reference)
    return one_of(request, file_id)
