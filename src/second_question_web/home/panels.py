"""The parts of a home page: one table from permissions to panels. A new panel is one line and a function.

A panel says what needs the person. What is due, what is late and the picture of the pipeline are drawn from all clocks at
once (`views/home.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question_web.home import queries, review_panels
from second_question_web.home.desk import Desk
from second_question_web.home.due import of_draft
from second_question_web.home.shown import Line, Shown, listed
from second_question_web.incidents.models import Notification, Referral
from second_question_web.incidents.referrals.queries import UNDECIDED
from second_question_web.jobs.models import Job
from second_question_web.ui.components import Link, Status
from second_question_web.ui.filters import full_date, moment, plural

P = Permission


@dataclass(frozen=True)
class Panel:
    """Shown to whoever has any of these permissions; None when there is nothing to show."""

    permissions: tuple[Permission, ...]
    show: Callable[[Desk], Shown | None]


@dataclass(frozen=True)
class NextStep:
    """What the person most likely comes to do, or may want at hand."""

    text: str
    page: str
    permissions: tuple[Permission, ...]


def shown_to(desk: Desk) -> list[Shown]:
    """The panels that have something for this person, in the order of the table."""
    allowed = [panel for panel in PANELS if any(map(desk.person.may, panel.permissions))]
    return [shown for shown in (panel.show(desk) for panel in allowed) if shown is not None]


def next_steps(desk: Desk) -> list[Link]:
    """The buttons for this person."""
    return _offered(NEXT_STEPS, desk)


def at_hand(desk: Desk) -> list[Link]:
    """What this person may want to look up."""
    return _offered(AT_HAND, desk)


def _offered(steps: tuple[NextStep, ...], desk: Desk) -> list[Link]:
    may = desk.person.may
    return [Link(text=step.text, href=reverse(step.page)) for step in steps if any(map(may, step.permissions))]


def _drafts(desk: Desk) -> Shown | None:
    lines = [_draft(desk, draft) for draft in desk.drafts]
    everything = Link(text="See all drafts", href=f"{reverse('register')}?state=draft")
    return listed("Drafts to finish and send", lines, everything)


def _draft(desk: Desk, draft: Notification) -> Line:
    who = "you" if draft.started_by_key == desk.person.trail_key else draft.started_by
    clock = of_draft(draft, desk.today)
    status = None if clock else Status(text="No date of awareness yet", tone="neutral")
    link = Link(text=draft.reference, href=reverse("notification", args=[draft.reference]))
    return Line(link=link, note=f"Begun by {who} on {full_date(draft.started_at)}", status=status)


def _referrals_to_screen(desk: Desk) -> Shown | None:
    everything = Link(text="See all referrals", href=reverse("referrals"))
    return listed("Referrals to screen", [_referral(found, desk) for found in desk.to_screen], everything)


def _own_referrals(desk: Desk) -> Shown | None:
    if desk.person.may(P.REFERRAL_SCREEN):
        return None
    title = "What your agency referred"
    everything = Link(text="See all referrals", href=reverse("referrals"))
    lines = [_referral(found, desk) for found in desk.referrals]
    return listed(title, lines, everything) or Shown(title=title, words="Nothing has been referred yet.")


def _referral(found: Referral, desk: Desk) -> Line:
    link = Link(text=found.reference, href=reverse("referral", args=[found.reference]))
    return Line(link=link, note=f"Made on {full_date(localdate(found.made_at))}", status=_standing_of(found, desk))


def _standing_of(found: Referral, desk: Desk) -> Status:
    is_open = found.state in UNDECIDED
    if is_open and desk.person.may(P.REFERRAL_SCREEN) and not getattr(found, "viewed", True):
        return Status(text="Your organisation’s view is missing", tone="decision")
    return Status(text=found.get_state_display(), tone="waiting" if is_open else "done")


def _to_acknowledge(desk: Desk) -> Shown | None:
    lines = [
        Line(
            link=Link(text=n.reference, href=reverse("notification", args=[n.reference])),
            note=f"Arrived on {moment(arrival.arrived_at)}",
        )
        for arrival in desk.to_acknowledge
        for n in (arrival.notification,)
    ]
    everything = Link(text="See the whole inbox", href=reverse("panel_inbox"))
    return listed("Notifications to acknowledge", lines, everything)


def _people(desk: Desk) -> Shown | None:
    lines = [
        Line(
            link=Link(text=waiting.name, href=reverse("person", args=[waiting.pk])),
            note=waiting.organisation.name if waiting.organisation else "No organisation",
        )
        for waiting in desk.to_approve
    ]
    everything = Link(text="See everybody who waits", href=f"{reverse('people')}?state=waiting")
    return listed("People waiting for approval", lines, everything)


def _jobs(desk: Desk) -> Shown | None:
    lines = [_job(job) for job in desk.failed_jobs]
    everything = Link(text="See all that failed", href=f"{reverse('jobs')}?state=failed")
    return listed("Background work that failed", lines, everything if desk.person.may(P.JOBS_READ) else None)


def _import(desk: Desk) -> Shown | None:
    job = desk.import_to_confirm
    if job is None:
        return None
    link = Link(text="See what would come in, and confirm", href=reverse("register_import_preview", args=[job.pk]))
    return Shown(
        title="An import to confirm", lines=[Line(link=link, note=f"Looked through on {moment(job.asked_at)}")]
    )


def _job(job: Job) -> Line:
    link = Link(text=job.title, href=reverse("job", args=[job.pk]), about=f"asked {moment(job.asked_at)}")
    return Line(link=link, note=f"Asked by {job.asked_by} on {moment(job.asked_at)}")


def _own_cases(desk: Desk) -> Shown | None:
    lines = [
        Line(
            link=Link(text=case.reference, href=reverse("notification", args=[case.reference])),
            note=f"Notified on {full_date(case.sent_on)}" if case.sent_on else "",
            status=Status(text=case.get_state_display(), tone="open"),
        )
        for case in desk.own_cases
    ]
    return listed("Cases given to you", lines, None)


def _register(desk: Desk) -> Shown | None:
    """For whoever studies the register and opens no case."""
    if desk.person.may(P.NOTIFICATION_READ):
        return None
    lines = [Line(link=Link(text="Open the register", href=reverse("register")))]
    if desk.person.may(P.RAPID_REVIEW_EVENTS):
        events = Link(text="Download when the stages of rapid reviews happened (CSV)", href=reverse("review_events"))
        lines.append(Line(link=events, note="Dates by case number, without what was written"))
    words = "You see every notification by number and characteristic, and never a name, a date of birth or an address."
    return Shown(title="The register", lines=lines, words=words)


def _who_is_where(desk: Desk) -> Shown | None:
    """For whoever sees neither cases nor accounts."""
    if any(map(desk.person.may, (P.REGISTER_READ, P.REFERRAL_MAKE, P.PEOPLE_MANAGE))):
        return None
    line = Line(link=Link(text="Safeguarding partnerships", href=reverse("partnerships")))
    words = "You open no cases here. You can see the safeguarding partnerships, their members and their time limits."
    return Shown(title="Who is where", lines=[line], words=words)


def _trail(desk: Desk) -> Shown:
    address = f"{reverse('trail')}?outcome=refused"
    text = plural(desk.refusals, "refusal") if desk.refusals else "No refusals"
    line = Line(link=Link(text=text, href=address, about="in the trail"), note="In the last 7 days")
    return Shown(title="The trail", lines=[line], words=_chain())


def _chain() -> str:
    """Whether the chain held when it was last checked."""
    checked = queries.last_check_of_the_chain()
    if checked is None:
        return "The chain has not been checked yet. It is checked every night."
    row = checked.after.get("broken_at")
    how = f"It is broken at row {row}. Tell who answers for the data." if row else "It holds."
    return f"The chain was last checked on {moment(checked.at)}. {how}"


PANELS = (
    Panel((P.NOTIFICATION_WRITE, P.NOTIFICATION_SEND), _drafts),
    Panel((P.RAPID_REVIEW_SEND,), review_panels.panel_has_replied),
    Panel((P.RAPID_REVIEW_SIGN,), review_panels.decisions_to_sign),
    Panel((P.SUMMARY_ASK,), review_panels.late_agencies),
    Panel((P.SUMMARY_WRITE,), review_panels.summaries_to_write),
    Panel((P.SUMMARY_SIGN,), review_panels.summaries_to_sign),
    Panel((P.REFERRAL_SCREEN,), _referrals_to_screen),
    Panel((P.PANEL_REPLY,), review_panels.reviews_to_answer),
    Panel((P.PANEL_RECEIVE,), _to_acknowledge),
    Panel((P.NOTIFICATION_READ,), _own_cases),
    Panel((P.REFERRAL_MAKE,), _own_referrals),
    Panel((P.REGISTER_READ,), _register),
    Panel((P.PEOPLE_MANAGE,), _people),
    Panel((P.REGISTER_IMPORT,), _import),
    Panel((P.JOBS_READ, P.REGISTER_IMPORT), _jobs),
    Panel((P.TRAIL_READ,), _trail),
    Panel((P.PARTNERSHIP_READ,), _who_is_where),
)

NEXT_STEPS = (
    NextStep("Record an incident", "notification_start", (P.NOTIFICATION_WRITE,)),
    NextStep("Refer an incident", "referral_new", (P.REFERRAL_MAKE,)),
    NextStep("Open the Panel’s inbox", "panel_inbox", (P.PANEL_INBOX,)),
    NextStep("Search the register", "register", (P.REGISTER_READ,)),
    NextStep("Import a register", "register_import", (P.REGISTER_IMPORT,)),
    NextStep("Invite somebody", "invite", (P.PEOPLE_MANAGE,)),
    NextStep("Read the trail", "trail", (P.TRAIL_READ,)),
)

AT_HAND = (
    NextStep("What it asks, section by section", "review_template", (P.RAPID_REVIEW_READ, P.SUMMARY_WRITE)),
    NextStep("Questions that you add to it", "review_questions", (P.TEMPLATE_MANAGE,)),
)
