"""Every change of what was deposited. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.library.depositing.actions.deciding import change, correct, decide
from second_question_web.library.depositing.actions.putting import add_record, deposit, keep_problem, keep_reading
from second_question_web.library.depositing.actions.reading import note_opened
from second_question_web.library.depositing.actions.taking_out import discard, restore, withdraw

__all__ = (
    "add_record",
    "change",
    "correct",
    "decide",
    "deposit",
    "discard",
    "keep_problem",
    "keep_reading",
    "note_opened",
    "restore",
    "withdraw",
)
