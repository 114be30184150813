"""The blank form: every question is on it with its answers to choose from, under the words of the finished document."""

import re

import pytest

from second_question.exchange.review import blank_pdf, blank_word
from second_question.exchange.review.blank import COPIES, INSTRUCTION, NEEDED, ROWS, blank
from second_question.exchange.review.composing import composed
from second_question.exchange.review.paper import Facts, Grid, Heading, Prose
from second_question.exchange.review.sections import GROUNDS, is_because
from second_question.rules.questions import Kind, Question
from second_question.rules.template.parts import PARTS, RECORD_KINDS
from tests.full_reviews import FORM
from tests.reading_back import pdf_text, squeezed, word_file, word_text, word_xml
from tests.sample_review import sample_review

PAPER = blank(FORM)
WORD = blank_word(FORM)


def labels() -> set[str]:
    """Every label on the form: beside or above room for an answer."""
    found: set[str] = set()
    for block in PAPER.blocks:
        match block:
            case Prose():
                found.add(block.label)
            case Facts():
                found |= {fact.label for fact in block.rows}
            case Grid():
                found |= {*block.heads, *(row[0].text for row in block.rows)}
            case _:
                pass
    return found


def asked() -> list[Question]:
    """The questions that have a place of their own on the form."""
    every = [question for section in FORM.sections for question in section.questions]
    return [question for question in every if not is_because(question) and not question.id.endswith(GROUNDS)]


def fact(label: str) -> Facts:
    return next(
        block for block in PAPER.blocks if isinstance(block, Facts) and label in [row.label for row in block.rows]
    )


def test_every_question_is_asked() -> None:
    assert len(asked()) > 100
    assert {question.label for question in asked()} <= labels()


@pytest.mark.parametrize("text", [word_text(WORD), pdf_text(blank_pdf(FORM))], ids=["word", "pdf"])
def test_every_question_is_in_the_file(text: str) -> None:
    told = squeezed(text)
    assert squeezed(INSTRUCTION) in told
    assert [question.id for question in asked() if squeezed(question.label) not in told] == []


def test_headings_are_those_of_the_finished_document() -> None:
    ours = {block.text for block in PAPER.blocks if isinstance(block, Heading)}
    finished = {
        block.text for block in composed(sample_review()).blocks if isinstance(block, Heading) and block.level == 1
    }
    sections = {section.title for part in PARTS if len(part.sections) > 1 for section in part.sections}
    assert finished | sections <= ours


@pytest.mark.parametrize("question", [q for q in asked() if q.kind is Kind.CHOICES], ids=lambda question: question.id)
def test_every_answer_can_be_ticked(question: Question) -> None:
    xml = word_xml(WORD)
    assert all(f'<w:alias w:val="{option.label[:60]}"/>' in xml for option in question.options)


def test_boxes_can_be_clicked_and_say_what_they_are() -> None:
    boxes = re.findall(r"<w:sdt>.*?</w:sdt>", word_xml(WORD), re.DOTALL)
    assert len(boxes) > 200
    assert all("<w14:checkbox" in box and "<w:alias" in box and "☐" in box for box in boxes)


def test_what_is_needed_and_when_a_question_is_asked_stands_beside_it() -> None:
    (hint,) = {row.hint for row in fact("What kind of contact?").rows if row.label == "What kind of contact?"}
    assert hint == "Only if your answer to “Has contact with the child?” is “Yes” or “Partly”."
    assert fact("Full name").rows[0].hint == NEEDED


def test_there_is_room_for_several_records() -> None:
    told = [block.text for block in PAPER.blocks if isinstance(block, Heading)]
    assert [name for name in told if name.startswith("Family member ")] == [f"Family member {n}" for n in (1, 2, 3)]
    assert {"Child 1", "Child 2", "Moment 3", "Key practice episode 2"} <= set(told)


def test_every_kind_of_record_has_room() -> None:
    kinds = {kind.id for kind in RECORD_KINDS}
    assert kinds - set(COPIES) - set(ROWS) == {"review", "agency_summary", "agency_episode"}


def test_lines_to_write_on_grow_with_what_is_written() -> None:
    document = word_file(WORD)
    assert len([paragraph for paragraph in document.paragraphs if paragraph.style.name == "Answer Space"]) > 60


def test_it_is_marked_for_when_it_is_filled_in() -> None:
    header = word_file(WORD).sections[0].header.paragraphs[0].text
    assert header == "OFFICIAL-SENSITIVE when filled in"
