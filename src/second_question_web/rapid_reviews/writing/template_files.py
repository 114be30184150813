"""The template as a page and as files: what a review is asked, with the questions that a partnership adds today (R7, R12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from second_question.exchange.review.sections import is_because
from second_question.rules.questions import Form, Kind, Question, Section
from second_question.rules.template.parts import OF_AN_AGENCY, PARTS, Part, own_questions_of, record_kind, template_on
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.writing.added_questions import in_force

if TYPE_CHECKING:
    from second_question_web.partnerships.models import Partnership

ANSWERED = {
    Kind.TEXT: "One line",
    Kind.LONG_TEXT: "In words",
    Kind.DATE: "A date",
    Kind.TIME: "A time",
    Kind.NUMBER: "A number",
    Kind.CHOICE: "One of the list",
    Kind.CHOICES: "Any of the list",
    Kind.YES_NO: "Yes or no",
    Kind.AREA: "A local authority",
    Kind.AREAS: "Local authorities",
    Kind.ORGANISATIONS: "Agencies",
}


@dataclass(frozen=True)
class Asked:
    """One question as the page shows it. `only_if` says on which answer it hangs; empty when it is always asked."""

    question: Question
    only_if: str
    is_added: bool

    @property
    def answer(self) -> str:
        """How it is answered."""
        unknown = ", or “not known”, “not asked”, “refused”" if self.question.may_be_unanswered else ""
        return f"{ANSWERED[self.question.kind]}{unknown}"


@dataclass(frozen=True)
class SectionShown:
    """A section with its questions, and of what there can be several."""

    section: Section
    questions: Sequence[Asked]

    @property
    def about(self) -> str:
        """What it is asked of."""
        kind = record_kind(self.section.record)
        if not kind.repeated:
            return ""
        least = " At least one is needed before sending." if kind.at_least else ""
        who = "Written by each agency" if kind.id in OF_AN_AGENCY else "Asked"
        return f"{who} for each {kind.one}.{least}"


@dataclass(frozen=True)
class PartShown:
    """A numbered part with its sections."""

    part: Part
    sections: Sequence[SectionShown]


def partnerships_of(person: Person) -> "list[Partnership]":
    """The partnerships that the person works in, by name."""
    found = {grant.partnership_id: grant.partnership for grant in person.grants_with_places if grant.partnership}
    return sorted(found.values(), key=lambda partnership: partnership.name)


def chosen_partnership(person: Person, slug: str) -> "Partnership | None":
    """The one of the person's partnerships that has that slug, or else the first; None for somebody who has none."""
    own = partnerships_of(person)
    return next((one for one in own if one.slug == slug), own[0] if own else None)


def form_on(partnership: "Partnership | None", day: date) -> Form:
    """The template of a review that this partnership would open on that day. One query."""
    return template_on(day, in_force([partnership] if partnership else [], day))


def parts_of(form: Form) -> list[PartShown]:
    """Everything that the form asks, part by part."""
    added = {(own.section, own.id) for own in own_questions_of(form)}
    return [PartShown(part, [_shown(form.section(section.id), added) for section in part.sections]) for part in PARTS]


def _shown(section: Section, added: set[tuple[str, str]]) -> SectionShown:
    """The sentence "why is there no answer" belongs to the answer before it and is not shown as a question."""
    asked = [
        Asked(question, _only_if(section, question), (section.id, question.id) in added)
        for question in section.questions
        if not is_because(question)
    ]
    return SectionShown(section, asked)


def _only_if(section: Section, question: Question) -> str:
    when = question.shown_when
    if when is None:
        return ""
    other = next((one for one in section.questions if one.id == when.question), None)
    if other is None:
        return ""
    said = " or ".join(f"“{_words(other, code)}”" for code in when.answers)
    return f"Only if “{other.label}” is {said}."


def _words(question: Question, code: str) -> str:
    return {"yes": "Yes", "no": "No"}.get(code) or question.label_of(code)
