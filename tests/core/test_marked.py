"""A document with marked passages: nothing of it is lost, and each mark is where it was put."""

from hypothesis import given
from hypothesis import strategies as st

from second_question.documents.document import BlockKind, Document, Writer
from second_question.documents.marked import Mark, Piece, marked


def document() -> Document:
    writer = Writer()
    writer.add(BlockKind.HEADING, "What happened", level=1)
    writer.add(BlockKind.PARAGRAPH, "Nobody asked. The father waited outside.")
    writer.add_table([["Who", "When"], ["The midwife", "3 March"]])
    return writer.finished("notes.txt", "txt")


def found(text: str, name: str = "a") -> Mark:
    start = document().text.index(text)
    return Mark(name, start, start + len(text))


def test_a_passage_is_cut_out_of_its_paragraph() -> None:
    assert marked(document(), [found("The father waited")])[1].pieces == (
        Piece("Nobody asked. "),
        Piece("The father waited", ("a",), ("a",)),
        Piece(" outside."),
    )


def test_words_of_two_passages_say_so_and_each_begins_once() -> None:
    pieces = marked(document(), [found("Nobody asked. The"), found("The father", "b")])[1].pieces
    assert [(piece.text, piece.marks, piece.begins) for piece in pieces[:3]] == [
        ("Nobody asked. ", ("a",), ("a",)),
        ("The", ("a", "b"), ("b",)),
        (" father", ("b",), ()),
    ]


def test_a_passage_over_several_cells_begins_in_the_first() -> None:
    table = marked(document(), [found("The midwife\t3 March")])[2]
    assert table.rows[1] == ((Piece("The midwife", ("a",), ("a",)),), (Piece("3 March", ("a",), ()),))


@given(
    st.lists(
        st.tuples(st.integers(0, 70), st.integers(1, 70)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=6
    )
)
def test_whatever_is_marked_the_words_stay(places: list[tuple[int, int]]) -> None:
    whole = document()
    shown = marked(whole, [Mark(str(number), *place) for number, place in enumerate(places)])
    for block, original in zip(shown, whole.blocks, strict=True):
        cells = original.rows or ((original,),)
        assert [["".join(p.text for p in cell) for cell in row] for row in block.rows] == [
            [whole.said(cell) for cell in row] for row in cells
        ]
    begun = [name for block in shown for row in block.rows for cell in row for p in cell for name in p.begins]
    assert len(begun) == len(set(begun))
