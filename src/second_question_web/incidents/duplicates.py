"""Has this incident been notified already? Likely duplicates of a draft, with the reasons in words.

Two notifications of one incident spoil the figures and the work (handbook 4, CSINS). We look across every partnership, because
the child may live elsewhere; what a person may see of another area's notification is decided in `queries`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Prefetch, Q

from second_question_web.incidents.columns import born_fingerprint, names_of
from second_question_web.incidents.models import Child, Fingerprint, Notification, NotTheSame
from second_question_web.sealed import names

CLOSE = timedelta(days=7)
LIKELY = 50
MOST_SHOWN = 10
_OF_CHILDREN = (Fingerprint.Of.CHILD_NAME, Fingerprint.Of.CHILD_BORN)

SAME_NAME_AND_BIRTHDAY = 100
SAME_BIRTHDAY_AND_AREA = 60
SAME_NAME_AND_AREA = 60
SAME_AREA_AND_DAYS = 30
SAME_NATURE = 10
SAME_AGE = 15
SAME_SEX = 5


@dataclass
class Likely:
    """Another notification that may be about the same incident, why we think so, and how strongly (50 is the least)."""

    notification: Notification
    score: int = 0
    reasons: list[str] = field(default_factory=list)

    def because(self, points: int, reason: str) -> None:
        """Adds one reason."""
        self.score += points
        self.reasons.append(reason)


@dataclass(frozen=True)
class _Children:
    """The keys of other notifications with a child who has the same birthday, a name like it, or that and part of a name."""

    birthday: frozenset[int]
    name: frozenset[int]
    both: frozenset[int]


def found(notification: Notification, children: Sequence[Child]) -> list[Likely]:
    """The likely duplicates that nobody has judged yet, the likeliest first."""
    alike = _alike(notification, children)
    others = _candidates(notification, alike)
    scored = [_score(notification, children, other, alike) for other in others]
    likely = [one for one in scored if one.score >= LIKELY]
    return sorted(likely, key=lambda one: (-one.score, one.notification.reference))[:MOST_SHOWN]


def _alike(notification: Notification, children: Sequence[Child]) -> _Children:
    """Children of other notifications with fingerprints like these: one query, however many there are.

    A name alone says something only in the same area, so elsewhere we look only where a birthday is the same.
    """
    looked_for = [_looked_for(child) for child in children]
    birthdays = {value for born, _ in looked_for for value in born}
    values = birthdays.union(*(part for _, parts in looked_for for part in parts))
    born_then = Fingerprint.objects.filter(of=Fingerprint.Of.CHILD_BORN, value__in=birthdays).values("notification")
    near = Q(notification__in=born_then)
    if notification.local_authority_id:
        near |= Q(notification__local_authority=notification.local_authority_id)
    rows = Fingerprint.objects.filter(near, value__in=values, of__in=_OF_CHILDREN).exclude(notification=notification.pk)
    theirs: dict[tuple[int, int], set[str]] = {}
    for key, record, value in rows.values_list("notification", "record", "value"):
        theirs.setdefault((key, record), set()).add(value)
    return _matches(theirs, looked_for)


def _looked_for(child: Child) -> tuple[set[str], list[set[str]]]:
    """The fingerprint of a child's birthday, and for each part of the name those of which one must be there."""
    born = child.sealed_answers.get("date_of_birth")
    name = child.sealed_answers.get("full_name") or names_of(child)
    return ({born_fingerprint(date.fromisoformat(born))} if born else set(), names.fingerprints_to_find(name))


def _matches(
    theirs: Mapping[tuple[int, int], set[str]], looked_for: Sequence[tuple[set[str], list[set[str]]]]
) -> _Children:
    birthday, name, both = set(), set(), set()
    for (key, _record), values in theirs.items():
        for born, parts in looked_for:
            same_birthday = bool(born & values)
            same_name = bool(parts) and all(part & values for part in parts)
            part_of_name = any(part & values for part in parts)
            birthday |= {key} if same_birthday else set()
            name |= {key} if same_name else set()
            both |= {key} if same_birthday and part_of_name else set()
    return _Children(frozenset(birthday), frozenset(name), frozenset(both))


def _candidates(notification: Notification, alike: _Children) -> Iterable[Notification]:
    wanted = Q(pk__in=alike.both)
    if notification.local_authority_id:
        wanted |= _in_the_same_area(notification, alike) & Q(local_authority=notification.local_authority_id)
    judged = NotTheSame.objects.filter(notification=notification).values("other")
    return (
        Notification.objects.filter(wanted)
        .exclude(pk=notification.pk)
        .exclude(pk__in=judged)
        .exclude(state=Notification.State.DISCARDED)
        .select_related("partnership", "local_authority")
        .defer("answers", "sealed_answers", "unanswered", "snapshot", "extra")
        .prefetch_related(Prefetch("children", Child.objects.defer("answers", "sealed_answers", "unanswered")))
    )


def _in_the_same_area(notification: Notification, alike: _Children) -> Q:
    """Half of a likeness is enough there: a name, a birthday, or the days around the incident."""
    wanted = Q(pk__in=alike.birthday | alike.name)
    if notification.incident_on:
        wanted |= Q(incident_on__range=(notification.incident_on - CLOSE, notification.incident_on + CLOSE))
    return wanted


def _score(mine: Notification, children: Sequence[Child], other: Notification, alike: _Children) -> Likely:
    likely = Likely(other)
    same_area = mine.local_authority_id is not None and mine.local_authority_id == other.local_authority_id
    if other.pk in alike.both:
        likely.because(SAME_NAME_AND_BIRTHDAY, "a child with the same date of birth and the same or a similar name")
    elif other.pk in alike.birthday and same_area:
        likely.because(SAME_BIRTHDAY_AND_AREA, "a child with the same date of birth, in the same local authority")
    elif other.pk in alike.name and same_area:
        likely.because(SAME_NAME_AND_AREA, "a child with the same or a similar name, in the same local authority")
    if same_area and _close(mine.incident_on, other.incident_on):
        likely.because(SAME_AREA_AND_DAYS, "the same local authority, within a week")
        _score_alike(likely, mine, children)
    return likely


def _score_alike(likely: Likely, mine: Notification, children: Sequence[Child]) -> None:
    other = likely.notification
    theirs = [child for child in other.children.all() if child.removed_at is None]
    if mine.nature and mine.nature == other.nature:
        likely.because(SAME_NATURE, "the same kind of incident")
    if {c.age_years for c in children if c.age_years is not None} & {c.age_years for c in theirs}:
        likely.because(SAME_AGE, "a child of the same age")
    if {c.sex for c in children if c.sex not in ("", "not_known")} & {c.sex for c in theirs}:
        likely.because(SAME_SEX, "a child of the same sex")


def _close(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= CLOSE
