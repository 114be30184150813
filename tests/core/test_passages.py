"""Chronologies and guidance pasted in, and text that is neither."""

import pytest

from second_question.reading.passages import chronology_in, pasted_guidance_in
from tests.shared_data import shared

CHRONOLOGIES = {
    "lines": "\n".join(f"{day:02}/03/2026 Telephone call" for day in range(1, 12)),
    "words": "\n".join(f"{day} March 2026: visit" for day in range(1, 10)),
    "sentences": " ".join(f"On {day} March 2026 the worker rang." for day in range(1, 10)),
    "weekdays": "\n".join(f"On Monday, the {day}th of May 2026 nobody came" for day in range(4, 13)),
}
# In our own words; the formulae and citations are what marks it.
GUIDANCE = (
    "Under section 16C of the Children Act 2004 the safeguarding partners must promptly undertake a rapid review of each case. "
    "Statutory guidance says that they should have regard to whether the case highlights or may highlight anything new. "
    "As set out in chapter 4, a decision is made within six months. This is for the purposes of learning in accordance with it."
)


@pytest.mark.parametrize("text", CHRONOLOGIES.values(), ids=CHRONOLOGIES)
def test_many_dated_entries_are_a_chronology(text: str) -> None:
    assert chronology_in(f"The facts.\n{text}\nThat is all.") == (11, 11 + len(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On 3 March 2026 she was seen. By 5 March she was gone.",
        "The dates of birth are 3 March 2026 and 4 March 2027, and 12 visits were made from 1 May 2025 to 9 May 2025.",
        "\n".join(f"{number}. Ask somebody" for number in range(1, 20)),
    ],
)
def test_few_dates_and_numbers_are_none(text: str) -> None:
    assert chronology_in(text) is None


def test_guidance_is_known_by_its_formulae_and_shown_from_its_first_sentence_to_its_last() -> None:
    text = f"Robin died at home. {GUIDANCE} Kim rang at six."
    assert [text[start:end] for start, end in pasted_guidance_in(text)] == [GUIDANCE]


@pytest.mark.parametrize(
    "text",
    [
        "A section 47 enquiry began under the Children Act 1989, and the police must have known of it.",
        "The partners have regard to the family’s history. " * 5,
        "Robin was seen within six months by somebody who knew chapter 4 of the procedures by heart. " * 4,
    ],
)
def test_a_citation_or_two_is_no_guidance(text: str) -> None:
    assert pasted_guidance_in(text) == []


def test_the_box_of_criteria_in_the_main_source_is_guidance_and_little_else_is() -> None:
    text = shared("sources/002_fe7d86f1caa11320.txt").read_text()
    found = [text[start:end] for start, end in pasted_guidance_in(text)]
    assert any("institutional settings" in passage for passage in found)
    assert sum(map(len, found)) < len(text) / 20


def test_coroners_reports_are_neither() -> None:
    texts = [path.read_text() for path in sorted(shared("data/texts/coroners").glob("*.txt"))]
    assert len(texts) > 50
    assert not [text for text in texts if pasted_guidance_in(text)]
    assert sum(chronology_in(text) is not None for text in texts) < len(texts) / 20
