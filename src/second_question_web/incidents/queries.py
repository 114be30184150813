"""Every read of notifications and what belongs to them. What a person may not see cannot be fetched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import BooleanField, Case, QuerySet, Value, When

from second_question.rules.access import Permission, ScopeKind
from second_question.rules.questions import Kind
from second_question_web.answering.held import question_of
from second_question_web.incidents import duplicates, scope
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import (
    Adult,
    AmendmentLine,
    Child,
    DraftText,
    Informed,
    Notification,
    Referral,
)
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.people.models import Person
from second_question_web.trail.actions import Actor
from second_question_web.trail.refusals import Hidden

_NAMED = frozenset({Kind.AREA, Kind.AREAS, Kind.ORGANISATIONS})
_WHAT_A_PAGE_OFFERS = (
    Permission.IDENTITY_READ,
    Permission.NOTIFICATION_WRITE,
    Permission.NOTIFICATION_SEND,
    Permission.NOTIFICATION_WITHDRAW,
    Permission.RAPID_REVIEW_READ,
    Permission.TRAIL_READ_CASE,
)


@dataclass(frozen=True)
class Opened:
    """A notification, and what this person may do with this one."""

    notification: Notification
    may: frozenset[Permission]

    @property
    def identity(self) -> bool:
        """Whether this person may see who it is about."""
        return Permission.IDENTITY_READ in self.may


@dataclass(frozen=True)
class CaseFile(Opened):
    """A notification with its children and adults."""

    children: Sequence[Child]
    adults: Sequence[Adult]


@dataclass(frozen=True)
class LikelyDuplicate:
    """A likely duplicate as this person may know it: without `reference`, only that there is one, and its date."""

    key: int
    on: object
    reasons: Sequence[str]
    reference: str = ""
    area: str = ""
    state: str = ""


def opened(person: Person, reference: str, permission: Permission) -> Opened:
    """The notification, when the person has this permission for it, with what else the person may do: one query.

    Raises:
        Hidden: not there, or not for this person.
    """
    found = (
        Notification.objects.filter(scope.notifications_for(person, permission), reference=reference)
        .select_related("partnership", "local_authority", "region", "referral", "arrival")
        .annotate(**{_annotation(offered): _holds(person, offered) for offered in _WHAT_A_PAGE_OFFERS})
        .first()
    )
    if found is None:
        raise Hidden("notification", reference, case=reference)
    return Opened(found, frozenset(p for p in _WHAT_A_PAGE_OFFERS if getattr(found, _annotation(p))))


def notification(person: Person, reference: str, permission: Permission) -> Notification:
    """The notification, when the person has this permission for it.

    Raises:
        Hidden: not there, or not for this person.
    """
    return opened(person, reference, permission).notification


def child_of(found: Notification, place: int) -> Child:
    """One child of a notification that was fetched for the person.

    Raises:
        Hidden: no such child, or no longer.
    """
    child = found.children.filter(place=place, removed_at=None).first()
    if child is None:
        raise Hidden("child", str(place), case=found.reference)
    return child


def case_file(person: Person, reference: str, permission: Permission = Permission.NOTIFICATION_READ) -> CaseFile:
    """The notification with all its children and adults that were not removed.

    Raises:
        Hidden: not there, or not for this person.
    """
    found = opened(person, reference, permission)
    return CaseFile(found.notification, found.may, children_of(found.notification), adults_of(found.notification))


def children_of(found: Notification) -> list[Child]:
    """The children of a notification that was fetched for the person."""
    return list(found.children.filter(removed_at=None))


def adults_of(found: Notification) -> list[Adult]:
    """The adults of a notification that was fetched for the person."""
    return list(found.adults.filter(removed_at=None))


def informed_of(found: Notification) -> QuerySet[Informed]:
    """Who has been told of a notification that was fetched for the person, in the order of time."""
    return found.informed.all()


def amendment_lines_of(found: Notification) -> list[AmendmentLine]:
    """Every change since sending of a notification that was fetched for the person, in order, with its amendment."""
    lines = AmendmentLine.objects.filter(amendment__notification=found).select_related("amendment")
    return list(lines.order_by("amendment__number", "pk"))


def partnerships_to_notify_for(person: Person) -> list[Partnership]:
    """The partnerships for which this person may record an incident."""
    grants = person.grants_for(Permission.NOTIFICATION_WRITE, with_places=True)
    found = {g.partnership for g in grants if g.scope == ScopeKind.PARTNERSHIP and g.partnership}
    return sorted(found, key=lambda partnership: partnership.name)


def draft_text(who: Actor, page: str) -> DraftText | None:
    """What somebody typed on a page and has not saved; nobody reads another person's."""
    return DraftText.objects.filter(person=who.trail_key, page=page).first()


def likely_duplicates(person: Person, found: Notification, children: Sequence[Child]) -> list[LikelyDuplicate]:
    """What may be the same incident, across all partnerships. Of what this person may not open, only its date."""
    likely = duplicates.found(found, children)
    if not likely:
        return []
    keys = [one.notification.pk for one in likely]
    reach = scope.notifications_for(person, Permission.NOTIFICATION_READ)
    open_to = set(Notification.objects.filter(reach, pk__in=keys).values_list("pk", flat=True))
    return [_as_known(one, one.notification.pk in open_to) for one in likely]


def organisation_names(
    found: Notification, children: Iterable[Child] = (), lines: Iterable[AmendmentLine] = ()
) -> dict[str, str]:
    """The names of every area and agency that the answers and amendments mention, by code: one query at most."""
    form, codes = form_of(found), set[str]()
    for kind, records in (("incident", [found]), ("child", list(children))):
        for question in form.questions_of(kind):
            for record in records if question.kind in _NAMED else ():
                codes.update(_codes(record.answers.get(question.id, ())))
    for line in lines:
        if question_of(form, line.record_kind, line.question).kind in _NAMED:
            codes.update(_codes(line.before.get("answer", ())), _codes(line.after.get("answer", ())))
    responsible = found.local_authority  # came with the case
    known = {responsible.code: responsible.name} if responsible else {}
    others = codes - known.keys()
    return known | dict(Organisation.objects.filter(code__in=others).values_list("code", "name") if others else ())


def _codes(said: str | Iterable[str]) -> set[str]:
    return {said} if isinstance(said, str) else set(said)


def _as_known(likely: duplicates.Likely, may_open: bool) -> LikelyDuplicate:
    other = likely.notification
    on = other.sent_at or other.started_at
    if not may_open:
        return LikelyDuplicate(other.pk, on, ())
    area = str(other.local_authority or other.partnership or "")
    return LikelyDuplicate(other.pk, on, likely.reasons, other.reference, area, other.get_state_display())


def _annotation(permission: Permission) -> str:
    return f"may_{permission.name.lower()}"


def _holds(person: Person, permission: Permission) -> Case:
    reach = scope.notifications_for(person, permission)
    return Case(When(reach, then=Value(True)), default=Value(False), output_field=BooleanField())


def referral_to_notify(person: Person, reference: str) -> Referral:
    """A referral that this person may screen, to make a notification of it.

    Raises:
        Hidden: not there, or not for this person.
    """
    reach = scope.referrals_for(person, Permission.REFERRAL_SCREEN)
    found = Referral.objects.filter(reach, reference=reference).select_related("partnership", "organisation").first()
    if found is None:
        raise Hidden("referral", reference, case=reference)
    return found
