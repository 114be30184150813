"""The trail only grows, and a broken link is named (house rule 5)."""

import pytest
from django.db import DatabaseError, connection, transaction

from second_question_web.trail.actions import System, Unknown, record
from second_question_web.trail.chain import first_broken_link
from second_question_web.trail.errors import NobodyNamed, TrailIsAppendOnly
from second_question_web.trail.models import Entry, Head
from tests.people import person
from tests.web.trail.tampering import tamper

pytestmark = pytest.mark.django_db


def broken() -> str:
    head = Head.objects.get()
    link = first_broken_link(Entry.objects.order_by("number"), head.number, head.digest)
    return link.why if link else ""


def three_rows() -> None:
    for day in ("2026-01-05", "2026-01-06", "2026-01-07"):
        record("clock.pause", by=person("Bea"), before={"on": None}, after={"on": day, "days": 1.5})


def test_a_whole_chain_holds_and_numbers_have_no_gap() -> None:
    three_rows()
    assert broken() == ""
    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3]


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE trail_entry SET reason = 'quite another' WHERE number = 2", "row 2 was changed after it was written"),
        (
            "UPDATE trail_entry SET actor_name = 'Somebody Else' WHERE number = 1",
            "row 1 was changed after it was written",
        ),
        ("DELETE FROM trail_entry WHERE number = 2", "row 2 is missing"),
        ("DELETE FROM trail_entry WHERE number = 3", "rows after 2 are missing: the last must be 3"),
    ],
)
def test_a_tampered_chain_names_the_first_broken_link(sql: str, why: str) -> None:
    three_rows()
    tamper(sql)
    assert broken() == why


@pytest.mark.parametrize("sql", ["UPDATE trail_entry SET reason = 'x'", "DELETE FROM trail_entry"])
def test_the_database_refuses_to_change_the_trail(sql: str) -> None:
    three_rows()
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert Entry.objects.count() == 3


def test_the_model_refuses_to_save_or_delete() -> None:
    row = record("job.run", by=System("reminders"))
    with pytest.raises(TrailIsAppendOnly):
        row.save()
    with pytest.raises(TrailIsAppendOnly):
        row.delete()


def test_a_change_by_nobody_is_refused() -> None:
    with pytest.raises(NobodyNamed, match="say who did it"):
        record("grant.give", by=Unknown(), before={}, after={"role": "auditor"})
