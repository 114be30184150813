"""The partnership's side: what the Panel replied, and the answer to it, both beside each other."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question.rules.workflow import RAPID_REVIEW
from second_question_web.incidents import queries as incidents
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.pages import answer_page
from second_question_web.panel.queries import Exchange
from second_question_web.panel.reply_forms import RECONSIDERS, AnswerForm
from second_question_web.panel.views.reply import kept
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_READ)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """What was said so far, for everybody who may read the review; a form for who may answer the newest reply."""
    person = person_of(request)
    if request.method == "POST":
        return _answer(request, rapid_reviews.review(person, reference, Permission.RAPID_REVIEW_SEND))
    review = rapid_reviews.review(person, reference)
    actions.note_replies_read(by=person, review=review)
    exchanges = queries.exchanges_of(review)
    form = _started(person, reference, exchanges[0].reply.number) if exchanges else None
    return _page(request, review, exchanges, form)


@requires(Permission.RAPID_REVIEW_SEND)
@require_POST
def keep(request: HttpRequest, reference: str) -> HttpResponse:
    """Keeps what is typed; the script of the page calls it."""
    person, typed = person_of(request), request.POST.get("reply", "")
    rapid_reviews.review(person, reference, Permission.RAPID_REVIEW_SEND)
    return kept(request, person, answer_page(reference, int(typed) if typed.isdigit() else 0), reference)


def _answer(request: HttpRequest, review: RapidReview) -> HttpResponse:
    form, reference = AnswerForm(request.POST), review.notification.reference
    if form.is_valid() and _made(request, review, form):
        messages.success(request, _done(form.cleaned_data["course"]))
        return redirect("review_panel_answer", reference)
    again = rapid_reviews.review(person_of(request), reference)
    return _page(request, again, queries.exchanges_of(again), form)


def _made(request: HttpRequest, review: RapidReview, form: AnswerForm) -> bool:
    said = form.cleaned_data
    try:
        actions.answer_reply(
            review=review,
            by=person_of(request),
            reply=said["reply"],
            reconsiders=said["course"] == RECONSIDERS,
            words=said["words"],
            now=timezone.now(),
        )
    except Refusal as refused:
        form.add_error(refused.field or None, str(refused))
        return False
    except NotNow as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _done(course: str) -> str:
    if course == RECONSIDERS:
        return (
            "The review is open for writing again. Record the decision anew, say why it changed or stands, and send it."
        )
    return "Your answer was sent. The review is with the Panel again."


def _started(by: Person, reference: str, reply: int) -> AnswerForm:
    """The form with what this person typed before, or empty."""
    typed = incidents.draft_text(by, answer_page(reference, reply))
    if typed is None:
        return AnswerForm(initial={"reply": reply})
    fields = QueryDict(mutable=True)
    for name, values in typed.fields.items():
        fields.setlist(name, values)
    return AnswerForm(initial={**fields.dict(), "reply": reply})


def _page(
    request: HttpRequest, review: RapidReview, exchanges: list[Exchange], form: AnswerForm | None
) -> HttpResponse:
    may_answer = getattr(review, "may_send", False) and RAPID_REVIEW.can("answer", review.state)
    facts = {
        "frame": frame(review, "review_panel_answer", timezone.localdate()),
        "review": review,
        "exchanges": exchanges,
        "form": form if may_answer else None,
        "errors": errors_of(form) if form and may_answer else [],
    }
    return render(request, "panel/answer.html", facts)
