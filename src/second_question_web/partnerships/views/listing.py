"""Every partnership, by region."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from second_question.exchange.csv_out import csv_lines
from second_question.rules.access import Permission
from second_question_web.partnerships import queries
from second_question_web.partnerships.access import may_found
from second_question_web.partnerships.views.common import asker, chosen_day
from second_question_web.ui.components import Column, Link
from second_question_web.ui.gate import requires

COLUMNS = (Column(label="Partnership"), Column(label="Local authorities"))
FIELDS = ("partnership", "region", "organisation", "code", "kind", "part", "starts_on", "ends_on", "fictional")


@requires(Permission.PARTNERSHIP_READ, Permission.PEOPLE_MANAGE)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Each region with its partnerships and their local authorities of the day."""
    regions = [
        (region, [_row(listed) for listed in partnerships])
        for region, partnerships in queries.by_region(chosen_day(request))
    ]
    shown = {"regions": regions, "columns": COLUMNS, "may_found": may_found(asker(request))}
    return render(request, "partnerships/listing.html", shown)


@requires(Permission.PARTNERSHIP_READ)
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Every membership with its dates, past and coming ones too, as a CSV file."""
    rows = (
        (
            *(member.partnership.name, member.partnership.region.name, member.organisation.name),
            *(member.organisation.code, member.organisation.kind, member.part),
            *(member.starts_on, member.ends_on, member.partnership.fictional),
        )
        for member in queries.every_membership()
    )
    response = HttpResponse("".join(csv_lines(FIELDS, rows)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="partnerships.csv"'
    return response


def _row(listed: queries.Listed) -> list[object]:
    partnership = listed.partnership
    return [Link(text=partnership.name, href=f"/partnerships/{partnership.slug}/"), ", ".join(listed.local_authorities)]
