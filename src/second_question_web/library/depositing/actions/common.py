"""What the actions share: the row of the trail, and what is entered."""

from collections.abc import Mapping
from datetime import datetime

from second_question_web.library.changes import next_change
from second_question_web.library.depositing.entries import Facts
from second_question_web.library.depositing.rules import Wishes, look_again_on
from second_question_web.library.models import Deposit
from second_question_web.trail.actions import Actor, record

SUBJECT = "library document"


def note(
    what: str,
    deposit: Deposit,
    by: Actor,
    now: datetime,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
) -> None:
    """The trail's row. It says what changed, not the words: whose document it is may be withheld."""
    subject = (SUBJECT, deposit.key)
    record(f"library.{what}", by=by, subject=subject, before=before or {}, after=after or {}, reason=reason, at=now)


def standing(deposit: Deposit) -> dict[str, object]:
    """How a deposit stands, for the trail."""
    return {
        "state": deposit.state,
        "audience": deposit.audience,
        "area withheld": deposit.area_withheld,
        "text withheld": deposit.text_withheld,
    }


def put_into_library(deposit: Deposit, facts: Facts, wishes: Wishes, by: Actor, now: datetime) -> None:
    """Gives a deposit its facts and who may see it, and the number of the change by which every host learns of it."""
    for name, value in facts.values().items():
        setattr(deposit, name, value)
    deposit.audience, deposit.area_withheld = wishes.audience, wishes.area_withheld
    deposit.text_withheld = wishes.text_withheld
    deposit.withheld_reason = wishes.withheld_reason.strip() if wishes.text_withheld else ""
    deposit.look_again_on = look_again_on(wishes, now.date())
    if wishes.confirmed:
        deposit.confirmed = {"by": by.trail_name, "at": now.isoformat()}
    deposit.state = Deposit.State.ENTERED
    deposit.entered_at = deposit.entered_at or now
    deposit.change = next_change()
    deposit.save()
