"""Comments beside the text: made, answered, settled, opened again, and all open ones on one page."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import Comment, RapidReview
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing import actions, queries
from second_question_web.rapid_reviews.writing.section_pages import address_of, section_of
from second_question_web.ui.gate import requires

COMMENT = Permission.RAPID_REVIEW_COMMENT


class CommentForm(forms.Form):
    """What is sent from the box beside a section. Its length is the action's to judge."""

    section = forms.CharField(max_length=60)
    place = forms.IntegerField(min_value=0)
    question = forms.CharField(max_length=80, required=False)
    text = forms.CharField(required=False)


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def comments(request: HttpRequest, reference: str) -> HttpResponse:
    """Every comment that nobody has settled."""
    person = person_of(request)
    review = reviews.review(person, reference, Permission.RAPID_REVIEW_DRAFT)
    actions.note_text_opened(by=person, review=review, what="open comments")
    form = form_of(review)
    titles = {section.id: section for section in form.sections}
    found = [(one, titles[one.section]) for one in queries.open_comments(review) if one.section in titles]
    facts = {
        "frame": frame(review, "", timezone.localdate()),
        "comments": [(one, section.title, address_of(reference, section, one.place)) for one, section in found],
        "may_comment": queries.may_comment(person, review),
    }
    return render(request, "rapid_reviews/writing/comments.html", facts)


@requires(COMMENT)
@require_POST
def make(request: HttpRequest, reference: str) -> HttpResponse:
    """A comment beside a section."""
    person = person_of(request)
    review = reviews.review(person, reference, COMMENT)
    form = CommentForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "The comment could not be read. Write it again on the page that it is about.")
        return redirect("rapid_review", reference)
    typed = form.cleaned_data
    section = section_of(form_of(review), typed["section"], reference)

    def do() -> None:
        actions.comment(
            by=person,
            review=review,
            section=section.id,
            place=typed["place"],
            question=typed["question"],
            text=typed["text"],
            now=timezone.now(),
        )

    _said(request, do, "Your comment stands beside the section.")
    return redirect(address_of(reference, section, typed["place"]) + "#comments")


@requires(COMMENT)
@require_POST
def reply(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """An answer to a comment."""
    text = request.POST.get("text", "")

    def do(review: RapidReview, to: Comment) -> None:
        actions.reply(by=person_of(request), review=review, to=to, text=text, now=timezone.now())

    return _on(request, reference, key, do, "Your reply stands below the comment.")


@requires(COMMENT)
@require_POST
def settle(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """A comment is dealt with."""

    def do(review: RapidReview, comment: Comment) -> None:
        actions.settle(by=person_of(request), review=review, comment=comment, now=timezone.now())

    return _on(request, reference, key, do, "The comment is settled.")


@requires(COMMENT)
@require_POST
def reopen(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """A comment is not dealt with after all."""

    def do(review: RapidReview, comment: Comment) -> None:
        actions.reopen(by=person_of(request), review=review, comment=comment, now=timezone.now())

    return _on(request, reference, key, do, "The comment is open again.")


def _on(
    request: HttpRequest, reference: str, key: int, do: Callable[[RapidReview, Comment], None], done: str
) -> HttpResponse:
    review = reviews.review(person_of(request), reference, COMMENT)
    comment = queries.comment(review, key)
    _said(request, lambda: do(review, comment), done)
    section = section_of(form_of(review), comment.section, reference)
    return redirect(address_of(reference, section, comment.place) + "#comments")


def _said(request: HttpRequest, do: Callable[[], None], done: str) -> None:
    try:
        do()
    except Refusal as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, done)
