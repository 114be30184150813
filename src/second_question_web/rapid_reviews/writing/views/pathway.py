"""Pathways to harm, pathways to protection: the picture and its table, and moments made of key practice episodes."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from second_question.rules.access import Permission
from second_question.rules.template import analysis, codes
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import ReviewRecord
from second_question_web.rapid_reviews.writing import actions
from second_question_web.rapid_reviews.writing.pathway import pathway_page, picture_of
from second_question_web.rapid_reviews.writing.section_pages import address_of
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires

SECTIONS = {"moment": analysis.MOMENT, "episode": analysis.EPISODE}


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def pathway(request: HttpRequest, reference: str) -> HttpResponse:
    """The picture above the same in words."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_DRAFT)
    actions.note_text_opened(by=person, review=review, what="pathways")
    facts = {
        "frame": frame(review, "review_pathway", timezone.localdate()),
        "page": pathway_page(review),
        "stages": codes.STAGES,
    }
    return render(request, "rapid_reviews/writing/pathway.html", facts)


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def picture(request: HttpRequest, reference: str) -> HttpResponse:
    """The picture as a file."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_DRAFT)
    drawn = picture_of(review)
    if not drawn:
        raise Hidden("pathway picture", reference, case=reference)
    actions.note_text_opened(by=person, review=review, what="picture of the pathways")
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{reference}-pathways.svg"'
    response["Cache-Control"] = "no-store, private"
    return response


@requires(Permission.RAPID_REVIEW_WRITE)
@require_POST
def make_moment(request: HttpRequest, reference: str) -> HttpResponse:
    """Makes a moment of an episode and opens it, because its stage, lens, time and direction are still to be said."""
    return _copy(
        request,
        reference,
        actions.moment_from_episode,
        "It is a moment now. Say where it belongs, and in which direction it moved the child.",
    )


@requires(Permission.RAPID_REVIEW_WRITE)
@require_POST
def take_episode(request: HttpRequest, reference: str) -> HttpResponse:
    """Takes an agency's episode into the analysis and opens it there."""
    return _copy(
        request,
        reference,
        actions.episode_from_agency,
        "It stands in the analysis now. What in the system made it likely?",
    )


def _copy(
    request: HttpRequest, reference: str, action: Callable[..., ReviewRecord], next_words: str
) -> HttpResponseRedirect:
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    key = request.POST.get("episode", "")
    try:
        made = action(
            by=person, review=review, episode=int(key) if key.isdecimal() and len(key) < 19 else 0, now=timezone.now()
        )
    except (NotNow, Refusal) as refused:
        messages.warning(request, str(refused))
        return redirect("review_pathway", reference)
    messages.success(request, next_words)
    return HttpResponseRedirect(address_of(reference, SECTIONS[made.kind], made.place))
