"""Where in the template the reading of a document stands."""

from dataclasses import dataclass

from second_question.exchange.importing.draft import Draft, DraftRecord
from second_question.exchange.importing.label_index import Target
from second_question.exchange.importing.wordlists import labels
from second_question.rules.questions import Question
from second_question.rules.template.parts import OF_AN_AGENCY

DEEPEST = 9
"""The level of a label that is no heading."""


@dataclass
class Cursor:
    """The section, record and question that the next words belong to, and the heading that they stand under.

    Levels are those of the headings that opened each; a heading further up closes what is below.
    """

    draft: Draft
    section: str = ""
    section_level: int = 0
    record: DraftRecord | None = None
    record_level: int = 0
    question: Question | None = None
    question_level: int = 0
    heading: str = ""
    confidence: float = 1.0
    agency: str = ""
    names_agency: bool = False

    @property
    def kind(self) -> str:
        """The kind of record that the section is about; "" outside every section."""
        return self.draft.form.section(self.section).record if self.section else ""

    def open_section(self, target: Target, level: int, heading: str) -> None:
        """A heading that opens a section. The record that is being read stays, where the section is about it too."""
        same = self.record is not None and self.record.kind == target.kind and level > self.record_level
        if not same:
            self.record, self.record_level = None, 0
        if level <= self.section_level or target.kind not in OF_AN_AGENCY:
            self.agency = ""
        self.section, self.heading = target.section, heading
        self.section_level = level if not same else self.section_level
        self.question, self.question_level, self.names_agency = None, 0, False
        self.confidence = target.confidence

    def open_question(self, target: Target, level: int, heading: str) -> None:
        """A heading or label that asks a question."""
        if self.kind != target.kind or level <= self.section_level:
            self.record, self.record_level = None, 0
            self.section_level = min(level, DEEPEST - 1)
        self.section, self.question, self.question_level = target.section, target.question, level
        self.heading, self.confidence, self.names_agency = heading, target.confidence, False

    def open_record(self, record: DraftRecord, level: int, section: str, heading: str) -> None:
        """A heading that names a record."""
        self.record, self.record_level, self.section, self.heading = record, level, section, heading
        self.agency, self.names_agency = record.agency, False
        self.question, self.question_level = None, 0

    def leave(self, level: int, heading: str) -> None:
        """A heading that is not of the template."""
        self.question, self.question_level, self.heading, self.names_agency = None, 0, heading, False
        if level <= self.section_level:
            self.section, self.section_level, self.record, self.record_level = "", 0, None, 0

    def asked(self) -> Question | None:
        """The question that the next words answer: the one asked, or the one that such text is for in this section."""
        if self.question is not None or not self.section:
            return self.question
        usual = labels()["default_question"].get(self.section)
        question = next((one for one in self.draft.form.questions_of(self.kind) if one.id == usual), None)
        if question and question.options and self.draft.review.has(question.id):
            return self.draft.beside(self.kind, question)
        return question

    def its_record(self) -> DraftRecord | None:
        """The record that the next words are about; a new one where the section has none and may begin one by words."""
        # Outside every section only criteria ask something, and they are about the review.
        if self.record is None and (self.kind == "review" or (not self.kind and self.question)):
            return self.draft.review
        if self.record is None and self.kind in OF_AN_AGENCY and self.agency:
            self.record = self.draft.begin(self.kind, agency=self.agency)
        if self.record is None and self.kind == "child":
            self.record = next(iter(self.draft.of("child")), None) or self.draft.begin("child")
        return self.record
