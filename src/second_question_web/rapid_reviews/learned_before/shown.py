"""The page of earlier learning: the points of a review with what the library says to them, and what the review cites."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from django.urls import reverse

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.index import NoIndex
from second_question.rules.template.content import ReviewContent
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.content import Rows, text_of
from second_question_web.rapid_reviews.deciding.lacking import question_address
from second_question_web.rapid_reviews.learned_before import queries
from second_question_web.rapid_reviews.learned_before.actions import SECTION
from second_question_web.rapid_reviews.learned_before.citing import paragraph
from second_question_web.rapid_reviews.learned_before.following import WORDS
from second_question_web.rapid_reviews.learned_before.likenesses import LookedUp, looked_up
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning
from second_question_web.rapid_reviews.learned_before.points import GROUPS, PASTED, Point, pasted, points_of
from second_question_web.rapid_reviews.learned_before.since import Later, named_since
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.records import form_of, records_of

CHECKS = "checks_earlier_learning"
NOTHING = LookedUp((), 0)
BEING_MADE = "The library is being made ready for searching. Look again in a minute."
EMPTY = "There is no document in the library yet that you may read."


@dataclass(frozen=True)
class Choice:
    """A part of the review that can be looked up, with how many points it has."""

    id: str
    title: str
    points: int
    is_open: bool


@dataclass(frozen=True)
class CitedShown:
    """A citation. `href` opens its document, where the person may; `times` is how many other reviews cite it.

    `is_reworded` when the answer no longer says it in these words.
    """

    cited: EarlierLearning
    href: str
    times: int
    is_reworded: bool

    @property
    def lines(self) -> list[str]:
        """What the citation says, line by line, without what became of it."""
        return self.cited.citation.splitlines()


@dataclass(frozen=True)
class Page:
    """What the page shows. `problem` says why nothing was looked up."""

    open: str
    choices: Sequence[Choice]
    found: LookedUp
    times: Mapping[str, int]
    cited: Sequence[CitedShown]
    problem: str
    may_write: bool
    answer: str
    """Where the answer is written."""
    points: int
    """Of the part that is open."""
    check: str
    """Where the partners can choose to check the earlier learning; "" where they have said whether they will."""


def page_of(person: Person, review: RapidReview, wanted: str, text: str) -> Page:
    """The page for a person who may read the draft.

    Args:
        person: who asks; the library answers with what this person may see.
        review: fetched for that person.
        wanted: the group of points, or `PASTED`.
        text: what was pasted.
    """
    content = _text(review)
    points = {one.id: points_of(content, one) for one in GROUPS}
    opened = wanted if wanted in {*points, PASTED} else _first(points)
    asked = pasted(text) if opened == PASTED else points[opened]
    cited = queries.cited_in(review)
    access, held = access_of(person), library()
    found, problem = _found(held, access, asked, cited)
    times = _times(person, review, found.documents.union(one.document for one in cited))
    return Page(
        open=opened,
        choices=[Choice(one.id, one.title, len(points[one.id]), one.id == opened) for one in GROUPS],
        found=found,
        times=times,
        cited=[_shown(one, held, access, content, times) for one in cited],
        problem=problem,
        may_write=bool(getattr(review, "may_write", False)) and stages.is_writable(review),
        answer=question_address(content.reference, SECTION, WORDS),
        points=len(asked),
        check="" if _says_whether_it_checks(content) else question_address(content.reference, "decision", CHECKS),
    )


def cited_shown(person: Person, review: RapidReview, cited: EarlierLearning) -> CitedShown:
    """One citation, for a person who may read the draft."""
    times = _times(person, review, {cited.document})
    return _shown(cited, library(), access_of(person), _text(review), times)


def since_then(person: Person, cited: EarlierLearning) -> list[Later]:
    """What later documents say of a cited one, as far as the person may see both."""
    held, access = library(), access_of(person)
    document = held.document(cited.document, access)
    return named_since(held, access, document) if document else []


def _text(review: RapidReview) -> ReviewContent:
    """What the review says; its decisions are not asked for."""
    return text_of(review, Rows(form_of(review), records_of(review), ()))


def _times(person: Person, review: RapidReview, documents: Set[str]) -> Mapping[str, int]:
    return queries.times_cited(person, documents, besides=review) if documents else {}


def _shown(
    one: EarlierLearning, held: Library, access: Access, content: ReviewContent, times: Mapping[str, int]
) -> CitedShown:
    answer = str(content.review.answers.get(WORDS) or "")
    is_there = held.document(one.document, access) is not None
    href = reverse("library_document", args=[one.document]) if is_there else ""
    return CitedShown(one, href, times.get(one.document, 0), paragraph(one) not in answer)


def _found(
    held: Library, access: Access, points: Sequence[Point], cited: Sequence[EarlierLearning]
) -> tuple[LookedUp, str]:
    if not held.documents(access, limit=1).documents:
        return NOTHING, EMPTY
    try:
        return looked_up(held, access, points, cited), ""
    except NoIndex:
        return NOTHING, BEING_MADE


def _first(points: Mapping[str, Sequence[Point]]) -> str:
    """The first part of which something is written."""
    return next((name for name, told in points.items() if told), GROUPS[0].id)


def _says_whether_it_checks(content: ReviewContent) -> bool:
    return CHECKS in {**content.review.answers, **content.review.unanswered}
