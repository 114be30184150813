"""The answer keys of the sample reports say only what stands in the reports, for every question that they should answer."""

import re

import pytest

from second_question.documents import read
from second_question.reference import areas
from second_question.rules.checklists import CHECKLISTS, Judge
from tests.report_files import report_file
from tests.report_keys import identity_places, is_right, key
from tests.report_source import numbers, report

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


def test_the_longest_term_is_given_where_it_stands() -> None:
    said = "Adeel  Hussain rang; Adeel was born on 19/08/1991."
    found = [(said[start:end], kind) for start, end, kind in identity_places("01", said)]
    assert found == [("Adeel  Hussain", "name"), ("Adeel", "name"), ("19/08/1991", "date-of-birth")]


@pytest.mark.parametrize("number", ["01", "06", "07", "10"])
def test_unredacted_drafts_name_people_throughout(number: str) -> None:
    found = list(identity_places(number, read(report_file(number, "single column")).text))
    assert len(found) > 80
    assert key(number)["people"]["people"]


def test_another_answer_is_right_only_where_the_key_says_so() -> None:
    assert is_right("05", "local_authorities", ["E06000058"])
    assert is_right("05", "published", "2014-03")
    assert not is_right("05", "published", "2012-08")
