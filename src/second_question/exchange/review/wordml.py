"""Blocks of a document as WordprocessingML: the parts of Word that its library has no words for (rows that repeat as
heads, fields, boxes to tick), and fast enough for long reviews. Every text is escaped; none of it becomes a field but the
permanent address of a document of the library, which is a link.
"""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from second_question.exchange.review.paper import Facts, Grid, Heading, Prose, is_short
from second_question.exchange.review.words import LIBRARY_ADDRESS, Said, Tone, plain

BOXES = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
# Twentieths of a point: the width between the margins of an upright and of a lying A4 page.
UPRIGHT, LYING = 9638, 14600
LABEL_SHARE = 0.34
LINE = 400  # a line to write on by hand
_TONES = {Tone.PLAIN: "", Tone.REASON: "Reason", Tone.MISSING: "Missing", Tone.HINT: "Helping"}
_RULE = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/>'
_BORDERS = f"<w:tblBorders>{_RULE.format('bottom')}{_RULE.format('insideH')}</w:tblBorders>"
_MARGINS = (
    '<w:tblCellMar><w:top w:w="35" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
    '<w:bottom w:w="35" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
)
_LINK = '<w:rPr><w:color w:val="1D4E79"/><w:u w:val="single"/></w:rPr>'
_BOX_FACE = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'


def heading(block: Heading, mark: int) -> str:
    """A heading with the bookmark that the contents lead to."""
    name = f'w:id="{mark}" w:name="{anchor(mark)}"'
    body = f'<w:bookmarkStart {name}/>{run(block.words)}<w:bookmarkEnd w:id="{mark}"/>'
    return paragraph(f"Heading{block.level}", body)


def anchor(mark: int) -> str:
    """The name of a heading's bookmark, as Word itself names them."""
    return f"_Toc{900_000_000 + mark}"


def prose(block: Prose) -> str:
    """A label, the hint of a blank form, the answer in paragraphs, and room to write."""
    label = paragraph("Question", run(block.label)) if block.label else ""
    hint = paragraph("Hint", run(block.hint)) if block.hint else ""
    return (
        label
        + hint
        + ticks(block.said.ticks)
        + paragraphs("Normal", block.said)
        + paragraph("AnswerSpace") * block.room
    )


def facts(block: Facts) -> str:
    """A table of two columns: question and answer."""
    first = round(UPRIGHT * LABEL_SHARE)
    rows = [_row([_small(head) for head in block.heads], head=True)]
    for fact in block.rows:
        hint = paragraph("Hint", run(fact.hint)) if fact.hint else ""
        cells = [paragraph("CellLabel", run(fact.label)) + hint, _cell(fact.said)]
        rows.append(_row(cells, room=fact.room * LINE, whole=is_short([fact.said])))
    return _table(block.title, (first, UPRIGHT - first), rows)


def grid(block: Grid, room: int = 0) -> str:
    """A table whose first row are its heads, repeated on every page; `room` is the least height of a row."""
    width = LYING if block.wide else UPRIGHT
    columns = [round(width * share / sum(block.shares)) for share in block.shares]
    rows = [_row([paragraph("CellLabel", run(head)) for head in block.heads], head=True, shade="F3F2F1")]
    rows += [_row([_cell(said) for said in row], room=room, whole=is_short(row)) for row in block.rows]
    return _table(block.title, columns, rows)


def contents(entries: Iterable[tuple[int, str, str, int]]) -> str:
    """The table of contents as a field that Word keeps up to date, filled in already as links to the headings.

    Each entry is level, number, title and bookmark. Only Word knows on which page a heading falls: it is asked to fill
    that in on opening. Until then no number stands there, rather than a wrong one.
    """
    lines = [_entry(level, f"{number} {title}".strip(), mark) for level, number, title, mark in entries]
    begin = _field_sign("begin", dirty=True) + _instruction(r'TOC \o "1-2" \h \z \u') + _field_sign("separate")
    first, *others = lines or [("toc1", "")]
    written = [paragraph(first[0], begin + first[1]), *(paragraph(style, body) for style, body in others)]
    return "".join(written) + paragraph("Gap", _field_sign("end"))


def field(instruction: str, shown: str = "1") -> str:
    """A field that Word fills in, such as the number of the page."""
    return "".join(
        (_field_sign("begin"), _instruction(instruction), _field_sign("separate"), run(shown), _field_sign("end"))
    )


def paragraphs(style: str, said: Said) -> str:
    """A text in paragraphs where it has empty lines, with breaks where it has line ends; nothing for no text."""
    texts = [text.strip("\n") for text in _split(said.text)]
    return "".join(paragraph(style, run(text, _TONES[said.tone])) for text in texts if text.strip())


def ticks(options: Sequence[str]) -> str:
    """Boxes to tick, in one paragraph; nothing for none. They can be clicked, and have their answer as name."""
    if not options:
        return ""
    return paragraph("Ticks", run("   ").join(_box(option) + run(f"\N{NO-BREAK SPACE}{option}") for option in options))


def paragraph(style: str, body: str = "") -> str:
    """One paragraph in that style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{body}</w:p>'


def run(text: str, style: str = "") -> str:
    """A stretch of plain text; line ends become breaks, tabulators stay, addresses of the library are links."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    said, parts, at = plain(text), [], 0
    for address in LIBRARY_ADDRESS.finditer(said):
        parts += [_run(said[at : address.start()], look), _link(address[0])]
        at = address.end()
    rest = [_run(said[at:], look)] if said[at:] or not parts else []
    return "".join((*parts, *rest))


def _run(text: str, look: str) -> str:
    lines = (_tabbed(line) for line in text.split("\n"))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def _link(address: str) -> str:
    instruction = _field_sign("begin") + _instruction(f'HYPERLINK "{address}"') + _field_sign("separate")
    return instruction + _run(address, _LINK) + _field_sign("end")


def _tabbed(line: str) -> str:
    return "<w:tab/>".join(_piece(piece) for piece in line.split("\t"))


def _piece(text: str) -> str:
    """Letters as they are; spaces at the ends would be lost unless it is said that they matter."""
    kept = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<w:t{kept}>{escape(text)}</w:t>" if text else ""


def _split(text: str) -> list[str]:
    """The text at its empty lines. Of several in a row only one is told apart."""
    groups: list[list[str]] = [[]]
    for line in plain(text).split("\n"):
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return ["\n".join(group) for group in groups]


def _cell(said: Said) -> str:
    return ticks(said.ticks) + paragraphs("Cell", said) or paragraph("Cell")


def _small(text: str) -> str:
    return paragraph("CellHead", run(text))


def _row(cells: Sequence[str], *, head: bool = False, shade: str = "", room: int = 0, whole: bool = True) -> str:
    """A row. A `whole` one is not torn at the end of a page."""
    fill = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/></w:tcPr>' if shade else ""
    height = f'<w:trHeight w:val="{room}" w:hRule="atLeast"/>' if room else ""
    signs = f"{'<w:cantSplit/>' if whole else ''}{height}{'<w:tblHeader/>' if head else ''}"
    look = f"<w:trPr>{signs}</w:trPr>" if signs else ""
    return f"<w:tr>{look}{''.join(f'<w:tc>{fill}{cell}</w:tc>' for cell in cells)}</w:tr>"


def _table(title: str, columns: Sequence[int], rows: Sequence[str]) -> str:
    """A table with its title for those who cannot see it, and a small gap after it, without which tables run together."""
    look = (
        f'<w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{_BORDERS}<w:tblLayout w:type="fixed"/>{_MARGINS}'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val={quoteattr(" ".join(plain(title).split()))}/></w:tblPr>'
    )
    widths = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return f"<w:tbl>{look}<w:tblGrid>{widths}</w:tblGrid>{''.join(rows)}</w:tbl>{paragraph('Gap')}"


def _entry(level: int, text: str, mark: int) -> tuple[str, str]:
    return f"toc{level}", f'<w:hyperlink w:anchor="{anchor(mark)}" w:history="1">{run(text)}</w:hyperlink>'


def _field_sign(kind: str, *, dirty: bool = False) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{" w:dirty=" + quoteattr("true") if dirty else ""}/></w:r>'


def _instruction(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escape(words)} </w:instrText></w:r>'


def _box(option: str) -> str:
    state = "<w14:{0} w14:val={1} w14:font={2}/>".format
    look = (
        f'<w:alias w:val={quoteattr(plain(option)[:60])}/><w14:checkbox {BOXES}><w14:checked w14:val="0"/>'
        f"{state('checkedState', quoteattr('2612'), quoteattr('MS Gothic'))}"
        f"{state('uncheckedState', quoteattr('2610'), quoteattr('MS Gothic'))}</w14:checkbox>"
    )
    sign = f"<w:r><w:rPr>{_BOX_FACE}</w:rPr><w:t>☐</w:t></w:r>"
    return f"<w:sdt><w:sdtPr>{look}</w:sdtPr><w:sdtContent>{sign}</w:sdtContent></w:sdt>"
