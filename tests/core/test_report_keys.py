"""The answer keys of the sample reports say only what stands in the reports, for every question that they should answer."""

import json
import re
from typing import Any

import pytest

from second_question.reference import areas
from second_question.rules.checklists import CHECKLISTS, Judge
from tests.report_source import KEYS, numbers, report

PARTS = ("who", "what", "how", "by_when", "outcome", "measure")
KINDS = {
    *(
        "name",
        "date-of-birth",
        "date",
        "age",
        "address",
        "postcode",
        "place",
        "school",
        "organisation",
        "phone",
        "email",
    ),
    *("web", "nhs-number", "ni-number", "case-number", "social-media", "vehicle", "other"),
}


def key(number: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((KEYS / f"{number}.json").read_text(encoding="utf-8"))
    return found


def text(number: str) -> str:
    return re.sub(r"\s+", " ", report(number).source)


every_report = pytest.mark.parametrize("number", numbers())


def test_there_are_twelve() -> None:
    assert numbers() == [f"{number:02}" for number in range(1, 13)]


@every_report
def test_even_numbers_are_held_out(number: str) -> None:
    assert key(number)["split"] == ("development" if int(number) % 2 else "held_out")


@every_report
def test_length_is_that_of_a_real_report(number: str) -> None:
    assert 1_200 <= len(report(number).source.split()) <= 5_000


@every_report
def test_says_that_it_is_fictional(number: str) -> None:
    assert report(number).source.rstrip().rpartition("\n")[2].startswith("Fictional text for testing")


@every_report
def test_every_automatic_item_is_answered(number: str) -> None:
    appraisal = key(number)["appraisal"]
    if appraisal is None:
        assert key(number)["metadata"]["kind"] == "briefing"
        return
    [checklist] = [checklist for checklist in CHECKLISTS if checklist.id == appraisal["checklist"]]
    assert list(appraisal["answers"]) == [item.id for item in checklist.items if item.judge is Judge.AUTO]
    assert all(answer["answer"] in ("yes", "partly", "no", "not clear") for answer in appraisal["answers"].values())


@every_report
def test_recommendations_stand_in_the_report_in_that_order(number: str) -> None:
    place = 0
    for found in key(number)["recommendations"]:
        place = text(number).find(found["begins"], place)
        assert place >= 0, found["begins"]
        assert set(found["states"]) <= set(PARTS)


@every_report
def test_identifying_terms_stand_in_the_report(number: str) -> None:
    for term in key(number)["identities"]:
        assert term["text"] in text(number)
        assert term["kind"] in KINDS


@every_report
def test_local_authorities_exist(number: str) -> None:
    known = {area.code for area in areas.all_local_authorities()}
    assert set(key(number)["metadata"]["local_authorities"]) <= known
