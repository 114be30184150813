"""How the appraisal calls an answer: by its question, and whom or what it is about."""

from functools import cached_property

from second_question.rules.template.content import AnswerKey, ContentRecord, ReviewContent
from second_question.rules.template.parts import OF_AN_AGENCY, record_kind
from second_question_web.rapid_reviews.deciding.lacking import question_address


class Names:
    """The names of the answers of one review."""

    def __init__(self, content: ReviewContent) -> None:
        self._content = content

    def question(self, key: AnswerKey) -> str:
        """ "Ethnicity (Robin)"; for a name itself, what kind of record it names."""
        record = self._records.get(_record(key))
        if self.is_name(key):
            one = record_kind(key.kind).one
            return f"{one[0].upper()}{one[1:]}"
        label = self._labels.get((key.kind, key.question), key.question)
        return f"{label} ({record.name})" if record and record_kind(key.kind).repeated else label

    def address(self, key: AnswerKey) -> str:
        """Where it is answered; empty for what an agency writes."""
        section = self._sections.get((key.kind, key.question))
        if section is None or key.kind in OF_AN_AGENCY:
            return ""
        place = key.number if record_kind(key.kind).repeated else 0
        return question_address(self._content.reference, section, key.question, place)

    def is_name(self, key: AnswerKey) -> bool:
        """Whether the answer is what its record is called."""
        record = self._records.get(_record(key))
        return key.question in record_kind(key.kind).named_by and record is not None and key.question in record.answers

    def same_record(self, one: AnswerKey, other: AnswerKey) -> bool:
        """Whether both are about the same."""
        return _record(one) == _record(other)

    @cached_property
    def _records(self) -> dict[tuple[str, int, str], ContentRecord]:
        return {(one.kind, one.number, one.agency): one for one in self._content.records}

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        form = self._content.form
        return {(section.record, asked.id): asked.label for section in form.sections for asked in section.questions}

    @cached_property
    def _sections(self) -> dict[tuple[str, str], str]:
        form = self._content.form
        return {(section.record, asked.id): section.id for section in form.sections for asked in section.questions}


def _record(key: AnswerKey) -> tuple[str, int, str]:
    return key.kind, key.number, key.agency
