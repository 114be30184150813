"""Writing a reply to a rapid review: shown, kept while typing, saved, and what happens when two people save it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.incidents import actions as drafts
from second_question_web.incidents import queries as incidents
from second_question_web.incidents.models import DraftText
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.differing import Differing, differing
from second_question_web.panel.errors import WrittenMeanwhile
from second_question_web.panel.models import Reply
from second_question_web.panel.pages import reply_page
from second_question_web.panel.reply_forms import ReplyForm, started_reply
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.rapid_reviews.deciding.queries import versions_of
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.PANEL_REPLY)
@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, reference: str) -> HttpResponse:
    """The reply to the newest version, a draft until it is sent."""
    person = person_of(request)
    review = rapid_reviews.review(person, reference, Permission.PANEL_REPLY)
    if request.method == "POST":
        return _save(request, review)
    actions.note_review_read(by=person, review=review)
    draft = queries.draft_of(review)
    typed = incidents.draft_text(person, reply_page(reference))
    form = _typed(typed) if typed else started_reply(draft, person)
    return _page(request, review, form, draft=draft, typed=typed)


@requires(Permission.PANEL_REPLY)
@require_POST
def keep(request: HttpRequest, reference: str) -> HttpResponse:
    """Keeps what is typed; the script of the page calls it, so a refusal is in plain words."""
    person = person_of(request)
    rapid_reviews.review(person, reference, Permission.PANEL_REPLY)
    return kept(request, person, reply_page(reference), reference)


@requires(Permission.PANEL_REPLY)
@require_POST
def drop(request: HttpRequest, reference: str) -> HttpResponse:
    """Throws away what was typed and not saved, and shows the draft as it is kept."""
    person = person_of(request)
    rapid_reviews.review(person, reference, Permission.PANEL_REPLY)
    drafts.drop_draft_text(by=person, page=reply_page(reference), case=reference)
    return redirect("panel_reply", reference)


def kept(request: HttpRequest, by: Person, page: str, reference: str) -> HttpResponse:
    """Keeps the fields of a page as they are typed."""
    fields = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    try:
        drafts.keep_draft_text(by=by, page=page, fields=fields, version=0, now=timezone.now(), case=reference)
    except ValueError as refused:
        return HttpResponse(f"{refused}.", status=409, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


def _save(request: HttpRequest, review: RapidReview) -> HttpResponse:
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, review, form, draft=queries.draft_of(review))
    person, version = person_of(request), form.cleaned_data["row_version"] or 0
    try:
        actions.write_reply(review=review, by=person, text=form.text, row_version=version, now=timezone.now())
    except WrittenMeanwhile as conflict:
        return _conflict(request, review, form, conflict.theirs)
    except NotNow as refused:
        form.add_error(None, str(refused))
        return _page(request, review, form, draft=queries.draft_of(review))
    if "check" in request.POST:
        return redirect("panel_reply_check", review.notification.reference)
    messages.success(request, "The draft is saved. Others who may reply can go on with it.")
    return redirect("panel_review", review.notification.reference)


def _conflict(request: HttpRequest, review: RapidReview, form: ReplyForm, theirs: Reply) -> HttpResponse:
    """What was typed stays in the form, beside what somebody else saved; saving again is then a choice."""
    form.data = form.data.copy()  # type: ignore[attr-defined]  # a submitted form's data can be copied
    form.data["row_version"] = str(theirs.row_version)  # type: ignore[index]  # and the copy changed
    return _page(request, review, form, draft=theirs, conflict=differing(form, theirs), status=409)


def _typed(draft: DraftText) -> ReplyForm:
    fields = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        fields.setlist(name, values)
    return ReplyForm(fields)


def _page(
    request: HttpRequest,
    review: RapidReview,
    form: ReplyForm,
    *,
    draft: Reply | None,
    typed: DraftText | None = None,
    conflict: list[Differing] | None = None,
    status: int = 200,
) -> HttpResponse:
    facts = {
        "review": review,
        "versions": versions_of(review),
        "form": form,
        "errors": [] if typed else errors_of(form),
        "draft": draft,
        "typed": typed,
        "conflict": conflict or [],
        "is_conflict": conflict is not None,
    }
    return render(request, "panel/reply.html", facts, status=status)
