"""The review as it comes together: records, answers, and an account of every word of the document."""

from dataclasses import dataclass, field

from second_question.documents import Document, Span
from second_question.exchange.importing.imported import Placed
from second_question.exchange.importing.values import TEXTS, Value, read_value
from second_question.exchange.importing.wordlists import labels, plain
from second_question.rules.questions import Form, Kind, Question, Unanswered
from second_question.rules.template.parts import record_kind

GUESSED = 0.6
BETWEEN_LINES, BETWEEN_PARAGRAPHS = "; ", "\n"


@dataclass
class DraftRecord:
    """A record while its answers come in. `heading` is what it stood under, and names it if nothing else does."""

    kind: str
    number: int
    agency: str = ""
    heading: Span | None = None
    answers: dict[str, object] = field(default_factory=dict)
    unanswered: dict[str, Unanswered] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it yet."""
        return not self.answers and not self.unanswered

    def has(self, question: str) -> bool:
        """Whether there is an answer to that question, or a reason for none."""
        return question in self.answers or question in self.unanswered


class Draft:
    """Takes passages of a document as answers. A passage that is no answer is kept as unplaced; none is dropped.

    `is_ours` tells a document that was made from the template: its headings and labels are exactly the template's.
    """

    def __init__(self, document: Document, form: Form) -> None:
        self.document, self.form = document, form
        self.is_ours = False
        self.records: list[DraftRecord] = [DraftRecord("review", 1)]
        self.facts: dict[str, str] = {}
        self.placed: list[Placed] = []
        self.recognised: list[Span] = []
        self.unplaced: list[tuple[str, Span]] = []
        self.unknown_headings: list[Span] = []

    def said(self, span: Span) -> str:
        """The words of a passage."""
        return self.document.text[span.start : span.end]

    @property
    def review(self) -> DraftRecord:
        """The record about the review itself."""
        return self.records[0]

    def of(self, kind: str) -> list[DraftRecord]:
        """The records of a kind so far."""
        return [record for record in self.records if record.kind == kind]

    def begin(self, kind: str, *, agency: str = "", heading: Span | None = None) -> DraftRecord:
        """A new record. One with nothing in it is used first."""
        if kind == "review":
            return self.review
        last = next(iter(self.of(kind)[-1:]), None)
        if last and last.is_empty and last.heading is None and last.agency in ("", agency):
            last.agency, last.heading = agency or last.agency, heading
            return last
        record = DraftRecord(kind, len(self.of(kind)) + 1, agency, heading)
        self.records.append(record)
        return record

    def named(self, kind: str, name: str) -> DraftRecord | None:
        """The record of that kind with that name."""
        wanted = plain(name)
        by = record_kind(kind).named_by
        for record in self.of(kind):
            names = [record.answers.get(question) for question in by]
            if record.heading:
                names.append(self.said(record.heading))
            names.append(f"{record_kind(kind).one} {record.number}")
            if wanted and wanted in (plain(str(one)) for one in names if one):
                return record
        return None

    def recognise(self, span: Span) -> None:
        """A passage that is understood and no answer."""
        if span.end > span.start:
            self.recognised.append(span)

    def set_aside(self, span: Span, heading: str) -> None:
        """A passage for placing by hand."""
        if self.said(span).strip():
            self.unplaced.append((heading, span))

    def put(self, record: DraftRecord, question: Question, span: Span, confidence: float) -> None:
        """A passage as an answer; what it says beyond the answer is kept where such words belong."""
        span = self._stripped(span)
        value = read_value(question, self.said(span))
        if value.is_nothing:
            self.recognise(span)
        elif value.unanswered:
            self._put_reason(record, question, span, value, confidence)
        elif value.answer is None:
            self._keep(record, question, span)
        elif question.kind in TEXTS:
            self._put_words(record, question, span, confidence)
        else:
            self._put_value(record, question, span, value, confidence)

    def put_fact(self, fact: str, span: Span) -> None:
        """What the head of a document says of the review: its reference, its area."""
        if fact in self.facts and plain(self.facts[fact]) != plain(self.said(span)):
            self.set_aside(span, fact.replace("_", " ").capitalize())
            return
        self.facts[fact] = self.said(span).strip()
        self.recognise(span)

    def take_back(self, record: DraftRecord, question: str) -> list[Span]:
        """An answer out of a record again; the passages that it was made of."""
        record.answers.pop(question, None)
        spans = self.spans_of(record, question)
        key = (record.kind, record.number, question)
        self.placed = [one for one in self.placed if (one.record_kind, one.number, one.question) != key]
        return spans

    def spans_of(self, record: DraftRecord, question: str) -> list[Span]:
        """The passages that an answer was made of."""
        key = (record.kind, record.number, question)
        return [Span(one.start, one.end) for one in self.placed if (one.record_kind, one.number, one.question) == key]

    def _put_reason(self, record: DraftRecord, question: Question, span: Span, value: Value, confidence: float) -> None:
        because = f"{question.id}_because"
        takes = any(one.id == because for one in self.form.questions_of(record.kind))
        if record.has(question.id) or (value.because and not takes):
            self.set_aside(span, question.label)
            return
        record.unanswered[question.id] = value.unanswered or Unanswered.NOT_KNOWN
        if value.because:
            record.answers[because] = value.because
        self.place(record, question.id, span, confidence)

    def _put_words(self, record: DraftRecord, question: Question, span: Span, confidence: float) -> None:
        words = self.said(span)
        before = self._reason_in_words(record, question) or record.answers.get(question.id)
        if isinstance(before, str):
            if words.split() == before.split():
                self.recognise(span)
                return
            words = f"{before}{BETWEEN_PARAGRAPHS if question.kind is Kind.LONG_TEXT else BETWEEN_LINES}{words}"
        if question.kind is Kind.TEXT:
            words = BETWEEN_LINES.join(filter(None, map(str.strip, words.split("\n"))))
        record.answers[question.id] = words
        self.place(record, question.id, span, confidence)

    def _reason_in_words(self, record: DraftRecord, question: Question) -> str:
        """A reason for having no answer, as it was written, where an answer follows after all."""
        if record.unanswered.pop(question.id, None) is None:
            return ""
        record.answers.pop(f"{question.id}_because", None)
        return BETWEEN_PARAGRAPHS.join(map(self.said, self.spans_of(record, question.id)))

    def _put_value(self, record: DraftRecord, question: Question, span: Span, value: Value, confidence: float) -> None:
        if record.unanswered.pop(question.id, None):
            record.answers.pop(f"{question.id}_because", None)
            for reason in self.take_back(record, question.id):
                self.set_aside(reason, question.label)
        before, answer = record.answers.get(question.id), value.answer
        if isinstance(before, tuple) and isinstance(answer, tuple):
            answer = tuple(dict.fromkeys((*before, *answer)))
        elif before is not None and before != answer:
            self.set_aside(span, question.label)
            return
        record.answers[question.id] = answer
        self.place(record, question.id, span, GUESSED if value.keep else confidence)
        if value.keep:
            self._keep(record, question, span)

    def _keep(self, record: DraftRecord, question: Question, span: Span) -> None:
        """Words that are no answer to a question with options go to the question beside it that takes words."""
        beside = self.beside(record.kind, question)
        if beside is None:
            self.set_aside(span, question.label)
        else:
            self._put_words(record, beside, span, GUESSED)

    def beside(self, kind: str, question: Question) -> Question | None:
        """The question that takes the words which an answer to this one does not hold."""
        names = [labels()["kept_in"].get(kind, {}).get(question.id), f"{question.id}_words", f"{question.id}_grounds"]
        asked = {one.id: one for one in self.form.questions_of(kind)}
        return next((asked[name] for name in names if name in asked), None)

    def place(self, record: DraftRecord, question: str, span: Span, confidence: float) -> None:
        """Note that a passage became an answer."""
        self.placed.append(Placed(record.kind, record.number, question, span.start, span.end, confidence))

    def _stripped(self, span: Span) -> Span:
        words = self.said(span)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.start + len(words.rstrip())))
