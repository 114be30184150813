"""An appraisal answers each item that a machine may propose for, with passages that stand in the text as quoted."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from second_question.documents import read
from second_question.documents.document import Document
from second_question.reading.appraisal.appraising import Appraisal, appraise
from second_question.reading.appraisal.registry import readers, reads
from second_question.rules.checklists import CHECKLISTS, Item, Judge
from tests.shared_data import shared

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "appraisal"
ANSWERS: dict[str, dict[str, str]] = json.loads((SAMPLES / "answers.json").read_text())
ALL_ITEMS = [item for checklist in CHECKLISTS for item in checklist.items]
EACH, ENOUGH = 0.75, 0.9


def document(text: str, name: str = "review.md") -> Document:
    return read(text.encode(), name)


def sample(name: str) -> Document:
    return read(SAMPLES / name)


def answers(appraisal: Appraisal) -> dict[str, str]:
    return {one.item.id: str(one.finding.answer) for one in appraisal.items if one.finding}


def test_each_item_that_the_software_may_answer_has_one_reader_and_no_other_has() -> None:
    proposed = {item.id for item in ALL_ITEMS if item.judge is Judge.AUTO}
    assert len(proposed) > 40
    assert set(readers()) == proposed


def test_an_item_cannot_have_a_second_reader() -> None:
    readers()
    with pytest.raises(ValueError, match="RR04"):
        reads("RR04")(lambda _review: pytest.fail("never asked"))


@pytest.mark.parametrize("item", ALL_ITEMS, ids=lambda item: item.id)
def test_each_item_has_a_question_to_ask(item: Item) -> None:
    assert item.question.endswith("?")
    assert len(item.question.split()) >= 6


@pytest.mark.parametrize("name", ANSWERS)
def test_a_sample_is_answered_as_by_reading(name: str) -> None:
    given_answers = answers(appraise(sample(name)))
    wanted = ANSWERS[name]
    assert set(given_answers) == set(wanted)
    assert sum(given_answers[item] == answer for item, answer in wanted.items()) >= EACH * len(wanted)


def test_the_samples_together_are_answered_as_by_reading() -> None:
    told = []
    for name, wanted in ANSWERS.items():
        given_answers = answers(appraise(sample(name)))
        told += [given_answers[item] == answer for item, answer in wanted.items()]
    assert len(told) > 300
    assert sum(told) >= ENOUGH * len(told)


@pytest.mark.parametrize("name", ANSWERS)
def test_every_passage_stands_in_the_text_as_quoted(name: str) -> None:
    read_text = sample(name)
    appraisal = appraise(read_text)
    quoted = [evidence for one in appraisal.items if one.finding for evidence in one.finding.evidence]
    assert len(quoted) > 8
    for evidence in quoted:
        assert read_text.text[evidence.start : evidence.end] == evidence.text != ""
        assert evidence.page == 1


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_is_asked_where_the_answer_is_not_yes(name: str) -> None:
    for one in appraise(sample(name)).items:
        said_yes = one.finding is not None and one.finding.answer == "yes"
        assert (one.question is None) == said_yes


def test_what_only_a_person_answers_is_left_open() -> None:
    left = [one.to_json() for one in appraise(sample("rapid-minutes.txt")).items if one.finding is None]
    assert [one["id"] for one in left] == ["RR08", "RR10", "RR17", "RR25"]
    assert all(one["answer"] is None and one["question"] and one["evidence"] == [] for one in left)


def test_the_json_is_that_of_the_interface() -> None:
    given_out = appraise(sample("lcspr-practice-themes.md")).to_json("a.md")
    assert list(given_out) == ["file", "kind", "checklist", "pages", "words", "items", "phrases", "recommendations"]
    assert (given_out["file"], given_out["kind"], given_out["checklist"]) == (
        "a.md",
        "local-review",
        "local-review/2021",
    )
    assert all(
        list(item) == ["id", "answer", "proposed", "evidence", "question", "reason"] for item in given_out["items"]
    )
    assert all(item["proposed"] is True for item in given_out["items"])
    parts = ["text", "page", "start", "end", "who", "what", "how", "by_when", "outcome", "measure"]
    assert [list(one)[: len(parts)] for one in given_out["recommendations"]] == [parts] * 5


def test_a_catchphrase_comes_with_its_question() -> None:
    (phrase,) = appraise(document("# Rapid review\n\nStaff lacked professional curiosity.")).to_json("a")["phrases"]
    assert phrase["phrase"] == "professional curiosity"
    assert phrase["question"].endswith("?")
    assert (phrase["page"], phrase["end"] - phrase["start"]) == (1, len("professional curiosity"))


KINDS = [
    ("# Rapid review of Child A", "rapid-review"),
    ("Minutes of the rapid review meeting on 3 May 2026", "rapid-review"),
    ("# Local Child Safeguarding Practice Review: Robin\n\nA rapid review was held first.", "local-review"),
    ("# Serious Case Review\n\nOverview report", "local-review"),
    ("# Robin\n\nLCSPR by the lead reviewer", "local-review"),
    (
        "# Learning from the death of Robin\n\nThe independent reviewer met staff.\n\nRecommendation 1: Act.",
        "local-review",
    ),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_is_told_by_what_a_review_calls_itself(text: str, kind: str) -> None:
    assert appraise(document(text)).kind == kind


def test_a_kind_that_is_given_goes_before_what_the_text_says() -> None:
    assert appraise(document("# Rapid review"), "local-review").checklist.id == "local-review/2021"


def test_a_text_about_nothing_of_it_has_no_yes_but_for_what_is_absent() -> None:
    text = "# Minutes\n\nThe garden club met on Tuesday and talked about roses. " + "Roses need water and light. " * 40
    absent = {"RR09", "RR23", "RR24", "LR05", "LR23", "LR24"}
    for kind in ("rapid-review", "local-review"):
        said_yes = {item for item, answer in answers(appraise(document(text), kind)).items() if answer == "yes"}
        assert said_yes <= absent


def test_order_and_layout_of_the_parts_do_not_matter() -> None:
    text = (SAMPLES / "lcspr-practice-themes.md").read_text()
    head, *parts = text.split("\n## ")
    turned = "\n## ".join([head, *reversed(parts)])
    before, after = answers(appraise(document(text))), answers(appraise(document(turned)))
    assert sum(before[item] == after[item] for item in before) >= ENOUGH * len(before)


LINES = st.sampled_from(
    [
        "# Rapid review",
        "## Decision",
        "## Immediate action",
        "The criteria are not met because the plan was closed.",
        "| Name | Role | Agency |\n| --- | --- | --- |\n| Kim Ash | Nurse | Trust |",
        "Why was that? The form has no box.",
        "3 May 2026: a visit.",
        "Mother did not wish to take part in the review.",
        "Ethnicity: not recorded",
        "“He liked trains.”",
        "ſtraße İstanbul \u00a0 ﬁ",
        "\f",
        "?",
        "|",
        "* *",
        "Recommendation 1:",
    ]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=15), st.sampled_from(["\n\n", "\n"]), st.sampled_from(["rapid-review", "local-review"]))
def test_no_text_stops_it_and_every_passage_is_exact(lines: list[str], between: str, kind: str) -> None:
    text = document("A" + between + between.join(lines))
    for one in appraise(text, kind).items:
        for evidence in one.finding.evidence if one.finding else ():
            assert text.text[evidence.start : evidence.end] == evidence.text
            assert 1 <= evidence.page <= len(text.pages)


def test_real_texts_about_reviews_are_read_without_a_stop() -> None:
    for path in sorted(shared("sources").glob("*.txt")):
        appraisal = appraise(read(path))
        assert len(answers(appraisal)) in (21, 22)


def test_the_main_source_is_full_of_why_and_of_other_reviews() -> None:
    text = read(shared("sources/002_fe7d86f1caa11320.txt"))
    said = answers(appraise(text, "local-review"))
    assert said["LR10"] == said["LR11"] == said["LR01"] == "yes"
