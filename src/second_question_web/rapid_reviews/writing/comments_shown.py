"""Comments with what they are about, in words and as an address, for the page that shows all open ones."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from second_question.rules.questions import Form, Section
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.writing import queries
from second_question_web.rapid_reviews.writing.queries import Thread
from second_question_web.rapid_reviews.writing.record_names import name_of
from second_question_web.rapid_reviews.writing.section_pages import address_of

Names = Mapping[tuple[str, int], str]


@dataclass(frozen=True)
class CommentShown:
    """A comment with its place. `about` names the record where there are several, `question` what it asks about, if one."""

    thread: Thread
    section: Section
    about: str
    question: str
    href: str

    @property
    def title(self) -> str:
        """What the page that it stands on is called."""
        return f"{self.section.title}: {self.about}" if self.about else self.section.title


def shown(review: RapidReview, form: Form, threads: Sequence[Thread]) -> list[CommentShown]:
    """The comments in the order of the template. One query, for the names of the records that they are about."""
    order = {section.id: number for number, section in enumerate(form.sections)}
    known = [thread for thread in threads if thread.comment.section in order]
    names = _names(review, form, known)
    found = [_shown(review, form.section(thread.comment.section), thread, names) for thread in known]
    return sorted(found, key=lambda one: (order[one.section.id], one.thread.comment.place, one.thread.comment.made_at))


def _names(review: RapidReview, form: Form, threads: Sequence[Thread]) -> Names:
    places = defaultdict(set)
    for thread in threads:
        if thread.comment.place:
            places[form.section(thread.comment.section).record].add(thread.comment.place)
    return {(record.kind, record.place): _name(record) for record in queries.records_at(review, places)}


def _name(record: ReviewRecord) -> str:
    return f"{name_of(record)} (taken out of the review)" if record.removed_at else name_of(record)


def _shown(review: RapidReview, section: Section, thread: Thread, names: Names) -> CommentShown:
    comment = thread.comment
    about = names.get((section.record, comment.place), "")
    question = next((q.label for q in section.questions if q.id == comment.question), "")
    href = address_of(review.notification.reference, section, comment.place)
    return CommentShown(thread, section, about, question, href)
