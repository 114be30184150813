"""Plain text keeps every character in its place, so that an offset is one into the file itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.documents import BlockKind, read
from tests.shared_data import shared

C, H, P, L, T = BlockKind.CONTENTS, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE

WRITTEN = [
    ("Two lines\nof one paragraph.\n\n\nAnother.", [(P, "Two lines\nof one paragraph."), (P, "Another.")]),
    ("THE PANEL\nIt met.", [(H, "THE PANEL"), (P, "It met.")]),
    ("2.1 What we did\nWe met.", [(H, "2.1 What we did"), (P, "We met.")]),
    ("A title\n=======\nText of it.", [(H, "A title"), (P, "Text of it.")]),
    ("# Marked\n\nText.", [(H, "Marked"), (P, "Text.")]),
    ("**All in bold**", [(P, "All in bold")]),
    ("Some **bold** words.", [(P, "Some **bold** words.")]),
    ("Three:\n• one,\n  with a second line\n• two", [(P, "Three:"), (L, "one,\n  with a second line"), (L, "two")]),
    ("| who | when |\n|---|---|\n| Ann | ", [(T, "who | when |\n|---|---|\n| Ann")]),
    ("1. Ann Lee, chair\n2. Bo Ray, police", [(L, "1. Ann Lee, chair"), (L, "2. Bo Ray, police")]),
    ("6.7 Words that stand in the\nway of asking.", [(P, "6.7 Words that stand in the\nway of asking.")]),
    ("5. The questions that were put to it were:\nWhy?", [(L, "5. The questions that were put to it were:\nWhy?")]),
    (
        "# 1\n\n# 2\n\n# 3\n\n# 4\n\n7.1 The panel found",
        [(H, "1"), (H, "2"), (H, "3"), (H, "4"), (P, "7.1 The panel found")],
    ),
    (
        "# Contents\n\n1. What we did\n\n2. Why\n\n# 1. What we did\n\n# 2. Why",
        [(H, "Contents"), (C, "1. What we did"), (C, "2. Why"), (H, "1. What we did"), (H, "2. Why")],
    ),
    (
        "CONTENTS\nWhat we did 3\nWhy 12\n\nWHAT WE DID\nWe met.",
        [(P, "CONTENTS\nWhat we did 3\nWhy 12"), (H, "WHAT WE DID"), (P, "We met.")],
    ),
    (
        "Contents\n\nWhat we did ........ 3\nWhy ........ 12\n\nWe met.",
        [(P, "Contents"), (C, "What we did ........ 3\nWhy ........ 12"), (P, "We met.")],
    ),
    ("Contents\n\nWe met and spoke.\n\nWe wrote.", [(P, "Contents"), (P, "We met and spoke."), (P, "We wrote.")]),
    ("one\ftwo", [(P, "one"), (P, "two")]),
]


@pytest.mark.parametrize(("text", "told"), WRITTEN)
def test_blocks_point_into_the_text_as_it_is(text: str, told: list[tuple[BlockKind, str]]) -> None:
    document = read(text.encode(), "a.txt")
    assert [(block.kind, document.said(block)) for block in document.blocks] == told


def test_cells_of_a_row() -> None:
    document = read(b"| who | when |\n|---|---|\n| Ann | |", "a.txt")
    assert [[document.said(cell) for cell in row] for row in document.blocks[0].rows] == [["who", "when"], ["Ann", ""]]


@given(st.text(alphabet="ab •-|*#=1.\n\f\t", min_size=1).filter(str.strip))
def test_no_character_moves_and_blocks_stand_in_order(text: str) -> None:
    document = read(text.encode(), "a.txt")
    assert document.text == text
    ends = [0, *(block.end for block in document.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, document.blocks, strict=False))
    pages = [document.pages[block.page - 1] for block in document.blocks]
    assert all(
        page.start <= block.start and block.end <= page.end for page, block in zip(pages, document.blocks, strict=True)
    )


def test_the_passages_of_the_development_set_stand_where_they_are_said_to() -> None:
    path = shared("sources/002_fe7d86f1caa11320.txt")
    assert read(path).text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("repeated", ["w", ".", " .", " ", "Contents\n\n"])
def test_a_text_that_says_one_thing_over_and_over_is_read(repeated: str) -> None:
    """It would take hours if it were looked through once for each of its characters."""
    text = repeated * (100_000 // len(repeated)) + "\nend"
    assert read(text.encode(), "a.txt").text == text
