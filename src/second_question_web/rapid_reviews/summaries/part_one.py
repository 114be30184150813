"""Part 1 of the review names every agency that was asked, and whether it knew the family. It follows the request.

The record of part 1 keeps the number of the request in `source_place`, so that it is found again when somebody words the
agency's name differently. None of this writes a row of the trail: the action that calls it does.
"""

from datetime import datetime

from django.db.models import QuerySet

from second_question_web.rapid_reviews.models import AgencyRequest, ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing.keeping import keep, new_record, wanted_from
from second_question_web.trail.actions import Actor

KIND = "agency"
WAITING, INVOLVED, NO_INVOLVEMENT, NOT_ASKED = "waiting", "involved", "no_involvement", "nobody_asked"


def put(request: AgencyRequest, *, by: Actor, now: datetime) -> None:
    """Names the agency in part 1 as one that has not answered yet; one that is named there already is not named twice."""
    record = _of_request(request) or _of_same_name(request)
    answers: dict[str, object] = {"involvement": WAITING}
    if record is None:
        record = new_record(request.review, KIND, by=by, now=now)
        answers["organisation"] = request.organisation.name
    record.source_place = request.number
    if not _say(record, request, answers, by, now):
        record.save(update_fields=["source_place"])


def follow(request: AgencyRequest, involvement: str, *, by: Actor, now: datetime) -> None:
    """Says in part 1 how the agency answered. Where the partnership took the agency out of part 1, nothing is said."""
    record = _of_request(request)
    if record is not None:
        _say(record, request, {"involvement": involvement}, by, now)


def take_back(request: AgencyRequest, *, by: Actor, now: datetime) -> None:
    """Says in part 1 that the agency was not asked after all, if nothing else was said since."""
    record = _of_request(request)
    if record is not None and record.answers.get("involvement") == WAITING:
        _say(record, request, {"involvement": NOT_ASKED}, by, now)


def _say(record: ReviewRecord, request: AgencyRequest, answers: dict[str, object], by: Actor, now: datetime) -> bool:
    """Whether anything is different now."""
    return bool(keep(record, wanted_from(form_of(request.review), KIND, answers), by=by, now=now))


def _of_request(request: AgencyRequest) -> ReviewRecord | None:
    return _records(request).filter(source_place=request.number).first()


def _of_same_name(request: AgencyRequest) -> ReviewRecord | None:
    wanted = request.organisation.name.casefold()
    named = ((record, str(record.all_answers().get("organisation", ""))) for record in _records(request))
    return next((record for record, name in named if name.strip().casefold() == wanted), None)


def _records(request: AgencyRequest) -> QuerySet[ReviewRecord]:
    found = ReviewRecord.objects.select_for_update().filter(review=request.review_id, kind=KIND, request=None)
    return found.filter(removed_at=None).order_by("place")
