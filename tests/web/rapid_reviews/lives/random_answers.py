"""Random answers that a page would take, for laws about whole reviews. It is 20 November 2026 (`reviews.NOW`)."""

from collections.abc import Iterable, Mapping
from datetime import date

from hypothesis import strategies as st

from second_question.rules.notification_codes import ANSWERS_THAT_STAND_ALONE
from second_question.rules.questions import Kind, Question, Section, Unanswered
from tests.reviews import NOW

Answers = Mapping[str, object]
WORDS = (
    "the",
    "worker",
    "rang",
    "and",
    "nobody",
    "came",
    "because",
    "it",
    "was",
    "late",
    "Ünal",
    "<b>",
    "{{ 7 }}",
    "“so”",
)
BORN = st.dates(date(2012, 1, 1), date(2026, 10, 31))
HAPPENED = st.dates(date(2026, 11, 1), date(2026, 11, 10))
SINCE = st.dates(date(2026, 11, 11), NOW.date())
_DAYS = {"date_of_birth": BORN, "date_of_death": HAPPENED, "incident_on": HAPPENED}
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


def answer_to(question: Question) -> st.SearchStrategy[object]:
    """Any answer to that question that makes sense."""
    codes = [option.code for option in question.options]
    if question.kind is Kind.CHOICE:
        return st.sampled_from(codes)
    if question.kind is Kind.CHOICES:
        return _some_of(codes)
    if question.kind is Kind.DATE:
        return _DAYS.get(question.id, SINCE)
    others = {Kind.TEXT: LINES, Kind.LONG_TEXT: PARAGRAPHS, Kind.YES_NO: st.booleans()}
    return others[question.kind]


def answers_to(questions: Iterable[Question]) -> st.SearchStrategy[Answers]:
    """Answers to every one of these questions."""
    return st.fixed_dictionaries({question.id: answer_to(question) for question in questions})


def some_answers(section: Section) -> st.SearchStrategy[Answers]:
    """Answers to some questions of a section."""
    return st.fixed_dictionaries({}, optional={question.id: answer_to(question) for question in section.questions})


def some_reasons(section: Section) -> st.SearchStrategy[Mapping[str, Unanswered]]:
    """For some questions of a section the reason why there is no answer."""
    asked = [question.id for question in section.questions if question.may_be_unanswered]
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(Unanswered) for name in asked})


def _some_of(codes: list[str]) -> st.SearchStrategy[object]:
    """Several, in the order of the page, or one that stands alone."""
    alone = [code for code in codes if code in ANSWERS_THAT_STAND_ALONE]
    together = [code for code in codes if code not in ANSWERS_THAT_STAND_ALONE]
    several = st.sets(st.sampled_from(together), min_size=1, max_size=4)
    ordered: st.SearchStrategy[object] = several.map(lambda chosen: tuple(c for c in together if c in chosen))
    return ordered | st.sampled_from(alone).map(lambda code: (code,)) if alone else ordered
