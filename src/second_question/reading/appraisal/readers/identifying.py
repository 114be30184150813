"""Whether a review can be published: what in it tells who the child and the family are, as `disclosure` finds it (L11, S4)."""

import re
from collections import Counter
from collections.abc import Iterator

from second_question.documents.document import Span
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.readers.course import OURSELVES, in_own_part
from second_question.reading.appraisal.readers.lengths import full_dates
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.identities.find import identities_in
from second_question.reading.identities.finding import Found, Kind, Severity
from second_question.reading.identities.pseudonyms import pseudonyms_in
from second_question.reading.identities.words import key_of

COVER, SHARE_OF_COVER = 1500, 0.08
"""Characters of a report, and most of its share, in which its title, its author and its publisher stand."""
AROUND = 120
"""Characters around an address or number that say whose it is."""
FEW_INTIMATE = 2
OFTEN = 3
"""So often somebody stands in a report whom it tells about, under a name that was given for it."""

DIRECT = frozenset(
    {
        Kind.ADDRESS,
        Kind.POSTCODE,
        Kind.PHONE,
        Kind.EMAIL,
        Kind.NHS_NUMBER,
        Kind.NI_NUMBER,
        Kind.CASE_NUMBER,
        Kind.VEHICLE,
        Kind.SOCIAL_MEDIA,
    }
)
OF_THE_REVIEW = frozenset({"reviewer", "participants", "agencies", "aside"})
NOT_OF_THE_CASE = frozenset(
    {"recommendations", "action_plan", "timescale", "decision", "reason", "method", "reviewer", "earlier"}
)

_WHERE_TO_WRITE = re.compile(
    r"\b(?:www|e-?mail|contact|enquir\w+|published by|licen[cs]e|copyright|telephone|website|crown)\b|@"
)
_NOT_REDACTED = re.compile(
    r"not (?:protectively )?anonymised|unredacted|names will be (?:replaced|changed|removed)|"
    r"\b(?:date of birth|d\.?o\.?b\.?|was born on)(?: is| was)?\W{1,4}(?:the )?\d{1,2}(?:st|nd|rd|th)?[ ./]"
)


@reads("LR23")
def publishable(review: Review) -> Finding:
    """No: names, numbers or addresses tell who it is, or both a school and exact days do. Partly: one of these does so for
    neighbours, or intimate matters are told. Yes: nothing of it."""
    found = identities_in(review.text)
    direct = [*_direct(review, found), *_full_names(review, found)]
    direct += [Span(*match.span()) for match in _NOT_REDACTED.finditer(review.small)]
    if direct:
        return Finding(Answer.NO, review.quoted(direct))
    schools = [Span(one.start, one.end) for one in found if one.kind is Kind.SCHOOL and one.start > _cover(review)]
    days = [day for day in full_dates(review, [Span(_cover(review), len(review.text))]) if _is_of_case(review, day)]
    intimate = review.with_marks("intimate")
    slipped = _first_names(review, found) if schools or days else []
    shown = review.quoted([*slipped[:2], *schools[:2], *days[:2], *intimate[:2]], 6)
    if schools and days:
        return Finding(Answer.NO, shown)
    return Finding(Answer.PARTLY, shown) if schools or days or len(intimate) >= FEW_INTIMATE else Finding(Answer.YES)


def _cover(review: Review) -> int:
    return min(COVER, int(SHARE_OF_COVER * len(review.text)))


def _direct(review: Review, found: list[Found]) -> Iterator[Span]:
    """Numbers and addresses that are not those of the publisher."""
    for one in found:
        span = Span(one.start, one.end)
        if one.kind in DIRECT and one.severity is Severity.IDENTIFIES and not _is_publisher(review, span):
            yield span


def _is_publisher(review: Review, span: Span) -> bool:
    """Where to write to, by what is said beside it."""
    unit = review.unit_at(span.start) or Unit(span.start, span.end, 0)
    published = _WHERE_TO_WRITE.search(review.said(unit)) or review.has(unit, "partners")
    return bool(published) and not review.has(unit, "child", "mother", "father")


def _full_names(review: Review, found: list[Found]) -> list[Span]:
    """First names with surnames, of people who are neither authors of the review nor anywhere at work."""
    full = [one for one in found if one.kind is Kind.NAME and len(review.text[one.start : one.end].split()) > 1]
    at_work = {
        review.text[one.start : one.end] for one in full if one.start < _cover(review) or _is_at_work(review, one)
    }
    return [Span(one.start, one.end) for one in full if review.text[one.start : one.end] not in at_work]


def _is_at_work(review: Review, one: Found) -> bool:
    near = Unit(max(0, one.start - AROUND), one.end + AROUND, 0)
    if review.has(near, "job", "reviewer", "leaders", "partners", "agency."):
        return True
    unit = review.unit_at(one.start)
    own = unit is not None and in_own_part(review, unit) and OURSELVES.search(review.said(unit))
    return bool(own or review.topics_at(one.start) & OF_THE_REVIEW)


def _first_names(review: Review, found: list[Found]) -> list[Span]:
    """Single names that are said once or twice, where the others are told of under names given for the report."""
    given = pseudonyms_in(review.text)
    told = Counter(review.text[one.start : one.end] for one in found if one.kind is Kind.NAME)
    names = review.child_names | review.sibling_names | review.men_names
    return [
        Span(one.start, one.end)
        for one in found
        if one.kind is Kind.NAME
        and one.severity is Severity.IDENTIFIES
        and one.start > _cover(review)
        and (name := review.text[one.start : one.end]).isalpha()
        and told[name] < OFTEN
        and name.lower() not in names
        and key_of(name) not in given
        and not _of_author(review, name)
    ]


def _of_author(review: Review, name: str) -> bool:
    """The surname of somebody who stands on the cover."""
    return name.lower() in review.small[: _cover(review)]


def _is_of_case(review: Review, day: Span) -> bool:
    """A day in the life of the family, not of the review, its decisions and its plans."""
    unit = review.unit_at(day.start)
    if unit is None or review.topics_at(day.start) & NOT_OF_THE_CASE:
        return False
    return not review.has(unit, "started", "finished", "local_review", "rapid_review", "decided", "event")
