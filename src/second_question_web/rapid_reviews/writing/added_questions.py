"""Questions that partnerships add to the template, and themes that the Panel adds for everybody (R12): who sees which, and
which open reviews have them. A review has those that were in force on the day on which it was opened.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from second_question.rules.access import Permission, ScopeKind
from second_question.rules.questions import Kind
from second_question.rules.template.parts import PARTS, RAPID_REVIEW_2021, OwnQuestion
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AddedQuestion, RapidReview
from second_question_web.rapid_reviews.queries import RUNNING
from second_question_web.rapid_reviews.scope import reviews_for
from second_question_web.sealed.keys import fingerprint
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.components import Status

if TYPE_CHECKING:
    from second_question_web.partnerships.models import Partnership

EVERYBODY = "Every partnership"
MOST_LISTED = 50
SECTIONS = {
    section.id: f"{part.number}. {part.title}" + ("" if part.title == section.title else f" – {section.title}")
    for part in PARTS
    for section in part.sections
}
"""The sections to which a question can be added, with the part that each belongs to."""


@dataclass(frozen=True)
class Standing:
    """One added question on a day, with the number of open reviews that have it."""

    question: AddedQuestion
    day: date
    open_reviews: int = 0

    @property
    def whose(self) -> str:
        """Whose reviews have it."""
        return str(self.question.partnership or EVERYBODY)

    @property
    def section(self) -> str:
        """Where it stands."""
        return SECTIONS[self.question.section]

    @property
    def may_be_changed(self) -> bool:
        """Whether no review can have it yet."""
        return self.question.starts_on > self.day and not self.is_over

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed or was put before its first."""
        ends = self.question.ends_on
        return ends is not None and (ends < self.day or ends < self.question.starts_on)

    @property
    def status(self) -> Status:
        """Where it is between its first and its last day."""
        ends = self.question.ends_on
        if ends is not None and ends < self.question.starts_on:
            return Status(text="Taken back before it began", tone="neutral")
        if self.is_over:
            return Status(text="Ended", tone="neutral")
        if self.question.starts_on > self.day:
            return Status(text="Not yet", tone="waiting")
        return Status(text="Asked now", tone="open")


def owners_of(person: Person) -> list["Partnership | None"]:
    """For whom the person adds questions: partnerships by name, None for every partnership in the country."""
    grants = person.grants_for(Permission.TEMPLATE_MANAGE)
    own = {g.partnership_id: g.partnership for g in grants if g.scope == ScopeKind.PARTNERSHIP}
    everybody: list[Partnership | None] = [None] if any(g.scope == ScopeKind.NATIONAL for g in grants) else []
    return [*everybody, *sorted((p for p in own.values() if p), key=lambda partnership: partnership.name)]


def standings_for(person: Person, day: date) -> list[Standing]:
    """Every question that the person may see, the newest first: those of the own partnerships, and those for everybody."""
    found = list(_visible(person).select_related("partnership").order_by("-starts_on", "-pk"))
    opened = _opened_by_day(person, found)
    return [Standing(one, day, sum(n for on, of, n in opened if _has(one, on, of))) for one in found]


def standing_of(person: Person, key: int, day: date) -> Standing:
    """One question.

    Raises:
        Hidden: there is none of that key, or not for this person.
    """
    found = _visible(person).select_related("partnership").filter(pk=key).first()
    if found is None:
        raise Hidden("added question", str(key))
    return Standing(found, day, reviews_with(person, found).count())


def reviews_with(person: Person, question: AddedQuestion) -> QuerySet[RapidReview]:
    """The open reviews that have this question, of those that the person may read, the newest first."""
    reach = reviews_for(person, Permission.RAPID_REVIEW_READ)
    found = RapidReview.objects.filter(reach, _running(), opened_on__gte=question.starts_on)
    if question.ends_on:
        found = found.filter(opened_on__lte=question.ends_on)
    if question.partnership_id:
        found = found.filter(notification__partnership=question.partnership_id)
    return (
        found.select_related("notification__partnership").defer("notification__sealed_answers").order_by("-opened_on")
    )


def in_force(partnerships: "Iterable[Partnership]", day: date) -> list[OwnQuestion]:
    """The questions that a review of these partnerships has if it is opened on that day."""
    whose = Q(partnership__in=list(partnerships)) | Q(partnership=None)
    found = AddedQuestion.objects.filter(whose, starts_on__lte=day).exclude(ends_on__lt=day)
    return [OwnQuestion(f"own_{one.pk}", one.section, one.label, one.hint, Kind(one.kind)) for one in found]


def same_label(
    partnership: "Partnership | None",
    section: str,
    label: str,
    first: date,
    last: date | None,
    besides: int | None = None,
) -> bool:
    """Whether a review could have two questions of that label in that section, the template's own among them."""
    wanted = label.casefold()
    if any(asked.label.casefold() == wanted for asked in RAPID_REVIEW_2021.section(section).questions):
        return True
    others = AddedQuestion.objects.filter(Q(partnership=partnership) | Q(partnership=None), section=section)
    others = others.exclude(pk__in=[besides] if besides else []).exclude(ends_on__lt=first)
    if last is not None:
        others = others.exclude(starts_on__gt=last)
    return any(one.label.casefold() == wanted for one in others)


def seen_of(question: AddedQuestion) -> str:
    """A digest of what it says, by which a page that was opened earlier knows that somebody changed it since."""
    facts = (question.section, question.label, question.hint, question.kind, question.starts_on, question.ends_on)
    return fingerprint(repr(facts))


def _visible(person: Person) -> QuerySet[AddedQuestion]:
    own = [owner.pk for owner in owners_of(person) if owner is not None]
    return AddedQuestion.objects.filter(Q(partnership__in=own) | Q(partnership=None))


def _opened_by_day(person: Person, found: Sequence[AddedQuestion]) -> list[tuple[date, int | None, int]]:
    """How many open reviews were opened on each day since the first question began, by partnership. One query."""
    first = min((one.starts_on for one in found), default=None)
    if first is None:
        return []
    reach = reviews_for(person, Permission.RAPID_REVIEW_READ)
    opened = RapidReview.objects.filter(reach, _running(), opened_on__gte=first).order_by()
    days = opened.values("opened_on", "notification__partnership").annotate(number=Count("pk"))
    return [(day["opened_on"], day["notification__partnership"], day["number"]) for day in days]


def _has(question: AddedQuestion, opened_on: date, partnership: int | None) -> bool:
    is_in_force = question.starts_on <= opened_on and (question.ends_on is None or opened_on <= question.ends_on)
    return is_in_force and question.partnership_id in (None, partnership)


def _running() -> Q:
    return Q(state__in=RUNNING, submitted_on=None)
