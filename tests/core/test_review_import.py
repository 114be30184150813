"""Existing reviews in many layouts, read into the template: what is placed where, and what is left for a person."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from second_question.documents import Document, read
from second_question.documents.document import BlockKind, Writer
from second_question.exchange import importing
from second_question.exchange.importing import wordlists
from second_question.exchange.review_import import Imported, import_review
from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Unanswered
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.parts import RAPID_REVIEW_2021, template_on
from tests import review_files

FORM = template_on(date(2021, 3, 1))
LABELS = tomllib.loads((Path(importing.__file__).parent / "data" / "labels.toml").read_text())


def imported(layout: str) -> Imported:
    name, build = review_files.LAYOUTS[layout]
    return import_review(read(build(), name), FORM)


def records(found: Imported, kind: str, *questions: str) -> list[tuple[object, ...]]:
    return [tuple(record.answers.get(question) for question in questions) for record in found.content.of(kind)]


def left(found: Imported) -> list[tuple[str, str]]:
    return [(passage.heading, passage.text) for passage in found.unplaced]


def test_a_strong_review_is_read_whole() -> None:
    found = imported("strong, with tables")
    answers = found.content.review.answers
    assert found.content.reference == "WSM-RR-14"
    assert records(found, "participant", "name", "job_title", "organisation")[0] == (
        "Ana Bell", "Head of Safeguarding", "Wessenmere Council",
    )  # fmt: skip
    assert records(found, "child", "full_name", "address", "date_of_birth", "ethnicity") == [
        ("Robin Example", "4 Mill Row, Wessenmere", date(2026, 2, 14), "WBRI"),
        ("Wren Example", "4 Mill Row, Wessenmere", date(2019, 9, 3), "MWAS"),
    ]
    assert records(found, "family_member", "full_name", "relationship", "relationship_details") == [
        ("Kim Example", "mother", None), ("Jude Sample", "father", None), ("Pat Example", "grandparent", "Maternal grandmother"),
    ]  # fmt: skip
    assert answers["context_before"] == (
        "The family moved twice in the year before the birth. Kim stayed with her mother Pat for the last weeks.\n"
        "Jude worked nights and was at home in the day."
    )
    assert answers["immediate_learning"] == "Ask who is awake with the baby.\nOffer a visit when that person is there."
    assert left(found) == [("Address", "address not known")]


def test_its_tick_boxes_and_its_criteria() -> None:
    review = imported("strong, with tables").content.review
    assert (review.answers["context_domestic_abuse"], review.unanswered["context_covid_19"]) == (
        False,
        Unanswered.NOT_KNOWN,
    )
    assert review.answers["context_parental_alcohol"] is True
    assert review.answers["context_poverty_and_housing"] is True
    assert review.answers["outcome"] == "no_review"
    assert review.answers["criterion_working_together"] == "not_met"
    assert review.answers["criterion_recurrent_themes_grounds"] == "The same was found about Child M."


def test_what_keeps_a_child_safe_goes_to_the_child_whom_it_names() -> None:
    arrangements = records(imported("strong, with tables"), "child", "safety_arrangements")
    assert arrangements == [
        (None,),
        ("Wren is with Pat under a written agreement. The social worker sees Wren each week.",),
    ]


def test_its_agencies() -> None:
    found = imported("strong, with tables")
    assert [(record.agency, sorted(record.answers)) for record in found.content.of("agency_summary")] == [
        ("Wessenmere Health Visiting Service", ["analysis", "involvement", "learning"]),
        ("Wessenmere Police", ["involvement"]),
    ]


def test_prose_with_numbered_headings() -> None:
    found = imported("numbered prose")
    answers = found.content.review.answers
    assert records(found, "participant", "name", "job_title", "organisation", "role_in_decision") == [
        ("Noor Bailey", "Director of Quality", "Norvale Council", "chairs"),
        ("Sal Winter", "Detective Inspector", "Norvale Police", None),
        ("Uma Castell", "Designated Doctor", "Norvale Integrated Care Board", None),
    ]
    assert records(found, "child", "full_name", "date_of_birth", "ethnicity") == [
        ("Kit Sample", date(2011, 10, 9), "WBRI")
    ]
    assert records(found, "family_member", "full_name", "relationship") == [
        ("Jo Sample", "mother"),
        ("Lee Other", "partner_of_parent"),
    ]
    assert {record.agency for record in found.content.of("agency_summary")} == {
        "Norvale Children’s Social Care",
        "Hexdale Academy",
    }
    assert (answers["outcome"], answers["learned_before"]) == ("local_review", "yes_here")
    assert str(answers["key_questions"]).count("\n") == 1
    assert ("1. Attendees", "Apologies: Ned Farrow") in left(found)
    assert ("10. Genogram and distribution list", "Held by the business unit.") in left(found)


@pytest.mark.parametrize(
    "heading", ["Section Five: Background", "Part five - Background", "SECTION FIVE A. BACKGROUND"]
)
def test_a_heading_whose_number_is_a_word(heading: str) -> None:
    page = f"# {heading}\n\nThe family moved twice.\n\n# Section Six: Analysis\n\nNobody read the records together.\n"
    answers = import_review(read(page.encode(), "review.md"), FORM).content.review.answers
    assert answers["context_before"] == "The family moved twice."
    assert answers["analysis_summary"] == "Nobody read the records together."


def test_a_word_of_number_that_belongs_to_the_heading_stays() -> None:
    assert wordlists.without_number("Part one of the summary") == "Part one of the summary"


def test_minutes_with_a_letter_before_them() -> None:
    found = imported("minutes and letter")
    assert records(found, "participant", "name", "organisation") == [
        ("Cleo Ash", "Eastmarsh Council"),
        ("Finn Roe", "Eastmarsh Police"),
    ]
    assert found.content.review.answers == {
        "what_happened": "Baby A was born at home after a pregnancy that nobody knew of.",
        "rationale": "The criteria are not met.",
    }
    assert [passage.heading for passage in found.unplaced][1:] == [
        "Why was the pregnancy missed?",
        "Was this a systemic issue?",
        "Any other business",
    ]


def test_a_weak_review_gives_what_it_has() -> None:
    found = imported("weak")
    assert set(found.content.review.answers) == {"immediate_learning", "outcome", "rationale"}
    assert len(found.unplaced) == 1


def test_a_form_in_one_table() -> None:
    found = imported("one form")
    answers = found.content.review.answers
    (child,) = found.content.of("child")
    assert child.answers == {
        "full_name": "Ivy Placeholder", "date_of_birth": date(2020, 8, 17), "ethnicity": "BCRB", "sex": "female",
        "setting": "Alder Lane Academy", "legal_status": "accommodated", "address": "9 Quay Street, Eastmarsh",
    }  # fmt: skip
    assert (answers["incident_on"], answers["decided_on"]) == (date(2026, 6, 20), date(2026, 7, 6))
    assert (answers["criterion_recurrent_themes"], answers["criterion_single_agency"]) == ("met", "not_met")
    assert answers["outcome"] == "other_action"
    assert left(found) == [("NHS number", "NHS number | see file")]


def test_another_order_and_people_in_columns() -> None:
    found = imported("other order")
    assert records(found, "child", "full_name", "date_of_birth", "ethnicity") == [
        ("Asha Invented", date(2014, 2, 1), "AIND"),
        ("Dev Invented", date(2016, 11, 30), "AIND"),
    ]
    assert records(found, "immediate_action", "what", "by_when", "done_on")[0][1:] == (
        date(2026, 7, 1),
        date(2026, 6, 29),
    )
    assert records(found, "agency_summary", "involvement")[0] == ("Both are pupils.",)
    assert found.content.review.answers["outcome"] == "national_review_proposed"
    assert left(found) == [("By when?", "At once")]


@pytest.mark.parametrize(
    ("layout", "outcome", "people", "question"),
    [
        ("pdf with tables", "local_review", "Norvale Council", "what_worked"),
        ("pdf prose", "no_review", "Eastmarsh Council", "daily_life_and_voice"),
    ],
)
def test_pdf(layout: str, outcome: str, people: str, question: str) -> None:
    found = imported(layout)
    assert found.content.review.answers["outcome"] == outcome
    assert records(found, "participant", "organisation")[0] == (people,)
    assert question in found.content.review.answers
    assert left(found) == []


def test_a_text_file() -> None:
    found = imported("markdown")
    assert records(found, "agency", "organisation", "involvement") == [
        ("Norvale Police", "involved"),
        ("Hexdale Academy", "no_involvement"),
    ]
    assert left(found) == [("Weather", "It rained.")]


def test_confidence_is_whole_for_our_words_and_less_for_guesses() -> None:
    found = imported("strong, with tables")
    sure = {(one.record_kind, one.question): one.confidence for one in found.placed}
    assert sure["participant", "job_title"] > sure["family_member", "relationship_details"]
    assert all(0 < one.confidence <= 1 for one in found.placed)


# Any document at all

HEADS = sorted({words for table in LABELS["questions"].values() for many in table.values() for words in many})
TITLES = sorted({words for many in LABELS["sections"].values() for words in many})
OWN = [question.label for section in RAPID_REVIEW_2021.sections for question in section.questions]
VALUES = (
    "Yes", "No", "Met", "Not known", "n/a", "Mother", "Subject child", "White British", "3 March 2026",
    "☒ Yes ☐ No", "☐ Yes ☐ No",
    "Ana Bell, Head of Safeguarding, Wessenmere Council", "Mother: Kim Example, born 2/3/1990", "Wessenmere Police",
    "Criterion: recurrent themes – met – as before", "Rationale: it was said", "• an item", "Child 2", "Agency: Police", "",
)  # fmt: skip
WORDS = st.one_of(st.sampled_from(VALUES), st.text(alphabet="abc :–\n.", max_size=30), st.sampled_from(HEADS))
HEADINGS = st.one_of(st.sampled_from(TITLES), st.sampled_from(HEADS), st.sampled_from(OWN), st.text("abc", max_size=9))
ROWS = st.lists(st.lists(st.one_of(WORDS, HEADINGS), min_size=1, max_size=4), min_size=1, max_size=4)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    writer = Writer()
    for kind in draw(st.lists(st.sampled_from(["heading", "words", "bold", "table"]), min_size=1, max_size=10)):
        if kind == "heading":
            writer.add(BlockKind.HEADING, draw(HEADINGS), level=draw(st.integers(1, 3)))
        elif kind == "table":
            writer.add_table(draw(ROWS))
        else:
            words = draw(WORDS)
            writer.add(BlockKind.PARAGRAPH, words, lead=draw(st.integers(0, len(words))) if kind == "bold" else 0)
    return writer.finished("any", "docx")


def test_a_row_below_criteria_outside_every_part_goes_on_with_the_grounds() -> None:
    writer = Writer()
    criteria = ["Criterion: recurrent themes – met", "The case raises concerns about two agencies working together"]
    writer.add_table([*([criterion, "Met"] for criterion in criteria), ["Each kept its part to itself."]])
    answers = import_review(writer.finished("any", "docx"), FORM).content.review.answers
    assert answers["criterion_working_together_grounds"] == "Each kept its part to itself."


def uncovered(document: Document, found: Imported) -> str:
    """What of a document is neither placed nor recognised nor left for a person."""
    rest = list(document.text)
    spans = [(one.start, one.end) for one in found.placed]
    spans += [
        (span.start, span.end)
        for span in (*found.recognised, *(s for passage in found.unplaced for s in passage.spans))
    ]
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    return "".join(letter for letter in rest if letter.isalnum())


def words_in(record: ContentRecord, question: str) -> set[str]:
    value = record.answers.get(question)
    return set(value.replace(";", " ").split()) if isinstance(value, str) else set()


@pytest.mark.parametrize("layout", review_files.LAYOUTS)
def test_nothing_of_a_review_is_dropped(layout: str) -> None:
    name, build = review_files.LAYOUTS[layout]
    document = read(build(), name)
    assert uncovered(document, import_review(document, FORM)) == ""


@settings(max_examples=100, deadline=None)
@given(documents())
def test_nothing_of_any_document_is_dropped(document: Document) -> None:
    found = import_review(document, FORM)
    assert uncovered(document, found) == ""
    texts = {
        (record.kind, record.number): record for record in found.content.records
    }  # a passage that became an answer in words is in it, word for word
    for one in found.placed:
        question = next(q for q in FORM.questions_of(one.record_kind) if q.id == one.question)
        record = texts[one.record_kind, one.number]
        if question.kind.endswith("text") and one.question not in record.unanswered:
            said = document.text[one.start : one.end].replace(";", " ").split()
            assert set(said) <= words_in(record, one.question)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_no_answer_is_hidden_from_whoever_opens_the_form(document: Document) -> None:
    for record in import_review(document, FORM).content.records:
        shown = {q.id for q in questions_that_apply(FORM, record.kind, record.answers, record.unanswered)}
        assert set(record.answers) <= shown
        assert set(record.unanswered) <= shown
