"""The pages of a notification, from the start to the printed copy."""

import pytest
from django.test import Client

from tests.notifications import begun, complete, sent
from tests.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def bea(client: Client) -> Client:
    client.force_login(person("Bea"))
    return client


PAGES_OF_A_DRAFT = [
    "",
    "answer/when/",
    "answer/place/",
    "answer/child-identity/1/",
    "answer/child-services/1/",
    "child/add/",
    "adult/add/",
    "child/1/remove/",
    "check/",
    "discard/",
    "documents/",
    "answers/",
    "opened/",
    "told/",
]


@pytest.mark.parametrize("page", PAGES_OF_A_DRAFT)
def test_the_pages_of_a_draft_open(bea: Client, page: str) -> None:
    draft = complete(begun())
    response = bea.get(f"/notifications/{draft.reference}/{page}")
    assert response.status_code == 200


PAGES_OF_A_CASE = [
    "",
    "answers/",
    "receipt/",
    "copy.pdf",
    "amend/",
    "amend/child-harm/1/",
    "amend/child/add/",
    "amend/child/1/died/",
    "withdraw/",
    "documents/",
    "opened/",
]


@pytest.mark.parametrize("page", PAGES_OF_A_CASE)
def test_the_pages_of_a_case_open(bea: Client, page: str) -> None:
    case = sent(begun())
    response = bea.get(f"/notifications/{case.reference}/{page}")
    assert response.status_code == 200
