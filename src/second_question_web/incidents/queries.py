"""Every read of notifications and what belongs to them. What a person may not see cannot be fetched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import BooleanField, Case, QuerySet, Value, When

from second_question.rules.access import Permission, ScopeKind
from second_question.rules.questions import Kind
from second_question_web.incidents import duplicates, scope
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Adult, AmendmentLine, Child, DraftText, Informed, Notification
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.people.models import Person
from second_question_web.trail.refusals import Hidden


@dataclass(frozen=True)
class CaseFile:
    """A notification with its children and adults, and whether this person may see who they are."""

    notification: Notification
    children: Sequence[Child]
    adults: Sequence[Adult]
    identity: bool


@dataclass(frozen=True)
class LikelyDuplicate:
    """A likely duplicate as this person may know it: without `reference`, only that there is one, and its date."""

    key: int
    on: object
    reasons: Sequence[str]
    reference: str = ""
    area: str = ""
    state: str = ""


def notification(person: Person, reference: str, permission: Permission) -> Notification:
    """The notification, with `may_identify`: whether this person may see who it is about.

    Raises:
        Hidden: not there, or not for this person.
    """
    identity = Case(
        When(scope.notifications_for(person, Permission.IDENTITY_READ), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    found = (
        Notification.objects.filter(scope.notifications_for(person, permission), reference=reference)
        .select_related("partnership", "local_authority", "region", "referral")
        .annotate(may_identify=identity)
        .first()
    )
    if found is None:
        raise Hidden("notification", reference, case=reference)
    return found


def case_file(person: Person, reference: str, permission: Permission = Permission.NOTIFICATION_READ) -> CaseFile:
    """The notification with all its children and adults that were not removed.

    Raises:
        Hidden: not there, or not for this person.
    """
    found = notification(person, reference, permission)
    identity = bool(getattr(found, "may_identify", False))
    return CaseFile(found, children_of(found), adults_of(found), identity)


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
    grants = person.grants_for(Permission.NOTIFICATION_WRITE)
    found = {g.partnership for g in grants if g.scope == ScopeKind.PARTNERSHIP and g.partnership}
    return sorted(found, key=lambda partnership: partnership.name)


def draft_text(person: Person, page: str) -> DraftText | None:
    """What this person typed on a page and has not saved; nobody reads another person's."""
    return DraftText.objects.filter(person=person.trail_key, page=page).first()


def likely_duplicates(person: Person, found: Notification, children: Sequence[Child]) -> list[LikelyDuplicate]:
    """What may be the same incident, across all partnerships. Of what this person may not open, only its date."""
    likely = duplicates.found(found, children)
    if not likely:
        return []
    keys = [one.notification.pk for one in likely]
    reach = scope.notifications_for(person, Permission.NOTIFICATION_READ)
    open_to = set(Notification.objects.filter(reach, pk__in=keys).values_list("pk", flat=True))
    return [_as_known(one, one.notification.pk in open_to) for one in likely]


def organisation_names(found: Notification, children: Iterable[Child]) -> dict[str, str]:
    """The names of every area and agency that the answers mention, by code: one query."""
    form, codes = form_of(found), set[str]()
    for kind, records in (("incident", [found]), ("child", list(children))):
        asked = [q.id for q in form.questions_of(kind) if q.kind in (Kind.AREA, Kind.AREAS, Kind.ORGANISATIONS)]
        for record in records:
            for question_id in asked:
                said = record.answers.get(question_id, ())
                codes.update([said] if isinstance(said, str) else said)
    return dict(Organisation.objects.filter(code__in=codes).values_list("code", "name")) if codes else {}


def _as_known(likely: duplicates.Likely, may_open: bool) -> LikelyDuplicate:
    other = likely.notification
    on = other.sent_at or other.started_at
    if not may_open:
        return LikelyDuplicate(other.pk, on, ())
    area = str(other.local_authority or other.partnership or "")
    return LikelyDuplicate(other.pk, on, likely.reasons, other.reference, area, other.get_state_display())
