"""Which reviews' decisions changed after the Panel's advice, and from what to what (P2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from second_question.rules.access import Permission
from second_question.rules.decision_changes import DecisionChange, DecisionTaken, changes_after_advice
from second_question_web.incidents.scope import through
from second_question_web.panel.models import Reply
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import sent
from second_question_web.rapid_reviews.scope import reviews_for

_CASE = "review__notification"
_NAMES = ("reference", "region", "region__name", "local_authority__name", "partnership__name")
_FIELDS = ("review", "outcome", "decided_on", "after_advice", *(f"{_CASE}__{name}" for name in _NAMES))


@dataclass(frozen=True)
class WantedChanges:
    """Which changes are wanted; what is empty does not narrow. A change belongs to the year of the later decision."""

    year: str = ""
    region: str = ""
    direction: str = ""

    def in_force(self) -> dict[str, str]:
        """What narrows, by name."""
        return {name: value for name, value in vars(self).items() if value}

    def take(self, change: "ChangedReview") -> bool:
        """Whether that change is wanted."""
        facts = {"year": str(change.year), "region": change.region, "direction": str(change.change.direction)}
        return all(facts[name] == value for name, value in self.in_force().items())


@dataclass(frozen=True)
class ChangedReview:
    """A change of decision with the review that it belongs to."""

    reference: str
    region: str
    region_name: str
    authority: str
    change: DecisionChange

    @property
    def year(self) -> int:
        """The year of the later decision."""
        return self.change.after.decided_on.year


def changed_reviews(person: Person) -> list[ChangedReview]:
    """Every change after advice in the reviews of this person, the latest first. One query."""
    decisions = sent.decisions_with_advice(reviews_for(person, Permission.PANEL_INBOX)).values_list(
        *_FIELDS, named=True
    )
    found = [one for _, own in groupby(decisions, key=lambda row: row.review) for one in _changes(list(own))]
    return sorted(found, key=lambda one: (one.change.after.decided_on, one.reference), reverse=True)


def number_answered(person: Person) -> int:
    """How many reviews of this person the Panel has answered: what the changes are to be seen against."""
    reach = through("version__review", reviews_for(person, Permission.PANEL_INBOX))
    return Reply.objects.filter(reach, sent_at__isnull=False, number=1).count()


def _changes(decisions: list[Any]) -> Iterator[ChangedReview]:
    """The changes of one review, given the rows of its decisions."""
    reference, region, region_name, authority, partnership = decisions[0][-5:]
    for change in changes_after_advice(DecisionTaken(d.outcome, d.decided_on, d.after_advice) for d in decisions):
        yield ChangedReview(
            reference=reference,
            region=region or "",
            region_name=region_name or "Region not known",
            authority=authority or partnership or "",
            change=change,
        )
