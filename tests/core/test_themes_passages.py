"""A document in passages of about a paragraph, each under its heading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.documents import Document, read
from second_question.reading.themes.passages import FEWEST_WORDS, LONG, passages_of

WORDS = "one two three four five six seven"


def cut(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    document = read(text.encode(), name)
    return [(one.heading, document.text[one.start : one.end]) for one in passages_of(document)]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (f"{WORDS}.\n\n{WORDS}!", [("", f"{WORDS}."), ("", f"{WORDS}!")]),
        (f"Who knew what\n\n{WORDS}.", [("Who knew what", f"{WORDS}.")]),
        (f"# Marked\n\n{WORDS}.", [("Marked", f"{WORDS}.")]),
        ("Too short to be coded.", []),
        (f"• {WORDS}\n• {WORDS}", [("", f"{WORDS}\n• {WORDS}")]),
        (f"References\n\n{WORDS}.\n\nAppendix\n\n{WORDS}!", [("Appendix", f"{WORDS}!")]),
        (f"Contents\t1\nMen\t7\nRisk and need\t8\n{WORDS}\t9", []),
        (
            f"{WORDS} {WORDS} and a page ends\n\nin the middle of it.",
            [("", f"{WORDS} {WORDS} and a page ends\n\nin the middle of it.")],
        ),
    ],
)
def test_a_text_is_cut_at_its_paragraphs(text: str, passages: list[tuple[str, str]]) -> None:
    assert cut(text) == passages


def test_a_long_paragraph_is_cut_at_ends_of_sentences() -> None:
    text = " ".join(f"Sentence {number} has six words." for number in range(200))
    passages = [said for _, said in cut(text)]
    assert all(len(said) <= LONG and said.endswith("words.") for said in passages)
    assert " ".join(passages) == text


def test_a_table_is_a_passage_and_a_heading_has_its_level_from_the_file() -> None:
    text = "## Plan\n\n| who | what |\n|---|---|\n| the nurse | rings on every Friday |\n"
    ((heading, said),) = cut(text, "a.md")
    assert heading == "Plan"
    assert "rings on every Friday" in said


@given(st.lists(st.text(alphabet="aB .\n•#|\t1", max_size=80), min_size=1).map("\n\n".join).filter(str.strip))
def test_passages_stand_in_the_text_in_their_order_and_overlap_nowhere(text: str) -> None:
    document: Document = read(text.encode(), "a.txt")
    passages = passages_of(document)
    ends = [0, *(one.end for one in passages)]
    assert all(end <= one.start < one.end for end, one in zip(ends, passages, strict=False))
    assert all(len(document.text[one.start : one.end].split()) >= FEWEST_WORDS for one in passages)
