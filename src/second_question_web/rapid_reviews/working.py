"""The working page of a review: what is done, what is missing, who owes what, how long there is (R2, T1).

Everything is read once here; the page computes nothing. What a count stands for is one link away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil

from django.urls import reverse

from second_question.exchange.review import estimated_pages
from second_question.rules.completeness import TaskStatus
from second_question.rules.review_completeness import SectionProgress, progress
from second_question.rules.template.content import ReviewContent
from second_question.rules.template.parts import OF_AN_AGENCY, PARTS, Part
from second_question.rules.workflow import AgencyRequestState, RapidReviewState
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.content import Rows, rows_of, text_of
from second_question_web.rapid_reviews.deciding.partners import standing_of
from second_question_web.rapid_reviews.models import AgencyRequest, Meeting, RapidReview
from second_question_web.rapid_reviews.open_prompts import open_prompts
from second_question_web.rapid_reviews.records import form_of, records_of
from second_question_web.rapid_reviews.working_queries import Around, around
from second_question_web.ui.components import Status
from second_question_web.ui.filters import full_date, plural

OWED = (AgencyRequestState.ASKED, AgencyRequestState.STARTED, AgencyRequestState.RETURNED)
STATUS = {
    TaskStatus.NOT_STARTED: Status(text="Not started", tone="neutral"),
    TaskStatus.IN_PROGRESS: Status(text="In progress", tone="open"),
    TaskStatus.COMPLETED: Status(text="Completed", tone="done"),
}


@dataclass(frozen=True)
class Task:
    """One section on the list of tasks."""

    title: str
    href: str
    status: Status
    hint: str = ""


@dataclass(frozen=True)
class PartShown:
    """A numbered part with its tasks."""

    part: Part
    tasks: Sequence[Task]


@dataclass(frozen=True)
class Owing:
    """Something that somebody owes, with where to see to it."""

    what: str
    who: str
    href: str
    status: Status


@dataclass(frozen=True)
class Working:
    """What the page shows of a review to those who may read the draft."""

    review: RapidReview
    content: ReviewContent
    digest: str
    around: Around
    today: date

    @property
    def reference(self) -> str:
        """The number of the case."""
        return self.review.notification.reference

    @cached_property
    def sections(self) -> list[SectionProgress]:
        """How far each section is."""
        return progress(self.content.form, self.content.records)

    @property
    def gaps(self) -> int:
        """How many starred questions still need an answer before it can be sent."""
        return sum(len(section.gaps) for section in self.sections)

    @property
    def completed(self) -> int:
        """How many sections are completed."""
        return sum(section.status is TaskStatus.COMPLETED for section in self.sections)

    @cached_property
    def parts(self) -> list[PartShown]:
        """The template, part by part."""
        by_id = {section.section.id: section for section in self.sections}
        return [PartShown(part, self._tasks(part, by_id)) for part in PARTS]

    @cached_property
    def pages(self) -> float:
        """About how many pages it would have if it were sent now."""
        return estimated_pages(self.content)

    @cached_property
    def open_prompts(self) -> int:
        """How many prompts nobody has answered or dismissed."""
        return open_prompts(self.content, self.digest, ceil(self.pages), self.around.dismissed)

    @property
    def owing(self) -> list[Owing]:
        """Who owes what: agencies, then partners, then those who have an action to do."""
        return [*self._agencies(), *self._partners(), *self._actions()]

    @property
    def next_meeting(self) -> Meeting | None:
        """The meeting that is called and not held yet, the soonest."""
        called = [meeting for meeting in self.around.meetings if meeting.state == Meeting.State.CALLED]
        return min(called, key=lambda meeting: meeting.at, default=None)

    @property
    def is_writable(self) -> bool:
        """Whether the text can be changed now."""
        return stages.is_writable(self.review)

    def _tasks(self, part: Part, by_id: dict[str, SectionProgress]) -> list[Task]:
        if part.sections[0].record in OF_AN_AGENCY:
            return [self._summaries()]
        return [self._task(by_id[section.id]) for section in part.sections]

    def _task(self, found: SectionProgress) -> Task:
        slug = found.section.id.replace("_", "-")
        needed = f"{plural(len(found.gaps), 'answer')} needed before sending" if found.gaps else ""
        return Task(
            found.section.title,
            reverse("review_section", args=[self.reference, slug]),
            STATUS[found.status],
            needed,
        )

    def _summaries(self) -> Task:
        asked, owed = self.around.requests, [r for r in self.around.requests if r.state in OWED]
        words = f"{len(asked) - len(owed)} of {plural(len(asked), 'agency', 'agencies')} answered" if asked else ""
        tone = TaskStatus.NOT_STARTED if not asked else TaskStatus.IN_PROGRESS if owed else TaskStatus.COMPLETED
        return Task("Agency summaries", reverse("review_agencies", args=[self.reference]), STATUS[tone], words)

    def _agencies(self) -> list[Owing]:
        return [self._agency(request) for request in self.around.requests if request.state in OWED]

    def _agency(self, request: AgencyRequest) -> Owing:
        late = request.due_on < self.today
        what = "Signature under its summary" if request.state == AgencyRequestState.RETURNED else "Agency summary"
        href = reverse("review_request", args=[self.reference, request.number])
        words = f"{'Was due' if late else 'Due'} {full_date(request.due_on)}"
        return Owing(what, request.organisation.name, href, Status(text=words, tone="late" if late else "waiting"))

    def _partners(self) -> list[Owing]:
        href = reverse("review_decision", args=[self.reference])
        return [
            Owing("Signature under the decision", partner.organisation.name, href, partner.status)
            for partner in self.around.partners
            if not partner.holds
        ]

    def _actions(self) -> list[Owing]:
        href = reverse("review_actions", args=[self.reference])
        return [
            Owing(str(record.answers.get("what") or "An action"), str(record.answers.get("owner") or ""), href, status)
            for record in self.content.of("immediate_action")
            if not record.answers.get("done_on")
            for status in [_when(record.answers.get("by_when"), self.today)]
        ]


def working(review: RapidReview, person: Person, today: date) -> Working:
    """The facts of the page for the person for whom the review was fetched."""
    is_decided = review.state == RapidReviewState.DECIDED
    rows = rows_of(review) if is_decided else Rows(form_of(review), records_of(review), ())
    partners = standing_of(review, rows, today) if is_decided else ()
    return Working(review, text_of(review, rows), rows.digest, around(review, person, partners), today)


def _when(by_when: object, today: date) -> Status:
    if not isinstance(by_when, date):
        return Status(text="No day set", tone="waiting")
    late = by_when < today
    return Status(text=f"{'Was due' if late else 'Due'} {full_date(by_when)}", tone="late" if late else "waiting")
