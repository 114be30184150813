"""Web pages: what a reader of the page sees, in the order of the page, and nothing that is hidden, fetched or run."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from second_question.documents import BlockKind, CannotRead, Document, read

H, P, L, N, C, T = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.NOTE,
    BlockKind.CONTENTS,
    BlockKind.TABLE,
)


def page(body: str) -> Document:
    return read(f"<!doctype html><html><head><title>Title</title></head><body>{body}</body></html>".encode(), "a.html")


def told(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.said(block)) for block in document.blocks if block.kind is not T]


def rows(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.blocks if block.kind is T]
    return [[[document.said(cell) for cell in row] for row in table.rows] for table in tables]


NOTES = (
    '<p>Seen<sup><a href="#fn1">1</a></sup> on the 1<sup>st</sup>.</p>'
    '<section role=doc-endnotes><ol><li id=fn1>By whom?<a href="#r1" role=doc-backlink>↩</a></li></ol></section>'
)
WORD_NOTES = (
    '<p>Seen<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a></p>'
    "<div id=ftn1><p class=MsoFootnoteText>By whom?</p></div>"
)
BODIES: dict[str, tuple[str, list[tuple[BlockKind, str]]]] = {
    "blanks and line ends": ("<p> One\n  two<br>three &amp; &lt;four&gt;</p>", [(P, "One two\nthree & <four>")]),
    "words beside elements": (
        "before<p>in</p>after <b>bold</b> end",
        [(P, "before"), (P, "in"), (P, "after bold end")],
    ),
    "paragraphs that are not closed": (
        "<p>One<p>Two<ul><li>Three<li>Four</ul>",
        [(P, "One"), (P, "Two"), (L, "Three"), (L, "Four")],
    ),
    "words behind the end": ("<p>One</p></body></html><p>Two</p>", [(P, "One"), (P, "Two")]),
    "a comment that is not closed": ("<p>One</p><!-- <p>Two</p>", [(P, "One")]),
    "headings": (
        "<h2>By tag</h2><p role=heading aria-level=3>By role</p><p><b>2.1 By look</b></p><p><b>A sentence.</b></p>",
        [(H, "By tag"), (H, "By role"), (H, "2.1 By look"), (P, "A sentence.")],
    ),
    "lists in lists": (
        "<ol><li><p>One</p><p>More</p><ul><li>Inner</li></ul></li></ol>",
        [(L, "One"), (P, "More"), (L, "Inner")],
    ),
    "scripts, styles, templates": (
        "<script>'<p>no</p>'</script><style>p{}</style><template>no</template><p>Yes</p>",
        [(P, "Yes")],
    ),
    "hidden": (
        '<p hidden>no</p><p style="color:red; display : none">no</p><p>A<span class="sr-only"> no</span>b</p>',
        [(P, "Ab")],
    ),
    "deleted": ("<p>It <del>was</del><ins>is</ins> so</p>", [(P, "It is so")]),
    "boxes of a form": ("<p><input type=checkbox checked> Yes <input type=checkbox> No</p>", [(P, "☒ Yes ☐ No")]),
    "kept blanks": ("<pre>one\n  two</pre>", [(P, "one\ntwo")]),
    "a table that only lays out": (
        "<table><tr><td><h2>Title</h2>text</td><td>side</td></tr></table>",
        [(H, "Title"), (P, "text"), (P, "side")],
    ),
    "notes": (NOTES, [(P, "Seen on the 1st."), (N, "By whom?")]),
    "notes of Word": (WORD_NOTES, [(P, "Seen"), (N, "By whom?")]),
    "contents": (
        '<div id=toc><ul><li><a href="#a">One</a></li></ul></div><div id=contents><p>Text</p></div>',
        [(C, "One"), (P, "Text")],
    ),
    "an entity from elsewhere": ("<p>A&unknown;b</p>", [(P, "A&unknown;b")]),
}


@pytest.mark.parametrize("what", BODIES)
def test_what_a_reader_sees(what: str) -> None:
    body, expected = BODIES[what]
    assert told(page(body)) == expected


TABLES: dict[str, tuple[str, list[list[str]]]] = {
    "cells of several lines": ("<tr><td>a<br>b<p>c</p></td><td>d</td></tr>", [["a\nb\nc", "d"]]),
    "over columns": (
        "<tr><td colspan=2>w</td><td>x</td></tr><tr><td>a</td><td>b</td><td>c</td></tr>",
        [["w", "", "x"], ["a", "b", "c"]],
    ),
    "over rows": (
        "<tr><th rowspan=2>w</th><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
        [["w", "a"], ["", "b"], ["c", "d"]],
    ),
    "over rows on the right": ("<tr><td>a</td><td rowspan=2>w</td></tr><tr><td>b</td></tr>", [["a", "w"], ["b", ""]]),
    "one cell over the row": (
        "<tr><td colspan=9>title</td></tr><tr><td>a</td><td>b</td></tr>",
        [["title"], ["a", "b"]],
    ),
    "a table in a cell": ("<tr><th>a</th><td><table><tr><td>i</td><td>j</td></tr></table></td></tr>", [["a", "i\tj"]]),
    "a slip of the pen": ("<tr><td rowspan=999999999999>a</td><td colspan=-3>b</td></tr>", [["a", "b"]]),
    "rows in parts": (
        "<thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody>",
        [["a", "b"], ["c", "d"]],
    ),
}


@pytest.mark.parametrize("what", TABLES)
def test_tables(what: str) -> None:
    body, expected = TABLES[what]
    assert rows(page(f"<table>{body}</table>")) == [expected]


def test_what_stands_around_the_text_is_set_aside_and_what_stands_in_it_is_not() -> None:
    document = page(
        "<nav>Home</nav><header>Site</header><main><header>Our review</header><p>Text</p></main><footer>Foot</footer>"
    )
    assert document.set_aside == ("Home", "Site", "Foot")
    assert told(document) == [(P, "Our review"), (P, "Text")]


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset=utf-8><p>Zoë’s".encode(),
        "<html><p>Zoë’s".encode("utf-16"),
        "<html><meta charset=iso-8859-1><p>Zoë’s".encode("cp1252"),
        '<?xml version="1.0" encoding="windows-1252"?><html><p>Zoë’s</p></html>'.encode("cp1252"),
        "<html><meta charset=windows-1250><p>Zoë’s".encode("cp1250"),
        "<html><meta charset=zlib><p>Zoë’s".encode(),
    ],
)
def test_letters_are_right_whatever_the_page_says_of_itself(data: bytes) -> None:
    assert read(data, "a.html").text == "Zoë’s\n"


def test_nothing_is_taken_from_other_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    doctype = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    body = f'<iframe src="{secret.as_uri()}"></iframe><object data="{secret.as_uri()}"></object><p>A&e;b</p>'
    assert "secret words" not in read(f"{doctype}<html>{body}</html>".encode(), "a.html").text


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.txt", ""])
def test_a_page_is_told_by_its_beginning_whatever_it_is_called(name: str) -> None:
    assert read(b"<!-- saved from (1) -->\n<!DOCTYPE html><p>One", name).kind == "html"


def test_half_a_page_is_known_by_its_name_and_a_text_with_a_sign_is_none() -> None:
    assert read(b"<p>One</p>", "a.htm").kind == "html"
    assert read(b"At <home> they said", "a.txt").kind == "txt"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html><script>x", "no text"),
        (b"<html><frameset><frame src=x></frameset></html>", "no text"),
        (b"<html>" + b"<div>" * 3000 + b"deep", "without end"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(data: bytes, words: str) -> None:
    with pytest.raises(CannotRead, match=words):
        read(data, "a.html")


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td rowspan=3>",
        "</td>",
        "</table>",
        "<li>",
        "<ul>",
        "</ul>",
        "<h2>",
        "<b>",
        "</b>",
        "<div hidden>",
        "</div>",
        "<nav>",
        "</nav>",
        "<br>",
        "<pre>",
        "<del>",
        "</del>",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS | st.text(max_size=8), max_size=30))
def test_any_mixture_of_tags_is_a_document_whose_blocks_follow_each_other_or_a_sentence(parts: list[str]) -> None:
    try:
        document = page("".join(parts))
    except CannotRead as reason:
        assert str(reason).endswith(".")  # noqa: PT017  the other outcome is as good
        return
    places = [(block.start, block.end) for block in document.blocks]
    assert places == sorted(places)
    assert all(document.said(block).strip() for block in document.blocks)
    assert Document.from_json(document.to_json()) == document


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abé1.", min_size=1, max_size=6), min_size=1, max_size=20), st.data())
def test_no_shown_word_is_lost_and_no_hidden_one_is_shown(words: list[str], data: st.DataObject) -> None:
    wraps = [
        "<p>{}</p>",
        "<ul><li>{}</ul>",
        "<h3>{}</h3>",
        "<table><tr><td>{}</td><td>x</td></tr></table>",
        "<div>{}</div>",
    ]
    shown = [data.draw(st.sampled_from(wraps)).format(word) for word in words]
    document = page("<p hidden>HIDDEN</p>".join(shown))
    assert [word for word in document.text.split() if word != "x"] == words
