"""The life of a referral, a notification and a rapid review: states, and the steps between them, as tables.

Pure data and one small class, which knows nothing of storage or people: the caller asks whether a step can be taken,
checks its permission, and stores the new state (handbook 2, section 13, "States").
"""

from dataclasses import dataclass
from enum import StrEnum

from second_question.rules.access import Permission


class ReferralState(StrEnum):
    """Where a referral to the safeguarding partners stands."""

    RECEIVED = "received"
    SCREENING = "screening"
    NOT_NOTIFIABLE = "not_notifiable"
    NEAR_MISS = "near_miss"
    NOTIFY = "notify"


class NotificationState(StrEnum):
    """Where a notification stands."""

    DRAFT = "draft"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    DISCARDED = "discarded"


class RapidReviewState(StrEnum):
    """Where a rapid review stands."""

    OPEN = "open"
    GATHERING = "gathering"
    MEETING = "meeting"
    DRAFTING = "drafting"
    DECIDED = "decided"
    SUBMITTED = "submitted"
    PANEL_REPLIED = "panel_replied"
    CLOSED = "closed"


@dataclass(frozen=True)
class Step:
    """A step from any of some states to one. `permission`: what the person needs; `prose`: what it is."""

    name: str
    from_states: tuple[str, ...]
    to: str
    permission: str
    prose: str


class StepError(ValueError):
    """The step cannot be taken; the message says why, for a reader."""


@dataclass(frozen=True)
class Workflow:
    """One state machine: where it begins, the label of each state, and the table of steps."""

    id: str
    title: str
    initial: str
    states: dict[str, str]
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step:
        """The step of that name.

        Raises:
            StepError: there is none.
        """
        for candidate in self.steps:
            if candidate.name == name:
                return candidate
        raise StepError(f"A {self.title} has no step {name!r}.")

    def can(self, step: str, state: str) -> bool:
        """Whether the step leads anywhere from that state.

        Raises:
            StepError: there is no such step.
        """
        return state in self.step(step).from_states

    def take(self, step: str, state: str) -> str:
        """The state after the step.

        Raises:
            StepError: the step cannot be taken from that state, or there is no such step or state.
        """
        chosen = self.step(step)
        if state in chosen.from_states:
            return chosen.to
        allowed = " or ".join(f"“{self.label(known)}”" for known in chosen.from_states)
        now = self.label(state)
        raise StepError(f"This {self.title} is “{now}”. “{chosen.prose}” is possible only when it is {allowed}.")

    def label(self, state: str) -> str:
        """The words for a state.

        Raises:
            StepError: there is no such state.
        """
        try:
            return self.states[state]
        except KeyError:
            raise StepError(f"A {self.title} has no state {state!r}.") from None

    def steps_from(self, state: str) -> tuple[Step, ...]:
        """What can be done next."""
        return tuple(step for step in self.steps if state in step.from_states)

    def final(self, state: str) -> bool:
        """Whether nothing can follow."""
        return not self.steps_from(state)


_P = Permission
_R = ReferralState
REFERRAL = Workflow(
    id="referral",
    title="referral",
    initial=_R.RECEIVED,
    states={
        _R.RECEIVED: "Received",
        _R.SCREENING: "Being screened",
        _R.NOT_NOTIFIABLE: "Not notifiable",
        _R.NEAR_MISS: "Near miss",
        _R.NOTIFY: "To be notified",
    },
    steps=(
        Step("screen", (_R.RECEIVED,), _R.SCREENING, _P.REFERRAL_SCREEN, "Begin screening"),
        Step(
            "decide_not_notifiable",
            (_R.SCREENING,),
            _R.NOT_NOTIFIABLE,
            _P.REFERRAL_SCREEN,
            "Decide that the criteria are not met",
        ),
        Step("decide_near_miss", (_R.SCREENING,), _R.NEAR_MISS, _P.REFERRAL_SCREEN, "Keep as a near miss"),
        Step("decide_notify", (_R.SCREENING,), _R.NOTIFY, _P.REFERRAL_SCREEN, "Decide to notify the Panel"),
        Step(
            "screen_again",
            (_R.NOT_NOTIFIABLE, _R.NEAR_MISS),
            _R.SCREENING,
            _P.REFERRAL_SCREEN,
            "Screen again in the light of new facts",
        ),
    ),
)

_N = NotificationState
NOTIFICATION = Workflow(
    id="notification",
    title="notification",
    initial=_N.DRAFT,
    states={_N.DRAFT: "Draft", _N.SENT: "Sent", _N.WITHDRAWN: "Withdrawn", _N.DISCARDED: "Discarded"},
    steps=(
        Step("send", (_N.DRAFT,), _N.SENT, _P.NOTIFICATION_SEND, "Send to the Panel"),
        Step("discard", (_N.DRAFT,), _N.DISCARDED, _P.NOTIFICATION_WRITE, "Discard the draft"),
        Step("withdraw", (_N.SENT,), _N.WITHDRAWN, _P.NOTIFICATION_WITHDRAW, "Withdraw, with a reason"),
    ),
)

_V = RapidReviewState
_NOT_CLOSED = tuple(state for state in _V if state is not _V.CLOSED)
_BEFORE_SENDING = (_V.OPEN, _V.GATHERING, _V.MEETING, _V.DRAFTING, _V.DECIDED)
RAPID_REVIEW = Workflow(
    id="rapid_review",
    title="rapid review",
    initial=_V.OPEN,
    states={
        _V.OPEN: "Open",
        _V.GATHERING: "Gathering facts",
        _V.MEETING: "Meeting",
        _V.DRAFTING: "Being drafted",
        _V.DECIDED: "Decided",
        _V.SUBMITTED: "With the Panel",
        _V.PANEL_REPLIED: "Panel has replied",
        _V.CLOSED: "Closed: criteria no longer met",
    },
    steps=(
        Step("gather", (_V.OPEN, _V.MEETING, _V.DRAFTING), _V.GATHERING, _P.RAPID_REVIEW_WRITE, "Ask the agencies"),
        Step("meet", (_V.GATHERING,), _V.MEETING, _P.RAPID_REVIEW_WRITE, "Call the meeting"),
        Step("draft", (_V.MEETING, _V.DECIDED), _V.DRAFTING, _P.RAPID_REVIEW_WRITE, "Write the review"),
        Step("decide", (_V.DRAFTING,), _V.DECIDED, "rapid_review.decide", "Record the decision and its grounds"),
        Step("submit", (_V.DECIDED,), _V.SUBMITTED, "rapid_review.submit", "Send the review to the Panel"),
        Step(
            "record_sent",
            _BEFORE_SENDING,
            _V.SUBMITTED,
            _P.RAPID_REVIEW_WRITE,
            "Record that a review written elsewhere was sent to the Panel",
        ),
        Step("record_reply", (_V.SUBMITTED,), _V.PANEL_REPLIED, "panel.reply", "Record the Panel’s reply"),
        Step("decide_again", (_V.PANEL_REPLIED,), _V.DECIDED, "rapid_review.decide", "Decide again after advice"),
        Step("close", _NOT_CLOSED, _V.CLOSED, _P.NOTIFICATION_WITHDRAW, "Close: the notification was withdrawn"),
    ),
)

WORKFLOWS = (REFERRAL, NOTIFICATION, RAPID_REVIEW)
