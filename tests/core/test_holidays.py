"""The official file of bank holidays, and what is not that file."""

from datetime import date

import pytest

from second_question.reference.holidays import bank_holidays, read_bank_holidays


def test_substitute_days_and_single_occasions_are_known_by_name() -> None:
    known = bank_holidays()
    substitute, funeral = known.on(date(2020, 12, 28)), known.on(date(2022, 9, 19))
    assert substitute is not None
    assert (substitute.name, substitute.substitute) == ("Boxing Day", True)
    assert funeral is not None
    assert "Queen Elizabeth" in funeral.name
    assert known.on(date(2020, 5, 4)) is None  # moved to 8 May in that year


def test_the_list_knows_whole_years_from_2012_to_2028() -> None:
    known = bank_holidays()
    assert (known.first_day, known.last_day) == (date(2012, 1, 1), date(2028, 12, 31))
    assert known.knows(date(2028, 12, 31))
    assert not known.knows(date(2029, 1, 1))


@pytest.mark.parametrize("document", ["{}", "[]", "no file", '{"england-and-wales": {"events": []}}'])
def test_another_file_is_refused(document: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message differs: no JSON, not this file, no holiday
        read_bank_holidays(document)
