"""Tables with a head and a record in each row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from second_question.documents import Span
from second_question.exchange.importing.cursor import Cursor
from second_question.exchange.importing.draft import GUESSED, Draft, DraftRecord
from second_question.exchange.importing.label_index import LabelIndex
from second_question.exchange.importing.wordlists import labels, plain, words
from second_question.rules.questions import Question
from second_question.rules.template.parts import record_kind

KINDS = (
    "participant",
    "family_member",
    "child",
    "agency",
    "immediate_action",
    "moment",
    "episode",
    "agency_episode",
    "agency_summary",
)
"""Which records a table may hold, in the order in which they are preferred when its heads fit several as well."""
ENOUGH = 2
"""Heads that must be known."""
HALF = 0.5
PEOPLE = ("child", "family_member")
AGENCY = frozenset({"agency", "organisation", "service", "agency name", "name of agency"})

_FIRST_PART = re.compile(r"\n|,\s+|\s[–—-]\s")


@dataclass(frozen=True)
class Columns:
    """The head of a table: the kind of record of its rows, and the question of each column (None where not known)."""

    kind: str
    questions: Sequence[Question | None]
    two_in_one: dict[int, tuple[str, str]]
    agency: int | None = None


def columns_of(draft: Draft, index: LabelIndex, head: Sequence[Span], kind: str) -> Columns | None:
    """What the head of a table says; None where it is no head of records."""
    heads = [draft.said(cell) for cell in head]
    known = [_columns(draft, index, heads, one) for one in sorted(KINDS, key=lambda one: one != kind)]
    best = max(known, key=lambda one: (_fit(one), one.kind == kind), default=None)
    if best and best.kind == "child":  # a column for the relationship to the child is one of the family
        best = max(known, key=lambda one: (_has_relationship(one), _fit(one), one.kind == kind))
    filled = sum(bool(plain(one)) for one in heads)
    return best if best and _fit(best) >= ENOUGH and _fit(best) >= HALF * filled and filled >= ENOUGH else None


def _columns(draft: Draft, index: LabelIndex, heads: Sequence[str], kind: str) -> Columns:
    questions: list[Question | None] = []
    two_in_one: dict[int, tuple[str, str]] = {}
    agency = None
    asked = {question.id for question in draft.form.questions_of(kind)}
    for at, head in enumerate(heads):
        first = head.strip().split("\n")[0]
        both = tuple(labels()["two_in_one"].get(plain(first), ()))
        if len(both) == ENOUGH and both[0] in asked:
            two_in_one[at] = (both[0], both[1])
        if kind in ("agency_summary", "agency_episode") and plain(first) in AGENCY and agency is None:
            agency = at
            questions.append(None)
            continue
        question = index.column(head, kind) or index.column(first, kind)
        questions.append(None if question in questions else question)
    return Columns(kind, questions, two_in_one, agency)


def _has_relationship(columns: Columns) -> bool:
    return any(question is not None and question.id == "relationship" for question in columns.questions)


def _fit(columns: Columns) -> int:
    known = sum(question is not None or at in columns.two_in_one for at, question in enumerate(columns.questions))
    if columns.kind == "agency_summary":
        return known + 1 if columns.agency is not None and known else 0
    return known


class RecordRows:
    """Reads the rows below a head."""

    def __init__(self, draft: Draft, at: Cursor, index: LabelIndex) -> None:
        self._draft, self._at, self._index = draft, at, index

    def read(self, columns: Columns, rows: Sequence[Sequence[Span]]) -> None:
        """The head, then a record for each row."""
        heads = [self._draft.said(cell) for cell in rows[0]]
        for cell in rows[0]:
            self._draft.recognise(cell)
        above: DraftRecord | None = None
        for row in rows[1:]:
            above = self._row(columns, heads, row, above)
        self._at.record, self._at.question = None, None

    def _row(
        self, columns: Columns, heads: Sequence[str], row: Sequence[Span], above: DraftRecord | None
    ) -> DraftRecord | None:
        if not any(self._draft.said(cell).strip() for cell in row):
            return above
        if [plain(self._draft.said(cell)) for cell in row] == [plain(head) for head in heads]:
            for cell in row:  # a head that is said again on the next page
                self._draft.recognise(cell)
            return above
        goes_on = above is not None and not self._draft.said(row[0]).strip() and self._is_named_first(columns)
        kind = above.kind if goes_on and above else self._kind(columns, row)
        record = above if goes_on and above else self._record(columns, kind, row)
        for at, cell in enumerate(row):
            self._cell(columns, heads, record, at, cell)
        return record

    def _is_named_first(self, columns: Columns) -> bool:
        first = columns.questions[0] if columns.questions else None
        return first is not None and first.id in record_kind(columns.kind).named_by

    def _kind(self, columns: Columns, row: Sequence[Span]) -> str:
        """In a table of the family, who is a child of the review is told by the relationship."""
        if columns.kind not in PEOPLE:
            return columns.kind
        for at, question in enumerate(columns.questions):
            if question and question.id == "relationship" and at < len(row):
                return "child" if plain(self._draft.said(row[at])) in words("children") else "family_member"
        return columns.kind

    def _record(self, columns: Columns, kind: str, row: Sequence[Span]) -> DraftRecord:
        if columns.agency is not None and columns.agency < len(row):
            cell = row[columns.agency]
            self._draft.recognise(cell)
            return self._draft.begin(kind, agency=self._draft.said(cell).strip())
        name = self._draft.said(row[0]).strip().split("\n")[0]
        is_reference = columns.kind == "child" and self._at.section in ("child_safety", "child_care")
        known = self._draft.named(kind, name) if kind in ("child", "agency") or is_reference else None
        return known or self._draft.begin(kind)

    def _cell(self, columns: Columns, heads: Sequence[str], record: DraftRecord, at: int, cell: Span) -> None:
        if at == columns.agency or not self._draft.said(cell).strip():
            return
        question = self._question(columns, record, heads, at)
        if at in columns.two_in_one and (second := self._second(cell)):
            first_id, second_id = columns.two_in_one[at]
            self._put(record, first_id, Span(cell.start, second[0]))
            self._put(record, second_id, Span(second[1], cell.end))
        elif at in columns.two_in_one:
            self._put(record, columns.two_in_one[at][0], cell)
        elif question is None:
            self._no_question(record, heads[at] if at < len(heads) else "", cell)
        elif question.id in record_kind(record.kind).named_by and self._is_its_name(record, cell):
            self._draft.recognise(cell)
        else:
            self._draft.put(record, question, cell, self._at.confidence)

    def _question(self, columns: Columns, record: DraftRecord, heads: Sequence[str], at: int) -> Question | None:
        """The question of a column, put to the record of this row: a child of a table of the family is a child."""
        question = columns.questions[at] if at < len(columns.questions) else None
        if record.kind == columns.kind:
            return question
        return self._index.column(heads[at], record.kind) if at < len(heads) else None

    def _is_its_name(self, record: DraftRecord, cell: Span) -> bool:
        """Whether the record is known by that name already, as in a later table about the same children."""
        return not record.is_empty and self._draft.named(record.kind, self._draft.said(cell)) is record

    def _no_question(self, record: DraftRecord, head: str, cell: Span) -> None:
        """A relationship of a child in the family's table is understood; anything else is placed by hand."""
        said = plain(self._draft.said(cell))
        if said in words("nothing") | words("not_known") or (record.kind == "child" and said in words("children")):
            self._draft.recognise(cell)
            return
        names = (record.answers.get(name) for name in record_kind(record.kind).named_by)
        name = next((str(name) for name in names if name), "")
        self._draft.set_aside(cell, ": ".join(filter(None, (name, head.strip()))))

    def _second(self, cell: Span) -> tuple[int, int] | None:
        """Where the first of two answers ends and the second begins."""
        found = _FIRST_PART.search(self._draft.said(cell).rstrip())
        return (cell.start + found.start(), cell.start + found.end()) if found and found.start() else None

    def _put(self, record: DraftRecord, name: str, span: Span) -> None:
        asked = {question.id: question for question in self._draft.form.questions_of(record.kind)}
        if name in asked:
            self._draft.put(record, asked[name], span, GUESSED)
        else:
            self._draft.set_aside(span, name.replace("_", " ").capitalize())
