"""The whole notification without scripts, and with the keyboard alone."""

from tests.journeys import notifying
from tests.journeys.conftest import Visit
from tests.journeys.hands import Hands, KeyboardOnly
from tests.journeys.notifying import ChildTold, IncidentTold
from tests.journeys.seen import days_ago, says, works_for_everybody


def test_without_scripts(visit: Visit) -> None:
    page = visit("Bea Okafor", scripts=False)
    told = IncidentTold("A toddler was scalded.", (ChildTold("Bryony Latch", days_ago(2000)),), days_ago(1000))
    reference = notifying.record(Hands(page), told)
    notifying.send(Hands(page))
    says(page, reference)
    works_for_everybody(page)


def test_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("Bea Okafor")
    told = IncidentTold("A boy of nine was beaten.", (ChildTold("Alder Finch", days_ago(4500)),), days_ago(1100))
    reference = notifying.record(KeyboardOnly(page), told)
    notifying.send(KeyboardOnly(page))
    says(page, reference)
    works_for_everybody(page)
