"""Giving roles and taking them back: nobody beyond their reach, nobody for themselves, always one administrator left."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from second_question.rules.access import Permission, ScopeKind
from second_question_web.people import actions
from second_question_web.people.errors import LastAdministrator, NotPossible
from second_question_web.people.models import Person
from second_question_web.people.reach import Given
from second_question_web.trail.models import Entry
from tests.people import organisation, partnership, person, region

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def for_partnership(name: str = "Wessenmere", role: str = "chair_or_scrutineer") -> Given:
    return Given(role=role, scope=ScopeKind.PARTNERSHIP, partnership=partnership(name), starts_on=TODAY)


def nationally(role: str) -> Given:
    return Given(role=role, scope=ScopeKind.NATIONAL, starts_on=TODAY)


def give(by: str, to: str, given: Given) -> None:
    actions.give(by=person(by), to=person(to), given=given, now=NOW)


def fresh(name: str) -> Person:
    return Person.objects.get(pk=person(name).pk)


def test_a_role_is_given_and_the_trail_says_what_and_where() -> None:
    give("Olga", "Theo", for_partnership())
    assert fresh("Theo").may(Permission.NOTIFICATION_READ)
    row = Entry.objects.get(action="grant.give")
    assert (row.actor_name, row.subject_key) == ("Olga Reyes", str(person("Theo").pk))
    assert row.after["where"] == "Wessenmere Safeguarding Children Partnership"


@pytest.mark.parametrize(
    ("by", "to", "given"),
    [
        ("Olga", "Theo", lambda: for_partnership("Norvale")),
        ("Olga", "Theo", lambda: nationally("administrator")),
        ("Olga", "Theo", lambda: nationally("panel_secretariat")),
        (
            "Olga",
            "Theo",
            lambda: Given(role="researcher", scope=ScopeKind.REGION, region=region("E12000009"), starts_on=TODAY),
        ),
        ("Olga", "Noor", for_partnership),
        ("Olga", "Olga", for_partnership),
        ("Adam", "Adam", lambda: nationally("auditor")),
        ("Bea", "Theo", for_partnership),
        ("Adam", "Theo", lambda: for_partnership(role="auditor")),
        (
            "Olga",
            "Theo",
            lambda: Given(
                role="administrator",
                scope=ScopeKind.ORGANISATION,
                organisation=organisation("Norvale Council"),
                starts_on=TODAY,
            ),
        ),
    ],
    ids=[
        "another partnership",
        "administrator of everything",
        "a national role",
        "a region",
        "somebody of another organisation",
        "to oneself",
        "to oneself, nationally",
        "without being an administrator",
        "a scope in which the role is never given",
        "administrator of another organisation",
    ],
)
def test_a_role_beyond_reach_is_refused(by: str, to: str, given: object) -> None:
    assert callable(given)
    with pytest.raises(PermissionDenied):
        give(by, to, given())
    assert not Entry.objects.filter(action="grant.give").exists()


def test_the_same_role_is_not_given_twice() -> None:
    give("Olga", "Theo", for_partnership())
    with pytest.raises(NotPossible, match="has this role there already"):
        give("Olga", "Theo", for_partnership())


def test_a_role_taken_back_ends_at_once() -> None:
    grant = person("Bea").grants.get()
    actions.end_grant(by=person("Olga"), grant=grant, reason="moved on", now=NOW)
    assert not fresh("Bea").may(Permission.NOTIFICATION_READ)
    assert Entry.objects.get(action="grant.end").reason == "moved on"


def test_a_role_is_taken_back_once() -> None:
    grant = person("Bea").grants.get()
    actions.end_grant(by=person("Olga"), grant=grant, reason="moved on", now=NOW)
    with pytest.raises(NotPossible, match="already"):
        actions.end_grant(by=person("Olga"), grant=grant, reason="again", now=NOW)


def test_the_last_administrator_of_the_installation_stays() -> None:
    give("Adam", "Petra", nationally("administrator"))
    petra = fresh("Petra")
    actions.end_grant(by=petra, grant=person("Adam").grants.get(), reason="leaves", now=NOW)
    alone = person("Max")
    give_national = petra.grants.get(role="administrator")
    actions.give(by=petra, to=alone, given=nationally("administrator"), now=NOW)
    Person.objects.filter(pk=alone.pk).update(state="ended")
    with pytest.raises(LastAdministrator):
        actions.end_grant(by=fresh("Max"), grant=give_national, reason="tidy", now=NOW)


def test_an_organisations_administrator_does_not_touch_a_national_one() -> None:
    local = person("Olga")
    Person.objects.filter(pk=person("Adam").pk).update(organisation=local.organisation)
    with pytest.raises(PermissionDenied):
        actions.end(by=local, person=fresh("Adam"), reason="no reason", now=NOW)


def test_the_last_administrators_account_is_not_ended() -> None:
    give("Adam", "Petra", nationally("administrator"))
    adam, petra = fresh("Adam"), fresh("Petra")
    actions.end(by=adam, person=petra, reason="leaves", now=NOW)
    with pytest.raises(LastAdministrator):
        actions.end(by=petra, person=adam, reason="leaves too", now=NOW)
