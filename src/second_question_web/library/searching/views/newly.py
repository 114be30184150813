"""What was published lately, by region, for a year or a quarter of it (handbook 1, B3)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.frame import parts_for
from second_question_web.library.names import region_names
from second_question_web.library.searching import queries
from second_question_web.library.searching.periods import Period, period_from, periods
from second_question_web.ui.gate import public


@public
@require_safe
def newly(request: HttpRequest) -> HttpResponse:
    """A list for each region, with area and the name that the child or family was given."""
    opened, access = library(), access_of(request.user)
    years = queries.years(opened, access)
    latest = years[-1] if years else timezone.localdate().year
    period = period_from(request.GET, latest)
    region = request.GET.get("region", "")
    region = region if region in region_names() else ""
    groups = queries.published_in(opened, access, period, region)
    shown = {
        "parts": parts_for(request),
        "period": period,
        "periods": periods(years),
        "quarters": [Period(period.year, quarter) for quarter in (1, 2, 3, 4)],
        "region": region,
        "regions": region_names(),
        "groups": groups,
        "total": len({one.line.key for _, documents in groups for one in documents}),
    }
    return render(request, "library/searching/new.html", shown)
