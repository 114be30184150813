"""Writing a summary and its episodes: shown, kept while typing, saved, and what happens when two colleagues save."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.answering.conflict import Conflict, decided, undecided
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.incidents import actions as incidents
from second_question_web.incidents.models import DraftText
from second_question_web.incidents.queries import draft_text
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.summaries import actions, queries
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.rapid_reviews.summaries.overview import is_open
from second_question_web.rapid_reviews.summaries.sheets import Sheet, sheet_of
from second_question_web.rapid_reviews.summaries.typed import EPISODE, SUMMARY, fields_of, version_of
from second_question_web.rapid_reviews.summaries.views.common import WRITE, address_of_request, agency_page, contributor
from second_question_web.ui.gate import requires_or_invited
from second_question_web.ui.questions.form import QuestionForm

for_writers = requires_or_invited(Permission.SUMMARY_WRITE)


@for_writers
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The summary: one page of questions."""
    return _answer(request, reference, number, SUMMARY, 1)


@for_writers
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A new key practice episode; saving it adds it."""
    return _answer(request, reference, number, EPISODE, 0)


@for_writers
@require_http_methods(["GET", "POST"])
def episode(request: HttpRequest, reference: str, number: int, place: int) -> HttpResponse:
    """A key practice episode that is there."""
    return _answer(request, reference, number, EPISODE, place)


@for_writers
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, reference: str, number: int, place: int) -> HttpResponse:
    """Takes an episode out again, after asking."""
    who = contributor(request, reference, number, WRITE)
    sheet = sheet_of(queries.request_to(who, reference, number, WRITE), EPISODE, place)
    if request.method != "POST":
        return agency_page(request, who, sheet.request, "remove_episode", {"sheet": sheet})
    try:
        actions.remove_episode(request=sheet.request, by=who, place=place, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    return redirect("summary_check", reference, number)


@for_writers
@require_POST
def keep(request: HttpRequest, reference: str, number: int, section: str, place: int) -> HttpResponse:
    """Keeps what is typed; the script of the page calls it, so a refusal is in plain words."""
    who = contributor(request, reference, number, WRITE)
    sheet = sheet_of(queries.request_to(who, reference, number, WRITE), section, place)
    if not is_open(sheet.request):
        return _refused("the partnership no longer needs this, or the review was sent.")
    version = version_of(request)
    try:
        incidents.keep_draft_text(
            by=who,
            page=sheet.typed_page,
            fields=fields_of(request),
            version=version,
            now=timezone.now(),
            case=reference,
            is_saved=lambda: sheet.is_saved(request.POST, version),
        )
    except ValueError as refused:
        return _refused(f"{refused}.")
    return HttpResponse(status=204)


@for_writers
@require_POST
def drop(request: HttpRequest, reference: str, number: int, section: str, place: int) -> HttpResponse:
    """Throws away what was typed and not saved, and shows the page as it is recorded."""
    who = contributor(request, reference, number, WRITE)
    sheet = sheet_of(queries.request_to(who, reference, number, WRITE), section, place)
    incidents.drop_draft_text(by=who, page=sheet.typed_page, case=reference)
    if section == SUMMARY:
        return redirect("summary_write", reference, number)
    return (
        redirect("summary_episode", reference, number, place) if place else redirect("summary_check", reference, number)
    )


def _answer(request: HttpRequest, reference: str, number: int, section: str, place: int) -> HttpResponse:
    who = contributor(request, reference, number, WRITE)
    sheet = sheet_of(queries.request_to(who, reference, number, WRITE), section, place)
    if not is_open(sheet.request):
        messages.warning(request, "The summary can no longer be changed here.")
        return redirect("summary", reference, number)
    return _save(request, who, sheet) if request.method == "POST" else _show(request, who, sheet)


def _show(request: HttpRequest, who: Contributor, sheet: Sheet) -> HttpResponse:
    actions.note_opened(by=who, request=sheet.request, what=sheet.section.title.lower(), now=timezone.now())
    draft = draft_text(who, sheet.typed_page)
    if draft is None:
        return _page(request, who, sheet, sheet.filled_in(), version=sheet.version, seen=sheet.seen)
    fields = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        fields.setlist(name, values)
    form, seen = sheet.typed_in(fields), fields.get("seen", "")
    return _page(request, who, sheet, form, version=draft.based_on_version, seen=seen, draft=draft)


def _save(request: HttpRequest, who: Contributor, sheet: Sheet) -> HttpResponse:
    form, seen = sheet.sent(request.POST), request.POST.get("seen", "")
    if "deciding" in request.POST:
        open_choices = undecided(request.POST, sheet.differing(form))
        if open_choices:
            return _conflict(request, who, sheet, form, open_choices)
        form = decided(request.POST, sheet, form)
    if form.errors:
        return _page(request, who, sheet, form, version=version_of(request), seen=seen)
    try:
        _store(request, who, sheet, form, seen)
    except ChangedMeanwhile:
        return _conflict(request, who, sheet, form)
    except (Refusal, NotNow) as refused:
        refusal = {"text": str(refused), "href": f"#{form.questions[0].id}"}
        return _page(request, who, sheet, form, version=version_of(request), seen=seen, refusal=refusal)
    return redirect(
        address_of_request(sheet.request, "summary_episode_add" if "another" in request.POST else "summary_check")
    )


def _store(request: HttpRequest, who: Contributor, sheet: Sheet, form: QuestionForm, seen: str) -> None:
    actions.answer(
        request=sheet.request,
        by=who,
        section=sheet.section.id,
        place=sheet.place,
        answers=form.answers,
        unanswered=form.unanswered,
        version=version_of(request),
        now=timezone.now(),
        seen=seen,
    )


def _conflict(
    request: HttpRequest, who: Contributor, sheet: Sheet, form: QuestionForm, open_choices: list[str] | None = None
) -> HttpResponse:
    wrong = [{"text": f"Choose which answer to keep: {label}", "href": "#differences"} for label in open_choices or []]
    own = ("csrfmiddlewaretoken", "version", "seen", "deciding")
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    fields = [(name, value) for name, value in sent if name not in own and not name.startswith("choose-")]
    facts = {"sheet": sheet, "conflict": Conflict.between(sheet, form), "fields": fields, "errors": wrong}
    answer = agency_page(request, who, sheet.request, "conflict", facts)
    answer.status_code = 409
    return answer


def _page(
    request: HttpRequest,
    who: Contributor,
    sheet: Sheet,
    form: QuestionForm,
    *,
    version: int,
    seen: str,
    draft: DraftText | None = None,
    refusal: dict[str, str] | None = None,
) -> HttpResponse:
    errors = [refusal] if refusal else form.error_list
    facts = {"sheet": sheet, "form": form, "errors": errors, "version": version, "seen": seen, "draft": draft}
    return agency_page(request, who, sheet.request, "write", facts)


def _refused(words: str) -> HttpResponse:
    return HttpResponse(words, status=409, content_type="text/plain; charset=utf-8")
