"""The gate, for every address and every role: what is not allowed is refused, and the refusal is in the trail (house rule 6)."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from second_question.rules.access import CASE_CONTENT, ROLES, Permission, Role, ScopeKind, role
from second_question_web.people.models import Grant, Person
from second_question_web.trail.models import Entry, Outcome
from second_question_web.ui.gate import Declaration, View, declaration_of, refuse_undeclared
from tests import people

GATE = refuse_undeclared(lambda request: HttpResponse())
VALUES = ("1", "x", "E06000001", str(uuid.UUID(int=1)), "2026-01-05")
PLACE = re.compile(r"\(\?P<\w+>(?P<allowed>(?:[^()]|\([^()]*\))*)\)")


@dataclass(frozen=True)
class Route:
    """An address with dummy values in its places, and the view behind it."""

    address: str
    view: View

    @property
    def gate(self) -> Declaration | None:
        return declaration_of(self.view)


def routes() -> list[Route]:
    found = list(_walk(get_resolver().url_patterns, "/"))
    assert len(found) > 30, "the sweep must find the addresses"
    return found


def _walk(patterns: list[URLPattern | URLResolver], start: str) -> Iterator[Route]:
    for pattern in patterns:
        address = start + _filled(pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, address)
        else:
            yield Route(address, pattern.callback)


def _filled(pattern: URLPattern | URLResolver) -> str:
    """The pattern as an address: each place in it filled with the first value that fits."""
    filled = PLACE.sub(lambda place: _fitting(place["allowed"]), pattern.pattern.regex.pattern)
    address = re.sub(r"\\(.)", r"\1", filled.removeprefix("^").removesuffix(r"\Z").removesuffix("$"))
    assert re.match(pattern.pattern.regex, address), f"{pattern.pattern}: add a value that fits to VALUES"
    return address


def _fitting(allowed: str) -> str:
    return next((value for value in (*VALUES, *allowed.split("|")) if re.fullmatch(allowed, value)), "?")


def holder(of: Role) -> Person:
    """Somebody who holds exactly this role, in the first scope in which it is given."""
    person = Person.objects.create(
        email=f"{of.id}@example.org",
        name=of.title,
        state=Person.State.ACTIVE,
        organisation=people.organisation("Wessenmere Council"),
    )
    scope = of.scopes[0]
    Grant.objects.create(
        person=person,
        role=of.id,
        scope=scope,
        partnership=people.partnership() if scope in (ScopeKind.PARTNERSHIP, ScopeKind.AGENCY) else None,
        organisation=person.organisation if scope in (ScopeKind.AGENCY, ScopeKind.ORGANISATION) else None,
        region=people.region("E12000009") if scope is ScopeKind.REGION else None,
        case="SIN-2026-0001" if scope is ScopeKind.CASE else "",
        starts_on=people.LONG_AGO,
        given_by="tests",
    )
    return person


def forbidden_to(of: Role) -> list[Route]:
    guarded = [(route, set(route.gate.permissions)) for route in routes() if route.gate and route.gate.permissions]
    return [route for route, needed in guarded if not needed & of.permissions]


def refusals() -> int:
    return Entry.objects.filter(action="page.refuse", outcome=Outcome.REFUSED).count()


def test_every_address_declares_who_may_open_it() -> None:
    assert [route.address for route in routes() if route.gate is None] == []


def test_every_permission_that_an_address_asks_for_is_held_by_some_role() -> None:
    held = {permission for each in ROLES for permission in each.permissions}
    asked = {permission for route in routes() if route.gate for permission in route.gate.permissions}
    assert asked
    assert asked <= held


@pytest.mark.django_db
@pytest.mark.parametrize("of", ROLES, ids=lambda each: each.id)
def test_a_role_without_the_permission_is_refused_and_the_trail_says_so(client: Client, of: Role) -> None:
    shut = forbidden_to(of)
    assert shut, "every role lacks something"
    client.force_login(holder(of))
    answers = {route.address: client.get(route.address).status_code for route in shut}
    assert {address: status for address, status in answers.items() if status != 403} == {}
    assert refusals() == len(shut)


@pytest.mark.django_db
@pytest.mark.parametrize("of", ROLES, ids=lambda each: each.id)
def test_a_role_with_the_permission_passes_the_gate(of: Role) -> None:
    request, shut = RequestFactory().get("/"), {route.address for route in forbidden_to(of)}
    request.user = holder(of)
    allowed = [route for route in routes() if route.address not in shut]
    assert allowed
    assert [route.address for route in allowed if GATE.process_view(request, route.view, (), {}) is not None] == []


@pytest.mark.django_db
def test_nobody_who_is_not_signed_in_passes(client: Client) -> None:
    guarded = [route for route in routes() if route.gate and not route.gate.public]
    assert guarded
    for route in guarded:
        answer = client.get(route.address)
        assert (answer.status_code, answer.headers["Location"][:9]) == (302, "/sign-in/"), route.address


@pytest.mark.django_db
def test_before_the_second_factor_everything_else_leads_to_setting_it_up(client: Client, settings: Settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(people.person("Petra"))
    for route in routes():
        if route.gate and not route.gate.public and not route.gate.without_second_factor:
            answer = client.get(route.address)
            assert answer.headers.get("Location") == "/account/second-factor/", route.address


class Guest:
    """Somebody who came by a link that gives one permission."""

    def __init__(self, gives: Permission) -> None:
        self.gives = gives

    def may(self, permission: Permission) -> bool:
        return permission == self.gives


def asked_by_guest(view: View, gives: Permission) -> HttpResponseBase | None:
    """What the gate answers to a guest who is not signed in; None lets the guest in."""
    request = RequestFactory().get("/")
    request.user, request.guests = AnonymousUser(), [Guest(gives)]  # type: ignore[attr-defined]  # as the middleware does
    return GATE.process_view(request, view, (), {})


def test_guests_come_in_where_they_are_invited_and_nowhere_else() -> None:
    guarded = [route for route in routes() if route.gate and not route.gate.public]
    invited = [route for route in guarded if route.gate and route.gate.invited]
    assert len(invited) > 10, "the sweep must find the pages for guests"
    for gives in Permission:
        for route in guarded:
            welcome = route in invited and route.gate is not None and gives in route.gate.permissions
            assert (asked_by_guest(route.view, gives) is None) is welcome, (route.address, gives)


def test_pages_for_guests_are_about_summaries_and_ask_for_a_permission() -> None:
    asked = {p for route in routes() if route.gate and route.gate.invited for p in route.gate.permissions}
    assert asked == {Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN}
    assert [r.address for r in routes() if r.gate and r.gate.invited and not r.gate.permissions] == []


def test_a_view_that_declares_nothing_refuses_everybody() -> None:
    def forgotten(request: HttpRequest) -> HttpResponse:
        return HttpResponse("secret")

    with pytest.raises(PermissionDenied, match="declares no permission"):
        GATE.process_view(RequestFactory().get("/"), forgotten, (), {})


def test_an_administrator_holds_no_permission_on_cases() -> None:
    assert role("administrator").permissions & CASE_CONTENT == frozenset()


def test_every_permission_is_sorted_into_case_content_or_not() -> None:
    """A new permission must be thought about: this list is what an administrator or auditor could be given."""
    assert set(Permission) - CASE_CONTENT == {
        Permission.PARTNERSHIP_READ,
        Permission.PARTNERSHIP_MANAGE,
        Permission.PEOPLE_MANAGE,
        Permission.TRAIL_READ,
        Permission.TRAIL_READ_CASE,
        Permission.JOBS_READ,
    }
