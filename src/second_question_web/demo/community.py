"""The demo's partnerships and people."""

from datetime import datetime

from second_question.rules.access import ScopeKind
from second_question_web.demo.people import PASSWORD, PEOPLE, SINCE, WAITING, DemoPerson
from second_question_web.demo.places import OTHERS, PLACES, Place
from second_question_web.incidents.models import Notification
from second_question_web.partnerships import actions as partnerships
from second_question_web.partnerships import queries
from second_question_web.partnerships.models import Organisation, Partnership, Region
from second_question_web.people.actions import ask_for_access, demo
from second_question_web.people.actions.invitations import Details
from second_question_web.people.models import Person
from second_question_web.people.reach import Given
from second_question_web.trail.actions import System

LOADER = System("demo data")
PANEL = "Child Safeguarding Practice Review Panel"


def settle(now: datetime) -> dict[str, Person]:
    """Founds the partnerships and gives everybody an account; the people by first name."""
    for code, name, kind in OTHERS:
        Organisation.objects.create(code=code, name=name, kind=kind, fictional=True)
    founded = {place.key: _found(place, now) for place in PLACES}
    people = {who.name.split()[0]: _give_account(who, founded, now) for who in PEOPLE}
    name, email, organisation, job_title = WAITING
    details = Details(name=name, email=email, organisation=_organisation(organisation), job_title=job_title)
    ask_for_access(details=details, wants="I lead the assessment team and refer incidents.", now=now)
    return people


def give_reviewer_a_case(reviewer: Person, now: datetime) -> None:
    """The independent reviewer reads one case whose rapid review has been sent."""
    reviewed = Notification.objects.filter(rapid_review__state="submitted").order_by("-sent_on")
    case = reviewed.values_list("reference", flat=True)[0]
    given = Given(role="independent_reviewer", scope=ScopeKind.CASE, starts_on=SINCE, case=case)
    demo.give_fictional_case(by=LOADER, to=reviewer, given=given, now=now)


def _found(place: Place, now: datetime) -> Partnership:
    region = Region.objects.get(code=place.region)
    partners = [
        Organisation.objects.create(code=code, name=name, kind=kind, region=region, starts_on=SINCE, fictional=True)
        for code, name, kind in place.partners
    ]
    made = partnerships.create_partnership(
        by=LOADER,
        name=place.name,
        region=region,
        partners=partners,
        starts_on=SINCE,
        email=place.email,
        start_day_is_day_one=place.start_day_is_day_one,
        fictional=True,
    )
    for name, kind in place.agencies:
        partnerships.add_new_agency(by=LOADER, partnership=made, name=name, kind=kind, starts_on=SINCE)
    for name, starts_from, days in place.clocks:
        partnerships.add_local_clock(
            by=LOADER, partnership=made, name=name, starts_from=starts_from, working_days=days, on=now.date()
        )
    return made


def _give_account(who: DemoPerson, founded: dict[str, Partnership], now: datetime) -> Person:
    organisation = _organisation(PANEL if who.organisation == "Panel" else who.organisation)
    given = None
    if who.scope != "case":
        given = Given(
            role=who.role,
            scope=who.scope,
            starts_on=SINCE,
            partnership=founded.get(who.place),
            organisation=organisation if who.scope in ("agency", "organisation") else None,
            region=Region.objects.get(code=who.place) if who.scope == "region" else None,
        )
    details = Details(name=who.name, email=who.email, organisation=organisation, job_title=who.job_title)
    return demo.add_fictional(by=LOADER, details=details, given=given, password=PASSWORD, now=now)


def _organisation(name: str) -> Organisation:
    return Organisation.objects.get(name=name)


def partnership(key: str) -> Partnership:
    """The founded partnership of that key."""
    place = next(place for place in PLACES if place.key == key)
    return queries.partnerships().get(name=place.name)
