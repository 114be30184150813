"""The trail, newest first, for auditors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.trail import queries
from second_question_web.trail.actions import note_listed
from second_question_web.trail.forms import TrailFilter
from second_question_web.trail.reading import reader_of
from second_question_web.trail.sentences import phrase_for, sentence
from second_question_web.ui.components import Chosen
from second_question_web.ui.filters import full_date
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with


@requires(Permission.TRAIL_READ)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """One page of rows, each as a sentence; what was asked for goes into the trail itself."""
    form = TrailFilter(request.GET)
    wanted = form.wanted()
    page = queries.page(reader_of(request), wanted, _number(request, "before"), _number(request, "after"))
    note_listed(by=reader_of(request), wanted=wanted.in_force())
    shown = {
        "form": form,
        "page": page,
        "rows": [(entry, sentence(entry)) for entry in page.rows],
        "chosen": _chosen(request, form, wanted),
        "query": request.GET,
        "errors": [{"text": texts[0], "href": f"#{name}"} for name, texts in form.errors.items()],
    }
    return render(request, "trail/listing.html", shown)


def _number(request: HttpRequest, name: str) -> int | None:
    """A cursor; anything but a plain number is no cursor."""
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else None


def _chosen(request: HttpRequest, form: TrailFilter, wanted: queries.Wanted) -> list[Chosen]:
    """Each filter in force with the address of the list without it."""
    words = {
        "action": phrase_for(wanted.action).label,
        "outcome": wanted.outcome.capitalize(),
        "since": full_date(wanted.since),
        "until": full_date(wanted.until),
    }
    return [
        Chosen(
            label=str(form.fields[name].label),
            text=words.get(name) or value,
            remove=query_with(request.GET, **{name: None, "before": None, "after": None}),
        )
        for name, value in wanted.in_force().items()
    ]
