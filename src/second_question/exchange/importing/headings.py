"""Headings: each moves the place in the template, names a record, or opens what cannot be placed."""

import re

from second_question.documents import Span
from second_question.exchange.importing.decision_words import is_an_agency
from second_question.exchange.importing.guide import LABELLED, Guide
from second_question.exchange.importing.label_index import OWN
from second_question.exchange.importing.wordlists import is_beside, plain, without_number
from second_question.rules.questions import Kind
from second_question.rules.template.parts import RECORD_KINDS

NAMED_BY_HEADING = (
    "child_identity",
    "child_care",
    "family_member",
    "agency_summary",
    "agency_episode",
    "episode",
    "moment",
)

_COUNTED = re.compile(r"(?P<what>[a-z ]+?) \d{1,2}$")
_ONE = {plain(kind.one): kind.id for kind in RECORD_KINDS} | {
    "subject child": "child", "sibling": "child", "episode": "episode", "kpe": "episode", "key episode": "episode",
}  # fmt: skip


class HeadingReader:
    """Reads headings."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._draft, self._at = guide.draft, guide.at

    def read(self, span: Span, level: int) -> None:
        """A heading of that level."""
        words = self._draft.said(span)
        if is_beside(words, "headings"):
            self._draft.recognise(span)
            self._at.leave(level, words)
        elif self._guide.asks_agency(words):
            self._draft.recognise(span)
            self._at.names_agency = True
        elif not (self._moves(span, level) or self._names_a_record(span, level) or self._is_in_two_parts(span, level)):
            self._unknown_heading(span, level, words)

    def _moves(self, span: Span, level: int) -> bool:
        """A heading in words that are known."""
        words = self._draft.said(span)
        target = self._guide.target(words, level) or (
            None if self._guide.is_ours else self._guide.target(words, level, within=True)
        )
        if target is None or (self._guide.is_ours and target.confidence < OWN and self._can_be_a_name(level)):
            return False
        self._draft.recognise(span)
        self._guide.follow(target, level, words)
        return True

    def read_in_table(self, span: Span) -> bool:
        """A row that is nothing but a known heading."""
        target = self._guide.target(self._draft.said(span), max(1, self._at.section_level))
        if target is None or target.fact or (self._guide.is_ours and target.confidence < OWN):
            return False
        self._draft.recognise(span)
        self._guide.follow(target, max(1, self._at.section_level), self._draft.said(span).strip())
        return True

    def _can_be_a_name(self, level: int) -> bool:
        return self._at.section in NAMED_BY_HEADING and level > self._at.section_level

    def _names_a_record(self, span: Span, level: int) -> bool:
        """A heading under a section about several: a child’s name, an agency’s, an episode’s."""
        words = self._draft.said(span)
        counted = _COUNTED.match(plain(words))
        kind = _ONE.get(counted["what"]) if counted else None
        if kind and (kind == self._at.kind or not self._can_be_a_name(level)):
            self._begin(kind, span, level)
        elif self._at.section in ("agency_summary", "agency_episode"):
            return self.names_an_agency(span, level)
        elif self._can_be_a_name(level) and (self._guide.is_ours or level <= (self._at.record_level or level)):
            self._begin(self._at.kind, span, level)
        else:
            return False
        return True

    def names_an_agency(self, span: Span, level: int) -> bool:
        words = self._draft.said(span)
        record = self._at.record
        above = level > self._at.section_level and (record is None or level <= self._at.record_level)
        if above or (is_an_agency(words) and not self._guide.is_ours):
            self._draft.recognise(span)
            agency = self._draft.begin("agency_summary", agency=without_number(words))
            self._at.open_record(agency, level, "agency_summary", words)
            return True
        if self._guide.is_ours and record is not None:
            self._draft.recognise(span)
            episode = self._draft.begin("agency_episode", agency=record.agency, heading=span)
            self._at.open_record(episode, self._at.record_level, "agency_episode", words)
            return True
        return False

    def _begin(self, kind: str, span: Span, level: int) -> None:
        words = self._draft.said(span)
        self._draft.recognise(span)
        sections = (section.id for section in self._draft.form.sections if section.record == kind)
        section = self._at.section if kind == self._at.kind else next(sections)
        known = self._draft.named(kind, words) if kind == "child" else None
        self._at.open_record(known or self._draft.begin(kind, heading=span), level, section, words)

    def _is_in_two_parts(self, span: Span, level: int) -> bool:
        """ "Child 1: Robin", "Agency: Police", "Date of incident: 3 March"."""
        parts = LABELLED.match(self._draft.said(span))
        if parts is None:
            return False
        label, rest = Span(span.start, span.start + parts.end("label")), Span(span.start + parts.end(), span.end)
        counted = _COUNTED.match(plain(parts["label"]))
        if counted and counted["what"] in _ONE:
            self._draft.recognise(label)
            self._begin(_ONE[counted["what"]], rest, level)
            return True
        return self._guide.labelled(label, rest, level)

    def _unknown_heading(self, span: Span, level: int, words: str) -> None:
        """Below a question that takes paragraphs it is one of them; otherwise it opens what cannot be placed."""
        question = self._at.asked()
        lowest = max(self._at.section_level, self._at.record_level, self._at.question_level)
        record = self._at.its_record()
        if question and question.kind is Kind.LONG_TEXT and level > lowest and record:
            self._draft.put(record, question, span, self._at.confidence)
            return
        self._draft.unknown_headings.append(span)
        self._at.leave(level, words)
