"""Something that happened to a rapid review, for its event history: the evidence on how reviews are done (T1)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from second_question_web.ui.filters import day_of


class Stage(StrEnum):
    """The stages of a review by what happens at them. The codes stand in downloads and never change meaning."""

    OPENED = "opened"
    PAUSED = "paused"
    RESUMED = "resumed"
    EXTENDED = "extended"
    AREA_JOINED = "area_joined"
    AREA_LEFT = "area_left"
    ASKED = "asked"
    REMINDED = "reminded"
    RETURNED = "returned"
    NOTHING_KNOWN = "nothing_known"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"
    SHARED = "shared"
    TOLD = "told"
    MEETING_CALLED = "meeting_called"
    MET = "met"
    MEETING_CANCELLED = "meeting_cancelled"
    DRAFTING_BEGAN = "drafting_began"
    DRAFTED_LAST = "drafted_last"
    DECIDED = "decided"
    PARTNER_SIGNED = "partner_signed"
    SENT = "sent"
    PANEL_REPLIED = "panel_replied"
    ANSWERED = "answered"
    RECONSIDERED = "reconsidered"
    CLOSED = "closed"


STAGE_LABELS = {
    Stage.OPENED: "Rapid review opened",
    Stage.PAUSED: "Clock paused",
    Stage.RESUMED: "Pause ended",
    Stage.EXTENDED: "More time given",
    Stage.AREA_JOINED: "Another area joined",
    Stage.AREA_LEFT: "Another area left",
    Stage.ASKED: "Agency asked for its summary",
    Stage.REMINDED: "Agency reminded",
    Stage.RETURNED: "Summary returned",
    Stage.NOTHING_KNOWN: "Agency did not know the family",
    Stage.SIGNED: "Summary signed for the agency",
    Stage.WITHDRAWN: "Request to an agency withdrawn",
    Stage.SHARED: "Summary shared with the other agencies",
    Stage.TOLD: "Agency told what came of it",
    Stage.MEETING_CALLED: "Meeting called",
    Stage.MET: "Meeting held",
    Stage.MEETING_CANCELLED: "Meeting cancelled",
    Stage.DRAFTING_BEGAN: "First writing by the partnership",
    Stage.DRAFTED_LAST: "Last writing by the partnership so far",
    Stage.DECIDED: "Decision recorded",
    Stage.PARTNER_SIGNED: "Decision signed by a safeguarding partner",
    Stage.SENT: "Sent to the Panel",
    Stage.PANEL_REPLIED: "The Panel replied",
    Stage.ANSWERED: "The partnership answered the Panel",
    Stage.RECONSIDERED: "The partnership thinks again",
    Stage.CLOSED: "Closed: the notification was withdrawn",
}


@dataclass(frozen=True)
class Happening:
    """One event: when, at which stage, and for those who may read the draft what it was, who did it, for whom.

    `at` is a day where no time is known. `what` completes the stage's label, for example "Version 2".
    """

    at: date | datetime
    stage: Stage
    what: str = ""
    who: str = ""
    organisation: str = ""

    @cached_property
    def on(self) -> date:
        """The day in England."""
        return day_of(self.at)

    @property
    def label(self) -> str:
        """The stage in words."""
        return STAGE_LABELS[self.stage]
