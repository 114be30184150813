"""Questions that a partnership adds, and themes of the Panel, with their dates (R12)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client

from second_question_web.partnerships.models import Partnership
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import AddedQuestion, RapidReview
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing.actions import add_question, change_question, end_question
from second_question_web.rapid_reviews.writing.actions.added_questions import Wording
from second_question_web.rapid_reviews.writing.added_questions import seen_of
from second_question_web.trail.models import Entry
from tests.people import partnership, person
from tests.reviews import NOW, begun_review
from tests.web.rapid_reviews.second_question.conftest import Opens
from tests.web.rapid_reviews.second_question.texts import part, value_of, words

pytestmark = pytest.mark.django_db
PAGE = "/rapid-reviews/questions/"
TODAY = date(2026, 11, 20)
TOMORROW, NEXT_WEEK = TODAY + timedelta(days=1), TODAY + timedelta(days=7)
CENTRE = Wording("background", "How did the closure of the centre matter?", "Who used it?", "long_text", TODAY)
TYPED = {
    "section": "background",
    "label": "How did the closure of the centre matter?",
    "hint": "Who used it?",
    "kind": "long_text",
    **{f"starts_on-{part}": value for part, value in {"day": "20", "month": "11", "year": "2026"}.items()},
}
Browser = Callable[[str], Client]


def wessenmere() -> Partnership:
    person("Bea")
    return partnership()


def added(wording: Wording = CENTRE, by: str = "Bea") -> AddedQuestion:
    whose = None if by == "Petra" else wessenmere()
    return add_question(by=person(by), partnership=whose, wording=wording, now=NOW)


def asks(review: RapidReview, label: str = CENTRE.label) -> bool:
    return label in [question.label for question in form_of(review).section("background").questions]


def test_a_review_that_is_opened_on_its_first_day_has_it() -> None:
    added()
    assert asks(begun_review())


def test_a_review_that_was_opened_before_does_not_get_it() -> None:
    review = begun_review()
    added(replace(CENTRE, starts_on=TOMORROW))
    assert not asks(review)


def test_the_panels_theme_is_in_every_partnerships_review_and_a_partnerships_own_is_not() -> None:
    added()
    added(replace(CENTRE, label="The heat of summer"), by="Petra")
    norvale = begun_review(by="Noor", at="Norvale")
    assert (asks(norvale), asks(norvale, "The heat of summer")) == (False, True)


def test_what_is_added_says_by_whom_and_why_it_is_asked() -> None:
    own, theme = added(), added(replace(CENTRE, label="The heat of summer"), by="Petra")
    assert (own.made_by, own.purpose, theme.made_by, theme.purpose) == ("Bea Okafor", "own", "Petra Nyman", "theme")
    rows = Entry.objects.filter(action="template.add_question").values_list("subject_key", flat=True)
    assert set(rows) == {str(own.pk), str(theme.pk)}


@pytest.mark.parametrize(
    ("wording", "field"),
    [
        (replace(CENTRE, section="weather"), "section"),
        (replace(CENTRE, label=""), "label"),
        (replace(CENTRE, starts_on=TODAY - timedelta(days=1)), "starts_on"),
        (replace(CENTRE, starts_on=NEXT_WEEK, ends_on=TOMORROW), "ends_on"),
        (replace(CENTRE, label="household and FAMILY history"), "label"),
    ],
)
def test_what_cannot_be_is_refused_with_the_field_to_put_right(wording: Wording, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        added(wording)
    assert refused.value.field == field
    assert not AddedQuestion.objects.exists()


def test_the_same_words_in_the_same_section_at_the_same_time_are_refused() -> None:
    added(replace(CENTRE, ends_on=TOMORROW))
    with pytest.raises(Refusal):
        added(replace(CENTRE, label=CENTRE.label.upper(), starts_on=TOMORROW))
    assert added(replace(CENTRE, section="support")).pk
    assert added(replace(CENTRE, starts_on=NEXT_WEEK)).pk


@pytest.mark.parametrize("name", ["Noor", "Dana", "Chidi", "Petra", "Colm"])
def test_only_the_own_business_manager_adds_a_partnerships_question(name: str) -> None:
    with pytest.raises(PermissionDenied):
        add_question(by=person(name), partnership=wessenmere(), wording=CENTRE, now=NOW)


@pytest.mark.parametrize("name", ["Bea", "Max", "Dana"])
def test_only_the_secretariat_adds_a_theme_for_everybody(name: str) -> None:
    with pytest.raises(PermissionDenied):
        add_question(by=person(name), partnership=None, wording=CENTRE, now=NOW)


def changed(question: AddedQuestion, label: str, seen: str = "") -> AddedQuestion:
    wording = replace(CENTRE, starts_on=question.starts_on, label=label)
    seen = seen or seen_of(question)
    return change_question(by=person("Bea"), question=question.pk, wording=wording, seen=seen, now=NOW)


def test_before_its_first_day_it_can_be_changed() -> None:
    question = added(replace(CENTRE, starts_on=TOMORROW))
    changed(question, "What did the closure of the centre mean?")
    assert AddedQuestion.objects.get().label == "What did the closure of the centre mean?"
    assert Entry.objects.filter(action="template.change_question").count() == 1


def test_the_same_words_again_are_no_change() -> None:
    changed(added(replace(CENTRE, starts_on=TOMORROW)), CENTRE.label)
    assert not Entry.objects.filter(action="template.change_question").exists()


def test_from_its_first_day_it_stays_as_it_is() -> None:
    with pytest.raises(Refusal, match="End it and add a new one"):
        changed(added(), "Other words")


def test_what_somebody_else_changed_meanwhile_is_not_overwritten() -> None:
    question = added(replace(CENTRE, starts_on=TOMORROW))
    seen = seen_of(question)
    changed(question, "First words")
    with pytest.raises(Refusal, match="Somebody else changed this question"):
        changed(AddedQuestion.objects.get(), "Second words", seen=seen)


def test_a_review_keeps_a_question_that_ends_after_it_was_opened() -> None:
    question, review = added(), begun_review()
    end_question(by=person("Bea"), question=question.pk, ends_on=TODAY, now=NOW)
    assert asks(review)


def test_taken_back_before_its_first_day_it_is_never_asked() -> None:
    question = added(replace(CENTRE, starts_on=NEXT_WEEK))
    end_question(by=person("Bea"), question=question.pk, ends_on=TODAY, now=NOW)
    assert added(replace(CENTRE, starts_on=NEXT_WEEK)).pk
    with pytest.raises(Refusal, match="ended already"):
        end_question(by=person("Bea"), question=question.pk, ends_on=NEXT_WEEK, now=NOW)


def test_it_cannot_end_before_today() -> None:
    with pytest.raises(Refusal) as refused:
        end_question(by=person("Bea"), question=added().pk, ends_on=TODAY - timedelta(days=1), now=NOW)
    assert refused.value.field == "ends_on"


@pytest.mark.parametrize("name", ["Noor", "Dana", "Petra"])
def test_nobody_else_ends_it(name: str) -> None:
    with pytest.raises(PermissionDenied):
        end_question(by=person(name), question=added().pk, ends_on=TODAY, now=NOW)


def test_the_list_says_what_is_asked_from_when_and_which_open_reviews_have_it(opened: Opens) -> None:
    added(replace(CENTRE, ends_on=NEXT_WEEK))
    begun_review()
    row = words(part(opened("Bea", PAGE), "tbody tr"))
    assert row == (
        "How did the closure of the centre matter? 5. Background Wessenmere Safeguarding Children Partnership "
        "From 20 November 2026 until 27 November 2026 Asked now 1 Bea Okafor"
    )


def test_another_partnerships_question_is_not_shown(opened: Opens, browser: Browser) -> None:
    question = added()
    assert "How did the closure" not in words(opened("Noor", PAGE))
    assert browser("Noor").get(f"{PAGE}{question.pk}/").status_code == 404


def test_one_question_lists_the_open_reviews_that_have_it(opened: Opens) -> None:
    question = added()
    begun_review()
    said = words(opened("Bea", f"{PAGE}{question.pk}/"))
    assert "SIN-2026-0001 , opened on 20 November 2026" in said


def test_a_theme_can_be_read_and_not_changed_by_a_partnership(opened: Opens, browser: Browser) -> None:
    theme = added(replace(CENTRE, starts_on=TOMORROW), by="Petra")
    assert "The Panel’s secretariat added it" in words(opened("Bea", f"{PAGE}{theme.pk}/"))
    assert browser("Bea").get(f"{PAGE}{theme.pk}/change/").status_code == 403


def test_a_question_is_added_on_its_page(browser: Browser) -> None:
    wessenmere()
    assert browser("Bea").post(f"{PAGE}add/", TYPED)["Location"] == PAGE
    assert AddedQuestion.objects.get().partnership == partnership()


def test_what_was_typed_stays_when_it_is_refused(browser: Browser) -> None:
    wessenmere()
    response = browser("Bea").post(f"{PAGE}add/", {**TYPED, "starts_on-year": "2025"})
    page = BeautifulSoup(response.content, "html.parser")
    assert "keep the questions that they began with" in words(page.find(class_="govuk-error-summary"))
    assert value_of(page, "label") == CENTRE.label


def test_changed_meanwhile_the_page_keeps_what_was_typed_and_can_be_sent_again(browser: Browser) -> None:
    question = added(replace(CENTRE, starts_on=TOMORROW))
    typed = {**TYPED, "starts_on-day": "21", "label": "Second words", "seen": "stale"}
    page = BeautifulSoup(browser("Bea").post(f"{PAGE}{question.pk}/change/", typed).content, "html.parser")
    assert value_of(page, "label") == "Second words"
    typed["seen"] = value_of(page, "seen")
    assert browser("Bea").post(f"{PAGE}{question.pk}/change/", typed)["Location"] == f"{PAGE}{question.pk}/"


def test_its_last_day_is_set_on_its_page(browser: Browser) -> None:
    question = added()
    typed = {"ends_on-day": "27", "ends_on-month": "nov", "ends_on-year": "2026"}
    assert browser("Bea").post(f"{PAGE}{question.pk}/end/", typed)["Location"] == f"{PAGE}{question.pk}/"
    assert AddedQuestion.objects.get().ends_on == NEXT_WEEK


@pytest.mark.parametrize("name", ["Dana", "Chidi", "Colm", "Max", "Rhea"])
def test_it_is_for_those_who_manage_the_template(browser: Browser, name: str) -> None:
    assert browser(name).get(PAGE).status_code == 403
