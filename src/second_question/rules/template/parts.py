"""The template put together: its eleven numbered parts, the kinds of record in it, and the one that a review is written on.

A template question is one line in one file; form, check, document, import, JSON Schema and handbook page follow from it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from second_question.rules.questions import Form, Kind, Option, Question, Section
from second_question.rules.template import analysis, context, decision, incident, people, summary


@dataclass(frozen=True)
class RecordKind:
    """A kind of record in the template. There is one `review`; of the others any number, at least `at_least` to send.

    `named_by` are the questions whose answers name a record, in the order of preference.
    """

    id: str
    one: str
    many: str
    at_least: int = 0
    named_by: tuple[str, ...] = ()

    @property
    def repeated(self) -> bool:
        """Whether there can be several."""
        return self.id != "review"


@dataclass(frozen=True)
class Part:
    """A numbered part of the template with its sections."""

    number: int
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Theme:
    """Something that the Panel asks every review to consider from one day to another (R12)."""

    code: str
    label: str
    starts_on: date
    ends_on: date | None
    source: str


@dataclass(frozen=True)
class OwnQuestion:
    """A question that a partnership adds to a section of the template, or the Panel to everybody's."""

    id: str
    section: str
    label: str
    hint: str = ""
    kind: Kind = Kind.LONG_TEXT


RECORD_KINDS = (
    RecordKind("review", "the review", "the review"),
    RecordKind("participant", "participant", "participants", 1, ("name",)),
    RecordKind("agency", "agency", "agencies", 1, ("organisation",)),
    RecordKind("child", "child", "children", 1, ("full_name", "known_as")),
    RecordKind("family_member", "family member", "family members", 0, ("full_name",)),
    RecordKind("immediate_action", "immediate action", "immediate actions", 0, ("what",)),
    RecordKind("agency_summary", "agency summary", "agency summaries"),
    RecordKind(
        "agency_episode", "key practice episode of an agency", "key practice episodes of agencies", 0, ("title",)
    ),
    RecordKind("moment", "moment", "moments", 0, ("title",)),
    RecordKind("episode", "key practice episode", "key practice episodes", 0, ("title",)),
)
OF_AN_AGENCY = ("agency_summary", "agency_episode")
"""Records that an agency writes, not the partnership."""

PARTS = (
    Part(1, "Participants", (people.PARTICIPANTS, people.AGENCIES)),
    Part(2, "Child and family", (people.CHILD_IDENTITY, people.CHILD_CARE, people.FAMILY_MEMBER)),
    Part(3, "Incident", (incident.INCIDENT,)),
    Part(4, "Immediate action", (incident.CHILD_SAFETY, incident.IMMEDIATE_ACTION, incident.SUPPORT)),
    Part(5, "Background", (incident.BACKGROUND,)),
    Part(6, "Agency summaries", (summary.AGENCY_SUMMARY, summary.AGENCY_EPISODE)),
    Part(7, "Context", (context.CONTEXT,)),
    Part(8, "Pathways", (analysis.MOMENT,)),
    Part(9, "Analysis", (analysis.EPISODE, analysis.ANALYSIS)),
    Part(10, "Learning", (decision.LEARNING,)),
    Part(11, "Decision", (decision.CRITERIA, decision.DECISION)),
)

# The handbook gives the beginning alone; the end is ours: the day on which the World Health Organization ended the
# emergency. A partnership or the Panel can ask again by a prompt of its own.
THEMES = (Theme("covid_19", "Covid-19 and its restrictions", date(2020, 3, 1), date(2023, 5, 5), "R12"),)

RAPID_REVIEW_2021 = Form(
    "rapid-review/2021",
    "Rapid review",
    tuple(section for part in PARTS for section in part.sections),
    source="Handbook 3, section 1; R2, R3, R7",
)

_KINDS = {kind.id: kind for kind in RECORD_KINDS}


def record_kind(kind: str) -> RecordKind:
    """The kind of record of that id.

    Raises:
        KeyError: the template has none.
    """
    return _KINDS[kind]


def part_of(section_id: str) -> Part:
    """The numbered part that a section belongs to.

    Raises:
        KeyError: no part has such a section.
    """
    for part in PARTS:
        if any(section.id == section_id for section in part.sections):
            return part
    raise KeyError(section_id)


def template_on(opened_on: date, own: Iterable[OwnQuestion] = ()) -> Form:
    """The template of a review that was opened on that day, with the themes of the day and its partnership's own questions."""
    themes = tuple(theme for theme in THEMES if _asked_on(theme, opened_on))
    return _assembled(themes, tuple(own))


def template_with(themes: Iterable[str], own: Iterable[OwnQuestion] = ()) -> Form:
    """The template with the themes of those codes, whatever the day, and with own questions: a form as it was sent."""
    wanted = frozenset(themes)
    return _assembled(tuple(theme for theme in THEMES if theme.code in wanted), tuple(own))


def themes_of(form: Form) -> tuple[str, ...]:
    """The codes of the themes that a form asks about."""
    asked = {question.id for question in form.section(context.CONTEXT.id).questions}
    return tuple(theme.code for theme in THEMES if f"context_{theme.code}" in asked)


def own_questions_of(form: Form) -> tuple[OwnQuestion, ...]:
    """The questions of a form that are not the template's."""
    known = {(s.id, q.id) for s in _every_section() for q in s.questions}
    return tuple(
        OwnQuestion(q.id, s.id, q.label, q.hint, q.kind)
        for s in form.sections
        for q in s.questions
        if (s.id, q.id) not in known
    )


def _every_section() -> Sequence[Section]:
    return _assembled(THEMES, ()).sections


def _asked_on(theme: Theme, day: date) -> bool:
    return theme.starts_on <= day and (theme.ends_on is None or day <= theme.ends_on)


@lru_cache(maxsize=256)
def _assembled(themes: tuple[Theme, ...], own: tuple[OwnQuestion, ...]) -> Form:
    sections = [_with(section, themes, own) for section in RAPID_REVIEW_2021.sections]
    return replace(RAPID_REVIEW_2021, sections=tuple(sections))


def _with(section: Section, themes: Sequence[Theme], own: Sequence[OwnQuestion]) -> Section:
    added: list[Question] = []
    if section.id == context.CONTEXT.id:
        for theme in themes:
            added += context.asked_about(Option(theme.code, theme.label), theme.source)
    added += [_question(asked) for asked in own if asked.section == section.id]
    return replace(section, questions=(*section.questions, *added)) if added else section


def _question(own: OwnQuestion) -> Question:
    return Question(
        own.id,
        own.label,
        own.kind,
        own.hint,
        identifies=own.kind is Kind.LONG_TEXT,
        may_be_unanswered=own.kind is Kind.YES_NO,
        source="R12",
    )
