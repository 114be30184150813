"""A rapid review as somebody wrote it in Word, in an order and in words of their own; and how it is brought in."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from docx.document import Document as WordDocument

from second_question.documents import read
from second_question.exchange.review_import import import_review
from second_question_web.files import actions as files
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.importing import actions as importing
from second_question_web.rapid_reviews.importing.jobs import PURPOSE
from second_question_web.rapid_reviews.importing.reading import reading_of
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.records import form_of

NAME = "rapid review sable lorne final v3.docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

ATTENDEES = (
    ("Name", "Role", "Agency"),
    ("Dana Whitlock", "Director of children's services", "Wessenmere Council"),
    ("Sam Pritchard", "Detective superintendent", "Wessen Valley Police"),
    ("Joan Achebe", "Chief nurse", "NHS Wessenmere Integrated Care Board"),
    ("Leila Frost", "Named nurse", "Wessenmere Hospitals NHS Trust"),
)
FAMILY = (
    ("Name", "Relationship", "Ethnicity"),
    ("Sable Lorne", "Mother", "White British"),
    ("Dean Karsk", "Mother's partner", "Not known"),
)
BODY: Sequence[tuple[str, Sequence[str]]] = (
    (
        "Brief summary of the incident",
        (
            (
                "An ambulance crew found Sable, 34 weeks pregnant, on the stairs of the block. She said that her partner had "
                "pushed her. The placenta had begun to separate, and her son was delivered the same night."
            ),
        ),
    ),
    (
        "Background",
        (
            (
                "Sable and Dean had been together for a year. Police had been called twice; both times Sable said that she had "
                "fallen. She came to every antenatal appointment, and Dean came with her."
            ),
        ),
    ),
    (
        "Immediate safeguarding action",
        (
            (
                "The baby is in intensive care. Dean is on bail with a condition not to come near the hospital. Sable has a "
                "place in a refuge when she is discharged."
            ),
        ),
    ),
    (
        "Agency involvement",
        (
            (
                "Wessenmere Hospitals NHS Trust: eleven antenatal contacts. Sable was never seen alone; partners are welcome at "
                "all appointments since 2023, and nobody said when they are not."
            ),
            (
                "Wessen Valley Police: two calls, each closed when Sable said that she had fallen. Officers were sent from two "
                "different stations."
            ),
        ),
    ),
    (
        "Key learning",
        (
            "A welcome for partners needs a moment without them. The two calls should have been read as one.",
            "Staff to be reminded of professional curiosity.",
        ),
    ),
    (
        "Matters arising",
        ("The panel thanked the crew, who stayed with Sable for two hours after their shift.",),
    ),
)


def word_file() -> bytes:
    """The file."""
    document = Document()
    document.add_heading("Rapid review: baby of Sable Lorne", 0)
    document.add_heading("Attendees", 1)
    _table(document, ATTENDEES)
    document.add_heading("Family composition", 1)
    _table(document, FAMILY)
    for heading, paragraphs in BODY:
        document.add_heading(heading, 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def bring_in(review: RapidReview, by: Person, now: datetime) -> None:
    """Takes the file into a review as the pages do, with everything ticked that was read."""
    content = word_file()
    upload = SimpleUploadedFile(NAME, content, MEDIA_TYPE)
    reference = review.notification.reference
    stored = files.add(by=by, upload=upload, purpose=PURPOSE, now=now, case=reference)
    form, document = form_of(review), read(content, NAME)
    reading = reading_of(document, import_review(document, form), form)
    imported = importing.keep_reading(review=review, by=by, file=stored, reading=reading, now=now)
    importing.import_review_file(imported=imported, by=by, take=range(len(reading.proposals)), now=now)


def _table(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
