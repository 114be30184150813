"""The register as a list: filtered, searched, sorted, a page at a time; and the search, which hides the name it looks for."""

from collections.abc import Sequence
from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.models import Notification
from second_question_web.incidents.register import actions, queries, search
from second_question_web.incidents.register.asked import SIZES, Asked, asked
from second_question_web.incidents.register.views import shown
from second_question_web.incidents.views.common import person_of
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

_NOT_KEPT = ("page", "name", "number", "csrfmiddlewaretoken", "search")


class Rows:
    """The list as the paginator needs it: counted, and only the wanted rows read."""

    ordered = True

    def __init__(self, of: Asked) -> None:
        self._notifications = of.notifications()
        # What a name was found in is few and is read at once; a count would be one query more.
        self._all = queries.rows_of(self._notifications, 0, search.MOST) if of.found else None

    def __len__(self) -> int:
        return self._notifications.count() if self._all is None else len(self._all)

    def __getitem__(self, wanted: slice) -> list[Notification]:
        if self._all is not None:
            return self._all[wanted]
        return queries.rows_of(self._notifications, wanted.start, wanted.stop)


@requires(Permission.REGISTER_READ)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """One page of the register; reading it is one row of the trail."""
    person, today = person_of(request), timezone.localdate()
    wanted = asked(request, person, today)
    listed = cast("Sequence[Notification]", Rows(wanted))  # of a sequence a paginator needs the length and slices
    page = Paginator(listed, wanted.size).get_page(request.GET.get("page"))
    notifications = list(page)
    actions.note_listed(by=person, wanted=wanted.wanted, search=wanted.search)
    shown_page = {
        "form": wanted.form,
        "page": page,
        "columns": shown.columns(wanted),
        "rows": shown.rows(notifications, wanted, today),
        "chosen": shown.chosen(wanted),
        "sort": wanted.sort,
        "size": wanted.size,
        "sizes": SIZES,
        "query": request.GET,
        "search": wanted.search,
        "too_many": bool(wanted.found and wanted.found.too_many),
        "errors": errors_of(wanted.form),
        "download": reverse("register_download") + query_with(request.GET, page=None, size=None),
        **_allowed(request),
    }
    return render(request, "incidents/register/register.html", shown_page)


@requires(Permission.REGISTER_READ)
@require_POST
def look_for(request: HttpRequest) -> HttpResponse:
    """Goes to the list with what was looked for; a name is sealed, so that no history and no log can read it."""
    looked_for = search.typed(request.POST.get("search", ""))
    if looked_for.name and not person_of(request).may(Permission.IDENTITY_READ):
        looked_for = search.Search(number=looked_for.name)
    kept = {name: values for name, values in request.POST.lists() if name not in _NOT_KEPT and any(values)}
    return redirect(reverse("register") + query_with({**kept, **search.sealed(looked_for)}))


def _allowed(request: HttpRequest) -> dict[str, bool]:
    person = person_of(request)
    return {
        "may_search_names": person.may(Permission.IDENTITY_READ),
        "may_download": person.may(Permission.REGISTER_DOWNLOAD),
        "may_import": person.may(Permission.REGISTER_IMPORT),
        "may_start": person.may(Permission.NOTIFICATION_WRITE),
    }
