"""The Panel's letter to a partnership: its answer to a rapid review, and what it says of its quality (P1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from second_question.exchange.review.paper import Heading, Paper, Prose, facts, paragraph
from second_question.exchange.review.words import Said, full_date

PANEL = "Child Safeguarding Practice Review Panel"
ON_QUALITY = "On the quality of the review"


@dataclass(frozen=True)
class Letter:
    """A letter of the Panel. `answer` is its advice in a sentence; `quality` are points with a title and words, which
    stand after the signature.
    """

    reference: str
    area: str
    to: str
    from_name: str
    from_title: str
    on: date
    subject: str
    answer: str
    paragraphs: Sequence[str] = ()
    quality: Sequence[tuple[str, str]] = ()
    fictional: bool = False


def letter_paper(letter: Letter) -> Paper:
    """The letter as a document."""
    about = facts(
        "About this letter",
        (
            ("From", PANEL),
            ("To", letter.to),
            ("Rapid review", ", ".join(filter(None, (letter.reference, letter.area)))),
            ("Date", full_date(letter.on)),
            ("The Panel’s answer", letter.answer),
        ),
    )
    return Paper(
        title=letter.subject or f"Rapid review {letter.reference}",
        subtitle=PANEL,
        place=letter.reference,
        blocks=(
            paragraph("Dear colleagues,"),
            *(paragraph(text) for text in letter.paragraphs if text.strip()),
            paragraph("Yours sincerely,"),
            paragraph("\n".join(filter(None, (letter.from_name, letter.from_title, f"For the {PANEL}")))),
            *_quality(letter),
        ),
        facts=about,
        fictional=letter.fictional,
    )


def _quality(letter: Letter) -> Sequence[Heading | Prose]:
    points = [Prose(title, Said(words)) for title, words in letter.quality if title or words]
    return (Heading(ON_QUALITY, 1), *points) if points else ()
