"""The life of a referral, a notification, a rapid review and a request to an agency: states, and steps, as tables.

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


class AgencyRequestState(StrEnum):
    """Where the request to an agency for its summary stands."""

    ASKED = "asked"
    STARTED = "started"
    RETURNED = "returned"
    SIGNED = "signed"
    NOTHING_KNOWN = "nothing_known"
    WITHDRAWN = "withdrawn"


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
_BEFORE_DECISION = (_V.OPEN, _V.GATHERING, _V.MEETING, _V.DRAFTING)
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
    # The first three follow from what is done; nobody has to move a review on by hand.
    steps=(
        Step("gather", (_V.OPEN,), _V.GATHERING, _P.SUMMARY_ASK, "Ask the agencies"),
        Step("meet", (_V.OPEN, _V.GATHERING), _V.MEETING, _P.RAPID_REVIEW_WRITE, "Call the meeting"),
        Step("draft", (_V.OPEN, _V.GATHERING, _V.MEETING), _V.DRAFTING, _P.RAPID_REVIEW_WRITE, "Write the review"),
        Step(
            "decide",
            (*_BEFORE_DECISION, _V.DECIDED),
            _V.DECIDED,
            _P.RAPID_REVIEW_DECIDE,
            "Record the decision and its grounds",
        ),
        Step("submit", (_V.DECIDED,), _V.SUBMITTED, _P.RAPID_REVIEW_SEND, "Send the review to the Panel"),
        Step(
            "record_sent",
            (*_BEFORE_DECISION, _V.DECIDED),
            _V.SUBMITTED,
            _P.RAPID_REVIEW_SEND,
            "Record that a review written elsewhere was sent to the Panel",
        ),
        Step(
            "record_reply",
            (_V.SUBMITTED, _V.PANEL_REPLIED),
            _V.PANEL_REPLIED,
            _P.PANEL_REPLY,
            "Record the Panel’s reply",
        ),
        Step("answer", (_V.PANEL_REPLIED,), _V.SUBMITTED, _P.RAPID_REVIEW_SEND, "Answer the Panel, and stay with it"),
        Step("reconsider", (_V.PANEL_REPLIED,), _V.DRAFTING, _P.RAPID_REVIEW_SEND, "Think again after advice"),
        Step("close", _NOT_CLOSED, _V.CLOSED, _P.NOTIFICATION_WITHDRAW, "Close: the notification was withdrawn"),
    ),
)

_A = AgencyRequestState
AGENCY_REQUEST = Workflow(
    id="agency_request",
    title="request to an agency",
    initial=_A.ASKED,
    states={
        _A.ASKED: "Asked",
        _A.STARTED: "Begun",
        _A.RETURNED: "Returned, not yet signed",
        _A.SIGNED: "Returned and signed",
        _A.NOTHING_KNOWN: "Did not know the family",
        _A.WITHDRAWN: "Withdrawn",
    },
    steps=(
        Step("begin", (_A.ASKED,), _A.STARTED, _P.SUMMARY_WRITE, "Begin the summary"),
        Step("give_back", (_A.ASKED, _A.STARTED), _A.RETURNED, _P.SUMMARY_WRITE, "Return the summary"),
        Step("sign", (_A.RETURNED,), _A.SIGNED, _P.SUMMARY_SIGN, "Sign the summary for the agency"),
        Step("change", (_A.RETURNED, _A.SIGNED), _A.STARTED, _P.SUMMARY_WRITE, "Change a summary that was returned"),
        Step(
            "know_nothing",
            (_A.ASKED, _A.STARTED),
            _A.NOTHING_KNOWN,
            _P.SUMMARY_WRITE,
            "Answer that the agency did not know the family",
        ),
        Step("correct", (_A.NOTHING_KNOWN,), _A.STARTED, _P.SUMMARY_WRITE, "Correct that: something is known"),
        Step("withdraw", (_A.ASKED, _A.STARTED), _A.WITHDRAWN, _P.SUMMARY_ASK, "Withdraw the request"),
    ),
)

WORKFLOWS = (REFERRAL, NOTIFICATION, RAPID_REVIEW, AGENCY_REQUEST)
