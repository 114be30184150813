"""Every change to a rapid review. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.rapid_reviews.actions.clock import end_pause, extend_clock, pause_clock
from second_question_web.rapid_reviews.actions.opening import close_review, open_review
from second_question_web.rapid_reviews.actions.reading import note_read
from second_question_web.rapid_reviews.actions.sending import record_sent

__all__ = ("close_review", "end_pause", "extend_clock", "note_read", "open_review", "pause_clock", "record_sent")
