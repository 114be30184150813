"""What this program wrote as Word or PDF, and its blank form filled in, comes back with the same answers."""

import io
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_question.documents import read
from second_question.exchange.review.documents import blank_word, pdf, word
from second_question.exchange.review_import import Imported, import_review
from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Kind, Question, Unanswered
from second_question.rules.template.content import ContentRecord, ReviewContent, in_order
from second_question.rules.template.parts import OF_AN_AGENCY, RECORD_KINDS, OwnQuestion, record_kind, template_on
from tests.core.test_review_import import uncovered
from tests.review_contents import contents

OWN = (
    OwnQuestion("own_1", "analysis", "What did the neighbours see?"),
    OwnQuestion("own_2", "child_care", "Is there a dog?", "", Kind.YES_NO),
)
FORM = template_on(date(2021, 3, 1), OWN)
START = date(2026, 1, 1)
AGENCIES = ("Alder Lane Academy", "Wessenmere Police")


def an_answer(question: Question, number: int) -> object:
    """An answer of the question's kind that differs from record to record."""
    words = f"Words {number} about {question.id.replace('_', ' ')}"
    return {
        Kind.TEXT: words,
        Kind.LONG_TEXT: f"{words}.\nAnd a second paragraph: with a colon, and a day, 3 March 2026.",
        Kind.DATE: START + timedelta(days=number),
        Kind.YES_NO: number % 2 == 1,
        Kind.CHOICE: question.options[number % len(question.options)].code if question.options else "",
        Kind.CHOICES: tuple(option.code for option in question.options if option.code.casefold() != "none")[:2],
    }[question.kind]


def full_record(kind: str, number: int, agency: str = "") -> ContentRecord:
    """A record in which every question that applies has an answer, or now and then a reason for none."""
    asked = FORM.questions_of(kind)
    reasons = {
        q.id: list(Unanswered)[at % 3] for at, q in enumerate(asked) if q.may_be_unanswered and (at + number) % 7 == 0
    }
    answers = {q.id: an_answer(q, number) for q in asked if q.id not in reasons}
    shown = {q.id for q in questions_that_apply(FORM, kind, answers, reasons)} - without_need(answers)
    return ContentRecord(
        kind,
        number,
        {name: value for name, value in answers.items() if name in shown},
        {name: reason for name, reason in reasons.items() if name in shown},
        agency,
    )


def without_need(answers: Mapping[str, object]) -> set[str]:
    """Why there is no answer to a question that has one: an agency that was not asked is itself an answer."""
    return {name for name in answers if name.endswith("_because") and name.removesuffix("_because") in answers}


def full_review() -> ReviewContent:
    kinds = [kind.id for kind in RECORD_KINDS if kind.repeated and kind.id not in OF_AN_AGENCY]
    records = [full_record("review", 1), *(full_record(kind, number) for kind in kinds for number in (1, 2, 3))]
    for number, agency in enumerate(AGENCIES, 1):
        records.append(full_record("agency_summary", number, agency))
        records += [full_record("agency_episode", episode, agency) for episode in (1, 2)]
    return ReviewContent(
        FORM,
        "SIN-2026-0007",
        "Wessenmere",
        tuple(in_order(records)),
        2,
        START,
        START + timedelta(days=21),
        START,
        "We waited.",
    )


def name_of(record: ContentRecord) -> tuple[str, str, str]:
    names = (str(record.answers.get(question, "")) for question in record_kind(record.kind).named_by)
    return record.kind, record.agency, next(filter(None, names), "")


def told(records: Iterable[ContentRecord], *, exactly: bool = True) -> dict[tuple[str, str, str], object]:
    """Answers and reasons by record; without regard to where lines end, if not exactly."""
    return {
        name_of(record): (
            {name: value if exactly else spaced(value) for name, value in record.answers.items()},
            dict(record.unanswered),
        )
        for record in records
    }


def spaced(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def brought_back(content: ReviewContent, name: str) -> Imported:
    return import_review(read(word(content) if name.endswith("docx") else pdf(content), name), content.form)


@pytest.mark.parametrize(("name", "exactly"), [("review.docx", True), ("review.pdf", False)])
def test_every_question_of_the_template_comes_back(name: str, exactly: bool) -> None:
    content = full_review()
    assert told(brought_back(content, name).content.records, exactly=exactly) == told(content.records, exactly=exactly)


@pytest.mark.parametrize("name", ["review.docx", "review.pdf"])
def test_the_facts_about_the_review_come_back(name: str) -> None:
    content, found = full_review(), brought_back(full_review(), name).content
    assert (found.reference, found.area, found.late_reason) == (content.reference, content.area, content.late_reason)
    assert (found.opened_on, found.due_on, found.sent_on) == (content.opened_on, content.due_on, content.sent_on)


def test_nothing_is_left_for_a_person_and_every_answer_is_sure() -> None:
    found = brought_back(full_review(), "review.docx")
    assert found.unplaced == ()
    assert {one.confidence for one in found.placed if one.question != "title"} == {1.0}


WORDS = ("the", "worker", "rang", "and", "nobody", "came", "because", "it", "was", "late")
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


@st.composite
def plain_records(draw: st.DrawFn, kind: str, number: int, agency: str = "") -> ContentRecord:
    asked = FORM.questions_of(kind)
    chosen = draw(st.lists(st.sampled_from(asked), max_size=8, unique_by=lambda question: question.id))
    texts = {Kind.TEXT: LINES, Kind.LONG_TEXT: PARAGRAPHS}
    answers = {q.id: draw(texts[q.kind]) if q.kind in texts else an_answer(q, draw(st.integers(0, 9))) for q in chosen}
    answers |= dict.fromkeys(record_kind(kind).named_by[:1], f"{kind} {number}{agency}")
    shown = {q.id for q in questions_that_apply(FORM, kind, answers, {})} - without_need(answers)
    return ContentRecord(kind, number, {name: value for name, value in answers.items() if name in shown}, {}, agency)


@st.composite
def plain_reviews(draw: st.DrawFn) -> list[ContentRecord]:
    kinds = [kind.id for kind in RECORD_KINDS for _ in range(draw(st.integers(0, 2)) if kind.repeated else 1)]
    agencies = [AGENCIES[number % 2] if kind in OF_AN_AGENCY else "" for number, kind in enumerate(kinds)]
    return [draw(plain_records(kind, number, agencies[number])) for number, kind in enumerate(kinds)]


def of_answers(records: Iterable[ContentRecord]) -> dict[tuple[str, str, str], object]:
    """Those that say something; an agency that says nothing has no summary."""
    return told(record for record in records if record.answers)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plain_reviews())
def test_export_then_import_gives_the_same_answers(records: list[ContentRecord]) -> None:
    content = ReviewContent(FORM, "SIN-2026-0001", "Norvale", tuple(in_order(records)))
    assert of_answers(brought_back(content, "review.docx").content.records) == of_answers(content.records)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(contents())
def test_whatever_was_written_nothing_of_it_is_dropped(content: ReviewContent) -> None:
    document = read(word(content), "review.docx")
    assert uncovered(document, import_review(document, content.form)) == ""


def test_the_blank_form_says_nothing() -> None:
    document = read(blank_word(FORM), "blank.docx")
    found = import_review(document, FORM)
    assert [record for record in found.content.records if record.answers or record.unanswered] == []
    assert found.unplaced == ()


def filled_in(form: bytes) -> bytes:
    """The blank form as somebody fills it in: beside labels, below them, and in its boxes."""
    document = docx.Document(io.BytesIO(form))
    for table in document.tables:
        for row in table.rows:
            label = row.cells[0].text.split("\n")[0]
            if label in BESIDE:
                row.cells[1].text = BESIDE[label]
    for paragraph, below in zip(document.paragraphs, document.paragraphs[1:], strict=False):
        if paragraph.text in BELOW:
            below.insert_paragraph_before(BELOW[paragraph.text])
    participants = document.tables[1]
    for cell, text in zip(
        participants.rows[1].cells, ("Ana Bell", "Nurse", "Wessenmere Council", "Chairs the meeting"), strict=True
    ):
        cell.text = text
    for text in document.element.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        text.text = re.sub(r"☐(?=\s(?:A child died|Training|No local review))", "☒", text.text or "")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


BESIDE = {
    "Full name": "Robin Example",
    "Ethnicity": "White British",
    "Neglect": "☒ Yes ☐ No",
    "Reference": "SIN-2026-0009",
}
BELOW = {"What has your agency learned?": "That nights matter.", "Household and family history": "They moved twice."}


def test_the_blank_form_filled_in_is_read() -> None:
    found = import_review(read(filled_in(blank_word(FORM)), "filled.docx"), FORM)
    answers = found.content.review.answers
    assert found.content.reference == "SIN-2026-0009"
    assert [record.answers for record in found.content.of("participant")] == [
        {"name": "Ana Bell", "job_title": "Nurse", "organisation": "Wessenmere Council", "role_in_decision": "chairs"}
    ]
    assert found.content.of("child")[0].answers == {"full_name": "Robin Example", "ethnicity": "WBRI"}
    assert found.content.of("agency_summary")[0].answers == {"learning": "That nights matter."}
    assert (answers["family_history"], answers["context_neglect"]) == ("They moved twice.", True)
    assert found.unplaced == ()
