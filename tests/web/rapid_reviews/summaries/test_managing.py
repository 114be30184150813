"""What those who asked do with a request: withdraw, send back, share, write down a call, tell what came of it."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoCaptureOnCommitCallbacks

from second_question.rules.template.codes import OUTCOMES
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import AgencyRequest, ContributingPartnership, RapidReview
from second_question_web.rapid_reviews.summaries import actions, outcome, queries
from second_question_web.trail.models import Entry
from tests.people import partnership, person
from tests.reviews import NOW, fresh, record_of
from tests.summaries import HANA, NIA, again, ask, mails_to, returned, signed, trust
from tests.web.rapid_reviews.summaries.test_asking import part_one

pytestmark = pytest.mark.django_db
Act = Callable[[AgencyRequest, str], object]


def withdraw(request: AgencyRequest, by: str = "Bea") -> AgencyRequest:
    return actions.withdraw(request=request, by=person(by), reason="Wrong school", now=NOW)


def send_back(request: AgencyRequest, by: str = "Bea") -> AgencyRequest:
    return actions.send_back(request=request, by=person(by), question="Which March?", now=NOW)


def share(request: AgencyRequest, by: str = "Bea", *, shared: bool = True) -> AgencyRequest:
    return actions.share(request=request, by=person(by), shared=shared, now=NOW)


def by_telephone(request: AgencyRequest, by: str = "Bea") -> AgencyRequest:
    return actions.record_nothing_known(
        request=request, by=person(by), where="The register", who="Nia Pugh, secretary", now=NOW
    )


def tell(request: AgencyRequest, by: str = "Bea", words: str = "A briefing follows.") -> AgencyRequest:
    return actions.tell(request=request, by=person(by), words=words, now=NOW)


def remind(request: AgencyRequest, by: str = "Bea") -> int:
    return actions.remind(request=request, by=person(by), now=NOW)


ACTS: list[Act] = [withdraw, send_back, share, by_telephone, tell, remind]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["Dana", "Noor", "Colm"])
def test_only_the_office_that_asked_does_any_of_this(act: Act, who: str) -> None:
    request = ask()
    with pytest.raises(PermissionDenied):
        act(request, who)


def test_a_contributing_area_manages_its_own_requests_alone() -> None:
    request = ask()
    ContributingPartnership.objects.create(
        review=request.review, partnership=partnership("Norvale"), added_at=NOW, added_by="Bea Okafor"
    )
    with pytest.raises(PermissionDenied):
        withdraw(request, "Noor")


def test_withdrawing_ends_the_links_and_says_so(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        request = withdraw(ask())
    assert (request.state, request.withdrawn_reason) == ("withdrawn", "Wrong school")
    assert request.links.get().ended_at == NOW
    assert mails_to(NIA)[-1] == "Nothing more to do: SIN-2026-0001"
    assert "Wrong school" not in str(mail.outbox[-1].body) + str(list(Entry.objects.values("reason", "after")))


def test_what_was_returned_is_not_withdrawn() -> None:
    request = returned(ask())
    with pytest.raises(NotNow, match="“Returned, not yet signed”"):
        withdraw(request)


def test_a_question_stands_on_the_agencys_page_and_in_no_email(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    request = returned(ask())
    with django_capture_on_commit_callbacks(execute=True):
        request = again(send_back(request))
    assert request.state == "started"
    assert request.note == "20 November 2026, Bea Okafor asks: Which March?"
    assert mails_to(NIA)[-1] == "A question about your summary: SIN-2026-0001"
    assert "March" not in str(mail.outbox[-1].body)


def test_a_summary_is_shared_and_no_longer() -> None:
    mine = returned(ask())
    other = ask(mine.review, trust(), email="leila@example.org")
    assert queries.shared_with(other) == []
    share(mine)
    assert [one.organisation.name for one in queries.shared_with(other)] == ["Alder Lane Academy"]
    share(mine, shared=False)
    assert queries.shared_with(other) == []


def test_what_is_being_changed_again_is_not_read_by_others() -> None:
    mine = returned(ask())
    other = ask(mine.review, trust(), email="leila@example.org")
    share(mine)
    send_back(mine)
    assert queries.shared_with(other) == []


def test_an_agency_that_did_not_know_the_family_reads_nothing() -> None:
    mine = returned(ask())
    other = ask(mine.review, trust(), email="leila@example.org")
    share(mine)
    by_telephone(other)
    assert queries.shared_with(again(other)) == []


def test_only_what_was_returned_is_shared() -> None:
    request = ask()
    with pytest.raises(NotNow, match="Until then it is the agency’s own"):
        share(request)


def test_a_call_is_written_down_as_a_call() -> None:
    request = by_telephone(ask())
    assert request.state == "nothing_known"
    assert request.returned_by == "Nia Pugh, secretary (by telephone to Bea Okafor)"
    assert part_one().answers["involvement"] == "no_involvement"


def test_who_said_so_must_be_told() -> None:
    request = ask()
    with pytest.raises(Refusal) as refused:
        actions.record_nothing_known(request=request, by=person("Bea"), where="The register", who=" ", now=NOW)
    assert refused.value.field == "who"


def test_everybody_who_contributed_hears_what_came_of_it(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    request = signed(returned(ask(lead=True)))
    with django_capture_on_commit_callbacks(execute=True):
        request = tell(request)
        tell(request)
    assert (request.told_at, request.told_words) == (NOW, "A briefing follows.")
    assert mails_to(NIA)[-1] == mails_to(HANA)[-1] == "What came of your summary: SIN-2026-0001"
    assert sum("What came" in subject for subject in mails_to(NIA)) == 1, "a second press writes to nobody twice"
    assert "briefing" not in str(mail.outbox[-1].body)


def test_it_can_be_told_after_the_review_was_sent() -> None:
    request = returned(ask())
    RapidReview.objects.update(state="submitted", submitted_on=NOW.date())
    assert tell(again(request)).told_at == NOW


def concluded(request: AgencyRequest, **answers: object) -> RapidReview:
    record = record_of(request.review)
    record.answers.update(answers)
    record.sealed_answers["immediate_learning"] = "Rowan Thistlewood’s arm was seen by three nurses."
    record.save()
    return fresh(request.review)


def test_the_proposed_words_are_made_of_the_decision_and_name_nobody() -> None:
    review = concluded(ask(), outcome="no_review", how_spread=["briefing", "supervision"])
    said = outcome.proposed_words(review)
    assert "no local review follows" in said
    assert "spread by briefing for practitioners and supervision" in said
    for secret in ("Rowan", "Thistlewood", "nurses"):
        assert secret not in said


def test_the_manager_sees_what_was_learned_beside_it() -> None:
    assert "three nurses" in outcome.learning_of(concluded(ask()))


def test_there_are_words_for_every_outcome() -> None:
    assert set(outcome.DECIDED) == {option.code for option in OUTCOMES}


def test_before_anything_is_decided_there_is_a_beginning() -> None:
    assert outcome.proposed_words(ask().review).startswith("Thank you for your summary.")
