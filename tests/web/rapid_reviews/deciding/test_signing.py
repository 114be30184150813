"""Partners sign a decision on the text as it was; any change of it asks again, and the same words hold again (LITE)."""

from collections.abc import Mapping

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from second_question_web.answering.held import held, held_from
from second_question_web.rapid_reviews.areas.actions import add_area, end_area
from second_question_web.rapid_reviews.deciding import actions, queries
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import PartnerSignature, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import form_of, records_of
from second_question_web.rapid_reviews.writing.keeping import keep, new_record
from second_question_web.trail.actions import System
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, LONG_AGO, organisation, partnership, person
from tests.review_contents import answers_to
from tests.reviews import NOW, record_of
from tests.web.rapid_reviews.deciding.decisions import (
    A_REVIEW,
    CARE_BOARD,
    COUNCIL,
    POLICE,
    answered,
    answered_in,
    complete_review,
    decided,
    digest_of,
    sent,
    signed,
    standing,
    told,
)

pytestmark = pytest.mark.django_db
BY = System("tests")
CHANGES: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "the grounds": ("review", {"rationale": "Other grounds."}),
    "a criterion": ("review", {"criterion_improvements": "not_met"}),
    "a tick": ("review", {"context_neglect": True}),
    "a child's name": ("child", {"known_as": "Ro"}),
    "a child's ethnicity": ("child", {"ethnicity": "WBRI"}),
    "an answer taken away": ("review", {"who_decided": None}),
}


def test_each_partner_signs_for_its_organisation(review: RapidReview) -> None:
    signed(review, "Dana")
    signed(review, "Sam", "disagrees", "The police want a review.")
    assert standing(review) == {COUNCIL: True, POLICE: True, CARE_BOARD: None}
    view = PartnerSignature.objects.latest("pk")
    assert (view.organisation.name, view.name, view.recorded_by) == (POLICE, "Sam Pritchard", "")


def test_signing_is_one_row_of_the_trail_without_the_partner_s_words(review: RapidReview) -> None:
    signed(review, "Sam", "disagrees", "The police want a review.")
    row = Entry.objects.latest("number")
    assert (row.action, row.actor_name, row.after["view"]) == ("decision.sign", "Sam Pritchard", "disagrees")
    assert "want a review" not in str(row.after) + row.reason


@pytest.mark.parametrize(("kind", "answers"), CHANGES.values(), ids=CHANGES)
def test_any_change_makes_every_signature_lapse(review: RapidReview, kind: str, answers: Mapping[str, object]) -> None:
    signed(review, "Dana")
    told(review)
    answered_in(record_of(review, kind), answers)
    assert standing(review) == {COUNCIL: False, CARE_BOARD: False, POLICE: None}


@pytest.mark.parametrize(("kind", "answers"), CHANGES.values(), ids=CHANGES)
def test_the_same_words_again_make_it_hold_again(review: RapidReview, kind: str, answers: Mapping[str, object]) -> None:
    signed(review, "Dana")
    record = record_of(review, kind)
    before = {question: record.all_answers().get(question) for question in answers}
    answered_in(answered_in(record, answers), before)
    assert standing(review)[COUNCIL]


def test_a_new_child_makes_it_lapse_and_taking_the_child_away_makes_it_hold(review: RapidReview) -> None:
    signed(review, "Dana")
    child = new_record(review, "child", by=person("Bea"), now=NOW)
    assert not standing(review)[COUNCIL]
    ReviewRecord.objects.filter(pk=child.pk).update(removed_at=NOW)
    assert standing(review)[COUNCIL]


def test_signing_again_holds_and_the_lapsed_signature_stays_on_record(review: RapidReview) -> None:
    signed(review, "Dana")
    answered(review, {"rationale": "Other grounds."})
    signed(review, "Dana", "reservation", "It took long.")
    assert standing(review)[COUNCIL]
    assert [one.view for one in PartnerSignature.objects.all()] == ["agrees", "reservation"]


def test_it_is_said_who_changed_what_since(review: RapidReview) -> None:
    signature = signed(review, "Dana")
    answered(review, {"rationale": "Other grounds."}, by="Sam", now=NOW.replace(hour=16))
    changes = queries.changes_since(review, signature.signed_at)
    assert [(one.made_by, one.question) for one in changes] == [("Sam Pritchard", "rationale")]


def test_another_decision_is_signed_anew(review: RapidReview) -> None:
    signed(review, "Dana")
    answered(review, A_REVIEW)
    decided(review, why="The hospital’s summary came.")
    assert standing(review) == {COUNCIL: None, POLICE: None, CARE_BOARD: None}


def test_what_changed_while_the_page_was_open_is_read_again_first(review: RapidReview) -> None:
    seen = digest_of(review)
    answered(review, {"rationale": "Other grounds."})
    with pytest.raises(Refusal, match="changed since you opened"):
        actions.sign(by=person("Dana"), review=review, view="agrees", words="", seen=seen, now=NOW)


@pytest.mark.parametrize("view", ["reservation", "disagrees"])
def test_whoever_does_not_simply_agree_says_why(review: RapidReview, view: str) -> None:
    with pytest.raises(Refusal) as refused:
        signed(review, "Dana", view)
    assert refused.value.field == "words"


@pytest.mark.parametrize("by", sorted(set(CHARACTERS) - {"Dana", "Sam"}))
def test_nobody_signs_who_is_no_partner(review: RapidReview, by: str) -> None:
    with pytest.raises(PermissionDenied):
        signed(review, by)


def test_a_partner_whose_organisation_left_cannot_sign(review: RapidReview) -> None:
    partnership().members.filter(organisation=organisation(POLICE)).update(ends_on=LONG_AGO)
    with pytest.raises(PermissionDenied):
        signed(review, "Sam")


def test_partners_of_an_area_that_contributes_sign_until_that_ends(review: RapidReview) -> None:
    partnership("Norvale")
    area = add_area(review=review, by=person("Bea"), partnership=partnership("Norvale"), reason="A brother.", now=NOW)
    assert "Norvale Police" in standing(review)
    end_area(area=area, by=person("Bea"), now=NOW)
    assert "Norvale Police" not in standing(review)


@pytest.mark.parametrize("state", ["open", "drafting", "submitted", "panel_replied", "closed"])
def test_it_is_signed_between_decision_and_sending(review: RapidReview, state: str) -> None:
    RapidReview.objects.filter(pk=review.pk).update(state=state)
    with pytest.raises(NotNow):
        signed(review, "Dana")


def test_what_differs_from_the_recorded_decision_is_not_signed(review: RapidReview) -> None:
    answered(review, A_REVIEW)
    with pytest.raises(NotNow, match="recorded again"):
        signed(review, "Dana")


def test_a_view_given_elsewhere_says_who_wrote_it_down(review: RapidReview) -> None:
    view = told(review, how="by telephone on Thursday", view="disagrees")
    assert (view.organisation.name, view.name) == (CARE_BOARD, "Cora Bligh")
    assert (view.recorded_by, view.how_given) == ("Bea Okafor", "by telephone on Thursday")
    assert standing(review)[CARE_BOARD]


def test_how_it_was_given_is_asked(review: RapidReview) -> None:
    with pytest.raises(Refusal) as refused:
        told(review, how=" ")
    assert refused.value.field == "how_given"


def test_disagreement_does_not_block(review: RapidReview) -> None:
    signed(review, "Dana")
    signed(review, "Sam", "disagrees", "The police want a review.")
    told(review, view="disagrees")
    assert sent(review, {}).number == 1


class AnyAnswer(TestCase):
    """Whatever answer is changed: the signature lapses unless the same stands there, and holds when it is put back."""

    review: RapidReview

    @classmethod
    def setUpTestData(cls) -> None:
        cls.review = complete_review()
        decided(cls.review)
        signed(cls.review, "Dana")

    @settings(max_examples=40, deadline=None)
    @given(st.data())
    def test_it_holds_exactly_for_the_text_that_was_signed(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(records_of(self.review)))
        question = data.draw(st.sampled_from(form_of(self.review).questions_of(record.kind)))
        before = held(record, question)
        keep(
            record,
            [(question, held_from({question.id: data.draw(answers_to(question))}, {}, question))],
            by=BY,
            now=NOW,
        )
        assert standing(self.review)[COUNCIL] is (held(record, question) == before)
        keep(record, [(question, before)], by=BY, now=NOW)
        assert standing(self.review)[COUNCIL]
