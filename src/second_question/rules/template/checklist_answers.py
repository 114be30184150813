"""What the answers of a rapid review settle of its checklist, and which answers say so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from second_question.rules.completeness import has_value, questions_that_apply
from second_question.rules.questions import Kind, Question
from second_question.rules.template.checklist_questions import (
    ASKED_OUTRIGHT,
    FEWEST_WORDS,
    HALF_ANSWERS,
    KNOWN,
    NO_ANSWERS,
    READ,
    Condition,
    Known,
    Needed,
)
from second_question.rules.template.content import AnswerKey, ContentRecord, ReviewContent

YES, PARTLY, NO = "yes", "partly", "no"
_MARKS = " .,;:!?-–—*()[]'\"“”‘’"


@dataclass(frozen=True)
class Settled:
    """What is known of an item: yes, partly or no, the answers that say so, and those that are missing or say too little."""

    answer: str
    told: tuple[AnswerKey, ...]
    missing: tuple[AnswerKey, ...]

    @property
    def unanswered(self) -> tuple[AnswerKey, ...]:
        """What is missing altogether."""
        return tuple(key for key in self.missing if key not in self.told)


def settled(content: ReviewContent) -> dict[str, Settled]:
    """What the answers settle, by the id of the item."""
    asked = _Asked(content)
    return {item: asked.settled(known) for item, known in KNOWN.items()}


def asked_outright(content: ReviewContent) -> dict[str, Settled]:
    """For items that only prose can show: the full answers to the questions that ask for just this, and what is missing.

    The answer is partly where there is one, else no; the prose itself says whether it is more.
    """
    asked = _Asked(content)
    return {item: asked.outright(places) for item, places in ASKED_OUTRIGHT.items()}


def to_read(content: ReviewContent) -> dict[str, tuple[AnswerKey, ...]]:
    """The answers in which each item that only prose can show may be written, in the order of the review."""
    asked = _Asked(content)
    return {item: tuple(asked.written(places)) for item, places in READ.items()}


class _Asked:
    """The records of a review with the questions that apply to each."""

    def __init__(self, content: ReviewContent) -> None:
        self._content = content

    def settled(self, known: Known) -> Settled:
        applying = [(record, need) for need in known.needed for record in self._records(need)]
        wanted = [pair for record, need in applying for pair in self._wanted(record, need)]
        told = [key for key, degree in wanted if degree]
        missing = [key for key, degree in wanted if degree < 1]
        if wanted and not missing:
            return Settled(YES, tuple(told), ())
        if not told:
            others = (
                pair for need in known.in_part for record in self._records(need) for pair in self._wanted(record, need)
            )
            told = [key for key, degree in others if degree]
        return Settled(PARTLY if told else NO, tuple(told), tuple(missing))

    def outright(self, places: Mapping[str, Sequence[str]]) -> Settled:
        told = tuple(self.written(places, at_least=1))
        if told:
            return Settled(PARTLY, told, ())
        return Settled(NO, (), tuple(AnswerKey.of(self._content.review, one) for one in places.get("review", ())))

    def written(self, places: Mapping[str, Sequence[str]], at_least: float = 0.5) -> Iterator[AnswerKey]:
        for record in self._content.records:
            for question in self._applying(record):
                if question.id in places.get(record.kind, ()) and self._degree(record, question) >= at_least:
                    yield AnswerKey.of(record, question.id)

    def _wanted(self, record: ContentRecord, need: Needed) -> Iterator[tuple[AnswerKey, float]]:
        """The best answer to each thing that is needed, with how far it answers: 1 quite, 0 not at all."""
        applying = {question.id: question for question in self._applying(record)}
        for alternatives in need.all_of:
            degrees = [(self._degree(record, applying[one]) if one in applying else 0.0, one) for one in alternatives]
            degree, best = max(degrees, key=lambda one: one[0])
            yield AnswerKey.of(record, best), degree

    def _degree(self, record: ContentRecord, question: Question) -> float:
        if not has_value(record.answers, question.id):
            return 0
        value = record.answers[question.id]
        if isinstance(value, str) and question.kind in (Kind.TEXT, Kind.LONG_TEXT):
            return _degree_of_words(value, is_long=question.kind is Kind.LONG_TEXT)
        return 0.5 if _code(value) in HALF_ANSWERS.get((record.kind, question.id), ()) else 1

    def _records(self, need: Needed) -> list[ContentRecord]:
        return [
            record
            for record in self._content.of(need.kind)
            if (not need.when or any(_holds(one, record) for one in need.when))
            and not (need.unless and _holds(need.unless, record))
        ]

    def _applying(self, record: ContentRecord) -> tuple[Question, ...]:
        return questions_that_apply(self._content.form, record.kind, record.answers, record.unanswered)


def _holds(condition: Condition, record: ContentRecord) -> bool:
    if not has_value(record.answers, condition.question):
        return False
    return not condition.answers or _code(record.answers[condition.question]) in condition.answers


def _code(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _degree_of_words(words: str, *, is_long: bool) -> float:
    said = " ".join(words.casefold().split()).strip(_MARKS)
    if said in NO_ANSWERS or not said:
        return 0
    return 0.5 if is_long and len(said.split()) < FEWEST_WORDS else 1
