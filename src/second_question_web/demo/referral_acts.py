"""The demo's referrals, step by step through the actions."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

from second_question_web.demo.referrals import REFERRALS, DemoReferral
from second_question_web.incidents.models import Referral
from second_question_web.incidents.referrals import actions
from second_question_web.incidents.referrals.answers import Answers
from second_question_web.incidents.referrals.places import places_of
from second_question_web.people.models import Person

Moment = Callable[..., datetime]
People = Mapping[str, Person]


def referral_acts(who: People, today: date, moment: Moment) -> Iterator[tuple[datetime, Callable[[], None]]]:
    """For each referral when it was made and when it was screened, with what to do then."""
    for number, told in enumerate(REFERRALS):
        made_at = moment(today, told.days_ago, 11)
        screened_at = moment(today, max(told.days_ago - 1, 0), 14)
        yield made_at, _make(told, number, who, made_at)
        if told.views:
            yield screened_at, _screen(told, number, who, screened_at)


def _make(told: DemoReferral, number: int, who: People, at: datetime) -> Callable[[], None]:
    def make() -> None:
        by = who[told.by]
        values = {**_contact(by), **told.answers, "incident_on": at.date() - timedelta(told.incident_before)}
        actions.make(by=by, place=places_of(by)[0], answers=Answers(values, {}), start_token=_token(number), now=at)

    return make


def _screen(told: DemoReferral, number: int, who: People, at: datetime) -> Callable[[], None]:
    def screen() -> None:
        referral = Referral.objects.get(start_token=_token(number))
        for first_name, view, reason in told.views:
            by = who[first_name]
            if by.organisation:
                actions.record_view(by=by, referral=referral, partner=by.organisation, view=view, reason=reason, now=at)
        if told.decision:
            by = who[told.views[0][0]]
            actions.decide(by=by, referral=referral, decision=told.decision, reason=told.reason, now=at)

    return screen


def _contact(by: Person) -> dict[str, object]:
    return {
        "contact_name": by.name,
        "contact_email": by.email,
        "contact_telephone": "01632 960 200",
        "lead_agreed": "i_am_the_lead",
    }


def _token(number: int) -> str:
    return f"demo-referral-{number}"
