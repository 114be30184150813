"""Answers weighed by what readers gave elsewhere: they say so, quote what is there, and follow from what the model is told."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.documents import read
from second_question.reading.appraisal.answers import Answer
from second_question.reading.appraisal.appraising import Appraisal, appraise
from second_question.reading.appraisal.learned.model import Model, model_of, shipped
from second_question.reading.appraisal.learned.signals import Counted, said
from second_question.reading.appraisal.learned.table import SIGNALS
from second_question.reading.appraisal.review import Review
from second_question.rules.checklists import CHECKLISTS, Judge

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
REPORTS = sorted((SAMPLES / "appraisal_reports").glob("0*.md"))
EXACT = {"RR09", "RR22", "RR23", "RR24", "LR05", "LR24"}
EVEN = [[0.8, 0.1, 0.1, 0.0], [0.1, 0.8, 0.1, 0.0], [0.1, 0.1, 0.8, 0.0]]


def model(trusted: list[list[float]], *, middle: str | None = "partly") -> Model:
    """Two items that are answered alike, the higher the more is counted."""
    item = {
        "answers": ["no", middle, "yes"],
        "level": 1.5,
        "gap": 3.0,
        "slope": 1.0,
        "weights": [3.0],
        "means": [0.0],
        "spreads": [1.0],
        "trusted": trusted,
    }
    return model_of({"reports": 7, "narrow": 0.5, "items": {"RR12": item, "RR13": item}})


def changed(appraisal: Appraisal) -> dict[str, str]:
    return {one.item.id: one.finding.reason for one in appraisal.items if one.finding and one.finding.reason}


def test_every_item_that_is_not_counted_exactly_is_weighed_by_signals_as_many_as_the_model_knows() -> None:
    proposed = {item.id for one in CHECKLISTS for item in one.items if item.judge is Judge.AUTO}
    assert set(SIGNALS) == set(shipped().items) == proposed - EXACT
    for item, weighed in shipped().items.items():
        assert len(SIGNALS[item]) == len(weighed.weights) == len(weighed.means) == len(weighed.spreads), item


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_an_answer_that_is_learned_says_so_and_what_was_counted(path: Path) -> None:
    document = read(path)
    counted = {one.item.id: one.finding for one in appraise(document, learned=False).items if one.finding}
    for one in appraise(document).items:
        if one.finding and one.finding.answer != counted[one.item.id].answer:
            assert one.finding.reason.startswith("Learned, not counted")
            assert f"“{counted[one.item.id].answer}”" in one.finding.reason
            assert f"“{one.finding.answer}”" in one.finding.reason
            assert one.item.id not in EXACT
        elif one.finding:
            assert one.finding == counted[one.item.id]


def test_some_answers_are_learned_and_show_passages_that_stand_in_the_text() -> None:
    told = 0
    for path in REPORTS:
        document = read(path)
        for one in appraise(document).items:
            if one.finding and one.finding.reason:
                told += 1
                assert one.finding.evidence or one.finding.answer not in ("yes", "partly")
                assert all(document.text[said.start : said.end] == said.text for said in one.finding.evidence)
    assert told > 10


def test_the_rules_alone_answer_when_that_is_asked_for_and_a_text_shorter_than_any_report() -> None:
    assert changed(appraise(read(REPORTS[0]), learned=False)) == {}
    assert changed(appraise(read(b"# Rapid review of Child A\n\nThe father was seen.", "a.md"))) == {}


def test_the_json_gives_the_reason_or_nothing() -> None:
    found = [one for path in REPORTS for one in appraise(read(path)).to_json("a.md")["items"]]
    assert any(one["reason"] for one in found)
    assert all(one["reason"] is None or one["reason"].startswith("Learned") for one in found)
    assert json.dumps(found)


@pytest.mark.parametrize(
    ("counted", "wanted"), [(-2.0, Answer.NO), (0.0, Answer.PARTLY), (2.0, Answer.YES)], ids=["little", "some", "much"]
)
def test_rules_that_are_never_right_are_not_heard(counted: float, wanted: Answer) -> None:
    deaf = model([[0.25] * 4] * 3)
    answers = deaf.answers({"RR12": Answer.NOT_CLEAR, "RR13": Answer.NOT_CLEAR}, {"RR12": [counted], "RR13": [counted]})
    assert {answer for answer, _ in answers.values()} == {wanted}


def test_rules_that_are_always_right_are_followed() -> None:
    sure = model([[0.997, 0.001, 0.001, 0.001], [0.001, 0.997, 0.001, 0.001], [0.001, 0.001, 0.997, 0.001]])
    answers = sure.answers({"RR12": Answer.NO, "RR13": Answer.YES}, {"RR12": [0.0], "RR13": [0.0]})
    assert {item: answer for item, (answer, _) in answers.items()} == {"RR12": Answer.NO, "RR13": Answer.YES}


def test_an_item_without_a_middle_is_answered_yes_or_no() -> None:
    answers = model(EVEN, middle=None).answers({"RR12": Answer.PARTLY}, {"RR12": [0.0]})
    assert answers["RR12"][0] in (Answer.YES, Answer.NO)


def test_what_is_counted_stays_where_another_answer_is_hardly_likelier() -> None:
    deaf = model([[0.25] * 4] * 3)
    height = -0.1
    for rule in (Answer.NO, Answer.PARTLY):
        while deaf.answers({"RR12": Answer.NOT_CLEAR}, {"RR12": [height]})["RR12"][0] is Answer.PARTLY:
            height -= 0.01
        assert deaf.answers({"RR12": rule}, {"RR12": [height]})["RR12"][0] is rule


@given(st.lists(st.floats(-9, 9), min_size=2, max_size=9), st.sampled_from([Answer.NO, Answer.PARTLY, Answer.YES]))
def test_the_more_is_counted_the_higher_the_answer(counts: list[float], rule: Answer) -> None:
    order = [Answer.NO, Answer.PARTLY, Answer.YES]
    found = [model(EVEN).answers({"RR12": rule}, {"RR12": [count]})["RR12"] for count in sorted(counts)]
    assert all(order.index(one[0]) <= order.index(other[0]) for one, other in pairwise(found))
    assert all(0.2 <= share <= 1 for _, share in found)


def test_the_fuller_the_other_answers_are_the_higher_is_this_one() -> None:
    def share_of_yes(other: Answer) -> float:
        answer, share = model(EVEN).answers({"RR12": Answer.YES, "RR13": other}, {"RR12": [0.5], "RR13": [0.0]})["RR12"]
        return share if answer is Answer.YES else 1 - share

    assert share_of_yes(Answer.YES) > share_of_yes(Answer.NO)


def test_statements_are_counted_by_words_of_each_group_within_their_part() -> None:
    text = (
        "# Rapid review\n\n## The child's voice\n\nNovak said that he liked football.\n\n"
        "## Chronology\n\nHis mother told the nurse.\n\nThe nurse told a manager."
    )
    counted = Counted(Review(read(text.encode(), "a.md")))
    found = [counted.review.said(unit) for unit in said("kin", "tells").units(counted)]
    assert found == ["his mother told the nurse."]
    assert said("kin", "tells", outside="chronology").units(counted) == []
    assert said("child", "acts").value(counted) > said("child", "acts", "why").value(counted) == 0
    assert said("tells", less=True).value(counted) < 0
