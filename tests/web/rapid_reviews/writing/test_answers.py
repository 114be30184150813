"""Sections are saved: who wrote what stays, nobody overwrites anybody, nothing is written where it may not be."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from second_question.rules.questions import Unanswered
from second_question_web.answering.errors import ChangedMeanwhile
from second_question_web.incidents.errors import WrongAnswers
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import AnswerChange, RapidReview
from second_question_web.rapid_reviews.writing import actions
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW, begun_review, fresh, record_of
from tests.web.rapid_reviews.writing.saving import added, saved

pytestmark = pytest.mark.django_db
BRIEFLY = {"context_before": "A young couple in their first flat."}


def test_an_answer_is_kept_with_who_wrote_it() -> None:
    review = begun_review()
    saved(review, "background", BRIEFLY, by="Dana")
    change = AnswerChange.objects.get(question="context_before")
    assert (change.made_by, change.before, change.after) == ("Dana Whitlock", {}, {"answer": BRIEFLY["context_before"]})


def test_it_leaves_one_row_in_the_trail_without_the_words() -> None:
    review = begun_review()
    rows = Entry.objects.count()
    saved(review, "background", BRIEFLY)
    row = Entry.objects.latest("number")
    assert Entry.objects.count() == rows + 1
    assert row.after == {"context_before": "changed"}


def test_the_same_again_changes_nothing_and_writes_nothing() -> None:
    review = begun_review()
    saved(review, "background", BRIEFLY)
    rows = Entry.objects.count()
    saved(review, "background", BRIEFLY)
    assert (Entry.objects.count(), AnswerChange.objects.count()) == (rows, 1)


def test_writing_moves_the_review_on() -> None:
    review = begun_review()
    saved(review, "background", BRIEFLY)
    assert fresh(review).state == "drafting"


def test_two_people_in_one_answer_lose_nothing() -> None:
    review = begun_review()
    opened = record_of(review).version
    saved(review, "background", BRIEFLY, by="Dana", version=opened)
    with pytest.raises(ChangedMeanwhile) as refused:
        saved(review, "background", {"context_before": "Another text."}, version=opened)
    assert refused.value.theirs.changed_by == "Dana Whitlock"
    assert record_of(review).all_answers()["context_before"] == BRIEFLY["context_before"]


def test_two_people_in_two_sections_are_no_conflict() -> None:
    review = begun_review()
    saved(review, "background", BRIEFLY, by="Dana")
    saved(review, "support", {"support_to_staff": "Time with the psychologist."})
    assert {"context_before", "support_to_staff"} <= record_of(review).all_answers().keys()


@pytest.mark.parametrize("who", ["Noor", "Colm", "Chidi", "Petra", "Rhea"])
def test_who_may_not_write_is_refused(who: str) -> None:
    review = begun_review()
    with pytest.raises(PermissionDenied):
        saved(review, "background", BRIEFLY, by=who)


@pytest.mark.parametrize("state", ["submitted", "panel_replied", "closed"])
def test_what_was_sent_does_not_change(state: str) -> None:
    review = begun_review()
    RapidReview.objects.filter(pk=review.pk).update(state=state)
    with pytest.raises(NotNow, match="cannot be changed"):
        saved(review, "background", BRIEFLY)


def test_not_known_is_an_answer_with_its_reason() -> None:
    review = begun_review()
    because = {"ethnicity_because": "Not yet asked of the grandmother."}
    saved(review, "child_identity", because, kind="child", place=1, unanswered={"ethnicity": Unanswered.NOT_KNOWN})
    child = record_of(review, "child")
    assert child.unanswered["ethnicity"] == "not_known"
    assert child.sealed_answers["ethnicity_because"] == because["ethnicity_because"]


def test_a_day_that_cannot_be_is_refused_and_nothing_is_saved() -> None:
    review = begun_review()
    with pytest.raises(WrongAnswers, match="in the future"):
        saved(review, "decision", {"decided_on": date(2031, 1, 1)})
    assert "decided_on" not in record_of(review).answers


def test_a_record_is_added_taken_away_and_put_back() -> None:
    review, bea = begun_review(), person("Bea")
    added(review, "moment", {"title": "Referral not accepted", "what_happened": "It was sent back."})
    actions.remove_record(by=bea, review=review, kind="moment", place=1, now=NOW)
    assert record_of(review, "moment").removed_at == NOW
    actions.put_back(by=bea, review=review, kind="moment", place=1, now=NOW)
    assert record_of(review, "moment").removed_at is None


def test_taking_away_what_is_away_changes_nothing() -> None:
    review, bea = begun_review(), person("Bea")
    added(review, "moment", {"title": "A visit"})
    actions.remove_record(by=bea, review=review, kind="moment", place=1, now=NOW)
    rows = Entry.objects.count()
    actions.remove_record(by=bea, review=review, kind="moment", place=1, now=NOW)
    assert Entry.objects.count() == rows


@pytest.mark.parametrize("section", ["agency_summary", "agency_episode", "nothing"])
def test_what_an_agency_writes_is_not_answered_for_it(section: str) -> None:
    with pytest.raises(KeyError):
        saved(begun_review(), section, {"involvement": "None."})


@pytest.mark.parametrize("kind", ["review", "agency_summary", "nothing"])
def test_there_is_one_review_and_agencies_add_their_own_records(kind: str) -> None:
    with pytest.raises(KeyError):
        added(begun_review(), kind, {})


def test_nothing_is_saved_into_a_record_that_was_taken_away() -> None:
    review = begun_review()
    added(review, "moment", {"title": "A visit"})
    actions.remove_record(by=person("Dana"), review=review, kind="moment", place=1, now=NOW)
    with pytest.raises(NotNow, match="took this moment out"):
        saved(review, "moment", {"title": "A visit of two"}, kind="moment", place=1)


def test_what_the_notification_says_by_now_is_taken_over_without_replacing() -> None:
    review = begun_review()
    saved(review, "incident", {"what_happened": "Our own words."})
    rows = Entry.objects.count()
    filled = actions.take_over(by=person("Bea"), review=review, now=NOW)
    assert Entry.objects.latest("number").after == {"answers": filled, "records": 0}
    assert Entry.objects.count() == rows + 1
    assert record_of(review).all_answers()["what_happened"] == "Our own words."


def test_taking_over_again_changes_nothing_and_writes_nothing() -> None:
    review = begun_review()
    actions.take_over(by=person("Bea"), review=review, now=NOW)
    rows = Entry.objects.count()
    assert actions.take_over(by=person("Bea"), review=review, now=NOW) == 0
    assert Entry.objects.count() == rows
