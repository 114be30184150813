"""What is sent arrives at the Panel, and the secretariat acknowledges it once (P1)."""

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.panel.actions import acknowledge, receive
from second_question_web.panel.models import Arrival
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import SENT, at_noon, sent_notification

pytestmark = pytest.mark.django_db


def test_what_is_sent_arrives_once() -> None:
    notification = sent_notification()
    receive(notification=notification, by=person("Bea"), now=at_noon(2026, 11, 9))
    assert Arrival.objects.get().arrived_at == SENT
    assert Entry.objects.filter(action="panel.receive").count() == 1


def test_the_first_acknowledgement_stands() -> None:
    sent_notification()
    for day in (3, 4):
        acknowledge(arrival=Arrival.objects.get(), by=person("Petra"), now=at_noon(2026, 11, day))
    arrival = Arrival.objects.get()
    assert (arrival.acknowledged_at, arrival.acknowledged_by) == (at_noon(2026, 11, 3), "Petra Nyman")
    assert Entry.objects.filter(action="panel.acknowledge", actor_name="Petra Nyman").count() == 1


@pytest.mark.parametrize("name", ["Bea", "Max", "Rhea", "Audra", "Adam", "Iris"])
def test_only_the_secretariat_acknowledges(name: str) -> None:
    sent_notification()
    with pytest.raises(PermissionDenied, match=r"panel\.receive"):
        acknowledge(arrival=Arrival.objects.get(), by=person(name), now=SENT)
    assert Arrival.objects.get().acknowledged_at is None
