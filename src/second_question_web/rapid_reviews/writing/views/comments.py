"""Comments beside the text: made, answered, settled, opened again, and all open ones on one page."""

from collections.abc import Callable, Mapping

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import Comment, RapidReview
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing import actions, queries
from second_question_web.rapid_reviews.writing.comments_shown import shown
from second_question_web.rapid_reviews.writing.section_pages import SectionPage, address_of, section_of, section_page
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

COMMENT = Permission.RAPID_REVIEW_COMMENT


class WordsForm(forms.Form):
    """What somebody says about the text. Its length is the action's to judge."""

    text = forms.CharField(label="What you want to say", required=False, widget=forms.Textarea(attrs={"rows": 5}))


class PlaceForm(forms.Form):
    """Which section, record and question a comment is about, from the box beside the section."""

    section = forms.CharField(max_length=60)
    place = forms.IntegerField(min_value=0, max_value=1_000_000)
    question = forms.CharField(max_length=80, required=False)


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def comments(request: HttpRequest, reference: str) -> HttpResponse:
    """Every comment that nobody has settled."""
    person = person_of(request)
    review = reviews.review(person, reference, Permission.RAPID_REVIEW_DRAFT)
    actions.note_text_opened(by=person, review=review, what="open comments")
    facts = {
        "frame": frame(review, "", timezone.localdate()),
        "comments": shown(review, form_of(review), queries.open_comments(review)),
        "may_comment": queries.may_comment(review),
    }
    return render(request, "rapid_reviews/writing/comments.html", facts)


@requires(COMMENT)
@require_POST
def make(request: HttpRequest, reference: str) -> HttpResponse:
    """A comment beside a section."""
    page, question = _place(request, reference)
    back = address_of(reference, page.section, page.place) + "#comments"

    def do(text: str) -> None:
        actions.comment(
            by=person_of(request),
            review=page.review,
            section=page.section.id,
            place=page.place,
            question=question,
            text=text,
            now=timezone.now(),
        )

    hidden = {"section": page.section.id, "place": page.place, "question": question}
    facts = {"title": "Write a comment", "about": page.heading, "hidden": hidden}
    return _said(request, page.review, do, "Your comment stands beside the section.", back, facts)


@requires(COMMENT)
@require_POST
def reply(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """An answer to a comment."""
    review, to = _comment(request, reference, key)

    def do(text: str) -> None:
        actions.reply(by=person_of(request), review=review, to=to, text=text, now=timezone.now())

    facts = {"title": f"Reply to {to.made_by}", "to": to}
    return _said(request, review, do, "Your reply stands below the comment.", _beside(review, to), facts)


@requires(COMMENT)
@require_POST
def settle(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """A comment is dealt with."""
    return _mark(request, reference, key, actions.settle, "The comment is settled.")


@requires(COMMENT)
@require_POST
def reopen(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """A comment is not dealt with after all."""
    return _mark(request, reference, key, actions.reopen, "The comment is open again.")


def _place(request: HttpRequest, reference: str) -> tuple[SectionPage, str]:
    """What the comment is about; a question that the section does not ask stands for the whole section."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        raise Hidden("section", request.POST.get("section", "")[:40], case=reference)
    wanted = form.cleaned_data
    page = section_page(person_of(request), reference, wanted["section"], wanted["place"], COMMENT)
    if page.is_new:
        raise Hidden(page.kind.one, "0", case=reference)
    asked = {question.id for question in page.section.questions}
    return page, wanted["question"] if wanted["question"] in asked else ""


def _comment(request: HttpRequest, reference: str, key: int) -> tuple[RapidReview, Comment]:
    review = reviews.review(person_of(request), reference, COMMENT)
    return review, queries.comment(review, key)


def _beside(review: RapidReview, comment: Comment) -> str:
    reference = review.notification.reference
    section = section_of(form_of(review), comment.section, reference)
    return address_of(reference, section, comment.place) + "#comments"


def _said(
    request: HttpRequest,
    review: RapidReview,
    do: Callable[[str], None],
    done: str,
    back: str,
    facts: Mapping[str, object],
) -> HttpResponse:
    """Keeps what was said; when it cannot be kept like that, it stands in a form again with what is wrong."""
    form = WordsForm(request.POST)
    if form.is_valid():
        try:
            do(form.cleaned_data["text"])
        except (NotNow, Refusal) as refused:
            form.add_error("text", str(refused))
        else:
            messages.success(request, done)
            return redirect(back)
    around = {"frame": frame(review, "", timezone.localdate()), "back": back, "form": form, "errors": errors_of(form)}
    return render(request, "rapid_reviews/writing/comment_form.html", {"hidden": {}, **facts, **around})


def _mark(request: HttpRequest, reference: str, key: int, action: Callable[..., None], done: str) -> HttpResponse:
    review, comment = _comment(request, reference, key)
    try:
        action(by=person_of(request), review=review, comment=comment, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(_beside(review, comment))
