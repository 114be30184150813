"""What every reader of a document shares: the draft, the place in the template, and how a label or words are taken there."""

import re

from second_question.documents import BlockKind, Document, Span
from second_question.exchange.importing.cursor import DEEPEST, Cursor
from second_question.exchange.importing.draft import GUESSED, Draft, DraftRecord
from second_question.exchange.importing.label_index import OWN, LabelIndex, Target, label_index
from second_question.exchange.importing.lines import LineReader
from second_question.exchange.importing.records import AGENCY
from second_question.exchange.importing.wordlists import plain
from second_question.rules.questions import Form, Kind
from second_question.rules.template.parts import OF_AN_AGENCY, PARTS

OURS = 15
"""So many labels in the template's own words, and a document was made from it."""
PARTS_OF_OURS = 9
"""So many of the template's parts as headings, and it was made from it too, however little was written."""
LONGEST_OWN_LABEL = 200
"""Characters."""

# A label, a colon or a dash, and what is said of it.
LABELLED = re.compile(r"(?P<label>[^:\n]{2,90}?)\s*(?::|\s[–—-])\s+(?=\S)")


class Guide:
    """Leads through one document."""

    def __init__(self, document: Document, form: Form) -> None:
        self.index = label_index(form)
        self.draft = Draft(document, form)
        self.at = Cursor(self.draft)
        self.lines = LineReader(self.draft, self.at)
        self.draft.is_ours = _own_labels(document, self.index) >= OURS or _own_parts(document) >= PARTS_OF_OURS
        self._has_labels_inside = False

    @property
    def is_ours(self) -> bool:
        """Whether the document was made from the template."""
        return self.draft.is_ours

    def target(self, words: str, level: int, *, within: bool = False) -> Target | None:
        """What a heading or label of that level speaks of at this place."""
        inside = level > self.at.section_level or (level == self.at.record_level and self._has_labels_inside)
        look = self.index.within if within else self.index.find
        here = look(words, section=self.at.section, kind=self.at.kind) if self.at.section and inside else None
        return here or look(words, as_section=level < DEEPEST)

    def follow(self, target: Target, level: int, words: str) -> None:
        """Go to where a heading or label leads."""
        if target.question is None and not target.fact:
            self.at.open_section(target, level, words)
            self._has_labels_inside = False
        elif target.question is not None:
            self._has_labels_inside |= target.kind == "agency_summary"
            self.at.open_question(target, level, words)

    def labelled(self, label: Span, rest: Span, level: int) -> bool:
        """A label with what is said under it."""
        words = self.draft.said(label).strip().rstrip(":–—- ")
        if self.asks_agency(words) and self.draft.said(rest).strip():
            self.draft.recognise(label)
            self.at.names_agency = True
            self.text(self.without_mark(rest))
            return True
        target = self.target(words, level)
        if target is None or (self.is_ours and target.confidence < OWN and not target.fact):
            return False
        self.draft.recognise(label)
        rest = self.without_mark(rest)
        if target.fact:
            self.draft.put_fact(target.fact, rest)
            return True
        self.follow(target, level, words)
        if self.draft.said(rest).strip():
            self.text(rest)
        return True

    def without_mark(self, span: Span) -> Span:
        """A passage without the colon or dash before it."""
        words = self.draft.said(span)
        return Span(span.start + len(words) - len(words.lstrip(" :–—-\n\t")), span.end)

    def asks_agency(self, words: str) -> bool:
        """Whether a label asks which agency the summary is of."""
        return self.at.kind in OF_AN_AGENCY and plain(words) in AGENCY

    def _name_agency(self, span: Span) -> None:
        agency = self.draft.said(span).strip()
        self.draft.recognise(span)
        record = self.draft.begin("agency_summary", agency=agency)
        level = self.at.record_level or self.at.section_level + 1
        self.at.open_record(record, level, "agency_summary", agency)

    def text(self, span: Span) -> None:
        """Words that answer whatever is asked at this place."""
        if not self.draft.said(span).strip():
            return
        if self.at.names_agency:
            self._name_agency(span)
            return
        if self.at.question is None and self.lines.read(span):
            return
        if self.at.section == "child_safety" and self.at.record is None:
            self.at.record = self._child_in(span)
        question, record = self.at.asked(), self.at.its_record()
        if question is None or (record is None and not self._may_begin()):
            self.draft.set_aside(span, self.at.heading)
            return
        if record is None:
            self.at.record = record = self.draft.begin(self.at.kind)
        sure = self.at.confidence if self.at.question else min(GUESSED, self.at.confidence)
        self.draft.put(record, question, span, sure)
        if question.kind not in (Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICES):
            self.at.question = self.draft.beside(record.kind, question)

    def _child_in(self, span: Span) -> DraftRecord | None:
        """The first of several children whom a passage names: what keeps one safe is often told without a heading."""
        words = set(plain(self.draft.said(span)).split())
        named = (
            child
            for child in self.draft.of("child")
            if set(plain(str(child.answers.get("full_name"))).split()[:1]) & words
        )
        return next(named, None)

    def _may_begin(self) -> bool:
        """Whether words alone may begin a record here: an episode may, a person may not."""
        return self.at.question is not None or self.at.section in ("episode", "agency_episode", "moment")


def _own_parts(document: Document) -> int:
    """How many of the template's parts are headings of a document."""
    headings = {plain(document.said(block)) for block in document.blocks if block.kind is BlockKind.HEADING}
    return len(headings & {plain(part.title) for part in PARTS})


def _own_labels(document: Document, index: LabelIndex) -> int:
    """How many different questions stand in a document in the template's own words."""
    found = set()
    for block in document.blocks:
        texts = [document.said(cell) for row in block.rows for cell in row]
        texts += [document.said(block), document.text[block.start : block.start + block.lead]]
        for text in texts:
            target = index.find(text) if len(text) < LONGEST_OWN_LABEL else None
            if target and target.question and target.confidence == OWN and len(plain(text).split()) > 2:
                found.add((target.kind, target.question.id))
    return len(found)
