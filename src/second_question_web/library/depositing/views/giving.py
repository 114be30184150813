"""Giving documents: several files at once, a new version of one, or a record without a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.files.errors import FileRefused
from second_question_web.library.depositing import actions, queries
from second_question_web.library.depositing.errors import Refusal
from second_question_web.library.depositing.forms import RecordForm, UploadForm, add_problems, owner_chosen
from second_question_web.library.depositing.rules import Wishes
from second_question_web.library.depositing.views.common import draw, person_of
from second_question_web.library.models import Deposit
from second_question_web.partnerships.models import Partnership
from second_question_web.ui.filters import plural
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.LIBRARY_DEPOSIT)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Files, which are read in the background."""
    owners = queries.owners(person_of(request))
    form = UploadForm(owners, request.POST, request.FILES) if request.method == "POST" else UploadForm(owners)
    if form.is_bound and form.is_valid():
        taken = _taken(request, form, owner_chosen(owners, form))
        if taken:
            return _to_what_came(request, taken)
    return draw(request, "upload", {"form": form, "errors": errors_of(form), "before": None})


@requires(Permission.LIBRARY_DEPOSIT)
@require_http_methods(["GET", "POST"])
def new_version(request: HttpRequest, key: str) -> HttpResponse:
    """A file that takes the place of another."""
    before = queries.deposit(person_of(request), key)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm([before.partnership], *given, one_file=True)
    if form.is_bound and form.is_valid():
        taken = _taken(request, form, before.partnership, before)
        if taken:
            return _to_what_came(request, taken)
    return draw(request, "upload", {"form": form, "errors": errors_of(form), "before": before})


@requires(Permission.LIBRARY_DEPOSIT)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest) -> HttpResponse:
    """A record without a file. Only its own people see it until somebody says otherwise."""
    person = person_of(request)
    owners = queries.owners(person)
    form = RecordForm(owners, request.POST) if request.method == "POST" else RecordForm(owners)
    if form.is_bound and form.is_valid():
        owner, now = owner_chosen(owners, form), timezone.now()
        try:
            made = actions.add_record(by=person, partnership=owner, facts=form.facts(), wishes=Wishes(), now=now)
            return redirect("library_deposit_who", made.key)
        except Refusal as refused:
            add_problems(form, refused.problems)
    return draw(request, "record", {"form": form, "errors": errors_of(form)})


def _taken(
    request: HttpRequest, form: UploadForm, owner: Partnership | None, before: Deposit | None = None
) -> list[Deposit]:
    """Takes the files one by one; what is refused is said on the form, and the others are taken all the same."""
    taken = []
    for one in form.cleaned_data["documents"]:
        by, now = person_of(request), timezone.now()
        try:
            taken.append(actions.deposit(by=by, upload=one, partnership=owner, now=now, replaces=before))
        except FileRefused as refused:
            form.add_error("documents", f"{one.name}: {refused}")
            messages.warning(request, f"{one.name} was not taken. {refused}")
    return taken


def _to_what_came(request: HttpRequest, taken: list[Deposit]) -> HttpResponse:
    if len(taken) == 1:
        return redirect("library_deposit", taken[0].key)
    messages.success(request, f"{plural(len(taken), 'file')} came in. Check the facts of each, and say who may see it.")
    return redirect("library_deposits")
