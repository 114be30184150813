"""The panels about rapid reviews: what agencies, partners, business managers and the Panel are waited for."""

from django.urls import reverse

from second_question.rules.panel_advice import AGREES
from second_question_web.home.desk import LATELY, Desk
from second_question_web.home.shown import MOST_READ, Line, Shown, listed
from second_question_web.panel import queries as panel
from second_question_web.rapid_reviews.deciding import queries as deciding
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.summaries import waiting
from second_question_web.rapid_reviews.summaries.chase import state_of
from second_question_web.ui.components import Link, Status
from second_question_web.ui.filters import full_date, plural


def summaries_to_write(desk: Desk) -> Shown | None:
    """What the person's agencies are asked for and still owe."""
    lines = [_summary(found, desk) for found in waiting.to_write(desk.person, MOST_READ)]
    return listed("Summaries to write", lines, _link("See all summaries", "summaries"))


def summaries_to_sign(desk: Desk) -> Shown | None:
    """What colleagues returned, and waits for the lead's signature."""
    lines = [_summary(found, desk) for found in waiting.to_sign(desk.person, MOST_READ)]
    return listed("Summaries to sign", lines, _link("See all summaries", "summaries"))


def decisions_to_sign(desk: Desk) -> Shown | None:
    """Decisions under which the person's organisation has not signed."""
    lines = [
        Line(
            link=_link(found.notification.reference, "review_decision", found.notification.reference),
            note=str(found.notification.partnership or ""),
            status=Status(text="Your organisation’s signature is missing", tone="decision"),
        )
        for found in deciding.decisions_to_sign(desk.person, MOST_READ)
    ]
    return listed(
        "Decisions to sign", lines, _link("See all that are decided", "rapid_reviews", query="?state=decided")
    )


def panel_has_replied(desk: Desk) -> Shown | None:
    """Replies of the Panel that wait for an answer, and those of late that agree."""
    lines = [
        Line(
            link=_link(case, "review_panel_answer", case),
            note=f"On {full_date(reply.sent_on)}" if reply.sent_on else "",
            status=Status(text=reply.get_advice_display(), tone="done" if reply.advice in AGREES else "decision"),
        )
        for reply in panel.replies_to_read(desk.person, desk.today - LATELY, MOST_READ)
        for case in (reply.version.review.notification.reference,)
    ]
    everything = _link("See all that the Panel has answered", "rapid_reviews", query="?state=panel_replied")
    return listed("The Panel has replied", lines, everything)


def late_agencies(desk: Desk) -> Shown | None:
    """Reviews whose agencies are past the day for which they were asked."""
    lines = [
        Line(
            link=_link(found.reference, "review_agencies", found.reference),
            note=f"The first was due on {full_date(found.since)}",
            status=Status(text=f"{plural(found.agencies, 'agency', 'agencies')} late", tone="late"),
        )
        for found in waiting.late(desk.person, desk.today, MOST_READ)
    ]
    return listed("Agencies that are late", lines, _link("See all rapid reviews", "rapid_reviews"))


def reviews_to_answer(desk: Desk) -> Shown | None:
    """Rapid reviews that wait for the Panel's reply."""
    lines = [
        Line(
            link=_link(case, "panel_review", case),
            note=f"Version {found.number}, sent on {full_date(found.sent_on)}",
        )
        for found in panel.waiting_reviews(desk.person, MOST_READ)
        for case in (found.review.notification.reference,)
    ]
    return listed("Rapid reviews that wait for a reply", lines, _link("See all rapid reviews", "panel_reviews"))


def _summary(found: AgencyRequest, desk: Desk) -> Line:
    case = found.review.notification.reference
    late = found.due_on < desk.today
    passed = "was due on" if late else "due on"
    return Line(
        link=_link(f"{case}, request {found.number}", "summary", case, found.number),
        note=f"{found.organisation.name}, for {found.partnership.name}: {passed} {full_date(found.due_on)}",
        status=Status(text="Late", tone="late") if late else state_of(found),
    )


def _link(text: str, page: str, *arguments: object, query: str = "") -> Link:
    return Link(text=text, href=reverse(page, args=arguments) + query)
