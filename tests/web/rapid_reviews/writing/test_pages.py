"""The pages on which a review is written, as people use them."""

from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from second_question.rules.questions import Kind, Section
from second_question.rules.template.parts import record_kind
from second_question_web.incidents.models import DraftText
from second_question_web.rapid_reviews.models import RapidReview
from tests.reviews import begun_review, record_of
from tests.web.rapid_reviews.writing.asking import (
    OWN,
    address,
    client_of,
    of_review,
    place_for,
    shown_to,
    words_of,
)
from tests.web.rapid_reviews.writing.saving import saved

pytestmark = pytest.mark.django_db
WORD_MARKUP = '<p class="MsoNormal"><b>Hotel</b><o:p></o:p></p><script>alert(1)</script>'


@pytest.mark.parametrize("section", OWN, ids=lambda section: section.id)
def test_every_question_of_the_template_stands_on_its_page(section: Section) -> None:
    review = begun_review()
    page = shown_to("Bea", address(review, section.id, place_for(review, section)))
    names = {str(field["name"]) for field in page.select("#section-form [name]")}
    wanted = {f"{q.id}-day" if q.kind is Kind.DATE else q.id for q in section.questions}
    assert wanted <= names


@pytest.mark.parametrize("section", OWN, ids=lambda section: section.id)
def test_a_page_marks_what_is_needed_before_sending(section: Section) -> None:
    review = begun_review()
    page = shown_to("Bea", address(review, section.id, place_for(review, section)))
    marked = [one for one in page.select("#section-form .govuk-hint") if "Needed before sending." in one.get_text()]
    assert len(marked) == sum(question.required for question in section.questions)


def test_the_way_back_leads_over_the_case_to_the_list_of_reviews() -> None:
    review = begun_review()
    page = shown_to("Bea", address(review, "background"))
    crumbs = [one["href"] for one in page.select(".govuk-breadcrumbs a[href]")]
    case = f"/notifications/{review.notification.reference}/"
    assert crumbs[:3] == ["/rapid-reviews/", case, f"{case}rapid-review/"]


@pytest.mark.parametrize(
    ("section", "place", "heading"),
    [
        ("background", 0, "Part 5 Background"),
        ("support", 0, "Part 4: Immediate action Support, and what was done already"),
        ("child_care", 1, "Part 2: Child and family Rowan Thistlewood: home, care and plans"),
        ("child_safety", 0, "Part 4: Immediate action Is the child safe?"),
    ],
)
def test_a_page_says_where_in_the_template_it_is(section: str, place: int, heading: str) -> None:
    page = shown_to("Bea", address(begun_review(), section, place))
    assert [" ".join(one.get_text(" ").split()) for one in page.find_all("h1")] == [heading]


def test_a_section_is_saved_and_leads_to_the_next() -> None:
    review = begun_review()
    typed = {"context_before": "A first flat.", "version": record_of(review).version}
    answer = client_of("Bea").post(address(review, "background"), typed)
    assert answer["Location"] == address(review, "context")
    assert record_of(review).all_answers()["context_before"] == "A first flat."


def test_from_every_section_one_comes_to_the_next_about_something_else() -> None:
    review = begun_review()
    bea = client_of("Bea")
    for section, after in pairwise(OWN):
        repeated = record_kind(section.record).repeated
        if repeated and section.record != after.record:
            assert f'href="{address(review, after.id)}"' in bea.get(address(review, section.id)).content.decode()
        if not repeated:
            version = {"version": record_of(review).version}
            assert bea.post(address(review, section.id), version)["Location"] == address(review, after.id)


def test_a_wrong_day_is_said_beside_its_question_and_everything_stays_typed() -> None:
    review = begun_review()
    day = {"incident_on-day": "3", "incident_on-month": "5", "incident_on-year": "2031"}
    typed = {**day, "who_was_present": "The grandmother.", "version": record_of(review).version}
    page = client_of("Bea").post(address(review, "incident"), typed).content.decode()
    assert "Date of the incident: this day is in the future" in page
    assert "The grandmother." in page
    assert "who_was_present" not in record_of(review).all_answers()


def test_markup_pasted_from_a_word_processor_is_text() -> None:
    review = begun_review()
    typed = {"context_before": WORD_MARKUP, "version": record_of(review).version}
    client_of("Bea").post(address(review, "background"), typed)
    page = shown_to("Chidi", address(review, "background"))
    assert record_of(review).all_answers()["context_before"] == WORD_MARKUP
    assert WORD_MARKUP in words_of(page)
    assert "alert(1)" not in "".join(script.text for script in page.find_all("script"))


def test_a_million_characters_are_refused_with_a_sentence_and_stay_in_the_form() -> None:
    review = begun_review()
    much = "word " * 200_000
    answer = client_of("Bea").post(address(review, "background"), {"context_before": much})
    assert "Shorten this to 50,000 characters" in answer.content.decode()
    assert much.strip() in answer.content.decode()


def test_who_wrote_an_answer_last_stands_beneath_it() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "First."})
    saved(review, "background", {"context_before": "Second."}, by="Dana")
    for who in ("Bea", "Chidi"):
        page = words_of(shown_to(who, address(review, "background")))
        assert page.count("Last written by Dana Whitlock, 20 November 2026, 10:30am") == 1
        assert "Last written by Bea Okafor" not in page


def test_who_wrote_an_answer_is_hidden_together_with_its_question() -> None:
    review = begun_review()
    saved(review, "decision", {"outcome": "other_action", "instead": "An audit."})
    page = shown_to("Bea", address(review, "decision"))
    hidden = page.select("[data-shown-when=outcome] .sq-writer")
    assert [one.a.get_text(" ", strip=True) for one in hidden if one.a] == ["Earlier texts of “What happens instead?”"]


@pytest.mark.parametrize(("who", "reads"), [("Chidi", 200), ("Noor", 404), ("Petra", 403), ("Colm", 403)])
def test_who_may_not_write_reads_or_is_refused(who: str, reads: int) -> None:
    review = begun_review()
    answer = client_of(who).get(address(review, "background"))
    assert answer.status_code == reads
    assert 'id="section-form"' not in answer.content.decode()


def test_a_reader_sees_the_questions_that_apply_and_no_others() -> None:
    review = begun_review()
    saved(review, "context", {"context_neglect": True, "context_poverty_and_housing": False})
    asked = {one.text for one in shown_to("Chidi", address(review, "context")).select("dt")}
    assert "Neglect: how did it matter?" in asked
    assert "Poverty, debt, moves or poor housing: how did it matter?" not in asked


@pytest.mark.parametrize("slug", ["no-such-section", "agency-summary", "moment"])
def test_a_section_that_is_not_there_is_not_found(slug: str) -> None:
    review = begun_review()
    answer = client_of("Bea").get(address(review, slug, 7 if slug == "moment" else 0))
    assert answer.status_code == 404


@pytest.mark.parametrize("kind", ["review", "agency-summary", "no-such-kind"])
def test_a_record_of_no_kind_can_be_added(kind: str) -> None:
    review = begun_review()
    assert client_of("Bea").get(of_review(review, "review_add", kind)).status_code == 404


@pytest.mark.parametrize("section", OWN, ids=lambda section: section.id)
def test_a_page_needs_few_queries(section: Section) -> None:
    review = begun_review()
    bea, where = client_of("Bea"), address(review, section.id, place_for(review, section))
    client_of("Chidi").post(of_review(review, "review_comment"), {"section": section.id, "place": 0, "text": "Why?"})
    for page in {address(review, section.id), where}:
        with CaptureQueriesContext(connection) as asked:
            assert bea.get(page).status_code == 200
        assert sum("SAVEPOINT" not in query["sql"] for query in asked.captured_queries) <= 15


def test_the_whole_draft_is_one_page() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "A first flat."})
    page = shown_to("Dana", of_review(review, "review_read"))
    assert "A first flat." in words_of(page)
    assert "Rowan Thistlewood" in words_of(page)
    assert all(page.find(id=link["href"][1:]) for link in page.select("nav.sq-contents a"))


def test_what_cannot_be_written_any_more_is_read_with_the_reason() -> None:
    review = begun_review()
    RapidReview.objects.filter(pk=review.pk).update(state="submitted")
    page = words_of(shown_to("Bea", address(review, "background")))
    assert "Its text does not change now" in page
    assert DraftText.objects.count() == 0
