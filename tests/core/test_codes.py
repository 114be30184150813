"""The code sets: complete, without duplicates, and honest about what was not verified."""

import pytest

from second_question.reference.codes import CodeSet, code_set, code_sets


@pytest.mark.parametrize("codes", code_sets(), ids=lambda codes: codes.id)
def test_a_code_set_has_labels_a_source_and_no_code_twice(codes: CodeSet) -> None:
    assert codes.title
    assert codes.source
    assert codes.licence
    assert all(code.code and code.label for code in codes.codes)
    assert len({code.code for code in codes.codes}) == len(codes.codes)


@pytest.mark.parametrize("codes", code_sets(), ids=lambda codes: codes.id)
def test_what_is_not_verified_says_why(codes: CodeSet) -> None:
    assert codes.verified or "not read" in codes.note


def test_ethnicity_has_the_department_s_twenty_codes_in_their_groups() -> None:
    ethnicity = code_set("ethnicity")
    assert len(ethnicity.codes) == 20
    assert ethnicity.groups() == (
        "White",
        "Mixed",
        "Asian or Asian British",
        "Black or Black British",
        "Other ethnic groups",
        "Not recorded",
    )
    roma = ethnicity.get("WROM")
    assert roma is not None
    assert roma.ons_2021 == ("Gypsy or Irish Traveller", "Roma")
    assert "unverified" in ethnicity.note


def test_a_code_that_the_set_does_not_have_stands_for_itself() -> None:
    assert code_set("ethnicity").label_of("WBRI") == "White British"
    assert code_set("ethnicity").label_of("XXXX") == "XXXX"


def test_an_unknown_set_is_named() -> None:
    with pytest.raises(LookupError, match="shoe_size"):
        code_set("shoe_size")
