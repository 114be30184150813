"""A child who was harmed has died since: one short page instead of three amendments."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.incidents import actions, queries
from second_question_web.incidents.amending import death_changes, death_form, for_amending
from second_question_web.incidents.errors import NothingChanged, NotNow, WrongAnswers
from second_question_web.incidents.forms import ReasonForm
from second_question_web.incidents.models import Child
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.showing import heading_of
from second_question_web.incidents.views.common import person_of
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.questions import form as pages
from second_question_web.ui.questions.form import QuestionForm

LABEL = "How do you know?"
HINT = "For example “The hospital told us on Monday”."


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def death(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """Records that a child has died, with the day and the likely cause, as one amendment."""
    person = person_of(request)
    found = queries.case_file(person, reference, Permission.NOTIFICATION_WRITE)
    for_amending(found)
    child = queries.child_of(found.notification, place)
    questions = death_form(found.notification)
    if request.method == "POST":
        form = pages.sent(questions, questions.sections[0], request.POST, {}, {}, pages.NO_OPTIONS)
        return _answered(request, found, child, form)
    actions.note_opened(by=person, notification=found.notification, what="page A child has died")
    form = pages.filled_in(questions, questions.sections[0], {}, {}, pages.NO_OPTIONS)
    return _page(request, found, child, form, ReasonForm(LABEL, None, HINT))


def _answered(request: HttpRequest, found: CaseFile, child: Child, form: QuestionForm) -> HttpResponse:
    why = ReasonForm(LABEL, request.POST, HINT)
    form = form.with_errors(_left_open(form))
    if not why.is_valid() or form.errors:
        return _page(request, found, child, form, why)
    try:
        actions.amend(
            by=person_of(request),
            notification=found.notification,
            changes=death_changes(found.notification, child, form),
            reason=why.cleaned_data["reason"],
            version=_version(request),
            now=timezone.now(),
        )
    except WrongAnswers as wrong:
        form = form.with_errors({finding.question: finding.message for finding in wrong.findings})
        return _page(request, found, child, form, why)
    except (NothingChanged, NotNow, ChangedMeanwhile) as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, f"It is recorded that {child} has died.")
    return redirect("notification", found.notification.reference)


def _left_open(form: QuestionForm) -> dict[str, str]:
    """Both questions need an answer, or a reason for none."""
    said = form.answers.keys() | form.unanswered.keys() | form.errors.keys()
    return {q.id: f"{q.label} Answer it, or say why there is no answer" for q in form.questions if q.id not in said}


def _page(request: HttpRequest, found: CaseFile, child: Child, form: QuestionForm, why: ReasonForm) -> HttpResponse:
    facts = {
        "notification": found.notification,
        "about": heading_of(child, found.identity),
        "form": form,
        "why": why,
        "errors": [*form.error_list, *errors_of(why)],
    }
    return render(request, "incidents/death.html", facts)


def _version(request: HttpRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdigit() else 0
