"""The page of one section of an agency's text: its questions, and the record that it is about."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from second_question.rules.questions import Form, Section
from second_question_web.answering.page import AnswerPage
from second_question_web.rapid_reviews.models import AgencyRequest, ReviewRecord
from second_question_web.rapid_reviews.summaries.texts import name_of, text_of
from second_question_web.rapid_reviews.summaries.typed import EPISODE, SUMMARY, page_of
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.questions import form as pages


@dataclass(frozen=True)
class Sheet(AnswerPage):
    """A section about one record. `record` is not saved yet for a summary that nobody has begun, or an episode to be added."""

    request: AgencyRequest
    form: Form
    section: Section
    record: ReviewRecord
    options: pages.Options

    @property
    def reference(self) -> str:
        """The number of the case."""
        return self.request.review.notification.reference

    @property
    def is_new(self) -> bool:
        """Whether there is no such record yet."""
        return self.record.pk is None

    @property
    def place(self) -> int:
        """1 for the summary; of an episode its place, 0 for one that is to be added."""
        return 0 if self.is_new and self.section.id == EPISODE else self.record.place

    @property
    def title(self) -> str:
        """What the page is called."""
        if self.section.id == SUMMARY:
            return "Write the summary"
        return "Add a key practice episode" if self.is_new else name_of(self.record)

    @property
    def typed_page(self) -> str:
        """The name under which what is typed here is kept."""
        return page_of(self.reference, self.request.number, self.section.id, self.place)

    @property
    def keep(self) -> str:
        """The address to which what is typed is sent while typing."""
        return self._typed("summary_keep")

    @property
    def drop(self) -> str:
        """The address at which what was typed is thrown away."""
        return self._typed("summary_drop")

    def is_saved(self, fields: QueryDict, version: int) -> bool:
        """Whether what was typed over that version has been saved since. The request is locked until the transaction ends."""
        if not self.place:
            return False
        AgencyRequest.objects.select_for_update().get(pk=self.request.pk)
        now = sheet_of(self.request, self.section.id, self.place)
        return now.version > version and now.holds(fields)

    def _typed(self, name: str) -> str:
        return reverse(name, args=[self.reference, self.request.number, self.section.id, self.place])


def sheet_of(request: AgencyRequest, section_id: str, place: int) -> Sheet:
    """The page of a section of a request that was fetched for somebody of the agency. Two queries.

    Args:
        section_id: `agency_summary` or `agency_episode`.
        place: of the episode; 0 for one that is to be added.

    Raises:
        Hidden: there is no such section or episode.
    """
    text = text_of(request)
    if section_id == SUMMARY:
        record = text.summary or ReviewRecord(kind=SUMMARY, place=1)
    elif section_id == EPISODE and not place:
        record = ReviewRecord(kind=EPISODE, place=0)
    else:
        record = _episode(request, text.episodes, section_id, place)
    return Sheet(request, text.form, text.form.section(section_id), record, pages.NO_OPTIONS)


def _episode(request: AgencyRequest, there: list[ReviewRecord], section_id: str, place: int) -> ReviewRecord:
    found = next((record for record in there if record.place == place), None)
    if section_id != EPISODE or found is None:
        reference = request.review.notification.reference
        raise Hidden("episode", f"{reference} {request.number} {place}", case=reference)
    return found
