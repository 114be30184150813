"""Every change of this part. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.rapid_reviews.deciding.actions.asking import ask_partners
from second_question_web.rapid_reviews.deciding.actions.deciding import decide
from second_question_web.rapid_reviews.deciding.actions.reading import note_opened, note_version_opened
from second_question_web.rapid_reviews.deciding.actions.sending import send
from second_question_web.rapid_reviews.deciding.actions.signing import Told, record_view, sign

__all__ = (
    "Told",
    "ask_partners",
    "decide",
    "note_opened",
    "note_version_opened",
    "record_view",
    "send",
    "sign",
)
