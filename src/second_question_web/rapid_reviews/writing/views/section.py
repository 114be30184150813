"""The page of one section: shown to read or to write, saved, and what happens when two people save it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.answering.conflict import Conflict, decided, undecided
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.incidents import queries as incidents
from second_question_web.incidents.errors import WrongAnswers
from second_question_web.incidents.models import DraftText
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.writing import actions, queries
from second_question_web.rapid_reviews.writing.prompts_beside import beside
from second_question_web.rapid_reviews.writing.section_pages import (
    SectionPage,
    address_of,
    new_page,
    next_address,
    section_page,
)
from second_question_web.rapid_reviews.writing.views.records import records_page
from second_question_web.ui.gate import requires
from second_question_web.ui.questions.form import QuestionForm
from second_question_web.ui.questions.showing import answer

DRAFT, WRITE = Permission.RAPID_REVIEW_DRAFT, Permission.RAPID_REVIEW_WRITE
OWN_FIELDS = ("csrfmiddlewaretoken", "version", "seen", "deciding", "return")


@requires(DRAFT)
@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, reference: str, slug: str, place: int = 0) -> HttpResponse:
    """A section about the review or one record; the list of records where no place is named and there are several."""
    if not place:
        listed = records_page(request, reference, slug)
        if listed is not None:
            return listed
    permission = WRITE if request.method == "POST" else DRAFT
    return _answer(request, section_page(person_of(request), reference, slug, place, permission))


@requires(WRITE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """The first section of a record that is not there yet; saving it adds the record."""
    return _answer(request, new_page(person_of(request), reference, kind))


def _answer(request: HttpRequest, page: SectionPage) -> HttpResponse:
    if request.method == "POST":
        return _save(request, page)
    actions.note_text_opened(by=person_of(request), review=page.review, what=page.section.title)
    return _show(request, page) if page.may_write else _read(request, page)


def _show(request: HttpRequest, page: SectionPage) -> HttpResponse:
    draft = incidents.draft_text(person_of(request), page.draft_page)
    if draft is None:
        return _page(request, page, page.filled_in(), version=page.version, seen=page.seen)
    fields = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        fields.setlist(name, values)
    typed, seen = page.typed_in(fields), fields.get("seen", "")
    return _page(request, page, typed, version=draft.based_on_version, seen=seen, draft=draft)


def _read(request: HttpRequest, page: SectionPage) -> HttpResponse:
    """The answers in words, for those who may not write, or not now."""
    answers, reasons = page.recorded()
    rows = [answer(q, answers.get(q.id), reasons.get(q.id)) for q in page.filled_in().questions]
    return render(request, "rapid_reviews/writing/section_read.html", {**_around(request, page), "rows": rows})


def _save(request: HttpRequest, page: SectionPage) -> HttpResponse:
    form = page.sent(request.POST)
    if "deciding" in request.POST:
        open_choices = undecided(request.POST, page.differing(form))
        if open_choices:
            return _conflict(request, page, form, open_choices)
        form = decided(request.POST, page, form)
    if form.errors:
        return _typed(request, page, form)
    try:
        return _stored(request, page, form)
    except WrongAnswers as wrong:
        return _typed(request, page, form.with_errors({one.question: one.message for one in wrong.findings}))
    except ChangedMeanwhile:
        return _conflict(request, page, form)
    except NotNow as refused:
        return _kept(request, page, str(refused))


def _stored(request: HttpRequest, page: SectionPage, form: QuestionForm) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    if page.kind.repeated and not page.record.pk:
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
            version=_version(request),
            now=now,
            seen=request.POST.get("seen", ""),
            draft_page=page.draft_page,
        )
    return _onward(request, page, record.place)


def _onward(request: HttpRequest, page: SectionPage, place: int) -> HttpResponseRedirect:
    if "return" in request.POST:
        return redirect("rapid_review", page.reference)
    return HttpResponseRedirect(next_address(page, place if page.kind.repeated else 0))


def _kept(request: HttpRequest, page: SectionPage, why: str) -> HttpResponse:
    """What cannot be saved now is kept as typed, and said."""
    fields = {name: values for name, values in request.POST.lists() if name not in OWN_FIELDS}
    actions.keep_typed(
        by=person_of(request), review=page.review, page=page.draft_page, fields=fields, version=0, now=timezone.now()
    )
    messages.warning(request, f"{why} What you typed is kept and stands on the page again when it can be saved.")
    return redirect("rapid_review", page.reference)


def _conflict(
    request: HttpRequest, page: SectionPage, form: QuestionForm, open_choices: list[str] | None = None
) -> HttpResponse:
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    fields = [(name, value) for name, value in sent if name not in OWN_FIELDS and not name.startswith("choose-")]
    wrong = [{"text": f"Choose which answer to keep: {label}", "href": "#differences"} for label in open_choices or []]
    facts = {**_around(request, page), "conflict": Conflict.between(page, form), "fields": fields, "errors": wrong}
    return render(request, "rapid_reviews/writing/conflict.html", facts, status=409)


def _typed(request: HttpRequest, page: SectionPage, form: QuestionForm) -> HttpResponse:
    return _page(request, page, form, version=_version(request), seen=request.POST.get("seen", ""))


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
        **_around(request, page),
        "form": form,
        "errors": form.error_list,
        "version": version,
        "seen": seen,
        "draft": draft,
        "keep": _keep_address(page),
        "beside": beside(page.review, page.section, page.place),
    }
    return render(request, "rapid_reviews/writing/section.html", facts)


def _around(request: HttpRequest, page: SectionPage) -> dict[str, object]:
    """What every page of a section has: who wrote what, comments, the addresses around it."""
    comments = queries.comments_on(page.review, page.section, page.place)
    return {
        "frame": frame(page.review, "", timezone.localdate()),
        "page": page,
        "writers": queries.last_writers(page.record),
        "comments": comments,
        "open_comments": queries.how_many_comments(comments),
        "may_comment": queries.may_comment(person_of(request), page.review),
        "here": request.path,
        "list_address": address_of(page.reference, page.section) if page.kind.repeated else "",
    }


def _keep_address(page: SectionPage) -> str:
    if page.kind.repeated and not page.record.pk:
        return reverse("review_keep_new", args=[page.reference, page.section.record.replace("_", "-")])
    return address_of(page.reference, page.section, page.place, "review_keep")


def _version(request: HttpRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdigit() else 0
