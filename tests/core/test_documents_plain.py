"""Plain text keeps every character in its place, so that an offset is one into the file itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.documents import BlockKind, read
from tests.shared_data import shared

H, P, L, T = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE

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
