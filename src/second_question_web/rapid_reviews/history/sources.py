"""Where the events of reviews come from: one function for each kind of row, one query each however many reviews.

Each gives the key of the review with the event. No free text is read: dates, names and codes alone.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max, Min

from second_question.rules.template.codes import OUTCOMES
from second_question.rules.workflow import AgencyRequestState
from second_question_web import pathway
from second_question_web.rapid_reviews.happening import Happening, Stage
from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    AnswerChange,
    ContributingPartnership,
    Decision,
    Meeting,
    PartnerSignature,
)
from second_question_web.ui.filters import plural

Found = Iterator[tuple[int, Happening]]
Source = Callable[[Collection[int]], Found]
OUTCOME_WORDS = {option.code: option.label for option in OUTCOMES}
OF_A_REQUEST = (
    *("review", "pk", "organisation__name", "state", "asked_at", "asked_by", "reminded_at", "reminders"),
    *("returned_at", "returned_by", "shared_at", "shared_by", "told_at", "withdrawn_at"),
    *("sign_offs__signed_at", "sign_offs__name"),
)
OF_A_DECISION = (
    *("review", "pk", "number", "outcome", "made_at", "made_by"),
    *("signatures__pk", "signatures__signed_at", "signatures__name", "signatures__view"),
    *("signatures__organisation__name", "versions__pk", "versions__number", "versions__sent_at", "versions__sent_by"),
)
NOT_WRITING = ("participant", "agency")
"""Records that follow from a meeting or a request, and are not the beginning of the draft."""


def of_requests(reviews: Collection[int]) -> Found:
    """What passed between the partnership and the agencies."""
    rows = AgencyRequest.objects.filter(review__in=reviews).order_by("pk", "sign_offs__signed_at")
    seen = set[int]()
    for row in rows.values_list(*OF_A_REQUEST, named=True):
        if row.pk not in seen:  # a request comes once with each of its signatures
            seen.add(row.pk)
            yield from _of_request(row)
        if row.sign_offs__signed_at:
            who, agency = row.sign_offs__name, row.organisation__name
            yield row.review, Happening(row.sign_offs__signed_at, Stage.SIGNED, "", who, agency)


def _of_request(row: Any) -> Found:
    agency, review = row.organisation__name, row.review
    returned = Stage.NOTHING_KNOWN if row.state == AgencyRequestState.NOTHING_KNOWN else Stage.RETURNED
    times = f"{plural(row.reminders, 'reminder')} in all"
    for at, stage, what, who in (
        (row.asked_at, Stage.ASKED, "", row.asked_by),
        (row.reminded_at, Stage.REMINDED, times, ""),
        (row.returned_at, returned, "", row.returned_by),
        (row.shared_at, Stage.SHARED, "", row.shared_by),
        (row.told_at, Stage.TOLD, "", ""),
        (row.withdrawn_at, Stage.WITHDRAWN, "", ""),
    ):
        if at:
            yield review, Happening(at, stage, what, who, agency)


def of_meetings(reviews: Collection[int]) -> Found:
    """Meetings called, held and cancelled."""
    fields = ("review", "number", "state", "at", "called_at", "called_by", "changed_at", "changed_by")
    for review, number, state, at, called_at, called_by, changed_at, changed_by in Meeting.objects.filter(
        review__in=reviews
    ).values_list(*fields):
        what = f"Meeting {number}"
        yield review, Happening(called_at, Stage.MEETING_CALLED, what, called_by)
        if state == Meeting.State.HELD:
            yield review, Happening(at, Stage.MET, what)
        elif state == Meeting.State.CANCELLED:
            yield review, Happening(changed_at, Stage.MEETING_CANCELLED, what, changed_by)


def of_writing(reviews: Collection[int]) -> Found:
    """When the partnership first wrote in the draft, and when last."""
    rows = AnswerChange.objects.filter(review__in=reviews, record__request=None).exclude(record__kind__in=NOT_WRITING)
    by_writer = rows.order_by().values_list("review", "made_by").annotate(Min("made_at"), Max("made_at"))
    first: dict[int, tuple[datetime, str]] = {}
    last: dict[int, tuple[datetime, str]] = {}
    for review, writer, began, ended in by_writer:
        first[review] = min(first.get(review, (began, writer)), (began, writer))
        last[review] = max(last.get(review, (ended, writer)), (ended, writer))
    for review, (at, writer) in first.items():
        yield review, Happening(at, Stage.DRAFTING_BEGAN, "", writer)
    for review, (at, writer) in last.items():
        if at > first[review][0]:
            yield review, Happening(at, Stage.DRAFTED_LAST, "", writer)


def of_decisions(reviews: Collection[int]) -> Found:
    """Decisions, the signatures of the safeguarding partners under them, and the versions in which they were sent."""
    rows = Decision.objects.filter(review__in=reviews).order_by("pk", "signatures__signed_at", "versions__number")
    seen = set[tuple[str, int]]()
    for row in rows.values_list(*OF_A_DECISION, named=True):
        for key, happening in _of_decision(row):
            if key not in seen:  # a decision comes once with each of its signatures and versions
                seen.add(key)
                yield row.review, happening


def _of_decision(row: Any) -> Iterator[tuple[tuple[str, int], Happening]]:
    decision = f"Decision {row.number}"
    what = f"{decision}: {OUTCOME_WORDS[row.outcome]}"
    yield ("decision", row.pk), Happening(row.made_at, Stage.DECIDED, what, row.made_by)
    if row.signatures__pk:
        what = f"{decision}: {PartnerSignature.View(row.signatures__view).label}"
        who, partner = row.signatures__name, row.signatures__organisation__name
        signed = Happening(row.signatures__signed_at, Stage.PARTNER_SIGNED, what, who, partner)
        yield ("signature", row.signatures__pk), signed
    if row.versions__pk:
        sent = Happening(row.versions__sent_at, Stage.SENT, f"Version {row.versions__number}", row.versions__sent_by)
        yield ("version", row.versions__pk), sent


def of_areas(reviews: Collection[int]) -> Found:
    """Other areas that joined and left."""
    fields = ("review", "partnership__name", "added_at", "added_by", "ended_at", "ended_by")
    for review, area, added_at, added_by, ended_at, ended_by in ContributingPartnership.objects.filter(
        review__in=reviews
    ).values_list(*fields):
        yield review, Happening(added_at, Stage.AREA_JOINED, "", added_by, area)
        if ended_at:
            yield review, Happening(ended_at, Stage.AREA_LEFT, "", ended_by, area)


def of_the_panel(reviews: Collection[int]) -> Found:
    """Replies of the Panel and the answers to them, which a later stage keeps."""
    told: dict[int, list[Happening]] = pathway.shown("panel replies of reviews", reviews)
    for review, happenings in told.items():
        yield from ((review, one) for one in happenings)


SOURCES: tuple[Source, ...] = (
    of_requests,
    of_meetings,
    of_writing,
    of_decisions,
    of_areas,
    of_the_panel,
)
