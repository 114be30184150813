"""What the answers of a rapid review settle of its checklist: nobody need guess from the text what was asked and answered."""

from collections.abc import Mapping

import pytest

from second_question.exchange.review.appraised import ReviewText
from second_question.rules.checklists import RAPID_REVIEW_CHECKLIST, Judge
from second_question.rules.questions import Unanswered
from second_question.rules.template.checklist_answers import settled
from second_question.rules.template.checklist_questions import (
    ASKED_OUTRIGHT,
    HALF_ANSWERS,
    KNOWN,
    OF_NOTHING,
    READ,
    Needed,
)
from second_question.rules.template.content import AnswerKey, ContentRecord, ReviewContent
from second_question.rules.template.parts import RAPID_REVIEW_2021
from tests.sample_review import sample_review

Answers = Mapping[str, object]
MOTHER = {"full_name": "Ada Thorn", "relationship": "mother", "ethnicity": "WBRI"}
CHILD = {
    "full_name": "Bo Thorn",
    "ethnicity": "AIND",
    "safe_now": True,
    "safety_arrangements": "With his aunt, seen daily.",
}
CRITERIA = {f"criterion_{one}": "not_met" for one in ("improvements", "recurrent_themes", "working_together")} | {
    "criterion_panel_better_locally": "may_be_met"
}
DECIDED = {"outcome": "no_review", "decided_on": "2026-03-01", "who_decided": "Three partners, by name and post."}


def content(*records: tuple[str, Answers]) -> ReviewContent:
    counted: dict[str, int] = {}
    made = []
    for kind, answers in records:
        counted[kind] = counted.get(kind, 0) + 1
        given = {name: value for name, value in answers.items() if not isinstance(value, Unanswered)}
        reasons = {name: value for name, value in answers.items() if isinstance(value, Unanswered)}
        made.append(ContentRecord(kind, counted[kind], given, reasons))
    return ReviewContent(RAPID_REVIEW_2021, "SIN-1", "Wessenmere", made)


@pytest.mark.parametrize(
    ("item", "records", "answer"),
    [
        ("RR01", [], "no"),
        ("RR01", [("agency", {"organisation": "A school", "involvement": "involved"})], "yes"),
        ("RR01", [("agency", {"organisation": "A school", "involvement": "waiting"})], "partly"),
        ("RR02", [("participant", {"name": "C", "job_title": "Head", "organisation": "A school"})], "yes"),
        ("RR02", [("participant", {"name": "C", "job_title": "not known.", "organisation": "A school"})], "partly"),
        ("RR03", [("child", {"full_name": "Bo"})], "partly"),
        ("RR03", [("child", {"full_name": "Unknown"})], "no"),
        ("RR04", [("child", CHILD)], "yes"),
        ("RR04", [("child", CHILD), ("child", {"ethnicity": Unanswered.NOT_KNOWN})], "partly"),
        ("RR04", [("child", {"ethnicity": Unanswered.NOT_ASKED, "ethnicity_because": "He is three days old."})], "no"),
        ("RR05", [("family_member", MOTHER)], "yes"),
        ("RR05", [("family_member", MOTHER), ("family_member", {"relationship": "father"})], "partly"),
        ("RR05", [("family_member", MOTHER), ("family_member", {"relationship": "stranger"})], "yes"),
        ("RR05", [("family_member", {"relationship": "grandparent", "ethnicity": "WBRI"})], "partly"),
        ("RR06", [("family_member", MOTHER)], "yes"),
        ("RR06", [("family_member", {"full_name": "Ada Thorn"})], "partly"),
        ("RR07", [("child", CHILD)], "yes"),
        ("RR07", [("child", CHILD | {"safe_now": False})], "partly"),
        ("RR07", [("child", CHILD | {"safe_now": None, "date_of_death": "2026-02-01"})], "yes"),
        ("RR07", [("child", {}), ("immediate_action", {"what": "See the child"})], "partly"),
        ("RR15", [("review", DECIDED | CRITERIA)], "yes"),
        ("RR15", [("review", DECIDED)], "partly"),
        ("RR16", [("review", CRITERIA)], "no"),
        ("RR16", [("review", CRITERIA | {"rationale": "It was learned before."})], "partly"),
        ("RR16", [("review", CRITERIA | {"rationale": "See above."})], "no"),
        ("RR18", [("review", {"immediate_learning": "A rota hides who sees the child."})], "yes"),
        ("RR18", [("review", {"immediate_learning": "More training."})], "partly"),
        ("RR18", [("agency_summary", {"learning": "A rota hides who sees the child."})], "partly"),
        ("RR19", [("review", {"how_spread": ("briefing",), "spread_to_whom": "All midwives, by May."})], "yes"),
        ("RR19", [("review", {"how_spread": ("briefing",)})], "partly"),
        ("RR20", [("review", {"outcome": "no_review", "further_learning": "Whether nights differ elsewhere."})], "yes"),
        ("RR20", [("review", {"outcome": "local_review", "further_learning": "Whether nights differ too."})], "partly"),
        ("RR21", [("review", {"learned_before": "yes_here"})], "partly"),
        ("RR21", [("review", {"learned_before": "no"})], "partly"),
        (
            "RR21",
            [("review", {"learned_before": "yes_here", "learned_before_words": "In 2021, and nothing came of it."})],
            "yes",
        ),
    ],
)
def test_an_item_follows_from_its_answers(item: str, records: list[tuple[str, Answers]], answer: str) -> None:
    assert settled(content(*records))[item].answer == answer


def test_what_is_missing_is_named() -> None:
    found = settled(content(("child", CHILD), ("child", {"ethnicity": Unanswered.REFUSED})))["RR04"]
    assert found.told == (AnswerKey("child", 1, "", "ethnicity"),)
    assert found.missing == (AnswerKey("child", 2, "", "ethnicity"),)


def test_every_question_named_is_one_of_the_template() -> None:
    named = {
        (kind, one) for places in (*READ.values(), *ASKED_OUTRIGHT.values()) for kind in places for one in places[kind]
    }
    for need in (need for known in KNOWN.values() for need in (*known.needed, *known.in_part)):
        named |= {(need.kind, one) for one in _questions(need)}
    named |= set(HALF_ANSWERS)
    asked = {(section.record, one.id) for section in RAPID_REVIEW_2021.sections for one in section.questions}
    assert len(named) > 80
    assert named <= asked


def _questions(need: Needed) -> set[str]:
    conditions = (*need.when, *((need.unless,) if need.unless else ()))
    return {one for alternatives in need.all_of for one in alternatives} | {one.question for one in conditions}


def test_every_item_that_the_program_answers_has_its_place() -> None:
    auto = {item.id for item in RAPID_REVIEW_CHECKLIST.items if item.judge is Judge.AUTO}
    assert KNOWN.keys().isdisjoint(READ)
    assert KNOWN.keys() | READ.keys() | OF_NOTHING == auto


def appraised(*records: tuple[str, Answers]) -> dict[str, str]:
    done = ReviewText(content(*records)).appraised()
    return {one.item.id: str(one.finding.answer) for one in done.items if one.finding}


def test_of_a_review_without_a_word_nothing_is_claimed() -> None:
    answers = appraised(("review", {}))
    assert {item: answer for item, answer in answers.items() if answer != "no"} == dict.fromkeys(
        OF_NOTHING, "not clear"
    )


MEN = """Nobody asked the father who cared for the baby at night, because every visit was arranged with the mother. The father
told the review that he had wished to be asked. He was not considered as a protection, because his name stood on no form. The
mother's partner was known to the police for violence, and no agency asked him or her whether he had moved in. Services did
not consider what either man was for the child, because their records have room for one parent."""


def test_men_spoken_of_elsewhere_are_found_in_part_while_the_question_about_them_is_open() -> None:
    assert appraised(("review", {"context_before": MEN}))["RR13"] == "partly"
    assert appraised(("review", {"fathers_and_other_men": MEN}))["RR13"] == "yes"


@pytest.mark.parametrize("item", sorted(ASKED_OUTRIGHT))
def test_what_is_asked_outright_and_answered_is_at_least_touched(item: str) -> None:
    kind, questions = next(iter(ASKED_OUTRIGHT[item].items()))
    found = ReviewText(content((kind, {questions[0]: "It was cold in the room then."}))).appraised()
    (one,) = (one for one in found.items if one.item.id == item)
    assert one.finding
    assert one.finding.answer == "partly"
    assert [said.text for said in one.finding.evidence] == ["It was cold in the room then."]


@pytest.mark.parametrize("label", ["Lives in the child’s household?", "Date of birth", "Fathers and other men", "Why?"])
def test_the_templates_own_words_are_no_evidence(label: str) -> None:
    done = ReviewText(sample_review()).appraised()
    said = [evidence.text for one in done.items if one.finding for evidence in one.finding.evidence]
    assert len(said) > 60
    assert not [words for words in said if label in words.split("\t")]


def test_every_quotation_is_in_an_answer_and_word_for_word() -> None:
    text = ReviewText(sample_review())
    for one in text.appraised().items:
        for said in one.finding.evidence if one.finding else ():
            assert text.document.text[said.start : said.end] == said.text
            assert text.key_at(said.start)
