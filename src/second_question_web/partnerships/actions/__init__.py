"""Every change to who is where."""

from second_question_web.partnerships.actions.founding import create_partnership
from second_question_web.partnerships.actions.loading import Loaded, load_reference
from second_question_web.partnerships.actions.membership import (
    add_agency,
    add_new_agency,
    add_safeguarding_partner,
    end_membership,
)
from second_question_web.partnerships.actions.own_settings import (
    add_local_clock,
    change_counting,
    change_email,
    end_local_clock,
)

__all__ = [
    "Loaded",
    "add_agency",
    "add_local_clock",
    "add_new_agency",
    "add_safeguarding_partner",
    "change_counting",
    "change_email",
    "create_partnership",
    "end_local_clock",
    "end_membership",
    "load_reference",
]
