"""Word files: items of lists with their depth, footnotes where they belong, and boxes."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest

from second_question.documents import BlockKind, Document, read

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def word(build: Callable[[Any], None], change: Callable[[str], str] = str) -> Document:
    """The document of what is built; `change` works on the XML of its text."""
    file, document = io.BytesIO(), docx.Document()
    build(document)
    document.save(file)
    changed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()) if name == "word/document.xml" else content)
    return read(changed.getvalue(), "a.docx")


@pytest.mark.parametrize(("style", "level"), [("List Bullet", 1), ("List Bullet 2", 2), ("List Number 3", 3)])
def test_the_depth_of_an_item_by_its_style(style: str, level: int) -> None:
    (block,) = word(lambda d: d.add_paragraph("item", style=style)).blocks
    assert (block.kind, block.level) == (BlockKind.LIST_ITEM, level)


@pytest.mark.parametrize(("said", "level"), [("0", 1), ("2", 3), ("99", 1), ("x", 1)])
def test_the_depth_of_an_item_by_its_numbering(said: str, level: int) -> None:
    def numbered(xml: str) -> str:
        return xml.replace("<w:p>", f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{said}"/></w:numPr></w:pPr>', 1)

    (block,) = word(lambda d: d.add_paragraph("item"), numbered).blocks
    assert (block.kind, block.level) == (BlockKind.LIST_ITEM, level)


def test_footnotes_are_notes_and_their_numbers_are_not_in_the_words() -> None:
    file, document = io.BytesIO(), docx.Document()
    document.add_paragraph("Seen by her and told.")
    document.save(file)
    note = (
        f'<w:footnotes {NAMESPACE}><w:footnote w:id="7"><w:p><w:r><w:footnoteRef/><w:t>The visitor.</w:t></w:r></w:p>'
    )
    mark = '<w:t>Seen by her</w:t><w:footnoteReference w:id="7"/><w:t xml:space="preserve"> and told.</w:t>'
    relation = f'<Relationship Id="rN" Type="{NOTES}" Target="footnotes.xml"/></Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    changes: dict[str, Callable[[str], str]] = {
        "word/document.xml": lambda xml: re.sub(r"<w:t>Seen[^<]*</w:t>", mark, xml),
        "word/_rels/document.xml.rels": lambda xml: xml.replace("</Relationships>", relation),
        "[Content_Types].xml": lambda xml: xml.replace(
            "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
        ),
    }
    changed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, str)(old.read(name).decode()) if name in changes else old.read(name))
        new.writestr("word/footnotes.xml", f"{note}</w:footnote></w:footnotes>")
    made = read(changed.getvalue(), "a.docx")
    assert [(block.kind, made.said(block)) for block in made.blocks] == [
        (BlockKind.PARAGRAPH, "Seen by her and told."),
        (BlockKind.NOTE, "The visitor."),
    ]


def body(*lines: str, bold: bool = False, underlined: bool = False) -> Callable[[Any], None]:
    def build(document: Any) -> None:
        for line in lines:
            run = document.add_paragraph().add_run(line)
            run.bold, run.underline = bold, underlined
        document.add_paragraph("The agencies met in May and wrote down what each of them had known of the family.")

    return build


LONG = "Finding 2. When help ends at a boundary nobody has the task of carrying it across: families who move are helped often."
H, L, P = BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH
WITHOUT_STYLES: dict[str, tuple[Callable[[Any], None], list[tuple[BlockKind, int]]]] = {
    "bold": (body("3.2 What we did", bold=True), [(H, 2)]),
    "underlined": (body("What we did", underlined=True), [(H, 3)]),
    "in capitals": (body("WHAT WE DID"), [(H, 2)]),
    "numbered, in plain type": (body("3.2 What we did"), [(H, 2)]),
    "numbered, and one of several": (body("3.2 What we did", "3.3 What we found"), [(L, 1), (H, 2)]),
    "a numbered sentence": (body("3.2 We met once."), [(L, 1)]),
    "a finding in one sentence": (body(LONG, bold=True), [(H, 3)]),
    "a stressed sentence": (body("Nobody asked him.", bold=True), [(P, 0)]),
    "typed items": (body("- one", "• two", "1. three"), [(L, 1), (L, 1), (L, 1)]),
}


@pytest.mark.parametrize("what", WITHOUT_STYLES)
def test_headings_and_items_without_styles(what: str) -> None:
    build, expected = WITHOUT_STYLES[what]
    assert [(block.kind, block.level) for block in word(build).blocks] == [*expected, (P, 0)]
