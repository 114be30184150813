"""A new partnership: the region first, then its partners."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.partnerships import actions, queries
from second_question_web.partnerships.access import may_found
from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.forms import PartnershipForm, RegionForm
from second_question_web.partnerships.models import Organisation, OrganisationKind, Region
from second_question_web.partnerships.views.common import asker
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.PEOPLE_MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Asks for the region, then for everything else."""
    if not may_found(asker(request)):
        raise PermissionDenied("only a national administrator creates partnerships")
    regions = list(queries.regions())
    region = next((region for region in regions if region.code == request.GET.get("region")), None)
    if region is None:
        return _ask_region(request, regions)
    form = PartnershipForm(_offered(region), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _create(request, form, region)
        except CannotChange as problem:
            form.add_error(problem.field, problem.message)
    shown = {"form": form, "region": region, "errors": errors_of(form)}
    return render(request, "partnerships/create.html", shown)


def _ask_region(request: HttpRequest, regions: list[Region]) -> HttpResponse:
    form = RegionForm(regions, request.GET if "region" in request.GET or "asked" in request.GET else None)
    return render(request, "partnerships/region.html", {"form": form, "errors": errors_of(form)})


def _offered(region: Region) -> dict[str, list[Organisation]]:
    """Authorities of the region; forces and boards of the whole country, because no source says which are where."""
    today = timezone.localdate()
    return {
        "local_authorities": list(queries.local_authorities(today).filter(region=region)),
        "police": list(queries.organisations_of(OrganisationKind.POLICE, today)),
        "care_boards": list(queries.organisations_of(OrganisationKind.CARE_BOARD, today)),
    }


def _create(request: HttpRequest, form: PartnershipForm, region: Region) -> HttpResponse:
    partners = queries.organisations_with(form.codes())
    made = actions.create_partnership(
        by=asker(request),
        name=form.cleaned_data["name"],
        region=region,
        partners=partners,
        starts_on=form.cleaned_data["starts_on"],
        email=form.cleaned_data["email"],
    )
    messages.success(request, f"{made.name} is created.")
    return redirect("partnership", made.slug)
