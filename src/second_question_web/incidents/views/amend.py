"""Later facts about a notification that was sent: choose what changed, change it, say why."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question_web.answering.conflict import Conflict
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.incidents import actions, queries, tasks
from second_question_web.incidents.actions.drafts import page_of as draft_page
from second_question_web.incidents.amending import changes_of, for_amending
from second_question_web.incidents.errors import NothingChanged, NotNow, WrongAnswers
from second_question_web.incidents.forms import ReasonForm
from second_question_web.incidents.models import Notification
from second_question_web.incidents.section_pages import AMENDED, SectionPage, address_of, section_page
from second_question_web.incidents.views.common import person_of, section_id
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.questions.form import QuestionForm

LABEL = "Why is it changed?"
HINT = "For example “Result of the skeletal survey” or “Wrong year entered”."


@requires(Permission.NOTIFICATION_WRITE)
@require_safe
def choose(request: HttpRequest, reference: str) -> HttpResponse:
    """What has changed: every task of the notification, and the changes that have a page of their own."""
    person = person_of(request)
    found = queries.case_file(person, reference, Permission.NOTIFICATION_WRITE)
    for_amending(found)
    actions.note_opened(by=person, notification=found.notification, what="page Amend")
    groups = tasks.groups_of(found, "notification_amend_section")
    alive = [child for child in found.children if child.outcome != "died"]
    facts = {"notification": found.notification, "groups": groups, "alive": alive, "identity": found.identity}
    return render(request, "incidents/amend.html", facts)


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, reference: str, slug: str, place: int = 0) -> HttpResponse:
    """One task of a notification that was sent, with the reason for changing it."""
    page = section_page(person_of(request), reference, section_id(slug), place, timezone.localdate())
    return _answered(request, page) if request.method == "POST" else _show(request, page)


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """A child or adult of whom nobody knew at sending."""
    page = section_page(person_of(request), reference, f"{kind}_identity", 0, timezone.localdate(), new=True)
    return _answered(request, page) if request.method == "POST" else _show(request, page)


def _show(request: HttpRequest, page: SectionPage) -> HttpResponse:
    person, notification = person_of(request), page.notification
    if notification.state != Notification.State.SENT:
        raise Hidden("amendment", notification.reference, case=notification.reference)
    actions.note_opened(by=person, notification=notification, what=f"page Amend {page.section.title}")
    draft = queries.draft_text(person, draft_page(notification, f"{AMENDED}{page.section.id}", page.place))
    if draft is None:
        return _page(request, page, page.filled_in(), ReasonForm(LABEL, None, HINT))
    fields = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        fields.setlist(name, values)
    form, why = page.typed_in(fields), ReasonForm(LABEL, None, HINT)
    why.initial = {"reason": fields.get("reason", "")}
    return _page(request, page, form, why, version=draft.based_on_version, draft=draft)


def _answered(request: HttpRequest, page: SectionPage) -> HttpResponse:
    form, why = page.sent(request.POST), ReasonForm(LABEL, request.POST, HINT)
    version = _version(request)
    if not why.is_valid() or form.errors:
        return _page(request, page, form, why, version=version)
    try:
        return _amend(request, page, form, why.cleaned_data["reason"], version)
    except WrongAnswers as wrong:
        form = form.with_errors({finding.question: finding.message for finding in wrong.findings})
        return _page(request, page, form, why, version=version)
    except NothingChanged as refused:
        why.add_error(None, str(refused))
        return _page(request, page, form, why, version=version)
    except ChangedMeanwhile as meanwhile:
        conflict = Conflict.between(page, form)
        return _page(request, page, form, why, version=meanwhile.theirs.version, conflict=conflict)
    except NotNow as refused:
        messages.warning(request, str(refused))
        return redirect("notification", page.notification.reference)


def _amend(request: HttpRequest, page: SectionPage, form: QuestionForm, reason: str, version: int) -> HttpResponse:
    made = actions.amend(
        by=person_of(request),
        notification=page.notification,
        changes=changes_of(page, form),
        reason=reason,
        version=version,
        now=timezone.now(),
        page=draft_page(page.notification, f"{AMENDED}{page.section.id}", page.place),
    )
    messages.success(request, f"{made} is recorded.")
    return redirect("notification", page.notification.reference)


def _page(request: HttpRequest, page: SectionPage, form: QuestionForm, why: ReasonForm, **more: object) -> HttpResponse:
    facts = {
        "page": page,
        "form": form,
        "why": why,
        "errors": [*form.error_list, *errors_of(why)],
        "version": page.notification.version,
        "draft": None,
        "conflict": None,
        "keep": address_of(page.notification, page.section, page.place, "notification_keep", before="amend-"),
    }
    return render(request, "incidents/amend_section.html", {**facts, **more})


def _version(request: HttpRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdigit() else 0
