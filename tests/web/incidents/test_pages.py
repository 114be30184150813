"""Every page of a notification: who may open it, and at what price."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from second_question.rules import access
from second_question_web.incidents import actions
from second_question_web.trail.models import Entry
from tests.notifications import NOW, begun, complete, sent, with_child
from tests.people import grant_case, person

pytestmark = pytest.mark.django_db

OF_A_DRAFT = (
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
)
OF_A_CASE = (
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
    "told/",
)
SECRETS = ("Thistlewood", "Rowan", "3 March 2026", "Quay Row", "broken arm", "01632 960001")


@contextmanager
def at_most(limit: int) -> Iterator[None]:
    """No more queries than that; savepoints are those of the test's own transaction."""
    with CaptureQueriesContext(connection) as ran:
        yield
    asked = [query["sql"] for query in ran.captured_queries if "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= limit, "\n".join(asked)


@pytest.mark.parametrize("page", OF_A_DRAFT)
def test_the_pages_of_a_draft_open_with_few_queries(bea: Client, page: str) -> None:
    draft = complete(begun())
    with_child(draft, full_name="Ash Thistlewood")
    with at_most(12):
        response = bea.get(f"/notifications/{draft.reference}/{page}")
    assert response.status_code == 200


@pytest.mark.parametrize("page", OF_A_CASE)
def test_the_pages_of_a_case_open_with_few_queries(bea: Client, page: str) -> None:
    case = sent(begun())
    with at_most(12):
        response = bea.get(f"/notifications/{case.reference}/{page}")
    assert response.status_code == 200


@pytest.mark.parametrize("page", OF_A_DRAFT)
@pytest.mark.parametrize(
    "who", ["Noor", "Colm", "Leila", "Petra", "Max", "Iris", "Rhea", "Theo", "Audra", "Adam", "Olga"]
)
def test_a_draft_is_nobody_elses(signed_in: Callable[[str], Client], who: str, page: str) -> None:
    draft = begun()
    response = signed_in(who).get(f"/notifications/{draft.reference}/{page}")
    assert response.status_code in (403, 404)
    assert Entry.objects.filter(outcome="refused", actor_key=person(who).trail_key).count() == 1


READERS = {"Sam": 200, "Chidi": 200, "Petra": 200, "Max": 200, "Noor": 404, "Iris": 403, "Rhea": 403, "Audra": 403}


@pytest.mark.parametrize(("who", "status"), READERS.items())
def test_who_reads_a_case(signed_in: Callable[[str], Client], who: str, status: int) -> None:
    case = sent(begun())
    for page in ("", "answers/", "receipt/", "copy.pdf", "documents/"):
        response = signed_in(who).get(f"/notifications/{case.reference}/{page}")
        assert response.status_code == status
        assert status == 200 or not any(secret in response.content.decode() for secret in SECRETS)


def test_a_reviewer_reads_the_case_given_and_no_other(signed_in: Callable[[str], Client]) -> None:
    given, other = sent(begun(start="a")), sent(begun(start="b"))
    grant_case(person("Iris"), given.reference)
    iris = signed_in("Iris")
    assert iris.get(f"/notifications/{given.reference}/").status_code == 200
    assert iris.get(f"/notifications/{other.reference}/").status_code == 404


WRITING = (
    "answer/when/",
    "amend/",
    "amend/when/",
    "amend/child/1/died/",
    "withdraw/",
    "told/",
    "keep/when/",
    "opened/",
)


@pytest.mark.parametrize("page", WRITING)
@pytest.mark.parametrize("who", ["Chidi", "Petra", "Max"])
def test_readers_change_nothing(signed_in: Callable[[str], Client], who: str, page: str) -> None:
    case = sent(begun())
    response = signed_in(who).post(f"/notifications/{case.reference}/{page}", {"reason": "Because"})
    assert response.status_code in (403, 404, 405)
    case.refresh_from_db()
    assert (case.state, case.amendments.count()) == ("sent", 0)


@pytest.fixture
def without_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Panel member's role without the permission to see who a case is about."""
    role = access.role("panel_member")
    less = replace(role, permissions=role.permissions - {access.Permission.IDENTITY_READ})
    monkeypatch.setitem(access._BY_ID, "panel_member", less)  # noqa: SLF001  no role of ours lacks it


@pytest.mark.usefixtures("without_identity")
@pytest.mark.parametrize("page", ["", "answers/", "receipt/"])
def test_without_permission_no_name_is_anywhere_on_the_page(signed_in: Callable[[str], Client], page: str) -> None:
    case = sent(begun())
    change = actions.Change("child", 1, "known_as", "Little Rowan")
    actions.amend(
        by=person("Bea"), notification=case, changes=[change], reason="Rowan’s nickname", version=case.version, now=NOW
    )
    actions.tell(
        by=person("Bea"), notification=case, body="police", details="Aunt of Rowan", how="telephone", at=NOW, now=NOW
    )
    html = signed_in("Max").get(f"/notifications/{case.reference}/{page}").content.decode()
    assert [secret for secret in SECRETS if secret in html] == []
    assert ("Withheld" in html) is (page != "receipt/")


@pytest.mark.usefixtures("without_identity")
def test_without_permission_documents_stay_closed(signed_in: Callable[[str], Client]) -> None:
    assert signed_in("Max").get(f"/notifications/{sent(begun()).reference}/documents/").status_code == 404


def test_opening_a_case_is_in_the_trail_and_shown_to_its_managers(
    signed_in: Callable[[str], Client], bea: Client
) -> None:
    case = sent(begun())
    signed_in("Petra").get(f"/notifications/{case.reference}/")
    signed_in("Noor").get(f"/notifications/{case.reference}/")
    row = Entry.objects.get(action="notification.open", actor_name="Petra Nyman")
    assert (row.case, row.subject_key) == (case.reference, case.reference)
    html = bea.get(f"/notifications/{case.reference}/opened/").content.decode()
    assert "Petra Nyman" in html
    assert "Noor Bailey" in html
