"""Where the demo has what a page of a rapid review needs. Everything here is read, nothing is made."""

from collections.abc import Callable

from django.db.models import QuerySet

from second_question_web.incidents.models import Notification
from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    Attendance,
    Comment,
    ContributingPartnership,
    EarlierLearning,
    ImportedFile,
    MeetingAction,
    PartnerSignature,
    UnplacedPassage,
)
from tests.sweeps.found import HERE, Parts, first


def _case(**which: object) -> Parts:
    return first(Notification.objects.filter(**which).order_by("reference"), "reference")


def being_written() -> Parts:
    """Under way in Bea's partnership, with a meeting called, comments, and agencies that owe."""
    return _case(rapid_review__meetings__state="called", partnership__slug=HERE)


def decided() -> Parts:
    """Decided, with a signature that lapsed and one that is missing."""
    return _case(rapid_review__state="decided", partnership__slug=HERE)


def answered() -> Parts:
    """Answered by the Panel."""
    return _case(rapid_review__state="panel_replied", partnership__slug=HERE)


def reconsidered() -> Parts:
    """Sent twice, the second time after the Panel’s advice."""
    return _case(rapid_review__versions__number=2)


def cited_learning() -> Parts:
    """A citation of the library in a review that can be written."""
    cited = EarlierLearning.objects.filter(review__state="decided", taken_out_at=None)
    return first(cited, "review__notification__reference", "pk")


def imported() -> Parts:
    """Brought in from Word."""
    return first(ImportedFile.objects.all(), "review__notification__reference")


def shared() -> Parts:
    """A review to which Bea’s partnership contributes."""
    return first(ContributingPartnership.objects.filter(ended_at=None), "review__notification__reference")


def of(case: Callable[[], Parts], *more: object) -> Callable[[], Parts]:
    """A page below a case; what follows its reference is given."""

    def place() -> Parts:
        return (*case(), *more)

    place.__name__ = "-".join([case.__name__, *map(str, more)])
    return place


def comment() -> Parts:
    return first(Comment.objects.filter(answers=None), "review__notification__reference", "pk")


def request_owed() -> Parts:
    return first(_requests(state="asked"), *_REQUEST)


def request_to_sign() -> Parts:
    return first(_requests(state="returned"), *_REQUEST)


def request_returned() -> Parts:
    return first(_requests(state="signed"), *_REQUEST)


def own_request() -> Parts:
    """What Colm’s school is asked for."""
    return first(_requests(organisation__name="Alder Lane Academy"), *_REQUEST)


def request_to_the_lead() -> Parts:
    """What Leila’s trust gave back and has not signed."""
    return first(_requests(organisation__name="Wessenmere Hospitals NHS Trust", state="returned"), *_REQUEST)


def link_of_request() -> Parts:
    links = AgencyRequest.objects.filter(links__isnull=False, review__state="drafting", partnership__slug=HERE)
    return first(links, *_REQUEST, "links__pk")


def meeting_called() -> Parts:
    return (*being_written(), 1)


def meeting_held() -> Parts:
    return (*answered(), 1)


def somebody_at_a_meeting() -> Parts:
    attending = Attendance.objects.filter(meeting__state="called")
    return first(attending, "meeting__review__notification__reference", "meeting__number", "pk")


def action_of_a_meeting() -> Parts:
    actions = MeetingAction.objects.filter(meeting__review__state="decided")
    return first(actions, "meeting__review__notification__reference", "meeting__number", "pk")


def partner_to_record() -> Parts:
    signed = PartnerSignature.objects.filter(decision__review__notification__reference=decided()[0])
    return (*decided(), *first(signed, "organisation_id"))


def area_that_takes_part() -> Parts:
    return first(ContributingPartnership.objects.filter(ended_at=None), "review__notification__reference", "pk")


def passage() -> Parts:
    waiting = UnplacedPassage.objects.filter(placed_at=None)
    return first(waiting, "imported__review__notification__reference", "pk")


def file_brought_in() -> Parts:
    return first(ImportedFile.objects.all(), "review__notification__reference", "file_id")


_REQUEST = ("review__notification__reference", "number")


def _requests(**which: object) -> QuerySet[AgencyRequest]:
    return AgencyRequest.objects.filter(partnership__slug=HERE, review__state="drafting", **which).order_by("pk")
