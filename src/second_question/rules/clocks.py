"""Every clock as data: what starts it, how long it runs, which rule says so, and whether that was verified.

`deadlines.py` counts them. A partnership adds its own with `local_clock`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

NATIONAL_RULESETS = ("working-together-2018", "working-together-2023", "working-together-2026")


class Unit(StrEnum):
    """What the length of a clock is counted in."""

    WORKING_DAYS = "working_days"
    MONTHS = "months"


class Direction(StrEnum):
    """What the date at the end of a clock means."""

    DO_BY = "do_by"  # something is owed by that day
    DO_BEFORE = "do_before"  # counted backwards: owed by that day, so long before the event
    KEEP_UNTIL = "keep_until"  # something stays as it is at least until that day


@dataclass(frozen=True)
class Clock:
    """One time limit.

    `starts_when` completes "counted from …". `rulesets` are those that have the rule; an empty tuple means that it does
    not depend on them (a local clock). `verified_under` are those of them where a source that was read states it.
    """

    id: str
    title: str
    starts_when: str
    length: int
    unit: Unit
    direction: Direction
    rule: str
    source: str
    rulesets: tuple[str, ...] = NATIONAL_RULESETS
    verified_under: tuple[str, ...] = ()
    note: str = ""

    @property
    def local(self) -> bool:
        """Set by a partnership, not by national guidance."""
        return not self.rulesets

    def verified(self, ruleset_id: str) -> bool:
        """Whether the rule was read in a source that speaks of that ruleset; a partnership vouches for its own."""
        return self.local or ruleset_id in self.verified_under


CLOCKS = (
    Clock(
        id="notification",
        title="Notify the Panel",
        starts_when="the day on which the local authority became aware of the incident",
        length=5,
        unit=Unit.WORKING_DAYS,
        direction=Direction.DO_BY,
        rule="5 working days",
        source=(
            "Children Act 2004, section 16C(1); GOV.UK, Report a serious child safeguarding incident: "
            "within 5 working days of becoming aware"
        ),
        verified_under=("working-together-2018", "working-together-2023"),
        note="The safeguarding partners of the area, and of other areas where appropriate, are told in the same time.",
    ),
    Clock(
        id="rapid_review",
        title="Rapid review to the Panel",
        starts_when="the day on which the notification was sent to the Panel",
        length=15,
        unit=Unit.WORKING_DAYS,
        direction=Direction.DO_BY,
        rule="15 working days",
        source=(
            "Child Safeguarding Practice Review Panel guidance, with Working Together: within 15 working days, "
            "counted from the date on which the notification was sent to the Panel"
        ),
        verified_under=("working-together-2018", "working-together-2023"),
        note="The guidance does not say whether the day of sending is day 1; the choice is a setting.",
    ),
    Clock(
        id="local_review",
        title="Local review completed and published",
        starts_when="the day of the decision to start the review",
        length=6,
        unit=Unit.MONTHS,
        direction=Direction.DO_BY,
        rule="6 months",
        source="Working Together 2018, as cited by the University of East Anglia for the Panel: within six months",
        verified_under=("working-together-2018",),
        note=(
            "One summary counts from the notification instead; the guidance counts from the decision. Criminal or "
            "other proceedings are in themselves no reason to delay: tell the Panel of a likely delay and why."
        ),
    ),
    Clock(
        id="pre_publication_copies",
        title="Copies before publication",
        starts_when="the day of publication",
        length=7,
        unit=Unit.WORKING_DAYS,
        direction=Direction.DO_BEFORE,
        rule="7 working days before publication",
        source="Working Together 2018, as understood: copies to the Panel, the Secretary of State and Ofsted",
        note="Known of the guidance but not read in it.",
    ),
    Clock(
        id="online_until",
        title="Report available online",
        starts_when="the day of publication",
        length=12,
        unit=Unit.MONTHS,
        direction=Direction.KEEP_UNTIL,
        rule="at least 1 year",
        source="Working Together, as cited by the Sheffield partnership: available online for at least one year",
        verified_under=("working-together-2018", "working-together-2023"),
    ),
)

SUGGESTED_LOCAL_CLOCKS = (
    (
        "partners_meet",
        "Partners meet about a referral",
        "the day of the referral",
        1,
        "one partnership's published practice",
    ),
    (
        "agency_summaries",
        "Agency summaries",
        "the day of the notification",
        10,
        "the Devon partnership's published flowchart",
    ),
    (
        "executive_meeting",
        "Executive decision",
        "the day of the notification",
        14,
        "the Devon partnership's published flowchart",
    ),
)
"""What some partnerships set for themselves: id, title, start, working days, whose practice. None is on by default."""


def clock(clock_id: str) -> Clock:
    """The national clock of that id.

    Raises:
        LookupError: there is none.
    """
    for candidate in CLOCKS:
        if candidate.id == clock_id:
            return candidate
    raise LookupError(f"There is no national clock {clock_id!r}.")


def clocks_of(ruleset_id: str) -> tuple[Clock, ...]:
    """The national clocks of a ruleset, in the order in which a case meets them."""
    return tuple(candidate for candidate in CLOCKS if ruleset_id in candidate.rulesets)


def local_clock(clock_id: str, title: str, starts_when: str, working_days: int, source: str = "") -> Clock:
    """A clock that a partnership sets for itself.

    Raises:
        ValueError: the id is a national clock's or no short name, or the length is not 1 to 250 working days.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,49}", clock_id):
        raise ValueError("The id of a clock is a short name in small letters, digits and underscores.")
    if any(clock_id == national.id for national in CLOCKS):
        raise ValueError(f"{clock_id!r} is a national clock. Give the local one another id.")
    if not 1 <= working_days <= 250:
        raise ValueError(f"A local clock runs for 1 to 250 working days, not {working_days}.")
    return Clock(
        id=clock_id,
        title=title,
        starts_when=starts_when,
        length=working_days,
        unit=Unit.WORKING_DAYS,
        direction=Direction.DO_BY,
        rule="1 working day" if working_days == 1 else f"{working_days} working days",
        source=source or "Set by the partnership",
        rulesets=(),
    )
