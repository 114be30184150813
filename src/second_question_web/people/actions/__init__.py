"""Every change to people and what they are given: one file for each kind of change."""

from second_question_web.people.actions.accounts import approve, change_own_details, end, reject, reopen
from second_question_web.people.actions.first import first_administrator
from second_question_web.people.actions.grants import end_grant, give
from second_question_web.people.actions.invitations import accept, ask_for_access, invite, send_again

__all__ = [
    "accept",
    "approve",
    "ask_for_access",
    "change_own_details",
    "end",
    "end_grant",
    "first_administrator",
    "give",
    "invite",
    "reject",
    "reopen",
    "send_again",
]
