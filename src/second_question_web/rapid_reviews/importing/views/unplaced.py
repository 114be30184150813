"""The passages of imported files that fit no question: placed one by one, or left out; nothing is dropped."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from second_question.rules.access import Permission
from second_question.rules.questions import Form
from second_question.rules.template.parts import record_kind
from second_question_web.incidents.views.common import person_of
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.importing import actions, targets
from second_question_web.rapid_reviews.importing.forms import INTO, RECORD, PassageForm
from second_question_web.rapid_reviews.importing.making import MADE_OF_PASSAGES
from second_question_web.rapid_reviews.importing.queries import (
    next_waiting,
    own_records_of,
    passage,
    passages_of,
    progress_of,
)
from second_question_web.rapid_reviews.models import RapidReview, UnplacedPassage
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.ui.gate import requires

A_PAGE = 25
_PLACES = {"course": "target", "__all__": "target"}
"""Where an error stands that belongs to none of the fields."""


@requires(Permission.RAPID_REVIEW_WRITE)
@require_safe
def unplaced(request: HttpRequest, reference: str) -> HttpResponse:
    """The passages that wait, or with `?placed=yes` those that were placed."""
    person, placed = person_of(request), request.GET.get("placed") == "yes"
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    page = Paginator(passages_of(review, placed=placed), A_PAGE).get_page(request.GET.get("page"))
    form, records = form_of(review), own_records_of(review)
    names = targets.names_of(form, records)
    facts = {
        "frame": frame(review, "review_import", timezone.localdate()),
        "progress": progress_of(review),
        "placed": placed,
        "page": page,
        "passages": [(one, _where(form, names, one)) for one in page],
        "query": request.GET,
        "writable": is_writable(review),
    }
    actions.note_import_opened(by=person, review=review, what="passages of imported files")
    return render(request, "rapid_reviews/importing/unplaced.html", facts)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """One passage, with what can be done with it."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    found = passage(review, key)
    if request.method == "POST":
        return _place(request, review, found)
    actions.note_import_opened(by=person, review=review, what="passage of an imported file")
    return _page(request, review, found, PassageForm(initial=_likely(found)))


@requires(Permission.RAPID_REVIEW_WRITE)
@require_POST
def put_back(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """Lets a passage wait again."""
    person = person_of(request)
    found = passage(queries.review(person, reference, Permission.RAPID_REVIEW_WRITE), key)
    try:
        gone = actions.put_passage_back(passage=found, by=person, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
        return redirect("review_unplaced", reference)
    stays = "" if gone else " Its words were changed since, so they stay in the review as well."
    messages.success(request, f"The passage waits again.{stays}")
    return redirect("review_unplaced", reference)


def _place(request: HttpRequest, review: RapidReview, found: UnplacedPassage) -> HttpResponse:
    form, reference = PassageForm(request.POST), review.notification.reference
    if form.is_valid():
        try:
            _placed(person_of(request), found, form)
        except NotNow as refused:
            messages.warning(request, str(refused))
            return redirect("review_unplaced", reference)
        except Refusal as refused:
            form.add_error(refused.field or None, str(refused))
        else:
            return _onward(request, review, found)
    return _page(request, review, found, form)


def _placed(by: Person, found: UnplacedPassage, form: PassageForm) -> None:
    said, now = form.cleaned_data, timezone.now()
    if said["course"] == RECORD:
        actions.make_record_of_passage(passage=found, by=by, kind=said["kind"], now=now)
    elif said["course"] == INTO:
        kind, _, rest = said["target"].partition("/")
        place, _, question = rest.partition("/")
        number = int(place) if place.isdecimal() else 0
        actions.put_passage_into(passage=found, by=by, kind=kind, place=number, question=question, now=now)
    else:
        actions.leave_passage_out(passage=found, by=by, reason=said["reason"], now=now)


def _onward(request: HttpRequest, review: RapidReview, found: UnplacedPassage) -> HttpResponse:
    later = next_waiting(review, found)
    reference = review.notification.reference
    if later is None:
        messages.success(request, "Every passage is placed.")
        return redirect("review_unplaced", reference)
    messages.success(request, "The passage is placed. Here is the next.")
    return redirect("review_unplaced_passage", reference, later.pk)


def _likely(found: UnplacedPassage) -> dict[str, str]:
    return {"course": INTO, "target": found.proposed_in} if found.proposed_in else {}


def _where(form: Form, names: dict[tuple[str, int], str], one: UnplacedPassage) -> str:
    return targets.place_in_words(form, names, one.placed_in if one.placed_at else one.proposed_in)


def _page(request: HttpRequest, review: RapidReview, found: UnplacedPassage, form: PassageForm) -> HttpResponse:
    template, records = form_of(review), own_records_of(review)
    facts = {
        "frame": frame(review, "review_import", timezone.localdate()),
        "passage": found,
        "proposed": targets.place_in_words(template, targets.names_of(template, records), found.proposed_in),
        "groups": targets.groups(template, records, found.proposed_in),
        "kinds": [(kind, record_kind(kind).one) for kind in MADE_OF_PASSAGES],
        "progress": progress_of(review),
        "form": form,
        "errors": [
            {"text": text, "href": f"#{_PLACES.get(name, name)}"}
            for name, texts in form.errors.items()
            for text in texts
        ],
        "writable": is_writable(review),
    }
    return render(request, "rapid_reviews/importing/passage.html", facts)
