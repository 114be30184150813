"""The cases that a form is usually not made for, from draft to register."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from second_question.rules.questions import Unanswered
from second_question_web.incidents import actions
from second_question_web.incidents.models import Child, Notification
from tests.notifications import NOW, answered, begun, complete
from tests.people import person

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Case:
    """What is different from an ordinary notification, and what the register then says of the child."""

    name: str
    identity: dict[str, object] = field(default_factory=dict)
    reasons: dict[str, Unanswered] = field(default_factory=dict)
    when: dict[str, object] = field(default_factory=dict)
    nature: dict[str, object] = field(default_factory=dict)
    services: dict[str, object] = field(default_factory=dict)
    age: int | None = 0
    group: str = "<1"


CASES = [
    Case("unborn", {"birth_status": "unborn", "expected_birth_on": date(2027, 2, 1)}, age=None, group="<1"),
    Case(
        "unborn, day not known",
        {"birth_status": "unborn"},
        {"expected_birth_on": Unanswered.NOT_ASKED},
        age=None,
        group="<1",
    ),
    Case("born and not named yet", {"birth_status": "unnamed", "date_of_birth": date(2026, 11, 12)}),
    Case(
        "name withheld, age known",
        {"birth_status": "named", "age_years": 7},
        {"full_name": Unanswered.REFUSED, "date_of_birth": Unanswered.NOT_KNOWN},
        age=7,
        group="6-10",
    ),
    Case(
        "nothing known of the age",
        {"birth_status": "named", "full_name": "Robin"},
        {"date_of_birth": Unanswered.NOT_KNOWN},
        age=None,
        group="unknown",
    ),
    Case(
        "long before",
        {"birth_status": "named", "full_name": "Linden Vale", "date_of_birth": date(2010, 5, 6)},
        when={"incident_on": date(2015, 5, 5), "aware_on": date(2026, 11, 17)},
        age=4,
        group="1-5",
    ),
    Case(
        "harmed before birth",
        {"birth_status": "named", "full_name": "Hazel", "date_of_birth": date(2026, 11, 18)},
        when={"incident_on": date(2026, 10, 1), "aware_on": date(2026, 11, 18)},
    ),
    Case(
        "care leaver of 22",
        {"birth_status": "named", "full_name": "Alder Quist", "date_of_birth": date(2004, 1, 2)},
        nature={"nature": "death", "likely_cause": "suicide", "reason": "care_leaver_death"},
        services={"looked_after_now": False, "care_leaver": True},
        age=22,
        group="18+",
    ),
    Case(
        "looked-after death without suspicion",
        {"birth_status": "named", "full_name": "Fern", "date_of_birth": date(2012, 6, 7)},
        nature={"nature": "death", "likely_cause": "not_maltreatment_or_unclear", "reason": "looked_after_death"},
        services={"looked_after_now": True, "placement_type": "foster_care"},
        age=14,
        group="11-15",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_can_be_sent_and_counted(case: Case) -> None:
    draft = complete(begun())
    if case.when:
        answered(draft, "when", case.when)
    if case.nature:
        answered(draft, "nature", case.nature)
    answered(draft, "child_identity", {**case.identity, "focus_child": True}, place=1, unanswered=case.reasons)
    if case.services:
        answered(draft, "child_services", case.services, place=1)
    sent = actions.send(by=person("Bea"), notification=draft, now=NOW)
    child = Child.objects.get()
    assert (sent.state, child.age_years, child.age_group) == ("sent", case.age, case.group)


@pytest.mark.parametrize(
    ("answers", "column"),
    [
        ({"sex": "female"}, "female"),
        ({"sex": "male", "gender_identity": "same_as_sex"}, "male"),
        ({"sex": "male", "gender_identity": "transgender"}, "transgender"),
        ({}, "not_known"),
    ],
)
def test_sex_is_counted_as_the_national_figures_do(answers: dict[str, object], column: str) -> None:
    draft = complete(begun())
    answered(draft, "child_characteristics", answers, place=1)
    assert Child.objects.get().sex == column


def test_the_age_follows_when_the_day_of_the_incident_changes() -> None:
    draft = complete(begun(), date_of_birth=date(2020, 11, 18))
    answered(draft, "when", {"incident_on": date(2026, 11, 18), "aware_on": date(2026, 11, 19)})
    assert Child.objects.get().age_years == 6


def test_the_region_is_that_of_the_authority_where_it_happened() -> None:
    draft = complete(begun())
    answered(draft, "place", {"local_authority": "Z06000001"})
    now = Notification.objects.get()
    assert now.local_authority is not None
    assert now.local_authority.code == "Z06000001"
    assert now.region_id == "E12000009"
