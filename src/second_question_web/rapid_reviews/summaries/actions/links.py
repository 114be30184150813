"""Who of the agency is written to: a link is sent, sent again, or ended."""

from datetime import datetime

from django.db import transaction

from second_question.rules.workflow import AgencyRequestState
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.summaries import mails
from second_question_web.rapid_reviews.summaries.links import ready
from second_question_web.rapid_reviews.summaries.scope import taken_by_askers
from second_question_web.rapid_reviews.summaries.steps import case_of, subject_of
from second_question_web.trail.actions import Actor, record


@transaction.atomic
def send_link(
    *, request: AgencyRequest, by: Actor, part: str, name: str, email: str, now: datetime, job_title: str = ""
) -> RequestLink:
    """Writes to somebody of the agency: to one person more, or again to one who was written to, whose link works again then.

    Raises:
        NotNow: the request was withdrawn, or the review was sent and there is nothing to tell.
        NotSent: the e-mail could not be sent; nothing is changed.
    """
    locked = taken_by_askers(by, request)
    template = _template(locked, part)
    link = ready(locked, part, name=name, email=email, job_title=job_title, now=now)
    writers = locked.links.filter(part=mails.CONTRIBUTE, ended_at=None).values_list("name", flat=True)
    mails.send(template, link, writer=" or ".join(writers) or "A colleague")
    record("request_link.send", by=by, subject=subject_of(locked), case=case_of(locked), after={"for": part}, at=now)
    return link


@transaction.atomic
def end_link(*, link: RequestLink, by: Actor, now: datetime) -> None:
    """Ends a link: it opens nothing any more, whoever is in by it is out, and nobody is reminded by it. Once is enough."""
    locked = taken_by_askers(by, link.request)
    found = RequestLink.objects.select_for_update().get(pk=link.pk)
    if found.ended_at is None:
        found.ended_at = now
        found.save(update_fields=["ended_at"])
        about = {"for": found.part}
        record("request_link.end", by=by, subject=subject_of(locked), case=case_of(locked), after=about, at=now)


def _template(request: AgencyRequest, part: str) -> str:
    """What is written, by where the request stands."""
    if request.state == AgencyRequestState.WITHDRAWN:
        raise NotNow("This request was withdrawn, so there is nothing to send. Ask the agency again instead.")
    if not is_writable(request.review):
        if request.told_at is None:
            raise NotNow(
                "The review was sent, so nothing more can be written. Tell the agency what came of it instead."
            )
        return "told"
    if part == mails.CONTRIBUTE:
        return "asked"
    return "sign" if request.state == AgencyRequestState.RETURNED else "lead_named"
