"""Organisations join and leave a partnership."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.partnerships import actions, queries
from second_question_web.partnerships.access import may_found, may_manage
from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.forms import AgencyForm, EndForm, NewAgencyForm
from second_question_web.partnerships.models import Member, MemberPart, Organisation, OrganisationKind, Partnership
from second_question_web.partnerships.validation import PARTNER_KINDS
from second_question_web.partnerships.views.common import asker, managed, partnership_or_404
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

POSTED = ["GET", "HEAD", "POST"]


@requires(Permission.PARTNERSHIP_MANAGE)
@require_http_methods(POSTED)
def add_agency(request: HttpRequest, slug: str) -> HttpResponse:
    """Finds an organisation of any kind, or takes down a new one."""
    partnership = managed(request, slug)
    found = _found(request, [])
    is_new = "new" in request.POST
    form = AgencyForm(found, _typed(request, not is_new), prefix="found")
    new = NewAgencyForm(_typed(request, is_new), prefix="new")
    used: Form = new if is_new else form
    if request.method == "POST" and used.is_valid():
        try:
            member = _add_new(request, partnership, new) if is_new else _add_found(request, partnership, form)
            return _joined(request, partnership, member)
        except CannotChange as problem:
            used.add_error(problem.field if problem.field in used.fields else None, problem.message)
    shown = {"partnership": partnership, "form": form, "new": new, "found": found, "errors": errors_of(used)}
    return render(request, "partnerships/add_agency.html", {**shown, "words": request.GET.get("words", "")})


@requires(Permission.PEOPLE_MANAGE)
@require_http_methods(POSTED)
def add_partner(request: HttpRequest, slug: str) -> HttpResponse:
    """Finds a local authority, police force or care board that becomes a safeguarding partner."""
    partnership = partnership_or_404(slug)
    if not may_found(asker(request)):
        raise PermissionDenied("only a national administrator changes safeguarding partners")
    found = _found(request, PARTNER_KINDS)
    form = AgencyForm(found, _typed(request, True), prefix="found")
    if request.method == "POST" and form.is_valid():
        try:
            return _joined(request, partnership, _add_partner(request, partnership, form))
        except CannotChange as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.message)
    shown = {"partnership": partnership, "form": form, "new": None, "found": found, "errors": errors_of(form)}
    return render(request, "partnerships/add_agency.html", {**shown, "words": request.GET.get("words", "")})


@requires(Permission.PARTNERSHIP_MANAGE, Permission.PEOPLE_MANAGE)
@require_http_methods(POSTED)
def end(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Asks for the last day of a membership."""
    partnership = partnership_or_404(slug)
    member = _endable(request, partnership, key)
    form = EndForm(request.POST or None, initial={"ends_on": member.ends_on})
    if request.method == "POST" and form.is_valid():
        last_day = form.cleaned_data["ends_on"]
        try:
            actions.end_membership(by=asker(request), partnership=partnership, member=key, ends_on=last_day)
            messages.success(request, f"The last day of {member.organisation.name} is recorded.")
            return redirect("partnership", slug)
        except CannotChange as problem:
            form.add_error(problem.field, problem.message)
    shown = {"partnership": partnership, "member": member, "form": form, "errors": errors_of(form)}
    return render(request, "partnerships/end_membership.html", shown)


def _typed(request: HttpRequest, used: bool) -> QueryDict | None:
    return request.POST if request.method == "POST" and used else None


def _found(request: HttpRequest, kinds: list[OrganisationKind] | tuple[OrganisationKind, ...]) -> list[Organisation]:
    words = request.GET.get("words", "").strip()
    return queries.find_organisations(words, timezone.localdate(), kinds) if words else []


def _endable(request: HttpRequest, partnership: Partnership, key: int) -> Member:
    member = queries.member(partnership, key)
    if member is None:
        raise Hidden("membership", str(key))
    is_partner = member.part == MemberPart.SAFEGUARDING_PARTNER
    if not (may_found(asker(request)) if is_partner else may_manage(asker(request), partnership)):
        raise PermissionDenied("this membership is for somebody else to end")
    return member


def _add_found(request: HttpRequest, partnership: Partnership, form: AgencyForm) -> Member:
    return actions.add_agency(
        by=asker(request),
        partnership=partnership,
        organisation=_chosen(form),
        starts_on=form.cleaned_data["starts_on"],
    )


def _add_partner(request: HttpRequest, partnership: Partnership, form: AgencyForm) -> Member:
    return actions.add_safeguarding_partner(
        by=asker(request),
        partnership=partnership,
        organisation=_chosen(form),
        starts_on=form.cleaned_data["starts_on"],
    )


def _add_new(request: HttpRequest, partnership: Partnership, form: NewAgencyForm) -> Member:
    return actions.add_new_agency(
        by=asker(request),
        partnership=partnership,
        name=form.cleaned_data["name"],
        kind=OrganisationKind(form.cleaned_data["kind"]),
        starts_on=form.cleaned_data["starts_on"],
    )


def _chosen(form: AgencyForm) -> Organisation:
    """The form offers organisations that exist only."""
    return cast(Organisation, queries.organisation(form.cleaned_data["organisation"]))


def _joined(request: HttpRequest, partnership: Partnership, member: Member) -> HttpResponse:
    messages.success(request, f"{member.organisation.name} belongs to {partnership.name}.")
    return redirect("partnership", partnership.slug)
