"""How somebody comes to an account: invited, or by asking; approved by the organisation's own administrators."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from pytest_django import Settings

from second_question.rules.access import ScopeKind
from second_question_web.people import actions
from second_question_web.people.actions.invitations import Details
from second_question_web.people.errors import AlreadyHere, LinkDoesNotWork, NotPossible
from second_question_web.people.models import Person
from second_question_web.people.reach import Given
from second_question_web.trail.models import Entry
from second_question_web.ui.mail import NotSent
from tests.people import organisation, partnership, person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NEW = "orla@example.org"
STRONG = "seven plum bicycles"


def chair() -> Given:
    return Given(
        role="chair_or_scrutineer",
        scope=ScopeKind.PARTNERSHIP,
        partnership=partnership(),
        starts_on=date(2026, 11, 22),
    )


def details(of: str = "Wessenmere Council", email: str = NEW) -> Details:
    return Details(name="Orla Byrne", email=email, organisation=organisation(of), job_title="Chair")


def invite(by: str = "Olga", email: str = NEW) -> Person:
    return actions.invite(by=person(by), details=details(email=email), given=chair(), now=NOW)


def secret() -> str:
    found = re.search(r"/invitation/([\w-]+)/", str(mail.outbox[-1].body))
    assert found
    return found[1]


def accept(at: datetime = NOW) -> Person:
    return actions.accept(secret=secret(), name="Orla Byrne", telephone="", password=STRONG, now=at)


def state(email: str = NEW) -> str:
    return Person.objects.get(email=email).state


def test_an_invited_person_opens_the_account() -> None:
    invite()
    assert state() == "invited"
    assert accept().check_password(STRONG)
    assert state() == "active"
    assert list(Entry.objects.order_by("number").values_list("action", flat=True)) == ["person.invite", "person.accept"]


def test_the_email_tells_nothing_but_who_invites() -> None:
    invite()
    message = mail.outbox[0]
    assert message.to == [NEW]
    assert message.subject == "You are invited to Second Question"
    assert "Olga Reyes" in str(message.body)
    assert "Chair" not in str(message.body), "what the person may do is no business of the mail"


def test_a_link_works_once_and_for_seven_days() -> None:
    invite()
    with pytest.raises(LinkDoesNotWork):
        accept(NOW + timedelta(days=7))
    accept(NOW + timedelta(days=6, hours=23))
    with pytest.raises(LinkDoesNotWork):
        accept()


def test_a_new_link_ends_the_old_one() -> None:
    invited = invite()
    old = secret()
    actions.send_again(by=person("Olga"), person=invited, now=NOW)
    assert secret() != old
    with pytest.raises(LinkDoesNotWork):
        actions.accept(secret=old, name="Orla", telephone="", password=STRONG, now=NOW)


def test_whoever_is_invited_from_outside_waits_for_the_organisations_own_administrators() -> None:
    person("Olga")
    invite(by="Adam")
    accept()
    assert state() == "waiting"
    assert mail.outbox[-1].to == ["olga@example.org"]
    with pytest.raises(PermissionDenied):
        actions.approve(by=person("Adam"), person=Person.objects.get(email=NEW), given=None, now=NOW)
    actions.approve(by=person("Olga"), person=Person.objects.get(email=NEW), given=None, now=NOW)
    assert state() == "active"


def test_an_address_is_invited_once_whatever_its_capitals() -> None:
    invite()
    with pytest.raises(AlreadyHere):
        invite(email=NEW.upper())


def test_nobody_invites_for_another_organisation() -> None:
    with pytest.raises(PermissionDenied):
        actions.invite(by=person("Olga"), details=details("Norvale Council"), given=chair(), now=NOW)


def test_without_mail_nothing_is_changed(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "tests.web.people.broken_mail.Backend"
    with pytest.raises(NotSent):
        invite()
    assert not Person.objects.filter(email=NEW).exists()


def ask() -> Person:
    actions.ask_for_access(details=details(), wants="to read what is published", now=NOW)
    return Person.objects.get(email=NEW)


def test_somebody_asks_and_is_approved_with_a_role() -> None:
    person("Olga")
    asked = ask()
    assert (asked.state, mail.outbox[0].to) == ("waiting", ["olga@example.org"])
    actions.approve(by=person("Olga"), person=asked, given=chair(), now=NOW)
    assert accept().state == "active"


def test_a_request_is_the_national_administrators_where_there_are_no_others() -> None:
    person("Adam")
    actions.approve(by=person("Adam"), person=ask(), given=chair(), now=NOW)
    assert state() == "invited"


def test_somebody_asks_and_is_not_approved() -> None:
    person("Olga")
    actions.reject(by=person("Olga"), person=ask(), reason="Not known here", now=NOW)
    assert state() == "ended"
    assert "Not known here" not in str(mail.outbox[-1].body)
    assert Entry.objects.get(action="person.reject").reason == "Not known here"


@pytest.mark.parametrize("kept", ["active", "invited"])
def test_asking_again_changes_nothing_for_whoever_has_an_account(kept: str) -> None:
    invite()
    Person.objects.update(state=kept)
    assert ask().state == kept


def test_an_ended_account_is_opened_again_without_roles_or_password() -> None:
    bea = person("Bea")
    actions.end(by=person("Olga"), person=bea, reason="left", now=NOW)
    actions.reopen(by=person("Olga"), person=bea, reason="came back", now=NOW)
    again = Person.objects.get(pk=bea.pk)
    assert (again.state, again.has_usable_password(), again.grants_now) == ("invited", False, [])


def test_ending_an_account_ends_its_sessions_at_once(client: Client) -> None:
    client.force_login(person("Bea"))
    assert client.get("/roles/").status_code == 200
    actions.end(by=person("Olga"), person=person("Bea"), reason="left", now=NOW)
    assert client.get("/roles/").status_code == 302


def test_an_account_is_not_approved_twice() -> None:
    person("Olga")
    asked = ask()
    actions.approve(by=person("Olga"), person=asked, given=chair(), now=NOW)
    with pytest.raises(NotPossible, match="Invited"):
        actions.approve(by=person("Olga"), person=asked, given=None, now=NOW)
