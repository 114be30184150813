"""The pages on which administrators look after accounts."""

import re

import pytest
from django.core import mail
from django.test import Client

from second_question_web.people.models import Person
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, partnership, person

pytestmark = pytest.mark.django_db
TODAY = {"starts_on-day": "22", "starts_on-month": "11", "starts_on-year": "2026"}


@pytest.fixture
def everybody() -> None:
    for name in CHARACTERS:
        person(name)


def listed(client: Client, by: str, query: str = "") -> list[str]:
    """The names in the list, in order."""
    client.force_login(person(by))
    page = client.get("/people/" + query).content.decode()
    return re.findall(r'<a class="govuk-link" href="/people/\d+/">([^<]+)', page)


def invitation(**changes: str) -> dict[str, str]:
    answers = {"name": "Orla Byrne", "email": "orla@example.org", "organisation": "Wessenmere Council", **TODAY}
    chosen = {"role": "chair_or_scrutineer@partnership", "partnership": str(partnership().pk)}
    return answers | chosen | changes


def test_a_national_administrator_sees_everybody_those_who_wait_first(client: Client, everybody: None) -> None:
    Person.objects.filter(name="Theo Grant").update(state="waiting")
    names = listed(client, "Adam")
    assert len(names) == len(CHARACTERS)
    assert names[:2] == ["Theo Grant", "Adam Stone"]


def test_an_organisations_administrator_sees_its_people_only(client: Client, everybody: None) -> None:
    assert set(listed(client, "Olga")) == {"Bea Okafor", "Dana Whitlock", "Chidi Marsh", "Theo Grant", "Olga Reyes"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?role=auditor", ["Audra Quill"]),
        ("?words=bea", ["Bea Okafor"]),
        ("?state=ended", []),
        ("?organisation=Z06000002", ["Noor Bailey"]),
        ("?words=%00&state=nonsense&page=999999", []),
    ],
)
def test_the_list_is_narrowed(client: Client, everybody: None, query: str, names: list[str]) -> None:
    assert listed(client, "Adam", query) == names


def test_the_trail_keeps_that_the_list_was_read_but_no_name(client: Client, everybody: None) -> None:
    listed(client, "Adam", "?words=bea&role=auditor")
    row = Entry.objects.get(action="person.list")
    assert row.after["filters"]["role"] == "auditor"
    assert "bea" not in str(row.after["filters"]["words"])


@pytest.mark.parametrize("address", ["", "invite/", "{}/", "{}/give-a-role/", "{}/approve/", "{}/change/end/"])
def test_pages_cost_few_queries(
    client: Client, everybody: None, django_assert_max_num_queries: object, address: str
) -> None:
    client.force_login(person("Adam"))
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(12):
        assert client.get("/people/" + address.format(person("Bea").pk)).status_code == 200


def test_people_out_of_reach_are_not_there(client: Client) -> None:
    client.force_login(person("Olga"))
    for address in ("", "give-a-role/", "approve/", "change/end/", "roles/1/end/"):
        assert client.get(f"/people/{person('Noor').pk}/{address}").status_code == 404
    assert Entry.objects.filter(action="record.refuse").count() == 5


def test_somebody_is_invited(client: Client) -> None:
    client.force_login(person("Olga"))
    page = client.post("/people/invite/", invitation(), follow=True).content.decode()
    assert "An invitation is on its way to Orla Byrne." in page
    assert mail.outbox[0].to == ["orla@example.org"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, "Enter the person’s name"),
        ({"email": "orla"}, "Enter an email address in the right form"),
        ({"email": "bea@example.org"}, "already has an account"),
        ({"organisation": "Norvale Council"}, "You look after the people of your own organisation only"),
        ({"organisation": "Wessen"}, "Choose one of the list: Wessenmere"),
        ({"organisation": "Atlantis"}, "We know no such organisation"),
        ({"role": ""}, "Choose what the person may do"),
        ({"role": "auditor@national"}, "Select a valid choice"),
        ({"partnership": ""}, "Choose the partnership that this role is for"),
        ({"starts_on-month": "13"}, "First day: enter a real date"),
        ({"starts_on-day": ""}, "First day: enter the day too"),
        ({"ends_on-day": "1", "ends_on-month": "1", "ends_on-year": "2026"}, "The last day must not be before"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client: Client, changes: dict[str, str], said: str) -> None:
    person("Bea")
    person("Noor")
    client.force_login(person("Olga"))
    page = client.post("/people/invite/", invitation(job_title="Chair of the board", **changes)).content.decode()
    assert said in page
    assert "<title>Error: " in page
    assert 'value="Chair of the board"' in page
    assert mail.outbox == []


def test_the_invited_person_opens_the_account_on_the_page(client: Client) -> None:
    client.force_login(person("Olga"))
    client.post("/people/invite/", invitation())
    client.logout()
    found = re.search(r"https?://[^/]+(/invitation/\S+)", str(mail.outbox[0].body))
    assert found
    assert "Open your account" in client.get(found[1]).content.decode()
    answers = {"name": "Orla Byrne", "password": "seven plum bicycles", "again": "seven plum bicycles"}
    assert "Your account is open" in client.post(found[1], answers, follow=True).content.decode()
    assert client.get(found[1]).status_code == 404


def test_somebody_asks_for_access_on_the_page(client: Client) -> None:
    person("Olga")
    answers = {"name": "Orla", "email": "Orla@example.org", "job_title": "Nurse", "wants": "to learn"}
    client.post("/ask-for-access/", answers | {"organisation": "wessenmere council"})
    asked = Person.objects.get(email="orla@example.org")
    assert (asked.state, str(asked.organisation)) == ("waiting", "Wessenmere Council")
    client.force_login(person("Olga"))
    assert "to learn" in client.get(f"/people/{asked.pk}/").content.decode()


def test_an_organisation_that_we_do_not_know_is_kept_in_words(client: Client) -> None:
    answers = {"name": "Orla", "email": "orla@example.org", "job_title": "Nurse", "wants": "to learn"}
    client.post("/ask-for-access/", answers | {"organisation": "Elder Street Surgery"})
    assert Person.objects.get().asked_for == "Works for: Elder Street Surgery\n\nto learn"


def test_approving_gives_a_role_and_sends_the_invitation(client: Client) -> None:
    theo = person("Theo")
    theo.grants.all().delete()
    theo.set_unusable_password()
    theo.state = "waiting"
    theo.save()
    client.force_login(person("Olga"))
    chosen = {name: value for name, value in invitation().items() if name not in ("name", "email", "organisation")}
    page = client.post(f"/people/{theo.pk}/approve/", chosen, follow=True).content.decode()
    assert "Theo Grant is approved. An invitation is on its way." in page


def test_an_account_is_ended_with_a_reason(client: Client) -> None:
    client.force_login(person("Olga"))
    address = f"/people/{person('Bea').pk}/change/end/"
    assert "Say why" in client.post(address, {"reason": ""}).content.decode()
    assert "The account is ended." in client.post(address, {"reason": "left"}, follow=True).content.decode()
    assert Person.objects.get(email="bea@example.org").state == "ended"


def test_my_own_account_is_not_mine_to_change(client: Client) -> None:
    client.force_login(person("Adam"))
    address = f"/people/{person('Adam').pk}/change/end/"
    assert client.post(address, {"reason": "tired"}).status_code == 403
    assert "This is you" in client.get(f"/people/{person('Adam').pk}/").content.decode()


def test_a_role_is_given_and_taken_back(client: Client) -> None:
    client.force_login(person("Adam"))
    theo = person("Theo")
    page = client.post(f"/people/{theo.pk}/give-a-role/", {"role": "auditor@national", **TODAY}, follow=True)
    assert "Theo Grant is now Auditor, England." in page.content.decode()
    grant = theo.grants.get(role="auditor")
    client.post(f"/people/{theo.pk}/roles/{grant.pk}/end/", {"reason": "done"})
    grant.refresh_from_db()
    assert grant.ended_at


def test_somebody_who_lost_everything_sets_up_a_new_second_factor(client: Client) -> None:
    Person.objects.filter(pk=person("Bea").pk).update(has_second_factor=True)
    client.force_login(person("Olga"))
    client.post(f"/people/{person('Bea').pk}/change/second-factor/", {"reason": "lost telephone"})
    assert not Person.objects.get(email="bea@example.org").has_second_factor


def test_an_unknown_change_is_no_page(client: Client) -> None:
    client.force_login(person("Adam"))
    assert client.get(f"/people/{person('Bea').pk}/change/promote/").status_code == 404


def test_approving_twice_or_without_mail_is_said_and_changes_nothing(client: Client) -> None:
    client.force_login(person("Olga"))
    page = client.post(f"/people/{person('Theo').pk}/approve/", follow=True).content.decode()
    assert "This account is now: Active" in page
    assert (
        "This account is now: Active"
        in client.post(f"/people/{person('Theo').pk}/invite-again/", follow=True).content.decode()
    )
