"""The two checklists: their ids are for ever, and every item says who answers it and where it comes from."""

import re

import pytest

from second_question.rules.checklist_grades import GRADES
from second_question.rules.checklists import (
    CHECKLISTS,
    LOCAL_REVIEW_CHECKLIST,
    RAPID_REVIEW_CHECKLIST,
    Checklist,
    Judge,
)

BOTH = pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda checklist: checklist.id)


@pytest.mark.parametrize(
    ("checklist", "prefix", "items", "for_a_person"),
    [
        (RAPID_REVIEW_CHECKLIST, "RR", 25, ["RR08", "RR10", "RR17", "RR25"]),
        (LOCAL_REVIEW_CHECKLIST, "LR", 26, ["LR14", "LR20", "LR22", "LR26"]),
    ],
)
def test_items_are_numbered_without_a_gap(
    checklist: Checklist, prefix: str, items: int, for_a_person: list[str]
) -> None:
    assert [item.id for item in checklist.items] == [f"{prefix}{number:02}" for number in range(1, items + 1)]
    assert [item.id for item in checklist.items if item.judge is Judge.HUMAN] == for_a_person


@BOTH
def test_every_item_is_said_once_and_has_a_source(checklist: Checklist) -> None:
    assert len({item.text for item in checklist.items}) == len(checklist.items)
    assert all(re.fullmatch(r"[A-Z]\d+(, [A-Z]\d+)*|handbook 3, section \d", item.source) for item in checklist.items)


@BOTH
def test_an_item_is_found_by_its_id(checklist: Checklist) -> None:
    assert [checklist.item(item.id) for item in checklist.items] == list(checklist.items)
    with pytest.raises(KeyError):
        checklist.item("RR99")


def test_what_was_chosen_comes_in_the_order_of_the_checklist() -> None:
    chosen = RAPID_REVIEW_CHECKLIST.chosen(["RR11", "LR01", "RR04"])
    assert [item.text for item in chosen] == [
        "ethnicity of the child",
        "asks why, and why again, beyond what happened",
    ]


def test_every_item_of_a_local_review_that_the_software_answers_says_when_it_is_yes_and_when_no() -> None:
    asked = [item.id for item in LOCAL_REVIEW_CHECKLIST.items if item.judge is Judge.AUTO]
    assert sorted(asked) == sorted(id_ for id_ in GRADES if id_.startswith("LR"))
    assert all(text.startswith("Yes: ") and " No: " in text for text in GRADES.values())
