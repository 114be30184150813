"""Can a draft be sent: what is missing, what is wrong, what is only odd."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from second_question.rules import answers as rules
from second_question.rules.answers import Finding, Level
from second_question.rules.completeness import FilledRecord, Obstacle, what_prevents_sending
from second_question.rules.questions import Form
from second_question_web.incidents.answers import filled_records, form_of
from second_question_web.incidents.models import Adult, Child, Notification


@dataclass(frozen=True)
class Oddity:
    """A finding about one record: which it is, and which of several (`place`, 0 for the incident)."""

    record: str
    place: int
    finding: Finding


@dataclass(frozen=True)
class Readiness:
    """What stands between a draft and sending it, with the records that were looked at."""

    children: Sequence[Child]
    adults: Sequence[Adult]
    obstacles: Sequence[Obstacle]
    oddities: Sequence[Oddity]

    @property
    def errors(self) -> list[Finding]:
        """What must be put right."""
        return [oddity.finding for oddity in self.oddities if oddity.finding.level is Level.ERROR]

    @property
    def can_be_sent(self) -> bool:
        """Whether nothing is missing or wrong."""
        return not self.obstacles and not self.errors


def of(notification: Notification, today: date) -> Readiness:
    """Looks at the whole draft."""
    children = list(notification.children.filter(removed_at=None))
    adults = list(notification.adults.filter(removed_at=None))
    return judged(notification, children, adults, today)


def judged(notification: Notification, children: Sequence[Child], adults: Sequence[Adult], today: date) -> Readiness:
    """As `of`, with the records already read."""
    form = form_of(notification)
    records = filled_records(notification, children, adults)
    oddities = _oddities(form, records, [c.place for c in children], [a.place for a in adults], today)
    return Readiness(children, adults, what_prevents_sending(form, records), oddities)


def _oddities(
    form: Form, records: Sequence[FilledRecord], children: Sequence[int], adults: Sequence[int], today: date
) -> list[Oddity]:
    incident = records[0].answers
    about_children = [record.answers for record in records if record.record == "child"]
    about_adults = [record.answers for record in records if record.record == "adult"]
    found = [Oddity("incident", 0, f) for f in rules.check_incident(form, incident, today=today)]
    for place, answers in zip(children, about_children, strict=True):
        found += [Oddity("child", place, f) for f in rules.check_child(form, answers, incident, today=today)]
    for place, answers in zip(adults, about_adults, strict=True):
        found += [Oddity("adult", place, f) for f in rules.check_adult(form, answers, today=today)]
    return found + [Oddity("incident", 0, f) for f in rules.check_together(incident, about_children)]
