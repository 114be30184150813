"""The page of one section: shown to read or to write, saved, and what happens when two people save it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question.rules.completeness import section_questions
from second_question_web.answering.conflict import Conflict, decided, undecided
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.incidents.errors import WrongAnswers
from second_question_web.incidents.models import DraftText
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.writing import actions
from second_question_web.rapid_reviews.writing.prompts_beside import beside
from second_question_web.rapid_reviews.writing.record_names import with_article
from second_question_web.rapid_reviews.writing.section_pages import (
    SectionPage,
    address_of,
    new_page,
    next_address,
    section_page,
)
from second_question_web.rapid_reviews.writing.typed_words import typed_in_words
from second_question_web.rapid_reviews.writing.views.common import (
    around,
    drop_typed,
    keep_address,
    keep_typed,
    typed_earlier,
    version_of,
)
from second_question_web.rapid_reviews.writing.views.records import records_page
from second_question_web.ui.gate import requires
from second_question_web.ui.questions.form import QuestionForm
from second_question_web.ui.questions.showing import answer

DRAFT, WRITE = Permission.RAPID_REVIEW_DRAFT, Permission.RAPID_REVIEW_WRITE
OWN_FIELDS = ("csrfmiddlewaretoken", "version", "seen", "deciding", "return", "another")


@requires(DRAFT)
@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, reference: str, slug: str, place: int = 0) -> HttpResponse:
    """A section about the review or one record; the list of records where no place is named and there are several."""
    permission = WRITE if request.method == "POST" else DRAFT
    page = section_page(person_of(request), reference, slug, place, permission)
    return records_page(request, page) if page.is_new else _answer(request, page)


@requires(WRITE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """The first section of a record that is not there yet; saving it adds the record."""
    return _answer(request, new_page(person_of(request), reference, kind))


def _answer(request: HttpRequest, page: SectionPage) -> HttpResponse:
    if request.method == "POST":
        return _save(request, page)
    if page.record.removed_at:
        messages.warning(request, f"“{page.about}” was taken out of the review. It can be put back below.")
        return redirect(_list_address(page))
    what = f"{page.section.title} {page.place}" if page.place else page.section.title
    actions.note_text_opened(by=person_of(request), review=page.review, what=what)
    return _show(request, page) if page.may_write else _read(request, page)


def _show(request: HttpRequest, page: SectionPage) -> HttpResponse:
    draft, fields = typed_earlier(request, page)
    if draft is None:
        return _page(request, page, page.filled_in(), version=page.version, seen=page.seen)
    typed, seen = page.typed_in(fields), fields.get("seen", "")
    return _page(request, page, typed, version=draft.based_on_version, seen=seen, draft=draft)


def _read(request: HttpRequest, page: SectionPage) -> HttpResponse:
    """The answers in words, for those who may not write, or not now; and what they typed while they could."""
    answers, reasons = page.recorded()
    asked = section_questions(page.form, page.section, answers, reasons)
    draft, fields = typed_earlier(request, page)
    facts = {
        "rows": [(answer(q, answers.get(q.id), reasons.get(q.id)), q) for q in asked],
        "draft": draft,
        "typed": typed_in_words(page.sent(fields)) if draft else [],
        "drop": keep_address(page, "drop"),
    }
    return render(request, "rapid_reviews/writing/section_read.html", {**around(request, page), **facts})


def _save(request: HttpRequest, page: SectionPage) -> HttpResponse:
    form = page.sent(request.POST)
    try:
        page.refuse_unless_open()
        return _checked(request, page, form)
    except WrongAnswers as wrong:
        return _typed(request, page, form.with_errors({one.question: one.message for one in wrong.findings}))
    except ChangedMeanwhile:
        _keep_quietly(request, page)
        return _conflict(request, page, form)
    except NotNow as refused:
        return _not_saved(request, page, form, str(refused))


def _checked(request: HttpRequest, page: SectionPage, form: QuestionForm) -> HttpResponse:
    if page.is_new and all(given.is_blank for given in form.given.values()):
        return _nothing_to_add(request, page)
    if "deciding" in request.POST:
        open_choices = undecided(request.POST, page.differing(form))
        if open_choices:
            return _conflict(request, page, form, open_choices)
        form = decided(request.POST, page, form)
    return _typed(request, page, form) if form.errors else _stored(request, page, form)


def _stored(request: HttpRequest, page: SectionPage, form: QuestionForm) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    if page.is_new:
        record = actions.add_record(
            by=person,
            review=page.review,
            kind=page.section.record,
            answers=form.answers,
            unanswered=form.unanswered,
            now=now,
            draft_page=page.draft_page,
        )
    else:
        record = actions.answer_section(
            by=person,
            review=page.review,
            section=page.section.id,
            place=page.place,
            answers=form.answers,
            unanswered=form.unanswered,
            version=version_of(request),
            now=now,
            seen=request.POST.get("seen", ""),
            draft_page=page.draft_page,
        )
    return _onward(request, page, record.place)


def _onward(request: HttpRequest, page: SectionPage, place: int) -> HttpResponseRedirect:
    if "return" in request.POST:
        return redirect("rapid_review", page.reference)
    if "another" in request.POST and page.is_new:
        messages.success(request, f"The {page.kind.one} is saved. Add another, or go on to all {page.kind.many}.")
        return HttpResponseRedirect(request.path)
    return HttpResponseRedirect(next_address(page, place if page.kind.repeated else 0))


def _nothing_to_add(request: HttpRequest, page: SectionPage) -> HttpResponse:
    """Whoever has added the last one often goes on from an empty page."""
    drop_typed(request, page)
    messages.info(request, f"Nothing was typed, so {with_article(page.kind.one)} was not added.")
    to_overview = "return" in request.POST
    return redirect("rapid_review", page.reference) if to_overview else redirect(_list_address(page))


def _not_saved(request: HttpRequest, page: SectionPage, form: QuestionForm, why: str) -> HttpResponse:
    """What cannot be saved now is kept as typed, and shown."""
    facts = {"why": why, "kept": _keep_quietly(request, page), "typed": typed_in_words(form)}
    return render(request, "rapid_reviews/writing/not_saved.html", {**around(request, page), **facts}, status=409)


def _keep_quietly(request: HttpRequest, page: SectionPage) -> bool:
    """Keeps what was sent for whoever has no scripts; whether it is kept, over the version that it was typed over."""
    if "deciding" in request.POST:
        return True
    try:
        keep_typed(request, page)
    except ValueError:
        return False
    return True


def _conflict(
    request: HttpRequest, page: SectionPage, form: QuestionForm, open_choices: list[str] | None = None
) -> HttpResponse:
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    fields = [(name, value) for name, value in sent if name not in OWN_FIELDS and not name.startswith("choose-")]
    wrong = [{"text": f"Choose which answer to keep: {label}", "href": "#differences"} for label in open_choices or []]
    facts = {**around(request, page), "conflict": Conflict.between(page, form), "fields": fields, "errors": wrong}
    return render(request, "rapid_reviews/writing/conflict.html", facts, status=409)


def _typed(request: HttpRequest, page: SectionPage, form: QuestionForm) -> HttpResponse:
    return _page(request, page, form, version=version_of(request), seen=request.POST.get("seen", ""))


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
        "form": form,
        "errors": form.error_list,
        "version": version,
        "seen": seen,
        "draft": draft,
        "keep": keep_address(page),
        "drop": keep_address(page, "drop"),
        "beside": beside(page.review, page.section, page.place, page.form),
    }
    return render(request, "rapid_reviews/writing/section.html", {**around(request, page), **facts})


def _list_address(page: SectionPage) -> str:
    return address_of(page.reference, page.sections_alike[0])
