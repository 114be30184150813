"""Tables of labels with their answers: two columns, or four, or a label above its answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from second_question.documents import Span
from second_question.exchange.importing.cursor import DEEPEST
from second_question.exchange.importing.guide import Guide
from second_question.exchange.importing.label_index import Target
from second_question.exchange.importing.records import PEOPLE
from second_question.exchange.importing.wordlists import is_beside
from second_question.rules.questions import Kind

MOST_LABELS = 0.5
"""From this share of its rows on that begin with a label, a table is one of labels and answers."""
LONGEST_HINT = 25
"""Words."""

Row = Sequence[Span]

# What stands below a label and tells how to answer.
_HINT = re.compile(
    r"\(.*\)|.*\?|.*\b(?:please|describe|include|e\.g\.|for example|consider|state|specify|provide|list|delete|tick|give|"
    r"if (?:known|any|applicable|yes|no)|y/n|max(?:imum)?|words)\b.*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class _Label:
    span: Span
    target: Target


class LabelRows:
    """Reads rows of labels and answers."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._draft, self._at = guide.draft, guide.at

    def are_labels(self, rows: Sequence[Row]) -> bool:
        """Whether most of these rows begin with a label."""
        asking = [row for row in rows if not all(is_beside(self._draft.said(cell), "heads") for cell in row)]
        with_label = sum(bool(self.labels_of(row)) for row in asking)
        return with_label >= max(1, MOST_LABELS * len(asking))

    def read(self, rows: Sequence[Row]) -> None:
        """Every row."""
        in_pairs = any(len(self.labels_of(row)) > 1 for row in rows)
        for row in rows:
            self.read_row(row, in_pairs=in_pairs)

    def read_row(self, row: Row, *, in_pairs: bool = False) -> None:
        """A label with its answer, or two; a row without a label goes on with the answer above.

        In a table of pairs, a label that is not known stands with its answer for placing by hand.
        """
        cells = [cell for cell in row if self._draft.said(cell).strip()]
        labels = self.labels_of(row)
        if not labels:
            self._read_on(cells)
            return
        ends = [cells.index(label.span) for label in labels[1:]] + [len(cells)]
        for label, end in zip(labels, ends, strict=True):
            its = cells[cells.index(label.span) + 1 : end]
            self._answer(label, its[:1] if in_pairs else its)
            if in_pairs:
                self._set_pairs_aside(its[1:])

    def _read_on(self, cells: Sequence[Span]) -> None:
        for cell in cells:
            if is_beside(self._draft.said(cell), "heads"):
                self._draft.recognise(cell)
            else:
                self._guide.text(cell)

    def _set_pairs_aside(self, cells: Sequence[Span]) -> None:
        """Labels that are not known, each with what stands beside it."""
        for at in range(0, len(cells), 2):
            pair = cells[at : at + 2]
            self._draft.set_aside(Span(pair[0].start, pair[-1].end), self._draft.said(pair[0]))

    def labels_of(self, row: Row) -> list[_Label]:
        """The labels of a row: its first cell, and every second one after it."""
        cells = [cell for cell in row if self._draft.said(cell).strip()]
        found = []
        for cell in cells[0::2]:
            target = self._target(self._draft.said(cell), has_answer=cell is not cells[-1])
            if target is None:
                break
            found.append(_Label(cell, target))
        return found

    def _target(self, said: str, *, has_answer: bool) -> Target | None:
        """What a cell labels. Its first line is the label; others are a hint, or the answer."""
        first, _, rest = said.strip().partition("\n")
        is_hint = has_answer and len(rest.split()) <= LONGEST_HINT and bool(_HINT.fullmatch(rest))
        return self._guide.target(first, DEEPEST) if not rest or is_hint or self._guide.index.is_help(rest) else None

    def _answer(self, label: _Label, cells: Sequence[Span]) -> None:
        self._draft.recognise(label.span)
        if label.target.fact:
            for cell in cells:
                self._draft.put_fact(label.target.fact, cell)
            return
        self._begin_another(label.target)
        self._guide.follow(label.target, DEEPEST, self._draft.said(label.span))
        question = label.target.question
        for at, cell in enumerate(cells):
            self._guide.text(cell)
            if at == 0 and question and question.kind not in (Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICES):
                self._at.question = self._draft.beside(label.target.kind, question)
        self._at.question = question if question and question.kind is Kind.LONG_TEXT else self._at.question

    def _begin_another(self, target: Target) -> None:
        """The name of a person again, in a table of labels, begins another person."""
        first = target.question and self._draft.form.section(target.section).questions[0].id == target.question.id
        record = self._at.record
        if target.kind not in PEOPLE or not target.question:
            return
        if record is None or record.kind != target.kind:
            known = self._draft.of(target.kind)[-1:] if target.kind == "child" and not first else []
            record = known[0] if known else self._draft.begin(target.kind)
        elif first and record.has(target.question.id):
            record = self._draft.begin(target.kind)
        if record is not self._at.record:
            self._at.open_record(record, DEEPEST - 1, target.section, self._at.heading)
