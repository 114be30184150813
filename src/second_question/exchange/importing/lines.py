"""Lines that are records: "Ana Bell, Head of Safeguarding, Wessenmere Council"; "Mother: Kim Example, born 2.3.1990"."""

import re
from collections.abc import Callable, Iterator, Sequence

from second_question.documents import Span
from second_question.exchange.importing.criteria import CriteriaReader
from second_question.exchange.importing.cursor import Cursor
from second_question.exchange.importing.dates import date_in
from second_question.exchange.importing.decision_words import is_an_agency
from second_question.exchange.importing.draft import GUESSED, Draft, DraftRecord
from second_question.exchange.importing.values import read_value
from second_question.exchange.importing.wordlists import plain, words
from second_question.rules.questions import Question

LONGEST_NAME = 5
"""Words of a person's name, titles included."""
LONGEST_LINE = 40
"""Words; a longer one is a sentence."""

_BETWEEN = re.compile(r"\s*(?:[,;|\t]|\s[–—-]\s)\s*")
_PREFIX = re.compile(r"(?P<what>[^:,;\n]{2,40}?)\s*(?::|\s[–—-])\s+(?=\S)")
_AGENCY_ENDS = re.compile(r"\s*(?::|\s[–—-]\s|\(|,)\s*")
_BORN = re.compile(r"[\s,;(]*\b(?:dob|d\.o\.b\.?|born|date of birth)\b", re.IGNORECASE)


class LineReader:
    """Reads lines and short paragraphs of sections that are about people, agencies, actions and criteria."""

    def __init__(self, draft: Draft, at: Cursor) -> None:
        self._draft, self._at = draft, at
        self._criteria = CriteriaReader(draft, at)
        self._readers: dict[str, Callable[[Span], bool]] = {
            "participants": self._participant,
            "agencies": self._agency,
            "child_identity": self._relative,
            "family_member": self._relative,
            "immediate_action": self._action,
            "criteria": self._criteria.read_passage,
        }

    def read(self, span: Span) -> bool:
        """Whether the passage was read as lines of this section; each line is a record of its own."""
        reader = self._readers.get(self._at.section)
        if reader is None:
            return False
        if self._at.section == "criteria":
            return reader(span)
        lines = list(self._lines(span))
        if any(len(self._draft.said(line).split()) > LONGEST_LINE for line in lines):
            return False
        for line in lines:
            if not reader(line):
                self._draft.set_aside(line, self._at.heading)
        return True

    def read_relative(self, span: Span) -> bool:
        """Whether the passage was read as a line about somebody of the family, in a section about them."""
        if self._at.section not in ("child_identity", "family_member"):
            return False
        return len(self._draft.said(span).split()) <= LONGEST_LINE and self._relative(span)

    def read_row(self, cells: Sequence[Span]) -> None:
        """A name, a post and an organisation from a table of participants without a head."""
        record = self._draft.begin("participant")
        self._put(record, "name", cells[0])
        self._put_post(record, list(cells[1:]))

    def _lines(self, span: Span) -> Iterator[Span]:
        start = span.start
        for line in self._draft.said(span).split("\n"):
            if line.strip():
                yield Span(start, start + len(line))
            start += len(line) + 1

    def _participant(self, span: Span) -> bool:
        said = self._draft.said(span)
        if plain(said).startswith("apologies"):
            return False
        prefix = _PREFIX.match(said)
        role = self._question("participant", "role_in_decision")
        has_role = prefix is not None and read_value(role, prefix["what"]).answer is not None
        start = span.start + prefix.end() if prefix and has_role else span.start
        parts = list(self._parts(Span(start, span.end)))
        if (len(parts) < 2 and not has_role) or len(self._draft.said(parts[0]).split()) > LONGEST_NAME:
            return False
        record = self._draft.begin("participant")
        if prefix and has_role:
            self._put(record, "role_in_decision", Span(span.start, span.start + prefix.end("what")))
        self._put(record, "name", parts[0])
        self._put_post(record, parts[1:])
        return True

    def _put_post(self, record: DraftRecord, parts: list[Span]) -> None:
        """Post and organisation. In the order in which they mostly stand, unless only the first names an agency."""
        if len(parts) == 1:
            self._put(record, "organisation" if is_an_agency(self._draft.said(parts[0])) else "job_title", parts[0])
        elif parts:
            first, last = Span(parts[0].start, parts[-2].end), parts[-1]
            if is_an_agency(self._draft.said(first)) and not is_an_agency(self._draft.said(last)):
                first, last = last, first
            self._put(record, "job_title", first)
            self._put(record, "organisation", last)

    def _agency(self, span: Span) -> bool:
        said = self._draft.said(span)
        ends = _AGENCY_ENDS.search(said)
        name = Span(span.start, span.start + (ends.start() if ends else len(said)))
        if len(self._draft.said(name).split()) > LONGEST_NAME + 4:
            return False
        record = self._draft.named("agency", self._draft.said(name)) or self._draft.begin("agency")
        self._put(record, "organisation", name)
        rest = said[ends.end() :].rstrip(" )") if ends else ""
        if ends and rest:
            self._put(record, "involvement", Span(span.start + ends.end(), span.start + ends.end() + len(rest)))
        return True

    def _relative(self, span: Span) -> bool:
        """A line that begins with who somebody is to the child."""
        said = self._draft.said(span)
        prefix = _PREFIX.match(said)
        if prefix is None:
            return False
        kind = self._kind_of(prefix["what"])
        if kind is None:
            return False
        record = self._draft.begin(kind)
        what = Span(span.start, span.start + prefix.end("what"))
        if kind == "child":
            self._draft.recognise(what)
        else:
            self._put(record, "relationship", what)
        self._put_person(record, Span(span.start + prefix.end(), span.end))
        return True

    def _kind_of(self, relationship: str) -> str | None:
        if plain(relationship) in words("children"):
            return "child"
        known = read_value(self._question("family_member", "relationship"), relationship)
        return "family_member" if known.answer is not None else None

    def _put_person(self, record: DraftRecord, span: Span) -> None:
        """A name, and a date of birth where there is one; what else is said is placed by hand."""
        first, *others = self._parts(span)
        born = _BORN.search(self._draft.said(first))
        if born:
            others.insert(0, Span(first.start + born.start(), first.end))
            first = Span(first.start, first.start + born.start())
        self._put(record, "full_name", first)
        for part in others:
            said = self._draft.said(part)
            if date_in(said) and not record.has("date_of_birth"):
                self._put_born(record, part)
            elif read_value(self._question(record.kind, "ethnicity"), said).answer is not None:
                self._put(record, "ethnicity", part)
            else:
                self._draft.set_aside(part, self._at.heading)

    def _put_born(self, record: DraftRecord, span: Span) -> None:
        born = _BORN.match(self._draft.said(span))
        if born:
            self._draft.recognise(Span(span.start, span.start + born.end()))
        self._put(record, "date_of_birth", Span(span.start + (born.end() if born else 0), span.end))

    def _action(self, span: Span) -> bool:
        self._put(self._draft.begin("immediate_action"), "what", span)
        return True

    def _parts(self, span: Span) -> Iterator[Span]:
        said, start = self._draft.said(span), 0
        for match in _BETWEEN.finditer(said):
            if said[start : match.start()].strip():
                yield Span(span.start + start, span.start + match.start())
                start = match.end()
        yield Span(span.start + start, span.end)

    def _put(self, record: DraftRecord, question: str, span: Span) -> None:
        self._draft.put(record, self._question(record.kind, question), span, GUESSED)

    def _question(self, kind: str, name: str) -> Question:
        return next(one for one in self._draft.form.questions_of(kind) if one.id == name)
