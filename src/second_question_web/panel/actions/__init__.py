"""Every change on the Panel's side of a case. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.panel.actions.answering import answer_reply
from second_question_web.panel.actions.arriving import acknowledge, receive
from second_question_web.panel.actions.reading import (
    note_changes_read,
    note_letter_read,
    note_listed,
    note_replies_read,
    note_review_read,
    note_reviews_listed,
)
from second_question_web.panel.actions.replying import send_reply, write_reply

__all__ = (
    "acknowledge",
    "answer_reply",
    "note_changes_read",
    "note_letter_read",
    "note_listed",
    "note_replies_read",
    "note_review_read",
    "note_reviews_listed",
    "receive",
    "send_reply",
    "write_reply",
)
