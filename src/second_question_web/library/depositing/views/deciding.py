"""The facts are checked; then somebody says who may see the document, with what the checks found beside it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.library.collection import library
from second_question_web.library.depositing import actions, queries
from second_question_web.library.depositing.checking import SAID, Checked, check
from second_question_web.library.depositing.entries import facts_of
from second_question_web.library.depositing.errors import NotNow, Refusal
from second_question_web.library.depositing.forms import FactsForm, WhoForm, add_problems, facts_typed
from second_question_web.library.depositing.rules import (
    CONFIDENTIAL,
    REDACTED,
    is_confidential,
    says_more_than_its_text,
    wishes_of,
)
from second_question_web.library.depositing.shown import evidence, grouped, places
from second_question_web.library.depositing.views.common import draw, opened, person_of
from second_question_web.library.models import Deposit
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

CAN_BE_DECIDED = (Deposit.State.PROPOSED, Deposit.State.ENTERED)
MOST_PLACES = 200


@requires(Permission.LIBRARY_DEPOSIT)
@require_http_methods(["GET", "POST"])
def facts(request: HttpRequest, key: str) -> HttpResponse:
    """The facts that the file tells, each beside the passage that says it, to be put right."""
    deposit = opened(request, key)
    if deposit.state not in CAN_BE_DECIDED:
        return redirect("library_deposit", key)
    form = FactsForm(request.POST) if request.method == "POST" else FactsForm(initial=facts_typed(deposit))
    if form.is_bound and form.is_valid() and _facts_kept(request, deposit, form):
        return redirect("library_deposit_who" if deposit.state == Deposit.State.PROPOSED else "library_deposit", key)
    shown = {"deposit": deposit, "form": form, "errors": errors_of(form), "evidence": evidence(deposit)}
    return draw(request, "facts", shown)


def _facts_kept(request: HttpRequest, deposit: Deposit, form: FactsForm) -> bool:
    by, now, said = person_of(request), timezone.now(), form.facts()
    try:
        if deposit.state == Deposit.State.PROPOSED:
            actions.correct(deposit=deposit, by=by, facts=said, now=now)
        else:
            actions.change(deposit=deposit, by=by, facts=said, wishes=wishes_of(deposit), now=now)
            messages.success(request, "The facts were corrected.")
    except Refusal as refused:
        add_problems(form, refused.problems)
        return False
    except NotNow as refused:
        messages.warning(request, str(refused))
    return True


@requires(Permission.LIBRARY_DEPOSIT)
@require_http_methods(["GET", "POST"])
def who(request: HttpRequest, key: str) -> HttpResponse:
    """Who may see what; with it the document is in the library."""
    deposit = opened(request, key)
    if deposit.state not in CAN_BE_DECIDED:
        return redirect("library_deposit", key)
    checked = check(deposit, facts_of(deposit))
    form = WhoForm(deposit, request.POST) if request.method == "POST" else WhoForm(deposit, initial=_initial(deposit))
    if form.is_bound and form.is_valid() and _decided(request, deposit, form, checked):
        return redirect("library_deposit", key)
    alike = queries.alike(library(), person_of(request), deposit)
    shown = {
        "deposit": deposit,
        "form": form,
        "errors": errors_of(form),
        "alike": alike,
        **_found(deposit, checked),
    }
    return draw(request, "who", shown)


def _decided(request: HttpRequest, deposit: Deposit, form: WhoForm, checked: Checked) -> bool:
    done = actions.decide if deposit.state == Deposit.State.PROPOSED else actions.change
    by, said, wishes, now = person_of(request), facts_of(deposit), form.wishes(checked.mark), timezone.now()
    try:
        done(deposit=deposit, by=by, facts=said, wishes=wishes, now=now)
    except Refusal as refused:
        add_problems(form, refused.problems)
        return False
    except NotNow as refused:
        messages.warning(request, str(refused))
        return True
    messages.success(request, "The document is in the library. It can be found from now on by those who may see it.")
    return True


def _initial(deposit: Deposit) -> dict[str, object]:
    """What is chosen already. Nothing is chosen for somebody who has not decided yet."""
    if deposit.state == Deposit.State.PROPOSED:
        return {"area_withheld": bool(deposit.file and deposit.file.purpose == REDACTED)}
    wishes = wishes_of(deposit)
    return vars(wishes) | {
        "confirmed": False,
        "look_again_on": deposit.look_again_on if deposit.text_withheld else None,
    }


def _found(deposit: Deposit, checked: Checked) -> dict[str, object]:
    return {
        "checked": checked,
        "named": places(deposit, checked.named[:MOST_PLACES]),
        "fields": [SAID[name] for name in checked.fields],
        "telling": grouped(deposit, checked.telling),
        "of_places": grouped(deposit, checked.of_places),
        "may_tell": grouped(deposit, checked.may_tell),
        "is_redacted": bool(deposit.file and deposit.file.purpose == REDACTED),
        "says_more": says_more_than_its_text(deposit),
        "confidential": CONFIDENTIAL if is_confidential(deposit, facts_of(deposit)) else "",
    }
