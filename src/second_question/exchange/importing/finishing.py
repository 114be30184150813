"""From a draft to what an import gives: names, what follows from what was said, and a review without hidden answers."""

import re
from collections.abc import Iterable, Iterator

from second_question.documents import Document, Span
from second_question.exchange.importing.dates import date_in
from second_question.exchange.importing.draft import GUESSED, Draft, DraftRecord
from second_question.exchange.importing.imported import Imported, Unplaced
from second_question.exchange.importing.wordlists import plain, without_number
from second_question.reading.patterns import folded
from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Kind
from second_question.rules.template.content import ContentRecord, ReviewContent, in_order
from second_question.rules.template.parts import record_kind

_DENIED = re.compile(r"^\W*(?:[\w']+\s+){0,5}?(?:no|not|none|nil|never|nothing|without)\b")
IMPLIED: dict[str, object] = {"learned_before": "yes_here"}
"""What it means that the words beside a question with options were given, where it is no yes or no."""


def finished(draft: Draft) -> Imported:
    """The import, with every word of the document accounted for."""
    for record in draft.records:
        _name(draft, record)
        _imply(draft, record)
        _uncover(draft, record)
    _keep_headings(draft)
    content = _content(draft)
    return Imported(content, tuple(draft.placed), tuple(_unplaced(draft)), tuple(draft.recognised))


def _keep_headings(draft: Draft) -> None:
    """A heading that nobody knows stands above what is placed by hand. With nothing below it, it is placed by hand itself."""
    above = {heading for heading, _ in draft.unplaced}
    for span in draft.unknown_headings:
        if draft.said(span) in above:
            draft.recognise(span)
        else:
            draft.set_aside(span, "")


def _name(draft: Draft, record: DraftRecord) -> None:
    """A record that nothing else names is called as its heading, unless that only counts: "Child 2"."""
    by = record_kind(record.kind).named_by
    if not by or record.heading is None or any(question in record.answers for question in by):
        return
    heading = draft.said(record.heading)
    if record.is_empty and not draft.is_ours:
        draft.unknown_headings.append(record.heading)
    elif not re.fullmatch(rf"{plain(record_kind(record.kind).one)} \d+", plain(heading)):
        asked = {question.id: question for question in draft.form.questions_of(record.kind)}
        skipped = len(heading) - len(without_number(heading))
        draft.put(record, asked[by[0]], Span(record.heading.start + skipped, record.heading.end), GUESSED)


def _imply(draft: Draft, record: DraftRecord) -> None:
    """Words that are given where a yes asks for them mean yes, unless they deny it."""
    asked = {question.id: question for question in draft.form.questions_of(record.kind)}
    for question in asked.values():
        words = record.answers.get(question.id)
        parent = asked.get(question.shown_when.question) if question.shown_when else None
        if not isinstance(words, str) or parent is None or record.has(parent.id) or _DENIED.search(folded(words)):
            continue
        meant = True if parent.kind is Kind.YES_NO else IMPLIED.get(parent.id)
        if meant is not None:
            record.answers[parent.id] = meant
            for span in draft.spans_of(record, question.id):
                draft.place(record, parent.id, span, GUESSED)


def _uncover(draft: Draft, record: DraftRecord) -> None:
    """An answer to a question that is not asked would be seen by nobody: it is placed by hand."""
    shown = {one.id for one in questions_that_apply(draft.form, record.kind, record.answers, record.unanswered)}
    for question in draft.form.questions_of(record.kind):
        if question.id in record.answers and question.id not in shown:
            for span in draft.take_back(record, question.id):
                draft.set_aside(span, question.label)


def _content(draft: Draft) -> ReviewContent:
    facts = draft.facts
    days = {name: found[0] for name, said in facts.items() if name.endswith("_on") and (found := date_in(said))}
    return ReviewContent(
        form=draft.form,
        reference=facts.get("reference", ""),
        area=facts.get("area", ""),
        records=tuple(in_order(map(_record, _kept(draft.records)))),
        opened_on=days.get("opened_on"),
        due_on=days.get("due_on"),
        sent_on=days.get("sent_on"),
        late_reason=facts.get("late_reason", ""),
    )


def _kept(records: Iterable[DraftRecord]) -> Iterator[DraftRecord]:
    return (record for record in records if not record.is_empty or record.agency or record.kind == "review")


def _record(record: DraftRecord) -> ContentRecord:
    return ContentRecord(record.kind, record.number, record.answers, record.unanswered, record.agency)


def _unplaced(draft: Draft) -> Iterator[Unplaced]:
    """In the order of the document; neighbours under one heading are one passage."""
    groups: list[tuple[str, list[Span]]] = []
    for heading, span in sorted(draft.unplaced, key=lambda one: (one[1].start, one[1].end)):
        if groups and groups[-1][0] == heading and not _between(draft.document, groups[-1][1][-1], span):
            groups[-1][1].append(span)
        else:
            groups.append((heading, [span]))
    for number, (heading, spans) in enumerate(groups, 1):
        text = "\n".join(draft.said(span).replace("\t", " | ") for span in spans)
        yield Unplaced(f"p{number}", heading, text, page_of(draft.document, spans[0].start), tuple(spans))


def _between(document: Document, one: Span, other: Span) -> bool:
    """Whether words stand between two passages."""
    return bool(document.text[one.end : other.start].strip())


def page_of(document: Document, at: int) -> int:
    """The number of the page of that place."""
    return max(1, sum(page.start <= at for page in document.pages))
