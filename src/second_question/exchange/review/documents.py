"""The documents of a rapid review as files: Word, and PDF where it is to be read rather than written in."""

from second_question.exchange.review.blank import blank
from second_question.exchange.review.composing import composed
from second_question.exchange.review.letters import Letter, letter_paper
from second_question.exchange.review.minutes import Minutes, minutes_paper
from second_question.exchange.review.printing import printed
from second_question.exchange.review.word_writer import written
from second_question.rules.questions import Form
from second_question.rules.template.content import ReviewContent


def word(content: ReviewContent) -> bytes:
    """The review as a Word file."""
    return written(composed(content))


def pdf(content: ReviewContent) -> bytes:
    """The review as a tagged PDF."""
    return printed(composed(content))


def blank_word(form: Form) -> bytes:
    """The blank form as a Word file, with boxes to click."""
    return written(blank(form))


def blank_pdf(form: Form) -> bytes:
    """The blank form to print."""
    return printed(blank(form))


def minutes_word(minutes: Minutes) -> bytes:
    """The minutes as a Word file."""
    return written(minutes_paper(minutes))


def letter_word(letter: Letter) -> bytes:
    """The Panel's letter as a Word file."""
    return written(letter_paper(letter))


def letter_pdf(letter: Letter) -> bytes:
    """The Panel's letter as a tagged PDF."""
    return printed(letter_paper(letter))
