"""Taking a document out of the library, putting it back, and putting a wrong file aside."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.incidents.forms import ReasonForm
from second_question_web.library.depositing import actions, queries
from second_question_web.library.depositing.errors import NotNow, Refusal
from second_question_web.library.depositing.forms import add_problems
from second_question_web.library.depositing.views.common import draw, opened, person_of
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.LIBRARY_DEPOSIT)
@require_http_methods(["GET", "POST"])
def take_out(request: HttpRequest, key: str) -> HttpResponse:
    """Takes it out, with the reason."""
    deposit = opened(request, key)
    form = ReasonForm("Why is it taken out?", request.POST or None, "Name nobody: the history keeps the reason.")
    if request.method == "POST" and form.is_valid():
        reason, now = form.cleaned_data["reason"], timezone.now()
        try:
            actions.withdraw(deposit=deposit, by=person_of(request), reason=reason, now=now)
            messages.success(request, "The document was taken out. Nobody finds it any more.")
            return redirect("library_deposit", key)
        except NotNow as refused:
            messages.warning(request, str(refused))
            return redirect("library_deposit", key)
        except Refusal as refused:
            add_problems(form, refused.problems)
    return draw(request, "take_out", {"deposit": deposit, "form": form, "errors": errors_of(form)})


@requires(Permission.LIBRARY_DEPOSIT)
@require_POST
def restore(request: HttpRequest, key: str) -> HttpResponse:
    """Puts it back as it was."""
    deposit = queries.deposit(person_of(request), key)
    try:
        actions.restore(deposit=deposit, by=person_of(request), now=timezone.now())
        messages.success(request, "The document is in the library again, as it was.")
    except NotNow as refused:
        messages.warning(request, str(refused))
    return redirect("library_deposit", key)


@requires(Permission.LIBRARY_DEPOSIT)
@require_POST
def discard(request: HttpRequest, key: str) -> HttpResponse:
    """Puts a file aside that never came into the library."""
    deposit = queries.deposit(person_of(request), key)
    try:
        actions.discard(deposit=deposit, by=person_of(request), now=timezone.now())
        messages.success(request, "The file was put aside.")
    except NotNow as refused:
        messages.warning(request, str(refused))
        return redirect("library_deposit", key)
    return redirect("library_deposits")
