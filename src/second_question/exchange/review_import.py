"""An existing rapid review, written in Word or as PDF, read into the template (R7). Nothing of it is dropped.

Headings, labels and tables are matched to the template's own words and to the other words listed in `importing/data`.
What could not be placed comes back with its heading and page, for a person to place.
"""

from second_question.documents import Document
from second_question.exchange.importing.finishing import finished
from second_question.exchange.importing.imported import Imported, Placed, Unplaced
from second_question.exchange.importing.walk import walked
from second_question.rules.questions import Form

__all__ = ["Imported", "Placed", "Unplaced", "import_review"]


def import_review(document: Document, form: Form) -> Imported:
    """The review that a document tells.

    Args:
        document: the document as `documents.read_safely` gives it.
        form: the template that the review is written on, with its partnership's own questions.
    """
    return finished(walked(document, form))
