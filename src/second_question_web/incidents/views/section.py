"""The page of one task of a draft: shown, saved, and what happens when two people save it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.answering.conflict import Conflict, decided, undecided
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.incidents import actions, queries
from second_question_web.incidents.actions.drafts import page_of as draft_page
from second_question_web.incidents.errors import NotNow, WrongAnswers
from second_question_web.incidents.models import DraftText, Notification
from second_question_web.incidents.section_pages import SectionPage, address_of, next_address, section_page
from second_question_web.incidents.views.common import person_of, section_id
from second_question_web.ui.gate import requires
from second_question_web.ui.questions.form import QuestionForm

TOUCHES_DUPLICATES = ("when", "nature", "place", "child_identity", "child_characteristics")


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, reference: str, slug: str, place: int = 0) -> HttpResponse:
    """One task about the incident, or about the child or adult at that place."""
    return _answer(request, section_page(person_of(request), reference, section_id(slug), place, timezone.localdate()))


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """The first task of a child or adult who is not there yet; saving it adds them."""
    identity = f"{kind}_identity"
    return _answer(request, section_page(person_of(request), reference, identity, 0, timezone.localdate(), new=True))


def _answer(request: HttpRequest, page: SectionPage) -> HttpResponse:
    if page.notification.state != Notification.State.DRAFT:
        messages.warning(request, "This is no draft any more. What is sent can be amended.")
        return redirect("notification", page.notification.reference)
    return _save(request, page) if request.method == "POST" else _show(request, page)


def _show(request: HttpRequest, page: SectionPage) -> HttpResponse:
    person = person_of(request)
    actions.note_opened(by=person, notification=page.notification, what=f"page {page.section.title}")
    draft = queries.draft_text(person, draft_page(page.notification, page.section.id, page.place))
    if draft is None:
        return _page(request, page, page.filled_in(), version=page.version, seen=page.seen)
    fields = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        fields.setlist(name, values)
    form = page.typed_in(fields)
    seen = fields.get("seen", "")
    return _page(request, page, form, version=draft.based_on_version, seen=seen, draft=draft)


def _save(request: HttpRequest, page: SectionPage) -> HttpResponse:
    form, version = page.sent(request.POST), _version(request)
    if "deciding" in request.POST:
        open_choices = undecided(request.POST, page.differing(form))
        if open_choices:
            return _conflict(request, page, form, open_choices)
        form = decided(request.POST, page, form)
    if form.errors:
        return _page(request, page, form, version=version, seen=request.POST.get("seen", ""))
    try:
        return _stored(request, page, form, version)
    except WrongAnswers as wrong:
        wrongs = {finding.question: finding.message for finding in wrong.findings}
        form = form.with_errors(wrongs)
        return _page(request, page, form, version=version, seen=request.POST.get("seen", ""))
    except ChangedMeanwhile:
        return _conflict(request, page, form)
    except NotNow as refused:
        messages.warning(request, str(refused))
        return redirect("notification", page.notification.reference)


def _stored(request: HttpRequest, page: SectionPage, form: QuestionForm, version: int) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    if page.record.pk is None:
        add = actions.add_child if page.section.record == "child" else actions.add_adult
        add(
            by=person,
            notification=page.notification,
            now=now,
            place=_place(request, page),
            answers=form.answers,
            unanswered=form.unanswered,
        )
    else:
        actions.answer_section(
            by=person,
            notification=page.notification,
            section=page.section.id,
            place=page.place,
            answers=form.answers,
            unanswered=form.unanswered,
            version=version,
            now=now,
            seen=request.POST.get("seen", ""),
        )
    return _onward(request, page)


def _onward(request: HttpRequest, page: SectionPage) -> HttpResponseRedirect:
    """To the likely duplicates if there are new ones, to the next task of the record, or back to the list."""
    if page.section.id in TOUCHES_DUPLICATES:
        found = queries.notification(person_of(request), page.notification.reference, Permission.NOTIFICATION_WRITE)
        if queries.likely_duplicates(person_of(request), found, queries.children_of(found)):
            return redirect("notification_duplicates", page.notification.reference)
    if "return" in request.POST:
        return redirect("notification", page.notification.reference)
    place = _place(request, page) if page.record.pk is None else page.place
    return HttpResponseRedirect(next_address(page, place))


def _conflict(
    request: HttpRequest, page: SectionPage, form: QuestionForm, open_choices: list[str] | None = None
) -> HttpResponse:
    facts = {"page": page, "conflict": Conflict.between(page, form), "fields": _typed_fields(request)}
    wrong = [{"text": f"Choose which answer to keep: {label}", "href": "#differences"} for label in open_choices or []]
    return render(request, "incidents/conflict.html", {**facts, "errors": wrong}, status=409)


def _page(
    request: HttpRequest,
    page: SectionPage,
    form: QuestionForm,
    *,
    version: int,
    seen: str,
    draft: DraftText | None = None,
) -> HttpResponse:
    facts = {
        "page": page,
        "form": form,
        "errors": form.error_list,
        "version": version,
        "seen": seen,
        "draft": draft,
        "keep": address_of(page.notification, page.section, page.place, "notification_keep"),
    }
    return render(request, "incidents/section.html", facts)


def _typed_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """What was sent, to be sent again from the page that shows a conflict."""
    own = ("csrfmiddlewaretoken", "version", "seen", "deciding")
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    return [(name, value) for name, value in sent if name not in own and not name.startswith("choose-")]


def _version(request: HttpRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdigit() else 0


def _place(request: HttpRequest, page: SectionPage) -> int:
    """Where the person who opened the page meant to add somebody."""
    typed = request.POST.get("place", "")
    return int(typed) if typed.isdigit() and 0 < int(typed) <= page.place else page.place
