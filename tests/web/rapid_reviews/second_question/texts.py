"""What stands in the reviews of these tests: answers written as the pages write them, and what agencies gave back."""

from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag

from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing.keeping import keep, new_record, wanted_from
from tests.people import organisation, partnership, person
from tests.reviews import NOW, record_of

Answers = Mapping[str, object]
REVIEW = "/notifications/SIN-2026-0001/rapid-review/"
HOSPITAL = "Wessenmere Hospitals NHS Trust"
VISIT: Answers = {
    "title": "The visit of 3 March",
    "what_happened": "The health visitor saw Rowan asleep and left.",
    "why": "She had eleven visits that day.",
}
MEETING: Answers = {
    "title": "Referral not accepted",
    "what_happened": "The school’s referral was sent back without a call.",
}


def write(review: RapidReview, kind: str, answers: Answers) -> ReviewRecord:
    """Bea answers; a record of a repeated kind is a new one."""
    bea, form = person("Bea"), form_of(review)
    record = record_of(review) if kind == "review" else new_record(review, kind, by=bea, now=NOW)
    keep(record, wanted_from(form, kind, answers), by=bea, now=NOW)
    return record


def told_by_agency(review: RapidReview, answers: Answers, state: str = "returned") -> ReviewRecord:
    """An episode in what the hospital was asked for."""
    bea = person("Bea")
    asked = AgencyRequest.objects.create(
        review=review,
        number=1,
        partnership=partnership(),
        organisation=organisation(HOSPITAL),
        state=state,
        asked_at=NOW,
        asked_by="Bea Okafor",
        due_on=NOW.date(),
    )
    record = new_record(review, "agency_episode", by=bea, now=NOW, request=asked)
    keep(record, wanted_from(form_of(review), "agency_episode", answers), by=bea, now=NOW)
    return record


def words(part: Tag | None) -> str:
    """What a person reads in a part of a page."""
    assert part is not None
    return " ".join(part.get_text(" ").split())


def links_of(part: Tag | None) -> list[str]:
    """Where the links of a part of a page lead, in order."""
    assert part is not None
    return [str(link["href"]) for link in part.find_all("a", href=True)]


def part(page: BeautifulSoup | Tag, selector: str) -> Tag:
    """The first part of a page that the selector finds; it must be there."""
    found = page.select_one(selector)
    assert found is not None, selector
    return found


def value_of(page: BeautifulSoup, name: str) -> str:
    """What stands in the field of that name."""
    return str(part(page, f'[name="{name}"]').get("value") or "")
