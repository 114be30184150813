"""The rules by date: statutory guidance and the Panel's practice guidance.

A review keeps the ruleset that it began under, so a record stores the id. Dates and sources: handbook 2, section 11.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

DUTY_BEGAN = date(2018, 6, 29)
"""Sections 16A to 16F of the Children Act 2004 in force; the Panel is notified."""


class GuidanceKind(StrEnum):
    """Who issued the guidance."""

    STATUTORY = "statutory"  # Working Together to Safeguard Children
    PANEL = "panel"  # practice guidance of the Child Safeguarding Practice Review Panel


@dataclass(frozen=True)
class Ruleset:
    """One edition of the guidance. `verified` is False where its date is inferred or its month alone is known."""

    id: str
    kind: GuidanceKind
    title: str
    effective_from: date
    source: str
    verified: bool = True
    note: str = ""


class NoRulesetError(LookupError):
    """No ruleset was in force on that day; the message says why, for a reader."""


RULESETS = (
    Ruleset(
        id="working-together-2018",
        kind=GuidanceKind.STATUTORY,
        title="Working Together to Safeguard Children 2018",
        effective_from=DUTY_BEGAN,
        source="Children Act 2004, sections 16A to 16F; SI 2018/789; Working Together 2018",
        note="The duties came into force on 29 June 2018; the guidance itself was published on 4 July 2018.",
    ),
    Ruleset(
        id="working-together-2023",
        kind=GuidanceKind.STATUTORY,
        title="Working Together to Safeguard Children 2023",
        effective_from=date(2023, 12, 15),
        source="Working Together 2023, published on 15 December 2023, chapter 5",
        note="Local arrangements had until December 2024 to follow it. It adds the notice of a care leaver's death.",
    ),
    Ruleset(
        id="working-together-2026",
        kind=GuidanceKind.STATUTORY,
        title="Working Together to Safeguard Children 2026",
        effective_from=date(2026, 3, 19),
        source="Working Together 2026, as summarised by the Leeds safeguarding children partnership",
        verified=False,
        note="The day is inferred from the address of the document. What it changes about reviews is not known.",
    ),
    Ruleset(
        id="panel-guidance-2019",
        kind=GuidanceKind.PANEL,
        title="Panel practice guidance, April 2019",
        effective_from=date(2019, 4, 1),
        source="Child Safeguarding Practice Review Panel: practice guidance, April 2019",
        verified=False,
        note="Only the month is known; its first day is used.",
    ),
    Ruleset(
        id="panel-guidance-2022",
        kind=GuidanceKind.PANEL,
        title="Panel guidance for safeguarding partners, September 2022",
        effective_from=date(2022, 9, 1),
        source="Child Safeguarding Practice Review Panel: guidance, September 2022",
        verified=False,
        note="Only the month is known; its first day is used.",
    ),
    Ruleset(
        id="panel-guidance-2025",
        kind=GuidanceKind.PANEL,
        title="Panel guidance for safeguarding partners, June 2025",
        effective_from=date(2025, 6, 1),
        source="Child Safeguarding Practice Review Panel: guidance, June 2025",
        verified=False,
        note="Only the month is known; its first day is used.",
    ),
)


def ruleset(ruleset_id: str) -> Ruleset:
    """The ruleset of that id.

    Raises:
        LookupError: there is none.
    """
    for candidate in RULESETS:
        if candidate.id == ruleset_id:
            return candidate
    raise LookupError(f"There is no ruleset {ruleset_id!r}.")


def ruleset_on(day: date) -> Ruleset:
    """The statutory guidance in force on that day.

    Raises:
        NoRulesetError: the day is before 29 June 2018.
    """
    found = _latest(GuidanceKind.STATUTORY, day)
    if found is None:
        raise NoRulesetError(
            "No ruleset was in force before 29 June 2018, when the duty to notify the Panel began. "
            "Until then serious incidents were notified to Ofsted."
        )
    return found


def panel_guidance_on(day: date) -> Ruleset | None:
    """The Panel's guidance in force on that day; None before its first, in April 2019."""
    return _latest(GuidanceKind.PANEL, day)


def effective_to(of: Ruleset) -> date | None:
    """The last day of a ruleset: the day before the next of its kind; None for the current one."""
    for earlier, later in pairwise(_of_kind(of.kind)):
        if earlier == of:
            return date.fromordinal(later.effective_from.toordinal() - 1)
    return None


def _latest(kind: GuidanceKind, day: date) -> Ruleset | None:
    return next((found for found in reversed(_of_kind(kind)) if found.effective_from <= day), None)


def _of_kind(kind: GuidanceKind) -> list[Ruleset]:
    return sorted((found for found in RULESETS if found.kind is kind), key=lambda found: found.effective_from)
