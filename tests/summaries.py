"""Requests to agencies for tests, made and answered through the actions. Everything is fictional.

The school, Alder Lane Academy, is asked on Friday 20 November 2026 (`NOW`) for a review of Wessenmere; Colm works there and
has an account, Nia Pugh works there and has none. Leila leads at Wessenmere Hospitals NHS Trust.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime

from django.core import mail

from second_question_web.partnerships.models import Organisation
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview, RequestLink, ReviewRecord
from second_question_web.rapid_reviews.summaries import actions
from second_question_web.rapid_reviews.summaries.actions.asking import Contact
from second_question_web.rapid_reviews.summaries.guests import Contributor, Guest
from second_question_web.rapid_reviews.summaries.loading import with_case
from second_question_web.rapid_reviews.summaries.texts import digest_of_text
from tests.people import organisation, person
from tests.reviews import NOW, begun_review

DUE = date(2026, 11, 27)  # a Friday
NIA, HANA = "nia@example.org", "hana@example.org"
SUMMARY = {
    "involvement": "A pupil from September 2025 until today.",
    "analysis": "Absences were noted one by one; nobody looked at them together.",
}
EPISODE = {
    "title": "The call in March",
    "what_happened": "A call was not followed up.",
    "why": "Two people thought the other had.",
}
SECRET = re.compile(r"/summaries/open/([\w-]+)/")
CODE = re.compile(r"Your code is (\d{6})")


def school() -> Organisation:
    """Alder Lane Academy, an agency of Wessenmere: Colm's account makes it a member."""
    person("Colm")
    return organisation("Alder Lane Academy")


def trust() -> Organisation:
    """Wessenmere Hospitals NHS Trust, where Leila leads."""
    person("Leila")
    return organisation("Wessenmere Hospitals NHS Trust")


def ask(
    review: RapidReview | None = None,
    agency: Organisation | None = None,
    *,
    by: str = "Bea",
    lead: bool = False,
    due_on: date = DUE,
    email: str = NIA,
    now: datetime = NOW,
) -> AgencyRequest:
    """A request to the school, or to another agency; with a lead, to Hana who signs for it."""
    who = Contact(name="Nia Pugh", email=email)
    if lead:
        who = Contact(name="Nia Pugh", email=email, lead_name="Hana Reid", lead_email=HANA)
    made = actions.ask(
        review=review or begun_review(),
        by=person(by),
        organisation=agency or school(),
        contact=who,
        due_on=due_on,
        note="",
        now=now,
    )
    return again(made)


def again(request: AgencyRequest) -> AgencyRequest:
    """The request as it stands in the database now."""
    return with_case(AgencyRequest.objects.filter(pk=request.pk)).get()


def guest(request: AgencyRequest, email: str = NIA) -> Guest:
    """Whoever came by the link that was sent to that address."""
    links = with_case(RequestLink.objects.filter(request=request, email=email), "request__")
    return Guest(links.get())


def write(
    request: AgencyRequest,
    by: Contributor | None = None,
    *,
    section: str = "agency_summary",
    place: int = 1,
    answers: Mapping[str, object] = SUMMARY,
    now: datetime = NOW,
) -> ReviewRecord | None:
    """Part of the summary written, whatever its version."""
    there = ReviewRecord.objects.filter(request=request, kind=section, place=place).first()
    return actions.answer(
        request=request,
        by=by or guest(request),
        section=section,
        place=place,
        answers=answers,
        unanswered={},
        version=there.version if there else 0,
        now=now,
    )


def returned(request: AgencyRequest, by: Contributor | None = None, now: datetime = NOW) -> AgencyRequest:
    """The request with a summary that was written and returned."""
    who = by or guest(request)
    write(request, who, now=now)
    return give_back(request, who, now=now)


def give_back(request: AgencyRequest, by: Contributor | None = None, now: datetime = NOW) -> AgencyRequest:
    """The request returned as it is written."""
    actions.give_back(request=request, by=by or guest(request), seen=digest_of_text(again(request)), now=now)
    return again(request)


def signed(request: AgencyRequest, by: Contributor | None = None, now: datetime = NOW) -> AgencyRequest:
    """A request that was returned, signed by Hana or by whoever is given."""
    who = by or guest(request, HANA)
    seen = digest_of_text(again(request))
    actions.sign(request=request, by=who, name="Hana Reid", job_title="Head teacher", seen=seen, now=now)
    return again(request)


def secret_in_mail(to: str = NIA) -> str:
    """The secret of the link in the last e-mail to that address."""
    return _last(SECRET, to)


def code_in_mail(to: str = NIA) -> str:
    """The code in the last e-mail to that address."""
    return _last(CODE, to)


def mails_to(to: str) -> list[str]:
    """The subjects of the e-mails to that address, in their order."""
    return [str(message.subject) for message in mail.outbox if message.to == [to]]


def _last(wanted: re.Pattern[str], to: str) -> str:
    bodies = [str(message.body) for message in mail.outbox if message.to == [to]]
    found = [match[1] for match in map(wanted.search, bodies) if match]
    return found[-1]
