"""Who may do what, as data that a manager can read."""

import pytest

from second_question.rules.access import (
    CASE_CONTENT,
    PERMISSION_MEANING,
    ROLES,
    SCOPE_MEANING,
    Permission,
    Role,
    ScopeKind,
    role,
)

WRITES = {
    Permission.NOTIFICATION_WRITE,
    Permission.NOTIFICATION_SEND,
    Permission.NOTIFICATION_WITHDRAW,
    Permission.REFERRAL_SCREEN,
    Permission.CLOCK_CHANGE,
}


def test_every_permission_has_a_meaning_of_its_own() -> None:
    assert set(PERMISSION_MEANING) == set(Permission)
    assert len(set(PERMISSION_MEANING.values())) == len(Permission)


def test_every_scope_has_a_meaning_and_some_role() -> None:
    assert set(SCOPE_MEANING) == set(ScopeKind)
    assert {scope for each in ROLES for scope in each.scopes} == set(ScopeKind)


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_held_by_some_role(permission: Permission) -> None:
    assert [each.id for each in ROLES if permission in each.permissions]


def test_the_roles_are_those_that_the_system_knows() -> None:
    assert [each.id for each in ROLES] == [
        *("business_manager", "agency_contributor", "agency_lead", "safeguarding_partner", "chair_or_scrutineer"),
        *("independent_reviewer", "panel_secretariat", "panel_member", "researcher", "practitioner", "auditor"),
        "administrator",
    ]


@pytest.mark.parametrize("each", ROLES, ids=lambda each: each.id)
def test_a_role_is_described_in_sentences_and_can_be_given(each: Role) -> None:
    assert each.who[0].isupper()
    assert each.who.endswith(".")
    assert each.scopes
    assert each.permissions


@pytest.mark.parametrize("role_id", ["administrator", "auditor", "practitioner"])
def test_who_looks_after_the_system_or_comes_to_learn_sees_no_case(role_id: str) -> None:
    assert role(role_id).permissions & CASE_CONTENT == frozenset()


@pytest.mark.parametrize("role_id", ["researcher", "practitioner", "auditor", "administrator", "agency_contributor"])
def test_names_are_not_for_everybody(role_id: str) -> None:
    assert Permission.IDENTITY_READ not in role(role_id).permissions


def test_the_panel_changes_no_notification() -> None:
    for role_id in ("panel_secretariat", "panel_member"):
        assert role(role_id).permissions & WRITES == frozenset()


def test_only_the_auditor_reads_the_whole_trail() -> None:
    assert [each.id for each in ROLES if Permission.TRAIL_READ in each.permissions] == ["auditor"]


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        role("superuser")
