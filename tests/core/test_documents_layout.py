"""Pages as they are typeset: columns, notes, raised numbers, contents, words divided at line ends, pages that run on."""

import pytest
import typst

from second_question.documents import BlockKind, Document, read
from second_question.documents.pdf_units import with_symbols

C, H, N, P, T = BlockKind.CONTENTS, BlockKind.HEADING, BlockKind.NOTE, BlockKind.PARAGRAPH, BlockKind.TABLE


def pdf(source: str) -> Document:
    return read(bytes(typst.compile(source.encode())), "a.pdf")


def told(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.said(block) for block in document.blocks if block.kind in kinds]


def words(count: int, first: str = "Word") -> str:
    """A sentence of so many words that differ, so that a lost or doubled one shows."""
    return (
        f"{first} "
        + " ".join(f"{'abcdefghij'[number % 10] * (2 + number % 7)}{number}" for number in range(count))
        + "."
    )


TWO_COLUMNS = f"""#set page(columns: 2, header: [OFFICIAL], numbering: "1")
#set par(justify: true)
#place(top, scope: "parent", float: true, text(20pt)[*A title over both columns*])
{words(200, "One")}

{words(220, "Two")}

#table(columns: 2, [When], [What], [1 May], [Nurse came to the home and saw the child], [2 May], [Nobody came])

{words(260, "Three")}
"""


def test_two_columns_are_whole_paragraphs_one_after_the_other_with_the_table_where_it_stands() -> None:
    document = pdf(TWO_COLUMNS)
    paragraphs = [words(200, "One"), words(220, "Two"), words(260, "Three")]
    assert told(document, P) == paragraphs
    assert [block.kind for block in document.blocks if block.kind is not BlockKind.HEADING] == [P, P, T, P]
    assert "OFFICIAL" in document.set_aside


BY_HAND = (
    "Seen#super(typographic: false)[1] by#super(typographic: false)[2] her."
    "#place(bottom)[#set text(8pt)\n#super[1]The visitor.\n\n#super[2]Who was away.]"
)
NOTES = {
    "after a year": ("In 2019#footnote[The visitor.] and 2020#footnote[Who was away.] too.", "In 2019 and 2020 too."),
    "marks in the text": (
        "Seen by her#footnote[The visitor.] and told.#footnote[Who was away.]",
        "Seen by her and told.",
    ),
    "a unit": (
        "It is 40 m#super[2] wide#footnote[The visitor.] and#footnote[Who was away.] long.",
        "It is 40 m2 wide and long.",
    ),
    "an ordinal": (
        "On the 1#super[st] of May#footnote[The visitor.] she#footnote[Who was away.] came.",
        "On the 1st of May she came.",
    ),
    "raised by hand": (
        BY_HAND,
        "Seen by her.",
    ),
}


@pytest.mark.parametrize("what", NOTES)
def test_notes_are_blocks_of_their_own_and_their_numbers_are_not_in_the_words(what: str) -> None:
    source, text = NOTES[what]
    document = pdf(f"{words(30)}\n\n{source}")
    assert told(document, P) == [words(30), text]
    assert told(document, N) == ["The visitor.", "Who was away."]


def test_a_note_of_several_lines_is_whole_and_the_text_goes_on_over_it() -> None:
    note = words(60, "Note")
    document = pdf(f"#set page(height: 12cm)\n{words(40)[:-1]}#footnote[{note}] {words(160, 'and')}")
    assert told(document, N) == [note]
    assert told(document, P) == [f"{words(40)[:-1]} {words(160, 'and')}"]
    assert len(document.pages) > 1


def test_small_print_with_a_number_that_nothing_leads_to_is_no_note() -> None:
    assert told(pdf(f"{words(40)}\n\n#place(bottom)[#text(7pt)[3 May: printed.]]"), N) == []


def test_raised_words_do_not_cut_the_line_into_a_table() -> None:
    document = pdf(
        "#set text(11pt)\nSeen#super(typographic: false)[see below] by the visitor and told so on the same day."
    )
    assert [block.kind for block in document.blocks] == [P]
    assert document.text.endswith("by the visitor and told so on the same day.\n")


def test_a_word_divided_at_the_end_of_a_page_or_column_is_whole() -> None:
    text = "safeguarding responsibilities " * 90
    document = pdf(
        f'#set page(width: 6cm, height: 9cm)\n#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n{text}'
    )
    assert len(document.pages) > 2
    assert set(document.text.split()) == {"safeguarding", "responsibilities"}


def test_a_gap_in_a_line_that_was_set_in_one_go_is_seen() -> None:
    document = pdf("#for n in range(4) [Name #n #h(4cm) Head of Service #n \\ ]")
    assert [block.kind for block in document.blocks] == [T]


@pytest.mark.parametrize(
    "lines",
    [
        "#grid(columns: (8cm, 1cm), row-gutter: 8pt, [Background], [3], [What we learned], [12])",
        "Background #h(6cm) 3\\\nWhat we learned #h(5cm) 12",
        "Background 3\n\nWhat we learned 12",
    ],
)
def test_contents_without_rows_of_points_are_told_by_their_heading_and_page_numbers(lines: str) -> None:
    document = pdf(f"= Contents\n{lines}\n\n= Background\nIn 2019 there were 12")
    assert told(document, BlockKind.CONTENTS) == ["Background 3", "What we learned 12"]
    assert told(document, P) == ["In 2019 there were 12"]


@pytest.mark.parametrize("place", ["header", "footer"])
def test_page_numbers_beside_the_chapters_title_are_set_aside(place: str) -> None:
    line = "context [Chapter #calc.ceil(counter(page).get().first() / 3) #h(1fr) #counter(page).display()]"
    body = "\n#pagebreak()\n".join(words(12, f"Page{number}") for number in range(7))
    document = pdf(f"#set page({place}: {line})\n{body}")
    assert told(document, P) == [words(12, f"Page{number}") for number in range(7)]
    assert not told(document, T)


def test_a_number_that_ends_a_page_by_chance_stays() -> None:
    document = pdf("#set page(height: 6cm)\nOne\n\n3 and 4);\n#pagebreak()\nTwo words are said\n\n9)")
    assert "9)" in document.text
    assert "3 and 4);" in document.text


def test_columns_that_were_set_line_beside_line_are_read_one_after_the_other() -> None:
    left = [
        f"and the child was seen on day {name} by her worker"
        for name in ("one", "two", "three", "four", "five", "six", "seven")
    ]
    right = [f"of the review which looked at agency {name} and its" for name in ("a", "b", "c", "d", "e", "f", "g")]
    beside = "".join(
        f"#place(dy: {13 * at}pt)[{one}]#place(dx: 260pt, dy: {13 * at}pt)[{other}]"
        for at, (one, other) in enumerate(zip(left, right, strict=True))
    )
    document = pdf(f'#set page(paper: "a4")\n#set text(10pt)\n{beside}')
    assert " ".join(document.text.split()) == " ".join([*left, *right])
    assert not told(document, T)


LONG = (
    "Finding 2. When help ends at a boundary nobody has the task of carrying it across: families who move often are helped "
    "often and never for long"
)
STRESSED = (
    "The partners agreed *unanimously and in the presence of all of those who had been invited to the meeting that the "
    "criteria for a local review are met* and that one will be held."
)
SET: dict[str, tuple[str, list[tuple[BlockKind, str | None]]]] = {
    "over two lines": (f"#heading[{LONG}.]", [(H, f"{LONG}.")]),
    "ending its first line with a comma": (
        "#text(16pt)[*What happened,* \\ *and why*]",
        [(H, "What happened, and why")],
    ),
    "bold within a paragraph, from one line end to another": (STRESSED, [(P, STRESSED.replace("*", ""))]),
    "a whole sentence in bold": ("*Nobody asked him.*", [(P, "Nobody asked him.")]),
    "in the contents, in bold": ("*1. Introduction #box(width: 1fr, repeat[.]) 3*", [(C, None)]),
}


@pytest.mark.parametrize("what", SET)
def test_headings_by_their_type_and_length(what: str) -> None:
    source, expected = SET[what]
    document = pdf(f"{words(60)}\n\n{source}\n\n{words(60)}")
    told_of = [(block.kind, document.said(block)) for block in document.blocks][1:-1]
    assert [kind for kind, _ in told_of] == [kind for kind, _ in expected]
    assert all(said in (None, found) for (_, said), (_, found) in zip(expected, told_of, strict=True))


@pytest.mark.parametrize("bullet", ["•", "o", "–", "(a)", "1.2"])
def test_a_bullet_that_was_set_apart_belongs_to_its_item(bullet: str) -> None:
    items = "\n\n".join(
        f"#box(width: 18pt)[#place(dy: -8pt)[{bullet}]]#h(0pt)#text(11.01pt)[{name} of them came.]"
        for name in ("One", "Two")
    )
    document = pdf(f"#set text(11pt)\n{words(40)}\n\n{items}")
    found = told(document, BlockKind.LIST_ITEM)
    assert [text.partition(" ")[2] for text in found] == ["One of them came.", "Two of them came."]
    assert not told(document, T)


@pytest.mark.parametrize(
    ("units", "shown"), [("\uf0b7 one", "• one"), ("\uf0fe yes", "☑ yes"), ("naïve", "naïve"), ("one", "one")]
)
def test_symbols_of_their_own_font_are_those_that_everybody_has(units: str, shown: str) -> None:
    assert with_symbols(units) == shown


def test_a_last_page_with_a_few_lines_in_each_column_is_text_in_columns() -> None:
    short = "\n\n".join(words(24, name) for name in ("Four", "Five"))
    document = pdf(
        f"#set page(columns: 2)\n#set text(10pt)\n{words(500, 'One')}\n\n#pagebreak()\n{short}\n\n#colbreak()\n"
        f"#heading[Last]\n{words(30, 'Six')}"
    )
    assert told(document, P)[-3:] == [words(24, "Four"), words(24, "Five"), words(30, "Six")]
    assert told(document, BlockKind.HEADING) == ["Last"]
    assert not told(document, T)


def test_two_short_columns_with_a_sentence_that_runs_over_are_text() -> None:
    text = words(60, "One").replace(".", "") + " and " + words(42, "so")
    document = pdf(f"#set page(width: 14cm, height: 8cm, columns: 2)\n#set text(10pt)\n{text}")
    assert len(document.pages) == 1
    assert told(document, P) == [text]


NESTED = "- One is here\n  - Two is here\n    - Three is here\n  - Four is here\n- Five is here"


@pytest.mark.parametrize("before", ["", "#set page(columns: 2)\n#colbreak()\n"])
def test_the_depth_of_an_item_by_its_place(before: str) -> None:
    document = pdf(f"{before}{words(40)}\n\n{NESTED}\n\n{words(40)}\n\n{NESTED}")
    levels = [block.level for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert levels == [1, 2, 3, 2, 1] * 2


def test_numbers_that_touch_their_items() -> None:
    document = pdf(f"{words(40)}\n\n1.The first#linebreak()2.“The” second#linebreak()3.5 of them")
    assert told(document, BlockKind.LIST_ITEM)[:2] == ["1. The first", "2. “The” second"]


RULED = (
    "#set page(height: 7cm)\n#set text(10pt)\nThe chronology of the case follows.\n#table(columns: (1fr, 1fr, 4fr), {})"
)


def test_a_row_over_two_pages_is_one_and_a_heading_that_is_said_again_is_said_once() -> None:
    seen = {f"{day} May": " ".join(f"{'ab' * (1 + at % 4)}{at}on{day}" for at in range(60)) for day in (1, 2, 3)}
    rows = "table.header([When], [Who], [What]), " + ", ".join(
        f"[{day}], [Nurse], [{said}]" for day, said in seen.items()
    )
    document = pdf(RULED.format(rows))
    (table,) = (block for block in document.blocks if block.rows)
    assert len(document.pages) > 1
    assert {document.said(row[0]): document.said(row[2]) for row in table.rows} == {"When": "What", **seen}
    assert len(table.rows) == 1 + len(seen)


def test_a_row_of_headings_without_one_over_the_first_column_is_of_its_table() -> None:
    rows = "[], [*What*], [*Who*], [1], [A form is made], [The trust], [2], [A form is kept], [The council]"
    document = pdf(f"#table(columns: 3, stroke: none, column-gutter: 20pt, {rows})")
    (table,) = document.blocks
    assert [[document.said(cell) for cell in row] for row in table.rows] == [
        ["", "What", "Who"],
        ["1", "A form is made", "The trust"],
        ["2", "A form is kept", "The council"],
    ]


@pytest.mark.parametrize(("last", "is_kept"), [("2022/23", True), ("2022", True), ("3/40", False), ("77", False)])
def test_a_year_at_the_foot_of_a_page_is_no_page_number(last: str, is_kept: bool) -> None:
    document = pdf(f"#set page(height: 8cm)\n{words(20)}\n\n#place(bottom)[{last}]")
    assert (last in document.text) is is_kept
