"""The records of one kind on one page: who took part, the children, the moments; added, taken away, put back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question.rules.completeness import task_status
from second_question.rules.questions import Form, Question, Section
from second_question.rules.template.parts import part_of, record_kind
from second_question_web.answering.held import held, values_of
from second_question_web.answering.showing import answer_of
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.working import STATUS
from second_question_web.rapid_reviews.writing import actions, queries
from second_question_web.rapid_reviews.writing.section_pages import address_of, first_section, name_of, section_of
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.components import Column, Link
from second_question_web.ui.gate import requires

WRITE = Permission.RAPID_REVIEW_WRITE
SHOWN = 3  # answers beside the name
SHORT = 120  # characters of an answer in the table


def records_page(request: HttpRequest, reference: str, slug: str) -> HttpResponse | None:
    """The list of the records that a section is about; None for a section about the review itself."""
    review = reviews.review(person_of(request), reference, Permission.RAPID_REVIEW_DRAFT)
    form = form_of(review)
    section = section_of(form, slug, reference)
    kind = record_kind(section.record)
    if not kind.repeated:
        return None
    actions.note_text_opened(by=person_of(request), review=review, what=section.title)
    facts = {
        "frame": frame(review, "", timezone.localdate()),
        "section": section,
        "part": part_of(section.id),
        "kind": kind,
        "columns": [Column(label=kind.one.capitalize()), *_columns(section), Column(label="Status")],
        "rows": [_row(reference, form, section, record) for record in queries.records(review, kind.id)],
        "removed": [(name_of(record), record) for record in queries.removed_records(review, kind.id)],
        "may_write": getattr(review, "may_write", False) and stages.is_writable(review),
        "adds": section is first_section(form, kind.id),
        "first": first_section(form, kind.id),
    }
    return render(request, "rapid_reviews/writing/records.html", facts)


@requires(WRITE)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, reference: str, kind: str, place: int) -> HttpResponse:
    """Asks, then takes a record out of the review."""
    person = person_of(request)
    review = reviews.review(person, reference, WRITE)
    record = _record(request, reference, kind, place)
    section = first_section(form_of(review), record.kind)
    if section is None:
        raise Hidden("kind of record", kind[:40], case=reference)
    if request.method != "POST":
        actions.note_text_opened(by=person, review=review, what=f"taking away {record}")
        facts = {
            "frame": frame(review, "", timezone.localdate()),
            "name": name_of(record),
            "kind": record_kind(record.kind),
        }
        return render(request, "rapid_reviews/writing/remove.html", {**facts, "back": address_of(reference, section)})
    try:
        actions.remove_record(by=person, review=review, kind=record.kind, place=place, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, f"{name_of(record)} was taken out of the review. It can be put back.")
    return redirect(address_of(reference, section))


@requires(WRITE)
@require_POST
def put_back(request: HttpRequest, reference: str, kind: str, place: int) -> HttpResponse:
    """Puts a record back that was taken away."""
    person = person_of(request)
    review = reviews.review(person, reference, WRITE)
    record = _record(request, reference, kind, place)
    try:
        actions.put_back(by=person, review=review, kind=record.kind, place=place, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, f"{name_of(record)} was put back.")
    section = first_section(form_of(review), record.kind)
    return redirect(address_of(reference, section)) if section else redirect("rapid_review", reference)


@requires(WRITE)
@require_POST
def take_over(request: HttpRequest, reference: str) -> HttpResponse:
    """Takes over what the notification says by now."""
    person = person_of(request)
    review = reviews.review(person, reference, WRITE)
    try:
        filled = actions.take_over(by=person, review=review, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    else:
        words = f"{filled} answers were" if filled > 1 else "One answer was" if filled else "Nothing new was"
        messages.success(request, f"{words} taken over from the notification.")
    return redirect("rapid_review", reference)


def _record(request: HttpRequest, reference: str, kind: str, place: int) -> ReviewRecord:
    review = reviews.review(person_of(request), reference, WRITE)
    wanted = kind.replace("-", "_")
    every = [*queries.records(review, wanted), *queries.removed_records(review, wanted)]
    found = next((record for record in every if record.place == place and record_kind(wanted).repeated), None)
    if found is None:
        raise Hidden("record", f"{kind[:40]} {place}", case=reference)
    return found


def _columns(section: Section) -> list[Column]:
    return [Column(label=question.label) for question in _shown(section)]


def _shown(section: Section) -> list[Question]:
    named = record_kind(section.record).named_by
    return [q for q in section.questions if q.id not in named and not q.id.endswith("_because")][:SHOWN]


def _row(reference: str, form: Form, section: Section, record: ReviewRecord) -> list[object]:
    link = Link(text=name_of(record), href=address_of(reference, section, record.place))
    said = [answer_of(question, held(record, question)) for question in _shown(section)]
    answers = values_of(record, form.questions_of(record.kind))
    status = STATUS[task_status(form, section, answers, record.reasons_unanswered())]
    return [link, *(_short(one.text or one.unanswered) for one in said), status]


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"
