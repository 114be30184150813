"""Every change of this part. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.rapid_reviews.writing.actions.added_questions import (
    add_question,
    change_question,
    end_question,
)
from second_question_web.rapid_reviews.writing.actions.answers import (
    add_record,
    answer_section,
    put_back,
    remove_record,
    take_over,
)
from second_question_web.rapid_reviews.writing.actions.comments import comment, reopen, reply, settle
from second_question_web.rapid_reviews.writing.actions.pathway import (
    episode_from_agency,
    moment_from_episode,
)
from second_question_web.rapid_reviews.writing.actions.prompts import (
    dismiss_prompt,
    take_back_dismissal,
)
from second_question_web.rapid_reviews.writing.actions.reading import note_text_opened

__all__ = (
    "add_question",
    "add_record",
    "answer_section",
    "change_question",
    "comment",
    "dismiss_prompt",
    "end_question",
    "episode_from_agency",
    "moment_from_episode",
    "note_text_opened",
    "put_back",
    "remove_record",
    "reopen",
    "reply",
    "settle",
    "take_back_dismissal",
    "take_over",
)
