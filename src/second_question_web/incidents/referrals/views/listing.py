"""The list of referrals, and the same as a file."""

from datetime import date, datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.exchange.csv_out import Cell, csv_bytes
from second_question.rules.access import Permission
from second_question.rules.calendar import working_days_between
from second_question.rules.notification_codes import NATURES
from second_question_web.incidents.models import Referral
from second_question_web.incidents.referrals import actions, queries
from second_question_web.incidents.referrals.clocks import counted
from second_question_web.incidents.referrals.forms import FilterForm
from second_question_web.incidents.referrals.queries import Wanted
from second_question_web.incidents.referrals.views.common import TONES, person_of
from second_question_web.sealed.keys import fingerprint
from second_question_web.ui.components import Chosen, Column, Link, Status
from second_question_web.ui.filters import full_date, short_date
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

PAGE = 25
COLUMNS = tuple(Column(label=label) for label in ("Number", "Received", "Agency", "Kind of incident", "State", "Due"))
FIELDS = (
    *("reference", "received_on", "partnership", "agency", "agency_kind", "incident_on", "nature", "state"),
    *("first_decided_on", "working_days_to_first_decision"),
)
NATURE_WORDS = {option.code: option.label for option in NATURES}


@requires(Permission.REFERRAL_READ)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The referrals that this person may read, newest first, narrowed by the filter."""
    person = person_of(request)
    form = FilterForm(queries.agencies(person), request.GET)
    wanted = form.wanted()
    numbers, how_many = queries.counts(person, wanted)
    paginator = Paginator(queries.listing(person, wanted), PAGE)
    paginator.count = how_many  # known already: one query less
    page = paginator.get_page(request.GET.get("page"))
    actions.note_listed(by=person, wanted=_for_the_trail(wanted))
    shown = {
        "form": form,
        "page": page,
        "columns": COLUMNS,
        "rows": [_row(referral, timezone.localdate()) for referral in page],
        "counts": [(state, label, numbers[state]) for state, label in Referral.State.choices],
        "chosen": _chosen(request, form, wanted),
        "query": request.GET,
        "errors": errors_of(form),
        "may_make": person.may(Permission.REFERRAL_MAKE),
    }
    return render(request, "incidents/referrals/listing.html", shown)


@requires(Permission.REFERRAL_READ)
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """What the filter leaves, as a CSV file without anything that identifies somebody."""
    person = person_of(request)
    wanted = FilterForm(queries.agencies(person), request.GET).wanted()
    rows = [_cells(referral) for referral in queries.listing(person, wanted)]
    actions.note_downloaded(by=person, wanted=_for_the_trail(wanted))
    response = HttpResponse(csv_bytes(FIELDS, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="referrals.csv"'
    return response


def _row(referral: Referral, today: date) -> list[object]:
    address = reverse("referral", args=[referral.reference])
    return [
        Link(text=referral.reference, href=address),
        short_date(referral.made_at),
        referral.organisation.name,
        NATURE_WORDS.get(referral.nature, "Not sure yet"),
        Status(text=referral.get_state_display(), tone=TONES[Referral.State(referral.state)]),
        _due(referral, today),
    ]


def _due(referral: Referral, today: date) -> str:
    """The nearest time limit that is still running, in words."""
    running = [one for one in counted(referral, today, _first_decided(referral)) if one.met_on is None]
    return f"{short_date(running[0].deadline.due)}: {running[0].standing.words}" if running else ""


def _cells(referral: Referral) -> list[Cell]:
    received = timezone.localdate(referral.made_at)
    first = _first_decided(referral)
    decided = timezone.localdate(first) if first else None
    took = working_days_between(received, decided) if decided else None
    return [
        *(referral.reference, received, referral.partnership.name),
        *(referral.organisation.name, referral.organisation.kind),
        *(referral.incident_on, referral.nature, referral.state, decided, took),
    ]


def _first_decided(referral: Referral) -> datetime | None:
    found: datetime | None = getattr(referral, "first_decided")  # noqa: B009  (annotated; the model does not know)
    return found


def _for_the_trail(wanted: Wanted) -> dict[str, str]:
    """The filter as the trail may keep it: of what may be a name, a fingerprint only."""
    kept = wanted.in_force()
    if wanted.words:
        kept["words"] = f"name search {fingerprint(wanted.words.casefold())}"
    return kept


def _chosen(request: HttpRequest, form: FilterForm, wanted: Wanted) -> list[Chosen]:
    """Each filter in force with the address of the list without it."""
    agencies = dict(form.fields["agency"].choices)  # type: ignore[attr-defined]  # a choice field has choices
    words = {
        "state": Referral.State(wanted.state).label if wanted.state else "",
        "agency": str(agencies.get(wanted.agency, "")),
        "since": full_date(wanted.since),
        "until": full_date(wanted.until),
    }
    return [
        Chosen(label=str(form.fields[name].label), text=words.get(name) or value, remove=_without(request, name))
        for name, value in wanted.in_force().items()
    ]


def _without(request: HttpRequest, name: str) -> str:
    gone = dict.fromkeys((name, f"{name}-day", f"{name}-month", f"{name}-year", "page"))
    return query_with(request.GET, **gone)
