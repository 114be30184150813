"""Every change to requests to agencies and what they contribute. Each is atomic, names its person, leaves one row."""

from second_question_web.rapid_reviews.summaries.actions.answering import answer, remove_episode
from second_question_web.rapid_reviews.summaries.actions.asking import ask
from second_question_web.rapid_reviews.summaries.actions.links import end_link, send_link
from second_question_web.rapid_reviews.summaries.actions.managing import (
    record_nothing_known,
    send_back,
    share,
    withdraw,
)
from second_question_web.rapid_reviews.summaries.actions.opening import ask_for_new_link, open_link, send_code
from second_question_web.rapid_reviews.summaries.actions.reading import (
    note_opened,
    note_request_read,
    note_requests_downloaded,
    note_requests_listed,
    note_shared_read,
    note_summaries_listed,
)
from second_question_web.rapid_reviews.summaries.actions.reminding import note_reminded, remind
from second_question_web.rapid_reviews.summaries.actions.returning import give_back, know_nothing
from second_question_web.rapid_reviews.summaries.actions.signing import sign
from second_question_web.rapid_reviews.summaries.actions.telling import tell

__all__ = (
    "answer",
    "ask",
    "ask_for_new_link",
    "end_link",
    "give_back",
    "know_nothing",
    "note_opened",
    "note_reminded",
    "note_request_read",
    "note_requests_downloaded",
    "note_requests_listed",
    "note_shared_read",
    "note_summaries_listed",
    "open_link",
    "record_nothing_known",
    "remind",
    "remove_episode",
    "send_back",
    "send_code",
    "send_link",
    "share",
    "sign",
    "tell",
    "withdraw",
)
