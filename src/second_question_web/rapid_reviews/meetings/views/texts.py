"""The agenda and the notes of a meeting: written together, kept while typing, both texts shown when two people wrote."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.answering.conflict import BOTH, MINE, THEIRS
from second_question_web.incidents import actions as incidents
from second_question_web.incidents import queries as drafts
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.meetings.actions.texts import WRITABLE, page_of
from second_question_web.rapid_reviews.meetings.errors import TwoTexts
from second_question_web.rapid_reviews.meetings.forms import TextForm
from second_question_web.rapid_reviews.meetings.proposing import agenda_for
from second_question_web.rapid_reviews.meetings.seen import AGENDA, NOTES, seen_text, text_of
from second_question_web.rapid_reviews.meetings.views.common import address, page
from second_question_web.rapid_reviews.models import Meeting
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

TITLES = {AGENDA: "Agenda", NOTES: "Notes"}
CHOICES = ((MINE, "Keep what I wrote"), (THEIRS, "Keep what was saved"), (BOTH, "Keep both, what was saved first"))


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, reference: str, number: int, part: str) -> HttpResponse:
    """One of the two texts, to be written."""
    found = queries.meeting(person_of(request), reference, number, queries.WRITE)
    if found.state not in WRITABLE[part]:
        messages.warning(request, f"This meeting is {found.get_state_display().lower()}. Its {part} cannot be changed.")
        return HttpResponseRedirect(address(found))
    return _save(request, found, part) if request.method == "POST" else _show(request, found, part)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_POST
def keep(request: HttpRequest, reference: str, number: int, part: str) -> HttpResponse:
    """Keeps what is being typed; the script of the page calls it, so a refusal is in plain words."""
    found = queries.meeting(person_of(request), reference, number, queries.WRITE)
    if found.state not in WRITABLE[part]:
        return _refused(f"this meeting is {found.get_state_display().lower()}.")
    fields = {name: request.POST.getlist(name) for name in ("text", "seen") if name in request.POST}
    try:
        incidents.keep_draft_text(
            by=person_of(request),
            page=page_of(found, part),
            fields=fields,
            version=found.version,
            now=timezone.now(),
            case=reference,
        )
    except ValueError as refused:
        return _refused(f"{refused}.")
    return HttpResponse(status=204)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_POST
def drop(request: HttpRequest, reference: str, number: int, part: str) -> HttpResponse:
    """Throws away what was typed and not saved."""
    found = queries.meeting(person_of(request), reference, number, queries.WRITE)
    incidents.drop_draft_text(by=person_of(request), page=page_of(found, part), case=reference)
    return HttpResponseRedirect(address(found, f"review_meeting_{part}"))


def _show(request: HttpRequest, found: Meeting, part: str) -> HttpResponse:
    person = person_of(request)
    draft = drafts.draft_text(person, page_of(found, part))
    actions.note_meeting_opened(by=person, meeting=found, what=part)
    recorded = {"text": text_of(found, part), "seen": seen_text(found, part)}
    typed = {name: values[0] for name, values in draft.fields.items() if values} if draft else {}
    return _page(request, found, part, TextForm(initial=recorded | typed), draft=draft)


def _save(request: HttpRequest, found: Meeting, part: str) -> HttpResponse:
    form = TextForm(request.POST)
    if not form.is_valid():
        return _page(request, found, part, form)
    written = _as_chosen(form.cleaned_data["text"], text_of(found, part), request.POST.get("choose", MINE))
    try:
        actions.write_text(
            meeting=found,
            part=part,
            by=person_of(request),
            text=written,
            seen=form.cleaned_data["seen"],
            now=timezone.now(),
        )
    except TwoTexts as two:
        return _both(request, found, part, form.cleaned_data["text"], two)
    except NotNow as refused:
        form.add_error(None, str(refused))
        return _page(request, found, part, form)
    messages.success(request, f"{TITLES[part]} saved.")
    return HttpResponseRedirect(address(found))


def _as_chosen(mine: str, theirs: str, choice: str) -> str:
    if choice == BOTH:
        return "\n\n".join(filter(None, (theirs, mine)))
    return theirs if choice == THEIRS else mine


def _both(request: HttpRequest, found: Meeting, part: str, mine: str, two: TwoTexts) -> HttpResponse:
    """Both texts; the choice is based on what was saved meanwhile, and refused again if that changes once more."""
    now = queries.meeting(person_of(request), found.review.notification.reference, found.number, queries.WRITE)
    facts: dict[str, object] = {"mine": mine, "two": two, "choices": CHOICES, "seen": seen_text(now, part)}
    response = page(request, now.review, "two_texts", _facts(now, part) | facts)
    response.status_code = 409
    return response


def _page(request: HttpRequest, found: Meeting, part: str, form: TextForm, draft: object = None) -> HttpResponse:
    form.fields["text"].label = TITLES[part]
    facts = {"form": form, "errors": errors_of(form), "draft": draft}
    if part == AGENDA:
        facts["beside"] = agenda_for(found.review)
    return page(request, found.review, "text", _facts(found, part) | facts)


def _facts(found: Meeting, part: str) -> dict[str, object]:
    return {"meeting": found, "part": part, "title": TITLES[part], "back": address(found), "beside": found.agenda}


def _refused(words: str) -> HttpResponse:
    return HttpResponse(words, status=409, content_type="text/plain; charset=utf-8")
