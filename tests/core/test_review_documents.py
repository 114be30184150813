"""A review as Word and PDF: every answer is in both, everything has its heading, and no text acts as anything but text."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from zipfile import ZipFile

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from second_question.exchange.review import in_words, pdf, word
from second_question.exchange.review.composing import EMPTY, composed
from second_question.exchange.review.paper import FICTIONAL, MARKING, Facts, Grid, Heading, Paper, Pathways, Prose
from second_question.rules.questions import Unanswered
from second_question.rules.template.content import AgencyAnswer, ContentRecord, ReviewContent
from second_question.rules.template.parts import PARTS, RAPID_REVIEW_2021
from tests.full_reviews import FORM, full_reviews, told
from tests.reading_back import (
    meets_the_accessibility_standard,
    pdf_catalogue,
    pdf_text,
    squeezed,
    word_file,
    word_text,
    word_xml,
)
from tests.review_contents import NASTY, contents
from tests.sample_review import sample_review

SLOW = settings(max_examples=5, suppress_health_check=list(HealthCheck), deadline=None)
EMPTY_REVIEW = ReviewContent(RAPID_REVIEW_2021, "SIN-2026-0002", "Norvale", ())
Make = Callable[[ReviewContent], bytes]
Read = Callable[[bytes], str]
BOTH = pytest.mark.parametrize(("make", "read"), [(word, word_text), (pdf, pdf_text)], ids=["word", "pdf"])


def with_answers(**answers: object) -> ReviewContent:
    """A review that says only that about itself."""
    return replace(EMPTY_REVIEW, records=(ContentRecord("review", 1, answers),))


@cache
def sample_word() -> bytes:
    return word(sample_review())


@cache
def sample_pdf() -> bytes:
    return pdf(sample_review())


def headings(paper: Paper) -> list[str]:
    return [block.words for block in paper.blocks if isinstance(block, Heading)]


@BOTH
def test_every_answer_to_every_question_is_in_it(make: Make, read: Read) -> None:
    found = set()
    for content in full_reviews():
        text = squeezed(read(make(content)))
        for record, question in told(content):
            assert squeezed(in_words(question, record.answers[question.id])) in text, question.id
            found.add(question.id)
    assert found == {question.id for section in FORM.sections for question in section.questions}


@BOTH
def test_the_sample_is_whole(make: Make, read: Read) -> None:
    text = squeezed(read(sample_word() if make is word else sample_pdf()))
    for words in (
        "Rapid review: SIN-2026-0031",
        "Version 1",
        "23 March 2026",
        "Norvale’s closing summary came on 19 March",
        "Not known: It closed in November 2025",
        "Practitioner events should wait",
        "Has not answered yet",
        "found that its main recommendation",
        FICTIONAL,
    ):
        assert squeezed(words) in text, words


def test_the_eleven_parts_stand_in_order_under_numbered_headings() -> None:
    paper = composed(sample_review())
    first_level = [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 1]
    assert first_level == [part.title for part in PARTS]
    assert paper.numbered
    assert "11.2 The decision" in pdf_text(sample_pdf())


def test_headings_never_skip_a_level() -> None:
    for content in (sample_review(), EMPTY_REVIEW, *full_reviews()):
        levels = [0, *(block.level for block in composed(content).blocks if isinstance(block, Heading))]
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_an_agency_s_summary_and_episodes_stand_together() -> None:
    told = headings(composed(sample_review()))
    assert told[told.index("Little Alders Nursery") + 1] == "The doll under the cushion"


def test_two_agencies_are_told_even_without_a_name() -> None:
    records = tuple(
        ContentRecord("agency_episode", 1, {"what_happened": "x"}, agency=agency) for agency in ("", "Police")
    )
    told = headings(composed(replace(EMPTY_REVIEW, records=records)))
    assert "An agency that is not named" in told
    assert "Key practice episode of an agency 1" in told


def test_what_is_needed_and_missing_is_said_and_the_rest_left_out() -> None:
    text = word_text(word(EMPTY_REVIEW))
    assert "Is there anything" not in text
    assert text.count("Not answered") > 15
    assert "Not answered: there must be at least one child." in text
    assert EMPTY in text
    assert "Support to staff" not in text


def test_a_question_that_does_not_apply_is_not_told() -> None:
    text = word_text(word(with_answers(outcome="no_review", key_questions="left over from before", instead="an audit")))
    assert "an audit" in text
    assert "left over from before" not in text


def test_why_there_is_no_answer_stands_in_its_place() -> None:
    record = ContentRecord("review", 1, {"nature_because": "the coroner decides"}, {"nature": Unanswered.NOT_KNOWN})
    text = word_text(word(replace(EMPTY_REVIEW, records=(record,))))
    assert "What kind of incident is it?\nNot known: the coroner decides\n" in text


def test_a_partner_who_has_not_signed_is_said_to_have_not() -> None:
    content = sample_review()
    last = content.decisions[-1]
    unsigned = replace(last.signatures[0], signed_at=None, why_missing="On leave")
    text = word_text(word(replace(content, decisions=(replace(last, signatures=(unsigned,)),))))
    assert "Not signed: On leave" in text
    assert "Earlier decisions" not in text


def test_a_draft_says_that_it_is_one() -> None:
    text = word_text(word(replace(EMPTY_REVIEW, opened_on=date(2026, 3, 2))))
    assert "Draft, not sent" in text
    assert FICTIONAL not in text


def test_paragraphs_and_lines_stay_apart() -> None:
    document = word_file(word(with_answers(family_history="One\nand more.\n\n\nTwo.")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[texts.index("Household and family history") + 1 :][:2] == ["One\nand more.", "Two."]


CITED = "https://reviews.example/library/0123456789ab/"
ANOTHER = "https://reviews.example/library/somewhere-else-and-far-away/"


@pytest.mark.parametrize(
    ("make", "links"),
    [
        (lambda said: word_xml(word(said)).encode(), rb'HYPERLINK "([^"]+)"'),
        (pdf, rb"/URI\(([^)]+)\)"),
    ],
    ids=["word", "pdf"],
)
def test_of_addresses_only_those_of_the_library_are_links(make: Make, links: bytes) -> None:
    made = make(with_answers(learned_before="yes_here", learned_before_words=f"“Rowan” (2021)\n{CITED}\n{ANOTHER}"))
    assert re.findall(links, made) == [CITED.encode()]


@BOTH
@pytest.mark.parametrize("text", [text for text in NASTY if "\x00" not in text and "👩" not in text])
def test_nasty_text_is_only_text(make: Make, read: Read, text: str) -> None:
    shown = read(make(with_answers(family_history=text)))
    visible = re.compile(r"[\u200e\u202e\u2066\u0300-\u036f\u00e1]")
    assert visible.sub("", squeezed(text))[:40] in visible.sub("", squeezed(shown))


def test_no_text_becomes_a_field_or_a_tag_of_word() -> None:
    xml = word_xml(word(with_answers(**dict.fromkeys(("family_history", "what_happened"), "\n".join(NASTY)))))
    assert "fldSimple w:" not in xml.replace("&lt;w:fldSimple w:", "")
    assert set(re.findall(r"<w:instrText[^>]*> (\w+)", xml)) == {"TOC"}


@given(contents())
@SLOW
def test_no_review_is_too_odd_for_a_document(content: ReviewContent) -> None:
    assert pdf(content).startswith(b"%PDF")
    assert word_file(word(content)).core_properties.language == "en-GB"


def test_the_pdf_is_tagged_titled_and_in_english() -> None:
    says = pdf_catalogue(sample_pdf())
    assert (says["/MarkInfo"]["/Marked"], says["/Lang"]) == (True, "en-GB")
    assert pypdfium2.PdfDocument(sample_pdf()).get_metadata_value("Title") == "Rapid review: SIN-2026-0031"
    assert meets_the_accessibility_standard(sample_pdf())


def test_the_same_review_gives_the_same_pdf() -> None:
    assert pdf(sample_review()) == sample_pdf()


def test_a_sign_without_a_font_costs_the_standard_and_not_the_document() -> None:
    made = pdf(with_answers(family_history="\U000fffff"))
    assert not meets_the_accessibility_standard(made)
    assert pdf_catalogue(made)["/MarkInfo"]["/Marked"]


def test_every_table_of_word_repeats_its_heads_and_says_what_it_is() -> None:
    xml = word_xml(sample_word())
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", xml, re.DOTALL)
    assert len(tables) > 15
    assert all(re.search(r"<w:tr><w:trPr>[^/]*/><w:tblHeader/>", table) for table in tables)
    assert all('<w:tblCaption w:val="' in table for table in tables)


def test_word_has_a_filled_table_of_contents_and_numbers_its_headings_itself() -> None:
    document = word_file(sample_word())
    contents_of = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("toc ")]
    assert contents_of[:3] == ["1 Participants", "1.1 Who took part", "1.2 Agencies involved"]
    assert contents_of[-1] == "11.4 Earlier decisions"
    assert "Participants" in [p.text for p in document.paragraphs if p.style.name == "Heading 1"]


def test_every_style_that_word_is_told_of_is_there() -> None:
    used = set(re.findall(r'<w:[pr]Style w:val="(\w+)"', word_xml(sample_word()) + word_xml(word(EMPTY_REVIEW))))
    assert {"toc1", "Question", "Missing", "Reason", "CellLabel"} <= used
    assert used <= {style.style_id for style in word_file(sample_word()).styles}


def test_the_picture_is_described_to_those_who_cannot_see_it() -> None:
    described = re.findall(r'descr="([^"]*)"', word_xml(sample_word()))
    drawn = [block for block in composed(sample_review()).blocks if isinstance(block, Pathways)]
    assert described == [alt for block in drawn for _, alt in block.pictures()]
    assert described[0].startswith("A timeline of 11 moments")


def test_several_pictures_are_told_apart() -> None:
    told = [replace(moment, number=number) for number, moment in enumerate(sample_review().of("moment") * 4)]
    xml = word_xml(word(replace(EMPTY_REVIEW, records=tuple(told))))
    numbers = re.findall(r'<wp:docPr id="(\d+)"', xml)
    assert len(numbers) > 2
    assert len(set(numbers)) == len(numbers)


def test_every_page_of_word_is_marked() -> None:
    document = word_file(sample_word())
    assert len(document.sections) == 3
    for section in document.sections:
        assert MARKING in section.header.paragraphs[0].text
        assert FICTIONAL in section.header.paragraphs[1].text
        assert MARKING in section.footer.paragraphs[0].text
    footer = ZipFile(io.BytesIO(sample_word())).read("word/footer1.xml").decode()
    assert re.findall(r"<w:instrText[^>]*> (\w+)", footer) == ["PAGE", "NUMPAGES"]


def test_only_the_table_of_moments_lies_across_the_page() -> None:
    document = word_file(sample_word())
    assert [section.page_width > section.page_height for section in document.sections] == [False, True, False]
    wide = [block for block in composed(sample_review()).blocks if isinstance(block, Grid) and block.wide]
    assert len(wide) == 1


def test_short_answers_make_a_table_only_where_there_are_several() -> None:
    blocks = composed(with_answers(outcome="no_review", decided_on=date(2026, 3, 3), instead="An audit")).blocks
    assert Prose in {type(block) for block in blocks}
    assert not [block for block in blocks if isinstance(block, Facts)]


def test_own_questions_of_rows_stand_in_a_table_of_their_own() -> None:
    grids = [block for block in composed(full_reviews()[0]).blocks if isinstance(block, Grid)]
    own = next(block for block in grids if "Independent of the case?" in block.heads)
    assert own.heads == ("Participant", "Independent of the case?")


def test_agencies_that_answered_are_told_also_where_none_wrote() -> None:
    content = replace(
        EMPTY_REVIEW, agencies=(AgencyAnswer("Police", "Nothing to report", "DI Vane", date(2026, 3, 4)),)
    )
    assert "Police\nNothing to report\nDI Vane\n4 March 2026" in word_text(word(content))
