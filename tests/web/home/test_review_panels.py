"""What of a rapid review needs somebody: each panel shows it to whom it concerns, and to nobody else."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from second_question_web.home import panels
from second_question_web.home.desk import Desk
from second_question_web.home.shown import Shown
from second_question_web.panel.actions import answer_reply
from second_question_web.rapid_reviews.models import Decision, PartnerSignature, RapidReview
from second_question_web.rapid_reviews.summaries import actions as summaries
from tests.people import person
from tests.sent import at_noon, review_of, sent_notification
from tests.summaries import ask, give_back, signed, trust, write
from tests.web.home.conftest import TODAY
from tests.web.panel.versions import TEXT, replied, sent_review

pytestmark = pytest.mark.django_db

WRITE, SIGN_SUMMARY = "Summaries to write", "Summaries to sign"
LATE, SIGN, REPLIED, REPLY = (
    "Agencies that are late",
    "Decisions to sign",
    "The Panel has replied",
    "Rapid reviews that wait for a reply",
)
PANEL_ADDRESS, PASSED = "/notifications/SIN-2026-0001/rapid-review/panel/", date(2026, 11, 20)


def shown(name: str, title: str) -> Shown | None:
    """That panel on the home page of that person today."""
    return next((one for one in panels.shown_to(Desk(person(name), TODAY)) if one.title == title), None)


def links(name: str, title: str) -> list[str]:
    """Where its lines lead."""
    found = shown(name, title)
    return [line.link.href for line in found.lines] if found else []


def decided(review: RapidReview) -> Decision:
    """A decision on it, to be signed."""
    RapidReview.objects.filter(pk=review.pk).update(state="decided")
    number = review.decisions.count() + 1
    facts = {"decided_on": PASSED, "made_at": TODAY, "made_by": "Dana Whitlock"}
    return Decision.objects.create(review=review, number=number, outcome="no_review", **facts)


def signature(decision: Decision, of: str) -> None:
    """The organisation of that person signs it."""
    who = person(of)
    assert who.organisation
    facts = {"name": who.name, "signed_at": TODAY, "signed_by_key": who.trail_key, "digest": "0" * 64}
    PartnerSignature.objects.create(decision=decision, organisation=who.organisation, view="agrees", **facts)


class TestAgencies:
    """Who is asked sees it; who signs sees it once it is returned."""

    def test_a_summary_is_to_be_written_until_it_is_returned(self) -> None:
        request = ask(review_of(sent_notification(1)))
        assert links("Colm", WRITE) == ["/summaries/SIN-2026-0001/1/"]
        assert links("Leila", WRITE) == []
        write(request, person("Colm"))
        give_back(request, person("Colm"))
        assert shown("Colm", WRITE) is None

    def test_a_summary_is_to_be_signed_from_then_until_it_is(self) -> None:
        request = ask(review_of(sent_notification(1)), trust())
        assert shown("Leila", SIGN_SUMMARY) is None
        write(request, person("Leila"))
        give_back(request, person("Leila"))
        assert links("Leila", SIGN_SUMMARY) == ["/summaries/SIN-2026-0001/1/"]
        signed(request, person("Leila"))
        assert shown("Leila", SIGN_SUMMARY) is None

    def test_a_late_summary_says_so_to_the_agency_and_to_whoever_asked(self) -> None:
        review = review_of(sent_notification(1))
        ask(review, due_on=PASSED)
        ask(review, trust())
        line = getattr(shown("Colm", WRITE), "lines", [None])[0]
        assert (line.status.text, "was due on 20 November 2026" in line.note) == ("Late", True)
        late = getattr(shown("Bea", LATE), "lines", [None])[0]
        assert (late.link.text, late.status.text) == ("SIN-2026-0001", "1 agency late")
        assert shown("Noor", LATE) is None

    def test_nothing_is_owed_to_a_review_that_was_sent(self) -> None:
        review = review_of(sent_notification(1))
        ask(review, due_on=PASSED)
        RapidReview.objects.update(state="submitted")
        assert [shown("Colm", WRITE), shown("Bea", LATE)] == [None, None]

    def test_nothing_is_owed_after_the_request_was_withdrawn(self) -> None:
        request = ask(review_of(sent_notification(1)), due_on=PASSED)
        summaries.withdraw(request=request, by=person("Bea"), reason="Asked by mistake.", now=TODAY)
        assert [shown("Colm", WRITE), shown("Bea", LATE)] == [None, None]


class TestPartners:
    """A decision waits for each partner until that partner has signed the latest one."""

    def test_it_waits_for_those_who_have_not_signed(self) -> None:
        signature(decided(review_of(sent_notification(1))), "Dana")
        assert links("Sam", SIGN) == ["/notifications/SIN-2026-0001/rapid-review/decision/"]
        assert [shown("Dana", SIGN), shown("Bea", SIGN)] == [None, None]

    def test_a_new_decision_asks_everybody_again(self) -> None:
        review = review_of(sent_notification(1))
        signature(decided(review), "Dana")
        decided(review)
        assert len(links("Dana", SIGN)) == 1

    def test_before_a_decision_there_is_nothing_to_sign(self) -> None:
        sent_notification(1)
        assert shown("Sam", SIGN) is None


class TestThePanel:
    """What was sent waits for a reply; the reply waits for an answer."""

    def test_a_review_waits_for_those_of_its_region_until_it_is_answered(self) -> None:
        review = sent_review()
        sent_review(2, at="Norvale")
        assert links("Max", REPLY) == ["/panel/reviews/SIN-2026-0001/"]
        assert len(links("Petra", REPLY)) == 2
        replied(review)
        assert shown("Max", REPLY) is None

    def test_a_reply_waits_for_the_business_manager_until_it_is_answered(self) -> None:
        review = sent_review()
        replied(review)
        assert links("Bea", REPLIED) == [PANEL_ADDRESS]
        assert [shown("Noor", REPLIED), shown("Chidi", REPLIED)] == [None, None]
        answer_reply(review=review, by=person("Bea"), reply=1, reconsiders=True, words="We will.", now=TODAY)
        assert shown("Bea", REPLIED) is None

    @pytest.mark.parametrize(("sent", "is_news"), [(at_noon(2026, 11, 20), True), (at_noon(2026, 10, 20), False)])
    def test_agreement_is_news_for_a_month(self, sent: object, is_news: bool) -> None:
        replied(sent_review(), text=replace(TEXT, advice="agrees_no_review"), at=sent)  # type: ignore[arg-type]  # a table
        assert bool(shown("Bea", REPLIED)) is is_news


def test_a_long_list_leads_to_the_rest() -> None:
    for number in range(1, 12):
        sent_review(number)
    found = shown("Petra", REPLY)
    assert found
    assert (len(found.lines), found.all and found.all.href) == (10, "/panel/reviews/")


@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("Bea", ("/rapid-reviews/template/", "/rapid-reviews/questions/")),
        ("Colm", ("/rapid-reviews/template/",)),
        ("Rhea", ("/rapid-reviews/events.csv",)),
        ("Theo", ()),
    ],
)
def test_template_and_dates_are_at_hand(client: Client, name: str, has: tuple[str, ...]) -> None:
    client.force_login(person(name))
    page = client.get("/").content.decode()
    every = ("/rapid-reviews/template/", "/rapid-reviews/questions/", "/rapid-reviews/events.csv")
    assert tuple(address for address in every if f'href="{address}"' in page) == has


def test_template_and_questions_are_below_the_list_of_reviews(client: Client) -> None:
    client.force_login(person("Bea"))
    page = client.get("/rapid-reviews/").content.decode()
    assert 'href="/rapid-reviews/template/"' in page
    assert 'href="/rapid-reviews/questions/"' in page
