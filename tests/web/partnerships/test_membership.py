"""Members come and go by date; an authority has one partnership at a time; each kind of manager changes their own."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.partnerships import actions, queries
from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.models import MemberPart, Organisation, OrganisationKind, Partnership
from second_question_web.trail.models import Entry
from tests.people import organisation, partnership, person, region

pytestmark = pytest.mark.django_db
SPRING, MERGER, AUTUMN = date(2026, 3, 31), date(2026, 4, 1), date(2026, 10, 1)


def founded(name: str = "Larkmere", authority: str = "Larkmere Council", starts_on: date = MERGER) -> Partnership:
    partners = [organisation(f"{name} Police"), organisation(f"{name} Care Board")]
    authorities = [Organisation.objects.get_or_create(code=f"Z{name}", defaults=_authority(authority))[0]]
    return actions.create_partnership(
        by=person("Adam"),
        name=f"{name} Safeguarding Children Partnership",
        region=region("E12000009"),
        partners=[*authorities, *partners],
        starts_on=starts_on,
    )


def _authority(name: str) -> dict[str, object]:
    return {"name": name, "kind": OrganisationKind.LOCAL_AUTHORITY, "fictional": True}


def partner_names(of: Partnership, on: date) -> list[str]:
    found = queries.members(of, on, MemberPart.SAFEGUARDING_PARTNER)
    return [member.organisation.name for member in found]


def test_an_administrator_creates_a_partnership_with_all_its_partners() -> None:
    made = founded()
    assert made.slug == "larkmere"
    assert partner_names(made, MERGER) == ["Larkmere Care Board", "Larkmere Council", "Larkmere Police"]
    assert Entry.objects.get(action="partnership.create").after["starts_on"] == "2026-04-01"


def test_a_partnership_is_there_from_its_first_day_only() -> None:
    assert partner_names(founded(), SPRING) == []


@pytest.mark.parametrize("missing", ["Council", "Police", "Care Board"])
def test_each_kind_of_partner_is_needed(missing: str) -> None:
    partners = [organisation(f"Norvale {body}") for body in ("Council", "Police", "Care Board") if body != missing]
    with pytest.raises(CannotChange, match="at least one"):
        actions.create_partnership(
            by=person("Adam"), name="Incomplete", region=region("E12000001"), partners=partners, starts_on=MERGER
        )


def test_an_authority_cannot_be_a_partner_of_two_partnerships_on_the_same_day() -> None:
    wessenmere = partnership()
    with pytest.raises(CannotChange, match="safeguarding partner of Wessenmere") as refused:
        actions.add_safeguarding_partner(
            by=person("Adam"),
            partnership=founded(),
            organisation=organisation("Wessenmere Council"),
            starts_on=AUTUMN,
        )
    assert refused.value.field == "organisation"
    assert len(partner_names(wessenmere, AUTUMN)) == 3


def test_an_authority_moves_to_another_partnership_the_day_after() -> None:
    old, new, council = partnership(), founded(), organisation("Wessenmere Council")
    row = old.members.get(organisation=council)
    actions.end_membership(by=person("Adam"), partnership=old, member=row.pk, ends_on=SPRING)
    actions.add_safeguarding_partner(by=person("Adam"), partnership=new, organisation=council, starts_on=MERGER)
    assert queries.partnership_of(council, SPRING) == old
    assert queries.partnership_of(council, MERGER) == new


def test_a_police_force_is_a_partner_in_several_partnerships() -> None:
    partnership()
    new = founded()
    actions.add_safeguarding_partner(
        by=person("Adam"), partnership=new, organisation=organisation("Wessenmere Police"), starts_on=MERGER
    )
    assert "Wessenmere Police" in partner_names(new, MERGER)


def test_an_authority_that_ended_cannot_join_afterwards() -> None:
    ended = Organisation.objects.create(code="Z1", ends_on=SPRING, **_authority("Old Shire"))
    with pytest.raises(CannotChange, match="Old Shire ended on 31 March 2026"):
        actions.add_safeguarding_partner(
            by=person("Adam"), partnership=partnership(), organisation=ended, starts_on=MERGER
        )


def test_a_school_cannot_be_a_safeguarding_partner() -> None:
    with pytest.raises(CannotChange, match="police force or an integrated care board"):
        actions.add_safeguarding_partner(
            by=person("Adam"),
            partnership=partnership(),
            organisation=organisation("Alder Lane Academy"),
            starts_on=MERGER,
        )


def test_an_agency_of_any_kind_joins_once_however_often_the_button_is_pressed() -> None:
    bea, own, school = person("Bea"), partnership(), organisation("Elm Road Academy")
    first = actions.add_agency(by=bea, partnership=own, organisation=school, starts_on=MERGER)
    again = actions.add_agency(by=bea, partnership=own, organisation=school, starts_on=MERGER)
    assert first == again
    assert Entry.objects.filter(action="partnership.add_agency").count() == 1


def test_an_agency_cannot_join_twice_at_the_same_time() -> None:
    bea, own, school = person("Bea"), partnership(), organisation("Elm Road Academy")
    actions.add_agency(by=bea, partnership=own, organisation=school, starts_on=MERGER)
    with pytest.raises(CannotChange, match="belongs to this partnership at that time already"):
        actions.add_agency(by=bea, partnership=own, organisation=school, starts_on=AUTUMN)


def test_a_new_agency_is_made_once() -> None:
    bea, own = person("Bea"), partnership()
    for _press in range(2):
        actions.add_new_agency(
            by=bea, partnership=own, name="  Harbour  Youth Club ", kind=OrganisationKind.CHARITY, starts_on=MERGER
        )
    assert Organisation.objects.get(name="Harbour Youth Club").memberships.count() == 1


def test_a_new_agency_that_is_known_is_pointed_to() -> None:
    organisation("Elm Road Academy")
    with pytest.raises(CannotChange, match="known already"):
        actions.add_new_agency(
            by=person("Bea"),
            partnership=partnership(),
            name="elm road academy",
            kind=OrganisationKind.SCHOOL,
            starts_on=MERGER,
        )


def test_ending_a_membership_keeps_its_past_and_says_before_and_after() -> None:
    bea, own = person("Bea"), partnership()
    joined = actions.add_agency(
        by=bea, partnership=own, organisation=organisation("Elm Road Academy"), starts_on=SPRING
    )
    actions.end_membership(by=bea, partnership=own, member=joined.pk, ends_on=AUTUMN)
    row = Entry.objects.get(action="partnership.end_membership")
    assert (row.before["ends_on"], row.after["ends_on"]) == (None, "2026-10-01")
    assert queries.members(own, AUTUMN, MemberPart.AGENCY).count() == 1
    assert queries.members(own, date(2026, 10, 2), MemberPart.AGENCY).count() == 0


def test_a_membership_cannot_end_before_it_begins() -> None:
    bea, own = person("Bea"), partnership()
    joined = actions.add_agency(
        by=bea, partnership=own, organisation=organisation("Elm Road Academy"), starts_on=MERGER
    )
    with pytest.raises(CannotChange, match="last day is before the first"):
        actions.end_membership(by=bea, partnership=own, member=joined.pk, ends_on=SPRING)


def _agency(who: str) -> None:
    school = organisation("Elm Road Academy")
    actions.add_agency(by=person(who), partnership=partnership(), organisation=school, starts_on=MERGER)


def _partner(who: str) -> None:
    actions.add_safeguarding_partner(
        by=person(who), partnership=partnership(), organisation=organisation("Norvale Police"), starts_on=MERGER
    )


def _end_partner(who: str) -> None:
    row = partnership().members.get(organisation=organisation("Wessenmere Police"))
    actions.end_membership(by=person(who), partnership=partnership(), member=row.pk, ends_on=AUTUMN)


@pytest.mark.parametrize(
    ("change", "who"),
    [
        (_agency, "Noor"),  # manages another partnership
        (_agency, "Adam"),  # an administrator leaves agencies to the partnership
        (_agency, "Sam"),
        (_agency, "Colm"),
        (_agency, "Audra"),
        (_partner, "Bea"),  # a business manager leaves partners to the administrator
        (_partner, "Olga"),  # administrator of one organisation only
        (_end_partner, "Bea"),
        (_end_partner, "Audra"),
    ],
)
def test_nobody_else_changes_members(change: Callable[[str], None], who: str) -> None:
    with pytest.raises(PermissionDenied):
        change(who)
    assert not Entry.objects.filter(action__startswith="partnership.").exists()
