"""What was read of files, made by hand and from small Word files. Everything in them is invented."""

import io

from docx import Document as WordDocument
from pypdf import PdfWriter

from second_question_web.files import actions as files
from second_question_web.files.models import StoredFile
from second_question_web.rapid_reviews.importing.actions import import_review_file, keep_reading
from second_question_web.rapid_reviews.importing.jobs import PURPOSE
from second_question_web.rapid_reviews.importing.passages import Passage
from second_question_web.rapid_reviews.importing.reading import Proposal, Reading
from second_question_web.rapid_reviews.models import ImportedFile, RapidReview, UnplacedPassage
from tests.people import person
from tests.reviews import NOW
from tests.web.files.given import given

WORD_FILE = "rapid-review.docx"


def proposal(kind: str, question: str, answer: object, number: int = 1, agency: str = "", page: int = 1) -> Proposal:
    """An answer that was read."""
    return Proposal(kind, number, question, {"answer": answer}, str(answer), page, 0.9, agency)


def reading(*proposals: Proposal, passages: tuple[Passage, ...] = ()) -> Reading:
    """A reading of these."""
    return Reading(proposals, passages)


def stored(review: RapidReview, name: str = "old-review.txt", content: bytes = b"An old review.") -> StoredFile:
    """A file as it was given for the review."""
    reference = review.notification.reference
    return files.add(by=person("Bea"), upload=given(name, content), purpose=PURPOSE, case=reference, now=NOW)


def read(review: RapidReview, what: Reading) -> ImportedFile:
    """A file of which this was read."""
    return keep_reading(review=review, by=person("Bea"), file=stored(review), reading=what, now=NOW)


def imported(review: RapidReview, what: Reading, take: set[int] | None = None) -> ImportedFile:
    """The same, taken in: all of it unless something else is asked for."""
    wanted = set(range(len(what.proposals))) if take is None else take
    return import_review_file(imported=read(review, what), by=person("Bea"), take=wanted, now=NOW)


def waiting(review: RapidReview) -> list[UnplacedPassage]:
    """The passages that wait, in their order."""
    return list(UnplacedPassage.objects.filter(imported__review=review, placed_at=None))


def a_passage(review: RapidReview, text: str, heading: str = "Other matters") -> UnplacedPassage:
    """One passage that waits."""
    imported(review, reading(passages=(Passage(heading, text, 3),)))
    return waiting(review)[-1]


def word_file() -> bytes:
    """A short review as a partnership writes one in Word."""
    document = WordDocument()
    document.add_heading("Rapid review", 0)
    document.add_heading("Background", 1)
    document.add_paragraph("The family moved to Quay Row in 2025 and knew nobody there.")
    document.add_heading("Lunar calendar", 1)
    document.add_paragraph("Nothing in the template asks for this.")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def pdf_without_text(pages: int = 3, password: str = "") -> bytes:
    """A PDF of pages without a word, as a scanner makes it."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()
