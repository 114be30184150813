"""A case and its rapid review told through the actions, as the demo tells its own. Needs the models of an installation."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from django.utils import timezone

from second_question.rules.questions import Kind, Question
from second_question.rules.review_completeness import Gap, what_prevents_sending
from second_question.rules.template.parts import record_kind
from second_question_web.demo.loading import moment
from second_question_web.demo.reviews.acts import Act, Add, Decide, ReviewStory, Send, Sign, Write
from second_question_web.demo.reviews.telling import ReviewTelling
from second_question_web.demo.story import Story, child
from second_question_web.demo.telling import Case
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.records import as_content, form_of, records_of
from tests.journeys.prepared import BEGUN, SENT

PLACE, AREA = "wessenmere", "Z06000001"
CARE_BOARD = "NHS Wessenmere Integrated Care Board"
INCIDENT = {
    "nature": "serious_harm",
    "likely_cause": "physical_abuse",
    "reason": "in_area",
    "local_authority": AREA,
    "what_happened": "A girl was brought to hospital bruised, and nobody could say how it came about.",
    "children_safe_now": True,
}
DECISION = {
    "outcome": "no_review",
    "rationale": "What was learned about earlier bruises holds for these.",
    "who_decided": "Dana Whitlock, Sam Pritchard and Joan Achebe",
    "instead": "An audit of bruises in the spring.",
}
SIGNED_AND_SENT: tuple[Act, ...] = (
    Decide(after=0),
    Sign(after=0, partner="Wessenmere Council", by="Dana"),
    Sign(after=0, partner="Wessen Valley Police", by="Sam"),
    Sign(after=0, partner=CARE_BOARD, name="Joan Achebe", job_title="Chief nurse", how_given="By telephone"),
    Send(after=0),
)


def tell(name: str, days: int, stage: str) -> str:
    """The number of the case, taken as far as that stage."""
    today = timezone.localdate()
    case = _notified(name, days, today)
    telling = ReviewTelling(ReviewStory(PLACE, days, ()), case, today)
    for act in () if stage == BEGUN else _acts(case.reference, stage):
        telling.tell(act, timezone.now())
    return case.reference


def _notified(name: str, days: int, today: date) -> Case:
    girl = child(name, 2000 + days, "female", "WBRI", "seriously_harmed")
    case = Case(Story(PLACE, "Bea", days, 1, INCIDENT, (girl,), sent=0), today)
    case.begin(moment(today, days, 9, 20))
    case.send(moment(today, days, 9, 40))
    return case


def _acts(reference: str, stage: str) -> Iterator[Act]:
    """Whatever is missing is written until nothing is but the decision, which only a review that was sent has."""
    while gaps := [gap for gap in _gaps(reference) if gap.section.id != "decision"]:
        yield from _filling(gaps)
    if stage == SENT:
        yield Write(after=0, section="decision", answers=DECISION)
        yield from SIGNED_AND_SENT


def _gaps(reference: str) -> list[Gap]:
    review = RapidReview.objects.get(notification__reference=reference)
    form = form_of(review)
    return what_prevents_sending(form, as_content(form, records_of(review)))


def _filling(gaps: list[Gap]) -> Iterator[Act]:
    """One act for each page on which something is missing, and for each kind of record of which there is none."""
    for (section, kind, number), missing in groupby(gaps, lambda gap: (gap.section.id, gap.kind, gap.number)):
        answers = {gap.question.id: _answer_to(gap.question) for gap in missing if gap.question}
        place = number if record_kind(kind).repeated else 0
        yield (
            Write(after=0, section=section, place=place, answers=answers)
            if number
            else Add(after=0, kind=kind, records=({},))
        )


def _answer_to(question: Question) -> object:
    if question.kind in (Kind.CHOICE, Kind.CHOICES):
        code = question.options[-1].code if question.options else "WBRI"
        return (code,) if question.kind is Kind.CHOICES else code
    return {Kind.DATE: timezone.localdate(), Kind.YES_NO: True}.get(question.kind, "Said in a sentence.")
