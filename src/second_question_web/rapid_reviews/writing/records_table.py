"""The records of one kind as a table that can be worked through: name, key facts, how far each section about it is."""

from collections.abc import Mapping, Sequence

from second_question.rules.completeness import task_status
from second_question.rules.questions import Question, Section
from second_question_web.answering.held import held, values_of
from second_question_web.answering.showing import answer_of
from second_question_web.rapid_reviews.models import ReviewRecord
from second_question_web.rapid_reviews.working import STATUS
from second_question_web.rapid_reviews.writing.record_names import name_of
from second_question_web.rapid_reviews.writing.section_pages import SectionPage, address_of
from second_question_web.ui.components import Column, Link
from second_question_web.ui.filters import plural

FACTS: Mapping[str, tuple[str, ...]] = {
    "participants": ("job_title", "organisation", "role_in_decision"),
    "agencies": ("involvement", "involvement_details"),
    "child_identity": ("date_of_birth", "ethnicity"),
    "child_care": ("legal_status", "who_has_care"),
    "child_safety": ("safe_now", "safety_arrangements"),
    "family_member": ("relationship", "in_household", "role_in_incident"),
    "immediate_action": ("owner", "by_when", "done_on"),
    "moment": ("on", "stage", "direction"),
    "episode": ("on", "why"),
}
"""What is shown beside the name, by section."""
SHORT = 120  # characters of an answer in the table


def columns_of(page: SectionPage) -> list[Column]:
    """The heads of the table."""
    facts = [Column(label=question.label) for question in _facts(page.section)]
    alike = page.sections_alike
    progress = [Column(label=section.title) for section in alike] if len(alike) > 1 else [Column(label="Status")]
    return [Column(label=_capital(page.kind.one)), *facts, *progress]


def row_of(page: SectionPage, record: ReviewRecord, open_comments: int) -> list[object]:
    """One record. Its name leads to this section about it; where there are several sections, each has its link."""
    name = name_of(record)
    hint = f" ({plural(open_comments, 'open comment')})" if open_comments else ""
    link = Link(text=f"{name}{hint}", href=address_of(page.reference, page.section, record.place))
    said = [answer_of(question, held(record, question)) for question in _facts(page.section)]
    return [link, *(_short(one.text or one.unanswered) for one in said), *_progress(page, record, name)]


def _progress(page: SectionPage, record: ReviewRecord, name: str) -> Sequence[object]:
    answers, reasons = values_of(record, page.form.questions_of(record.kind)), record.reasons_unanswered()
    alike = page.sections_alike
    states = [STATUS[task_status(page.form, section, answers, reasons)] for section in alike]
    if len(alike) == 1:
        return states
    return [
        Link(
            text=state.text, href=address_of(page.reference, section, record.place), about=f": {section.title}, {name}"
        )
        for section, state in zip(alike, states, strict=True)
    ]


def _facts(section: Section) -> list[Question]:
    asked = {question.id: question for question in section.questions}
    return [asked[name] for name in FACTS[section.id]]


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
