"""From the first word of an incident to its receipt (N1 to N8)."""

import pytest

from second_question_web.incidents import actions
from tests.notifications import NOW, begun, complete
from tests.people import person

pytestmark = pytest.mark.django_db


def test_a_complete_draft_is_sent_with_a_receipt() -> None:
    sent = actions.send(by=person("Bea"), notification=complete(begun()), now=NOW)
    assert (sent.state, sent.reference, sent.receipt_number) == ("sent", "SIN-2026-0001", "R-2026-0001")
