"""An agency writes its summary and its episodes; what it brings with it, and whose hands are kept off."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import AgencyRequest, AnswerChange, ReviewRecord
from second_question_web.rapid_reviews.records import records_of
from second_question_web.rapid_reviews.summaries import actions
from second_question_web.rapid_reviews.summaries.texts import MOST_EPISODES, text_of
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW, fresh
from tests.summaries import (
    EPISODE,
    HANA,
    SUMMARY,
    again,
    ask,
    give_back,
    guest,
    returned,
    signed,
    trust,
    write,
)

pytestmark = pytest.mark.django_db


def add_episode(request: AgencyRequest, **answers: object) -> ReviewRecord | None:
    return write(request, section="agency_episode", place=0, answers={**EPISODE, **answers})


def test_writing_begins_the_summary() -> None:
    request = ask()
    write(request)
    assert (again(request).state, again(request).begun_at) == ("started", NOW)


def test_who_wrote_what_is_kept_and_the_trail_has_no_word_of_it() -> None:
    request = ask()
    write(request)
    change = AnswerChange.objects.get(question="analysis")
    assert (change.made_by, change.made_by_key) == ("Nia Pugh", guest(request).trail_key)
    row = Entry.objects.get(action="summary.answer")
    assert (row.actor_name, row.actor_organisation) == ("Nia Pugh", "Alder Lane Academy")
    assert "Absences" not in str([row.before, row.after])


def test_the_same_words_again_are_no_change() -> None:
    request = ask()
    write(request)
    write(request)
    assert Entry.objects.filter(action="summary.answer").count() == 1


def test_what_an_agency_writes_is_its_own_until_it_is_returned() -> None:
    request = ask()
    write(request)
    kinds = {record.kind for record in records_of(fresh(request.review))}
    assert "agency_summary" not in kinds
    give_back(request)
    assert "agency_summary" in {record.kind for record in records_of(fresh(request.review))}


def test_a_colleague_with_an_account_writes_in_the_same_summary() -> None:
    request = ask()
    write(request)
    write(request, person("Colm"), answers={**SUMMARY, "learning": "We look at patterns now."})
    assert ReviewRecord.objects.filter(kind="agency_summary").count() == 1


def test_two_colleagues_at_once_lose_nothing() -> None:
    request = ask()
    write(request)
    with pytest.raises(ChangedMeanwhile) as refused:
        actions.answer(
            request=request,
            by=person("Colm"),
            section="agency_summary",
            place=1,
            answers={**SUMMARY, "analysis": "Another view."},
            unanswered={},
            version=0,
            now=NOW,
        )
    assert refused.value.theirs.changed_by == "Nia Pugh"


def test_two_colleagues_who_begin_at_once_are_in_conflict_too() -> None:
    request = ask()
    write(request, person("Colm"), answers={"involvement": "A pupil."})
    with pytest.raises(ChangedMeanwhile):
        actions.answer(
            request=request,
            by=guest(request),
            section="agency_summary",
            place=1,
            answers={"involvement": "A girl in year 3."},
            unanswered={},
            version=0,
            now=NOW,
        )


@pytest.mark.parametrize("who", ["Leila", "Bea", "Dana", "Noor"])
def test_people_of_other_agencies_and_the_partnership_do_not_write(who: str) -> None:
    request = ask()
    with pytest.raises(PermissionDenied):
        write(request, person(who))


def test_a_guest_writes_in_no_other_request() -> None:
    mine = ask()
    other = ask(mine.review, trust(), email="leila@example.org")
    with pytest.raises(PermissionDenied):
        write(other, guest(mine))


def test_a_link_to_sign_does_not_write() -> None:
    request = ask(lead=True)
    with pytest.raises(PermissionDenied):
        write(request, guest(request, HANA))


def test_a_link_that_ended_while_somebody_wrote_saves_nothing() -> None:
    request = ask()
    who = guest(request)
    actions.end_link(link=request.links.get(), by=person("Bea"), now=NOW)
    with pytest.raises(PermissionDenied):
        write(request, who)


def test_episodes_keep_their_place_when_one_is_removed() -> None:
    request = ask()
    add_episode(request), add_episode(request, title="The visit")
    actions.remove_episode(request=request, by=guest(request), place=1, now=NOW)
    add_episode(request, title="The meeting")
    assert [record.place for record in text_of(again(request)).episodes] == [2, 3]


def test_an_empty_episode_is_not_added() -> None:
    request = ask()
    assert write(request, section="agency_episode", place=0, answers={}) is None
    assert again(request).state == "asked"


def test_ten_episodes_are_enough() -> None:
    request = ask()
    for _ in range(MOST_EPISODES):
        add_episode(request)
    with pytest.raises(Refusal, match="One to three that matter are enough"):
        add_episode(request)


def test_an_episode_that_a_colleague_removed_is_said_to_be_gone() -> None:
    request = ask()
    add_episode(request)
    actions.remove_episode(request=request, by=person("Colm"), place=1, now=NOW)
    with pytest.raises(Refusal, match="A colleague removed this episode"):
        write(request, section="agency_episode", place=1, answers=EPISODE)


def test_after_the_review_was_sent_nothing_can_be_written() -> None:
    request = returned(ask())
    request.review.state = "submitted"
    request.review.save(update_fields=["state"])
    with pytest.raises(NotNow, match="With the Panel"):
        write(request, answers={**SUMMARY, "learning": "More."})


def test_after_it_was_withdrawn_nothing_can_be_written() -> None:
    request = ask()
    actions.withdraw(request=request, by=person("Bea"), reason="Wrong school", now=NOW)
    with pytest.raises(NotNow, match="no longer needs this summary"):
        write(request, person("Colm"))


def test_changing_it_after_it_was_returned_opens_it_again() -> None:
    request = returned(ask())
    write(request, answers={**SUMMARY, "learning": "We look at patterns now."}, now=NOW + timedelta(hours=1))
    assert again(request).state == "started"


def test_signing_lapses_with_a_changed_word_and_holds_when_nothing_changes() -> None:
    request = signed(returned(ask(lead=True)))
    write(request)
    assert again(request).state == "signed"
    write(request, answers={**SUMMARY, "analysis": "Another word."})
    assert again(request).state == "started"
    assert again(request).sign_offs.get().lapsed_at == NOW
