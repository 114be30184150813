"""The notification form as data: whole, consistent, and with a source for every question."""

import re

import pytest

from second_question.reference.codes import code_set
from second_question.rules.notification import NOTIFICATION_FORM
from second_question.rules.notification_codes import (
    CAUSES,
    ETHNICITIES,
    ETHNICITY_UNANSWERED,
    FEATURES,
    NATURES,
    REASONS,
    REASONS_WITHOUT_RAPID_REVIEW,
    causes_for,
)
from second_question.rules.questions import Kind, Question, Section

RECORDS = ("incident", "child", "adult", "notifier")
EVERY_QUESTION = [
    pytest.param(question, id=f"{record}-{question.id}")
    for record in RECORDS
    for question in NOTIFICATION_FORM.questions_of(record)
]


@pytest.mark.parametrize("question", EVERY_QUESTION)
def test_a_question_can_be_stored_asked_and_traced(question: Question) -> None:
    assert re.fullmatch(r"[a-z][a-z_]+", question.id)
    assert question.label
    assert question.source


@pytest.mark.parametrize("question", EVERY_QUESTION)
def test_only_a_question_of_choice_has_options_and_none_twice(question: Question) -> None:
    codes = [option.code for option in question.options]
    assert bool(codes) == (question.kind in (Kind.CHOICE, Kind.CHOICES))
    assert len(set(codes)) == len(codes)
    assert all(option.label for option in question.options)


@pytest.mark.parametrize("question", EVERY_QUESTION)
def test_free_text_is_kept_as_something_that_identifies(question: Question) -> None:
    """People are named in free text, so it is encrypted like a name."""
    assert question.identifies or question.kind is not Kind.LONG_TEXT


@pytest.mark.parametrize("question", EVERY_QUESTION)
def test_what_is_kept_for_statistics_identifies_nobody(question: Question) -> None:
    assert not (question.identifies and question.characteristic)


@pytest.mark.parametrize("record", RECORDS)
def test_no_question_is_asked_twice_about_one_record(record: str) -> None:
    ids = [question.id for question in NOTIFICATION_FORM.questions_of(record)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("record", RECORDS)
def test_a_condition_names_an_earlier_question_and_answers_that_it_offers(record: str) -> None:
    earlier: dict[str, Question] = {}
    for question in NOTIFICATION_FORM.questions_of(record):
        if question.shown_when:
            asked = earlier[question.shown_when.question]
            offered = {option.code for option in asked.options} | {"yes", "no", "not_known", "not_asked", "refused"}
            assert offered.issuperset(question.shown_when.answers)
        earlier[question.id] = question


@pytest.mark.parametrize("section", NOTIFICATION_FORM.sections, ids=lambda section: section.id)
def test_a_task_is_about_a_record_that_we_keep(section: Section) -> None:
    assert section.record in RECORDS
    assert NOTIFICATION_FORM.section(section.id) is section


def test_the_causes_are_the_six_of_death_and_the_ten_of_harm() -> None:
    """N4 and N5."""
    assert len(causes_for("death")) == 6
    assert causes_for("serious_harm") == causes_for("other")
    assert {*causes_for("death"), *causes_for("serious_harm")} == set(CAUSES)
    assert len(causes_for("serious_harm")) == 10


def test_every_feature_of_the_context_is_a_question_of_its_own_with_three_ways_of_no_answer() -> None:
    asked = {question.id: question for question in NOTIFICATION_FORM.questions_of("incident")}
    for feature in FEATURES:
        assert asked[feature.code].kind is Kind.YES_NO
        assert asked[feature.code].may_be_unanswered


def test_what_the_official_statistics_publish_is_kept_at_sending() -> None:
    """Handbook 2, section 1.3."""
    kept = {q.id for record in RECORDS for q in NOTIFICATION_FORM.questions_of(record) if q.characteristic}
    assert kept >= {"nature", "sex", "age_years", "ethnicity", "disabilities", "placement_type", "looked_after_now"}
    assert kept >= {"child_in_need_plan_now", "child_protection_plan_now", "known_to_any_agency", "care_leaver"}


def test_ethnicity_offers_the_department_s_codes_and_reads_its_two_for_no_answer() -> None:
    ours = {option.code for option in ETHNICITIES} | set(ETHNICITY_UNANSWERED)
    assert ours == {code.code for code in code_set("ethnicity").codes}


def test_only_deaths_that_are_not_the_panel_s_go_without_a_rapid_review() -> None:
    assert {reason.code for reason in REASONS} > REASONS_WITHOUT_RAPID_REVIEW
    assert "in_area" not in REASONS_WITHOUT_RAPID_REVIEW
    assert [nature.code for nature in NATURES] == ["death", "serious_harm", "other"]
