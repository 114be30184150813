"""Earlier learning is cited in the answer with what became of it, and follows the answer (F5, R11)."""

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.answering.held import values_of
from second_question_web.library.feeds.addresses import address_of
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.learned_before import actions, queries
from second_question_web.rapid_reviews.learned_before.actions import Chosen, NotShared
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning
from second_question_web.rapid_reviews.models import AnswerChange, RapidReview
from second_question_web.rapid_reviews.records import form_of
from second_question_web.trail.models import Entry
from tests.people import partnership, person
from tests.reviews import NOW, record_of
from tests.web.rapid_reviews.deciding.decisions import answered, plain_review
from tests.web.rapid_reviews.learned_before.earlier import in_the_library, only_for, passage_of, recommendation_of

pytestmark = pytest.mark.django_db
OWN_WORDS = "The audit of 2024 found the same."
THEN = "Recommended then: “The partnership should make sure that safer sleeping advice reaches"


@pytest.fixture
def review() -> RapidReview:
    return plain_review()


def cited(review: RapidReview, chosen: Chosen, by: str = "Bea") -> EarlierLearning:
    return actions.cite(by=person(by), review=review, chosen=chosen, now=NOW)


def open_one(area: str = "Norvale") -> Chosen:
    document = in_the_library(area)
    return Chosen(document.key, passage_of(document), recommendation_of(document))


def said(review: RapidReview) -> dict[str, object]:
    return values_of(record_of(review), form_of(review).questions_of("review"))


def words(review: RapidReview) -> str:
    return str(said(review).get("learned_before_words", ""))


def test_it_stands_after_what_the_answer_says_already(review: RapidReview) -> None:
    answered(review, {"learned_before": "yes_here", "learned_before_words": OWN_WORDS})
    chosen = open_one()
    cited(review, chosen)
    own, citation = words(review).split("\n\n")
    assert own == OWN_WORDS
    named, then, address = citation.split("\n")
    assert named == "“Local Child Safeguarding Practice Review: Child Juniper” (Norvale, 2023)"
    assert then.startswith(THEN)
    assert address == address_of(chosen.document)
    assert said(review)["learned_before"] == "yes_here"


def test_citing_twice_changes_nothing(review: RapidReview) -> None:
    chosen = open_one()
    assert cited(review, chosen) == cited(review, chosen)
    assert words(review).count(chosen.document) == 1


def test_who_wrote_it_is_kept_and_the_trail_has_no_word_of_it(review: RapidReview) -> None:
    chosen = open_one()
    cited(review, chosen)
    change = AnswerChange.objects.get(review=review, question="learned_before_words")
    assert change.made_by == person("Bea").trail_name
    (row,) = Entry.objects.filter(action="rapid_review.cite_learning")
    assert row.after == {
        "document": chosen.document,
        "learned_before": {"answer": "yes_elsewhere"},
        "learned_before_words": "changed",
    }


def test_what_became_of_it_stands_beside_it_and_can_be_said_anew(review: RapidReview) -> None:
    one = cited(review, open_one())
    for became, line in (("not_known", ""), ("partly", "A leaflet was\nrewritten.")):
        actions.say_what_became(by=person("Bea"), review=review, cited=one, became=became, words=line, now=NOW)
    assert words(review).split("\n")[-2] == ("What became of it: put into practice in part. A leaflet was rewritten.")
    assert words(review).count("What became of it") == 1


@pytest.mark.parametrize(
    "before", [{}, {"learned_before": "no"}, {"learned_before": "yes_here", "learned_before_words": "So."}]
)
def test_what_is_taken_out_leaves_the_answer_as_it_was(review: RapidReview, before: dict[str, object]) -> None:
    answered(review, before)
    then = said(review)
    one = cited(review, open_one())
    assert said(review) != then
    actions.take_out(by=person("Bea"), review=review, cited=one, now=NOW)
    assert said(review) == then
    assert queries.cited_in(review) == []


def test_what_somebody_reworded_is_not_touched(review: RapidReview) -> None:
    one = cited(review, open_one())
    answered(review, {"learned_before_words": words(review).replace("Recommended then", "Norvale wanted")})
    for change in (actions.take_out, actions.say_what_became):
        more = {"became": "done", "words": ""} if change is actions.say_what_became else {}
        with pytest.raises(Refusal, match="in the answer itself"):
            change(by=person("Bea"), review=review, cited=one, now=NOW, **more)
    assert "Norvale wanted" in words(review)
    assert queries.cited_in(review) == [one]


def test_what_the_answer_names_no_longer_is_not_cited_until_it_does_again(review: RapidReview) -> None:
    one = cited(review, open_one())
    with_it = words(review)
    answered(review, {"learned_before_words": "Something else."})
    assert queries.cited_in(review) == []
    answered(review, {"learned_before_words": with_it})
    assert queries.cited_in(review) == [one]


def test_of_a_record_nothing_but_its_facts_is_cited_without_a_yes(review: RapidReview) -> None:
    document = in_the_library("Wessenmere", text=only_for("Wessenmere"))
    chosen = Chosen(document.key, passage_of(document), recommendation_of(document))
    with pytest.raises(NotShared):
        cited(review, chosen)
    assert not words(review)
    cited(review, Chosen(chosen.document, chosen.passage, chosen.recommendation, "record"))
    assert "Recommended" not in words(review)
    assert "Child Juniper" in words(review)


@pytest.mark.parametrize(("shared", "tells"), [("", False), ("record", False), ("all", True)])
def test_a_restricted_document_is_cited_only_with_a_yes(review: RapidReview, shared: str, tells: bool) -> None:
    document = in_the_library(record=only_for("Wessenmere"))
    chosen = Chosen(document.key, None, recommendation_of(document), shared)
    if not tells:
        with pytest.raises(NotShared):
            cited(review, chosen)
        return
    cited(review, chosen)
    assert THEN in words(review)


def test_what_the_person_may_not_see_is_not_there(review: RapidReview) -> None:
    document = in_the_library(record=only_for("Norvale"))
    with pytest.raises(Refusal, match="not open to you"):
        cited(review, Chosen(document.key, shared="all"))
    hidden = in_the_library("Elsewhere", text=only_for("Norvale"))
    cited(review, Chosen(hidden.key, passage_of(hidden), recommendation_of(hidden), "all"))
    assert "Recommended" not in words(review)


@pytest.mark.parametrize("who", ["Chidi", "Noor", "Petra"])
def test_only_who_writes_the_review_cites(review: RapidReview, who: str) -> None:
    with pytest.raises(PermissionDenied):
        cited(review, open_one(), by=who)


def test_nothing_is_cited_once_it_is_with_the_panel(review: RapidReview) -> None:
    RapidReview.objects.filter(pk=review.pk).update(state="with_panel")
    with pytest.raises(NotNow):
        cited(review, open_one())


def test_how_often_the_same_comes_round_is_counted_for_who_may_read_it(review: RapidReview) -> None:
    from tests.sent import review_of, sent_notification

    chosen = open_one()
    theirs = review_of(sent_notification(7, "Norvale", NOW))
    partnership("Norvale")
    cited(review, chosen)
    cited(theirs, chosen, by="Noor")
    counted = {
        who: queries.times_cited(person(who), [chosen.document], besides=review) for who in ("Bea", "Noor", "Petra")
    }
    assert {who: found[chosen.document] for who, found in counted.items()} == {"Bea": 0, "Noor": 1, "Petra": 0}
