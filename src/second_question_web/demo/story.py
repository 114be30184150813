"""The shape of a demo incident: answers as a person would give them, with dates counted back from the day of loading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

FRIDAY = 4
Answers = Mapping[str, object]


@dataclass(frozen=True)
class Person:
    """A child or adult. `born` is days before the incident (for an unborn child, days after it)."""

    answers: Answers
    born: int | None = None
    died: int | None = None  # days after the incident
    unanswered: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Later:
    """Something that happened after sending, so many days after it."""

    after: int
    what: str  # amend, withdraw, tell, acknowledge, pause, extend, review_sent
    reason: str = ""
    changes: Answers = field(default_factory=dict)  # for an amendment: "incident.question" or "child1.question"
    body: str = ""
    how: str = "telephone"
    working_days: int = 0


@dataclass(frozen=True)
class Story:
    """One incident. `aware` is how many days ago the local authority knew; `sent` how many days later it was sent."""

    place: str
    by: str
    aware: int
    incident: int  # days before the local authority became aware
    answers: Answers
    children: Sequence[Person]
    adults: Sequence[Person] = ()
    sent: int | None = None
    unanswered: Mapping[str, str] = field(default_factory=dict)
    later: Sequence[Later] = ()
    from_referral: bool = False


def child(name: str, born: int, sex: str, ethnicity: str, outcome: str, **more: object) -> Person:
    """A born and named child; one who died did so on the day of the incident.

    The child whom the incident is mostly about, unless said otherwise.
    """
    return Person(
        {
            "birth_status": "named",
            "full_name": name,
            "focus_child": True,
            "outcome": outcome,
            "sex": sex,
            "ethnicity": ethnicity,
            "looked_after_now": False,
            **more,
        },
        born=born,
        died=0 if outcome == "died" else None,
    )


def sibling(name: str, born: int, sex: str, ethnicity: str, outcome: str = "not_harmed", **more: object) -> Person:
    """A brother or sister of the child whom the incident is mostly about."""
    more = {"focus_child": False, "relationship_to_focus_child": "sibling", **more}
    return child(name, born, sex, ethnicity, outcome, **more)


def adult(name: str, relationship: str, born: int | None = None, **more: object) -> Person:
    """A parent, carer or other person."""
    unanswered = {} if born is not None else {"date_of_birth": "not_known"}
    return Person({"full_name": name, "relationship": relationship, **more}, born=born, unanswered=unanswered)


def weekday(today: date, days_ago: int) -> date:
    """The day so many days ago, or the Friday before where that was a weekend: offices are closed then."""
    day = today - timedelta(days_ago)
    return day - timedelta(max(0, day.weekday() - FRIDAY))


def years(number: float) -> int:
    """So many years in days."""
    return round(number * 365.25)


def weeks(number: float) -> int:
    """So many weeks in days."""
    return round(number * 7)
