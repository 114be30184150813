"""A notification that came from a file is opened, printed and amended like any other, and loses nothing by it."""

import pytest
from django.test import Client

from second_question_web.incidents import actions
from second_question_web.incidents.actions import Change
from second_question_web.incidents.models import AmendmentLine, Child, Notification
from tests.notifications import NOW
from tests.people import partnership, person
from tests.web.register.files import imported, row, table

pytestmark = pytest.mark.django_db


def brought_in(**cells: str) -> Notification:
    partnership()
    imported(table(row(**cells)), person("Bea"))
    return Notification.objects.get()


@pytest.mark.parametrize("page", ["", "answers/", "copy.pdf", "amend/", "amend/child-identity/1/", "documents/"])
def test_its_pages_open(bea: Client, page: str) -> None:
    case = brought_in()
    response = bea.get(f"/notifications/{case.reference}/{page}")
    assert response.status_code == 200
    assert b"/rapid-review/" not in response.content


def test_what_the_file_said_is_shown(bea: Client) -> None:
    text = bea.get(f"/notifications/{brought_in(age_years='4').reference}/answers/").content.decode()
    assert "Age in years at the time of the incident" in text
    assert "White British" in text


def test_there_is_no_receipt_for_it(bea: Client) -> None:
    case = brought_in()
    assert bea.get(f"/notifications/{case.reference}/receipt/")["Location"] == f"/notifications/{case.reference}/"


@pytest.mark.parametrize(
    ("cells", "age", "group"), [({"age_years": "4"}, 4, "1-5"), ({"age_years": "", "age_group": "6-10"}, None, "6-10")]
)
def test_an_amendment_changes_what_it_says_and_nothing_else(cells: dict[str, str], age: int | None, group: str) -> None:
    case = brought_in(**cells)
    change = Change("child", 1, "outcome", "died")
    actions.amend(
        by=person("Bea"), notification=case, changes=[change], reason="Known now.", version=case.version, now=NOW
    )
    child = Child.objects.get()
    assert [line.question for line in AmendmentLine.objects.all()] == ["outcome"]
    assert (child.age_years, child.age_group, child.sex, child.ethnicity, child.focus) == (
        age,
        group,
        "female",
        "WBRI",
        True,
    )
