"""From a file to text with structure: what a reader of the page would see, in the order in which they would see it."""

import io
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import docx
import pytest
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from second_question.documents import BlockKind, Document, read
from tests import review_files

H, P, L, T = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE


def word(build: Callable[[Any], None]) -> Document:
    file, document = io.BytesIO(), docx.Document()
    build(document)
    document.save(file)
    return read(file.getvalue(), "a.docx")


def pdf(source: str) -> Document:
    return read(bytes(typst.compile(source.encode())), "a.pdf")


def told(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.said(block)) for block in document.blocks if block.kind is not T]


def rows(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.blocks if block.kind is T]
    return [[[document.said(cell) for cell in row] for row in table.rows] for table in tables]


def levels(document: Document) -> list[int]:
    return [block.level for block in document.blocks if block.kind is H]


def test_word_headings_by_style_by_size_and_in_bold() -> None:
    def build(d: Any) -> None:
        d.add_heading("By style", 2)
        d.add_paragraph().add_run("2.1 In bold").bold = True
        d.add_paragraph().add_run("This sentence is in bold, and ends.").bold = True
        d.add_paragraph("Text " * 30)

    document = word(build)
    assert [kind for kind, _ in told(document)] == [H, H, P, P]
    assert levels(document) == [2, 2]


def test_word_keeps_the_order_of_paragraphs_tables_and_lists() -> None:
    def build(d: Any) -> None:
        d.add_paragraph("before")
        d.add_table(1, 2).cell(0, 1).text = "one\ntwo"
        d.add_paragraph("item", style="List Bullet")

    document = word(build)
    assert [block.kind for block in document.blocks] == [P, T, L]
    assert rows(document) == [[["", "one\ntwo"]]]


def test_bold_words_before_others_are_the_lead() -> None:
    def build(d: Any) -> None:
        paragraph = d.add_paragraph()
        paragraph.add_run("Rationale:").bold = True
        paragraph.add_run(" because of the rota.")

    (block,) = word(build).blocks
    assert block.lead == len("Rationale:")


def element(name: str, text: str = "", **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key.replace("_", ":")), value)
    if text:
        made.text = text
    return made


def wrapped(d: Any, name: str, text: str, inside: str = "w:t") -> None:
    run, change = element("w:r"), element(name, w_id="1", w_author="A")
    run.append(element(inside, text))
    change.append(run)
    d.add_paragraph("It ").add_run()._r.addnext(change)  # noqa: SLF001  python-docx gives no other way to a revision


@pytest.mark.parametrize(
    ("name", "inside", "text"),
    [
        ("w:ins", "w:t", "It was seen"),
        ("w:del", "w:delText", "It"),
        ("w:moveFrom", "w:t", "It"),
        ("w:moveTo", "w:t", "It was seen"),
    ],
)
def test_insertions_are_read_and_deletions_are_not(name: str, inside: str, text: str) -> None:
    document = word(lambda d: wrapped(d, name, "was seen", inside))
    assert told(document) == [(P, text)]


def test_hidden_text_is_not_read_and_symbols_are() -> None:
    def build(d: Any) -> None:
        d.add_paragraph("seen ").add_run("hidden").font.hidden = True
        d.add_paragraph("Met ").add_run()._r.append(element("w:sym", w_font="Wingdings", w_char="F0FE"))  # noqa: SLF001

    assert told(word(build)) == [(P, "seen"), (P, "Met ☑")]


def test_a_text_box_is_read_once_and_where_it_stands() -> None:
    def build(d: Any) -> None:
        run = d.add_paragraph("before").add_run()._r  # noqa: SLF001
        choice, fallback = (element(f"w:{name}") for name in ("object", "object"))
        for parent in (choice, fallback):
            content = element("w:txbxContent")
            paragraph, inner = element("w:p"), element("w:r")
            inner.append(element("w:t", "in the box"))
            paragraph.append(inner)
            content.append(paragraph)
            parent.append(content)
        run.append(choice)
        d.add_paragraph("after")

    assert told(word(build)) == [(P, "before"), (P, "in the box"), (P, "after")]


def test_cells_over_columns_keep_the_columns_in_step_and_a_cell_over_the_row_is_one() -> None:
    def build(d: Any) -> None:
        table = d.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = "title"
        table.cell(1, 0).merge(table.cell(1, 1)).text = "wide"
        table.cell(1, 2).text = "narrow"
        table.cell(2, 0).text = "a"

    assert rows(word(build)) == [[["title"], ["wide", "", "narrow"], ["a", "", ""]]]


def test_a_table_of_one_column_is_only_a_frame() -> None:
    document = word(lambda d: setattr(d.add_table(1, 1).cell(0, 0), "text", "in a frame"))
    assert told(document) == [(P, "in a frame")]


def test_page_breaks_count_pages() -> None:
    def build(d: Any) -> None:
        d.add_paragraph("one")
        d.add_page_break()
        d.add_paragraph("two")

    assert [block.page for block in word(build).blocks] == [1, 2]


def test_headers_of_word_are_set_aside() -> None:
    document = read(review_files.strong_with_tables(), "a.docx")
    assert document.set_aside == ("OFFICIAL SENSITIVE",)


def test_pdf_headings_lists_and_paragraphs() -> None:
    document = pdf("#set par(justify: true)\n= One\n#lorem(60)\n\n#lorem(20)\n== Two\n- first\n- second\n")
    assert [kind for kind, _ in told(document)] == [H, P, P, H, L, L]
    assert levels(document) == [1, 2]


def test_words_divided_at_a_line_end_are_whole_again() -> None:
    document = pdf('#set text(hyphenate: true, lang: "en")\n#set page(width: 6cm)\n' + "representatives " * 20)
    assert set(document.text.split()) == {"representatives"}


def test_an_empty_page_is_a_page() -> None:
    words = "and some more words " * 5
    document = pdf(f"One page, {words}\n#pagebreak()\n#pagebreak()\nThe last, {words}")
    assert [(block.page, document.said(block)[:3]) for block in document.blocks] == [(1, "One"), (3, "The")]
    assert len(document.pages) == 3


def test_a_hyphen_that_belongs_to_a_word_stays() -> None:
    text = "multi-agency safe-guarding " * 12
    document = pdf(f"#set page(width: 5cm)\n{text}")
    assert set(document.text.split()) == {"multi-agency", "safe-guarding"}


def test_running_headers_and_page_numbers_are_set_aside() -> None:
    document = read(review_files.pdf_with_tables(), "a.pdf")
    assert set(document.set_aside) == {"OFFICIAL-SENSITIVE", "Norvale", "Page 1 of 2", "Page 2 of 2"}
    assert "Norvale Police" in document.text
    assert "OFFICIAL" not in document.text


@pytest.mark.parametrize("kind", ["table", "grid"])
def test_cells_of_several_lines_are_whole_with_and_without_ruled_lines(kind: str) -> None:
    cells = (
        "[*Name*], [*Post*], [Ana Bell], [Head of Safeguarding for the whole of the area and the river], [Tom], [DI]"
    )
    document = pdf(f"#set page(width: 12cm)\n#{kind}(columns: (3cm, 4cm), row-gutter: 6pt, {cells})")
    assert rows(document) == [
        [["Name", "Post"], ["Ana Bell", "Head of Safeguarding for the whole of the area and the river"], ["Tom", "DI"]]
    ]


def test_a_table_that_runs_over_a_page_end_is_one() -> None:
    cells = ", ".join(
        f"[name {number}], [{' '.join(f'{word}-of-{number}' for word in 'abcdefgh')}]" for number in range(30)
    )
    document = pdf(f"#set page(height: 12cm)\n#table(columns: (3cm, 6cm), {cells})")
    assert len(document.pages) > 1
    assert [len(table) for table in rows(document)] == [30]


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    words = " ".join(f"w{number}" for number in range(900))
    document = pdf(f"#set page(columns: 2, height: 20cm)\n#set text(size: 9pt)\n{words}")
    numbers = [int(word[1:]) for word in document.text.split()]
    assert numbers == sorted(numbers)


def test_a_table_of_contents_is_told_from_text() -> None:
    document = pdf("#outline()\n= Participants\nText.\n= Decision\nMore.")
    assert [block.kind for block in document.blocks] == [H, BlockKind.CONTENTS, BlockKind.CONTENTS, H, P, H, P]
    lines = [document.said(block) for block in document.blocks if block.kind is BlockKind.CONTENTS]
    assert [re.sub(r"( \.){20,} ", " … ", line) for line in lines] == ["Participants … 1", "Decision … 1"]


def test_markdown_and_plain_text() -> None:
    text = "# One\n\nA **bold** word.\n\n- item\n\n| a | b |\n|---|---|\n| c | d |\n\nTWO WORDS\n\n3. Decision\n\nTitle\n=====\n"
    document = read(text.encode(), "a.md")
    assert told(document) == [
        (H, "One"), (P, "A bold word."), (L, "item"), (H, "TWO WORDS"), (H, "3. Decision"), (H, "Title"),
    ]  # fmt: skip
    assert rows(document) == [[["a", "b"], ["c", "d"]]]


def test_form_feeds_are_pages_and_old_encodings_are_read() -> None:
    document = read("caf\xe9\n\ftwo".encode("cp1252"), "a.txt")
    assert [(block.page, document.said(block)) for block in document.blocks] == [(1, "café"), (2, "two")]


@pytest.mark.parametrize("layout", review_files.LAYOUTS)
def test_every_block_lies_in_its_page_and_the_document_survives_the_way_through_json(layout: str) -> None:
    name, build = review_files.LAYOUTS[layout]
    document = read(build(), name)
    assert Document.from_json(document.to_json()) == document
    assert document.pages[-1].end == len(document.text)
    for block in document.blocks:
        page = document.pages[block.page - 1]
        assert page.start <= block.start < page.end


WORDS = st.text(alphabet="abcdé 12.:\n", max_size=40)
BLOCKS = st.one_of(
    st.tuples(st.just("paragraph"), WORDS),
    st.tuples(st.just("heading"), WORDS),
    st.tuples(st.just("table"), st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=3)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_no_word_of_a_word_file_is_lost_and_no_block_overlaps_another(parts: list[tuple[str, Any]]) -> None:
    def build(d: Any) -> None:
        d.add_paragraph("always")
        for kind, content in parts:
            if kind == "table":
                table = d.add_table(len(content), 2)
                for row, texts in zip(table.rows, content, strict=True):
                    for cell, text in zip(row.cells, texts, strict=True):
                        cell.text = text
            else:
                d.add_paragraph(content, style="Heading 1" if kind == "heading" else None)

    document = word(build)
    said = [document.said(block) for block in document.blocks]
    given_words = [
        "always",
        *(w for _, part in parts for w in (part if isinstance(part, str) else str_of(part)).split()),
    ]
    assert " ".join(said).split() == given_words
    assert all(one.end <= other.start for one, other in pairwise(document.blocks))


def str_of(rows_of_words: list[list[str]]) -> str:
    return " ".join(text for row in rows_of_words for text in row)
