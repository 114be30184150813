"""An agency is asked for its summary."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.workflow import AgencyRequestState
from second_question_web.partnerships.models import Organisation
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import advance, refuse_unless_writable
from second_question_web.rapid_reviews.summaries import choosing, mails, part_one
from second_question_web.rapid_reviews.summaries.errors import AskedAlready
from second_question_web.rapid_reviews.summaries.links import ready
from second_question_web.rapid_reviews.summaries.steps import case_of, subject_of
from second_question_web.trail.actions import Actor, record


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Who is asked to write the summary, and who signs it for the agency where that is known."""

    name: str
    email: str
    lead_name: str = ""
    lead_email: str = ""


@transaction.atomic
def ask(
    *,
    review: RapidReview,
    by: Actor,
    organisation: Organisation,
    contact: Contact,
    due_on: date,
    note: str,
    now: datetime,
) -> AgencyRequest:
    """Asks one agency: makes the request, names the agency in part 1, and writes to the contact and to the agency's lead.

    Raises:
        NotNow: the review can no longer be written.
        Refusal: the day lies in the past, or the agency has closed or is no member.
        AskedAlready: there is a request to this agency.
        NotSent: an e-mail could not be sent; nothing is changed.
    """
    locked = taken(by, Permission.SUMMARY_ASK, review)
    refuse_unless_writable(locked)
    area = choosing.asking_area(by, locked)
    if due_on < localdate(now):
        raise Refusal("The day on which it is due must not be in the past", "due_on")
    why_not = choosing.why_not(area, organisation, localdate(now))
    if why_not:
        raise Refusal(why_not)
    made = _new(locked, organisation)
    made.partnership, made.due_on, made.note = area, due_on, note.strip()
    made.asked_at, made.asked_by = now, by.trail_name
    made.save()
    part_one.put(made, by=by, now=now)
    advance(locked, "gather")
    _write_to(made, contact, now)
    after = {"agency": organisation.code, "due_on": due_on, "state": made.state}
    record("agency_request.ask", by=by, subject=subject_of(made), case=case_of(made), after=after, at=now)
    return made


def _new(review: RapidReview, organisation: Organisation) -> AgencyRequest:
    asked = AgencyRequest.objects.filter(review=review, organisation=organisation)
    if asked.exclude(state=AgencyRequestState.WITHDRAWN).exists():
        raise AskedAlready(organisation.name)
    last = AgencyRequest.objects.filter(review=review).aggregate(last=Max("number"))["last"] or 0
    return AgencyRequest(review=review, organisation=organisation, number=last + 1)


def _write_to(request: AgencyRequest, contact: Contact, now: datetime) -> None:
    """The lead first: should the second e-mail fail, it is the writer who is asked again and not left with a dead link."""
    if contact.lead_email:
        lead = ready(request, mails.SIGN, name=contact.lead_name, email=contact.lead_email, now=now)
        mails.send("lead_named", lead, writer=contact.name)
    writer = ready(request, mails.CONTRIBUTE, name=contact.name, email=contact.email, now=now)
    mails.send("asked", writer)
