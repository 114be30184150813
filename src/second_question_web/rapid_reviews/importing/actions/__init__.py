"""Every change that an import makes. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.rapid_reviews.importing.actions.placing import (
    leave_passage_out,
    make_record_of_passage,
    put_passage_back,
    put_passage_into,
)
from second_question_web.rapid_reviews.importing.actions.reading import keep_reading, note_import_opened
from second_question_web.rapid_reviews.importing.actions.taking import import_review_file

__all__ = (
    "import_review_file",
    "keep_reading",
    "leave_passage_out",
    "make_record_of_passage",
    "note_import_opened",
    "put_passage_back",
    "put_passage_into",
)
