"""Every write to a notification. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.incidents.actions.amend import Change, amend
from second_question_web.incidents.actions.answer import answer_section
from second_question_web.incidents.actions.discard import discard
from second_question_web.incidents.actions.drafts import drop_draft_text, keep_draft_text
from second_question_web.incidents.actions.judge import judge_not_the_same
from second_question_web.incidents.actions.open import note_opened, note_trail_read
from second_question_web.incidents.actions.records import add_adult, add_child, remove_adult, remove_child
from second_question_web.incidents.actions.send import send
from second_question_web.incidents.actions.start import start
from second_question_web.incidents.actions.tell import tell
from second_question_web.incidents.actions.withdraw import withdraw

__all__ = (
    "Change",
    "add_adult",
    "add_child",
    "amend",
    "answer_section",
    "discard",
    "drop_draft_text",
    "judge_not_the_same",
    "keep_draft_text",
    "note_opened",
    "note_trail_read",
    "remove_adult",
    "remove_child",
    "send",
    "start",
    "tell",
    "withdraw",
)
