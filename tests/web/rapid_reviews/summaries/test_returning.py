"""The summary is returned and signed; the signature lapses when a word changes, and is asked for again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoCaptureOnCommitCallbacks

from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import AgencyRequest, SignOff
from second_question_web.rapid_reviews.summaries import actions
from second_question_web.rapid_reviews.summaries.actions.returning import Lead
from second_question_web.rapid_reviews.summaries.errors import ChangedSinceRead
from second_question_web.rapid_reviews.summaries.queries import sign_offs_of
from second_question_web.rapid_reviews.summaries.texts import digest_of_text
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW
from tests.summaries import HANA, SUMMARY, again, ask, give_back, guest, mails_to, returned, signed, trust, write
from tests.web.rapid_reviews.summaries.test_asking import part_one

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)


def give_back_with(request: AgencyRequest, lead: Lead) -> AgencyRequest:
    seen = digest_of_text(again(request))
    actions.give_back(request=request, by=guest(request), seen=seen, lead=lead, now=NOW)
    return again(request)


def wrote(request: AgencyRequest) -> bool:
    """Whether the summary was last signed by somebody who also wrote in it."""
    return bool(getattr(sign_offs_of(request)[0], "wrote"))  # noqa: B009  (annotated; the model does not know)


def test_returning_it_says_who_and_when_and_that_the_agency_knew_the_family() -> None:
    request = returned(ask())
    assert (request.state, request.returned_by, request.returned_at) == ("returned", "Nia Pugh", NOW)
    assert part_one().answers["involvement"] == "involved"
    assert Entry.objects.get(action="summary.give_back").after == {"state": "returned", "episodes": 0}


def test_nothing_is_not_returned() -> None:
    request = ask()
    with pytest.raises(Refusal, match="Nothing is written yet"):
        give_back(request)


def test_the_two_questions_must_be_answered() -> None:
    request = ask()
    write(request, answers={"involvement": "A pupil."})
    with pytest.raises(Refusal, match="Answer “Looking back, what stands out"):
        give_back(request)


def test_what_a_colleague_changed_meanwhile_is_read_first() -> None:
    request = ask()
    write(request)
    seen = digest_of_text(again(request))
    write(request, person("Colm"), answers={**SUMMARY, "concerns": "One."})
    with pytest.raises(ChangedSinceRead):
        actions.give_back(request=request, by=guest(request), seen=seen, now=NOW)


def test_a_second_press_returns_it_once() -> None:
    request = returned(ask())
    with pytest.raises(NotNow, match="“Returned, not yet signed”"):
        give_back(request)


def test_the_lead_is_asked_to_sign_when_it_is_there(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    request = ask(lead=True)
    with django_capture_on_commit_callbacks(execute=True):
        returned(request)
    assert mails_to(HANA)[-1] == "Please read and sign: SIN-2026-0001"


def test_the_lead_signs_what_was_read() -> None:
    request = signed(returned(ask(lead=True)))
    found = SignOff.objects.get()
    assert request.state == "signed"
    assert (found.name, found.job_title, found.digest) == ("Hana Reid", "Head teacher", digest_of_text(request))
    assert not wrote(request)


def test_whoever_writes_can_declare_to_be_the_lead_and_that_shows() -> None:
    request = ask()
    write(request)
    request = give_back_with(request, Lead(name="Nia Pugh", job_title="Safeguarding lead", is_writer=True))
    assert request.state == "signed"
    assert wrote(request)


def test_the_writer_can_name_the_lead_who_is_then_asked() -> None:
    request = ask()
    write(request)
    request = give_back_with(request, Lead(name="Hana Reid", email=HANA))
    assert request.state == "returned"
    assert request.links.get(email=HANA).part == "sign"
    assert mails_to(HANA) == ["Please read and sign: SIN-2026-0001"]


def test_a_lead_with_an_account_signs_too() -> None:
    request = returned(ask(agency=trust(), email="nia@example.org"))
    seen = digest_of_text(request)
    actions.sign(request=request, by=person("Leila"), name="Leila Frost", job_title="Lead", seen=seen, now=NOW)
    assert again(request).state == "signed"


@pytest.mark.parametrize("who", ["Colm", "Leila", "Bea", "Dana"])
def test_nobody_else_signs(who: str) -> None:
    request = returned(ask(lead=True))
    with pytest.raises(PermissionDenied):
        signed(request, person(who))


def test_whoever_writes_cannot_sign_by_the_link_to_write() -> None:
    request = returned(ask(lead=True))
    with pytest.raises(PermissionDenied):
        signed(request, guest(request))


def test_nothing_is_signed_before_it_is_returned() -> None:
    request = ask(lead=True)
    write(request)
    with pytest.raises(NotNow, match="“Begun”"):
        signed(request)


def test_what_changed_while_the_lead_read_is_not_signed() -> None:
    request = returned(ask(lead=True))
    with pytest.raises(ChangedSinceRead):
        actions.sign(request=request, by=guest(request, HANA), name="Hana Reid", job_title="", seen="another", now=NOW)


def test_the_lead_hears_that_the_signature_lapsed_and_is_asked_again(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    request = signed(returned(ask(lead=True)))
    with django_capture_on_commit_callbacks(execute=True):
        write(request, answers={**SUMMARY, "analysis": "Another word."}, now=LATER)
        write(request, answers={**SUMMARY, "analysis": "And another."}, now=LATER)
        give_back(request, now=LATER)
    assert mails_to(HANA)[-2:] == [
        "Your signature no longer holds: SIN-2026-0001",
        "Please read and sign: SIN-2026-0001",
    ]


def test_a_lead_with_an_account_hears_it_too(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    request = signed(returned(ask(agency=trust())), person("Leila"))
    with django_capture_on_commit_callbacks(execute=True):
        write(request, answers={**SUMMARY, "analysis": "Another word."})
    assert mails_to("leila@example.org") == ["Your signature no longer holds: SIN-2026-0001"]


def test_a_summary_that_was_sent_back_and_left_as_it_was_is_still_signed() -> None:
    request = signed(returned(ask(lead=True)))
    actions.send_back(request=request, by=person("Bea"), question="Which March?", now=LATER)
    assert give_back(request, now=LATER).state == "signed"


def test_an_agency_that_did_not_know_the_family_says_where_it_looked() -> None:
    request = ask()
    actions.know_nothing(
        request=request, by=guest(request), where="The register since 2015", who="Nia Pugh, secretary", now=NOW
    )
    request = again(request)
    assert (request.state, request.nothing_known_words) == ("nothing_known", "The register since 2015")
    assert request.returned_by == "Nia Pugh, secretary"
    assert part_one().answers["involvement"] == "no_involvement"


def test_it_can_find_something_after_all() -> None:
    request = ask()
    actions.know_nothing(request=request, by=guest(request), where="The register", who="Nia", now=NOW)
    write(request, now=LATER)
    assert again(request).state == "started"
    assert part_one().answers["involvement"] == "waiting"


@pytest.mark.parametrize(("where", "who", "field"), [(" ", "Nia", "where"), ("The register", "", "who")])
def test_where_and_who_must_be_said(where: str, who: str, field: str) -> None:
    request = ask()
    with pytest.raises(Refusal) as refused:
        actions.know_nothing(request=request, by=guest(request), where=where, who=who, now=NOW)
    assert refused.value.field == field
