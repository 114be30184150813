"""How our Word documents look: faces, sizes, numbered headings, header and footer, all as styles that a reader can change."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from second_question.exchange.review.paper import FICTIONAL, Paper
from second_question.exchange.review.wordml import field, run
from second_question.exchange.review.words import plain

FACE = "Arial"
NAMESPACES = nsdecls("w")
INK, ACCENT, MUTED, ALARM = (RGBColor.from_string(code) for code in ("0B0C0C", "1D4E79", "505A5F", "942514"))
NUMBERING = 90
# Name in Word: size in points, bold, colour, space before and after in points.
_PARAGRAPHS: dict[str, tuple[float, bool, RGBColor, float, float]] = {
    "Normal": (10, False, INK, 0, 5),
    "Title": (22, True, ACCENT, 0, 4),
    "Subtitle": (11, False, MUTED, 0, 8),
    "Heading 1": (15, True, ACCENT, 18, 6),
    "Heading 2": (12.5, True, ACCENT, 13, 5),
    "Heading 3": (11, True, ACCENT, 10, 4),
    "Question": (10, True, INK, 7, 1),
    "Hint": (8.5, False, MUTED, 0, 2),
    "Answer Space": (10.5, False, INK, 0, 0),
    "Ticks": (9.5, False, INK, 0, 3),
    "Cell": (9, False, INK, 0, 0),
    "Cell Label": (9, True, INK, 0, 0),
    "Cell Head": (7.5, False, MUTED, 0, 0),
    "Header": (10, False, INK, 0, 0),
    "Footer": (8.5, False, INK, 0, 0),
    "Gap": (4, False, INK, 0, 0),
    "Contents Heading": (15, True, ACCENT, 14, 4),
    "toc 1": (10, True, INK, 4, 1),
    "toc 2": (10, False, INK, 0, 1),
}
_KEPT_WITH_NEXT = ("Question", "Hint", "Heading 1", "Heading 2", "Heading 3")
_RUNS = {"Reason": INK, "Missing": ALARM, "Helping": MUTED}


def dress(document: Document, paper: Paper) -> None:
    """Gives an empty document its styles, its header and footer, its language and its properties."""
    known = {str(style.name) for style in document.styles}
    for name in _PARAGRAPHS:
        _paragraph_style(document, name, new=name not in known)
    for name, colour in _RUNS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = colour
        style.font.italic, style.font.bold = name != "Missing", name == "Missing"
    _contents_styles(document)
    _answer_space(document)
    if paper.numbered:
        _number_headings(document)
    _page(document, paper)
    _properties(document, paper)


def _paragraph_style(document: Document, name: str, *, new: bool) -> None:
    size, bold, colour, before, after = _PARAGRAPHS[name]
    if new:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    style = document.styles[name]
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, name == "Hint"
    style.font.color.rgb = colour
    _face(style.element)
    look = style.paragraph_format
    look.space_before, look.space_after, look.line_spacing = Pt(before), Pt(after), 1.08 if name == "Normal" else 1.0
    look.keep_with_next = name in _KEPT_WITH_NEXT
    if name == "Title":
        _without_line(style.element)


def _without_line(style: Any) -> None:
    """Takes away the line that Word's own template draws under a title."""
    for border in list(style.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _face(style: Any) -> None:
    """One face for all letters; a theme's face would win over a named one."""
    look = style.get_or_add_rPr()
    for old in look.findall(qn("w:rFonts")):
        look.remove(old)
    names = " ".join(f'w:{part}="{FACE}"' for part in ("ascii", "hAnsi", "cs", "eastAsia"))
    look.insert(0, parse_xml(f"<w:rFonts {NAMESPACES} {names}/>"))
    for spaced in ("w:spacing", "w:kern"):
        for old in look.findall(qn(spaced)):
            look.remove(old)


def _contents_styles(document: Document) -> None:
    for name, indent in (("toc 1", 0), ("toc 2", 6)):
        look = document.styles[name].paragraph_format
        look.left_indent = Mm(indent)
        look.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _answer_space(document: Document) -> None:
    """Lines to write on: empty paragraphs, each with a line under it, that grow when somebody types."""
    look = document.styles["Answer Space"].element.get_or_add_pPr()
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="2" w:color="8A9299"/>' for side in ("bottom", "between")
    )
    look.insert_element_before(
        parse_xml(f"<w:pBdr {NAMESPACES}>{sides}</w:pBdr>"), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )
    document.styles["Answer Space"].paragraph_format.line_spacing = Pt(19)


def _number_headings(document: Document) -> None:
    """Numbers that Word counts itself, tied to the styles of the headings."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for level, text in enumerate(("%1", "%1.%2"))
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {NAMESPACES} w:abstractNumId="{NUMBERING}"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {NAMESPACES} w:numId="{NUMBERING}"><w:abstractNumId w:val="{NUMBERING}"/></w:num>')
    )
    for level in (0, 1):
        look = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        counted = f'<w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING}"/>'
        look.get_or_add_numPr()
        look.replace(look.numPr, parse_xml(f"<w:numPr {NAMESPACES}>{counted}</w:numPr>"))


def _page(document: Document, paper: Paper) -> None:
    """A4 with the marking above and below, the number of the page, and on every page whether all is invented."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    section.header_distance = section.footer_distance = Mm(10)
    head = section.header.paragraphs[0]
    _centred(head, paper.marking, bold=True)
    if paper.fictional:
        _centred(section.header.add_paragraph(), FICTIONAL).font.size = Pt(8)
    foot = section.footer.paragraphs[0]
    _centred(foot, f"{paper.place}    ")
    foot.add_run(paper.marking).bold = True
    page = f"{run('    Page ')}{field('PAGE')}{run(' of ')}{field('NUMPAGES')}"
    for element in parse_xml(f"<w:p {NAMESPACES}>{page}</w:p>"):
        foot._p.append(element)  # noqa: SLF001  the library has no word for fields


def _centred(paragraph: Any, text: str, *, bold: bool = False) -> Any:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    written = paragraph.add_run(plain(text))
    written.bold = bold
    return written


def _properties(document: Document, paper: Paper) -> None:
    """Title and language; no day, because nobody told us what day it is."""
    about = document.core_properties
    about.title, about.author, about.language = plain(paper.title)[:255], "Second Question", "en-GB"
    about.comments = about.keywords = about.last_modified_by = ""
    about.subject = paper.marking
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
