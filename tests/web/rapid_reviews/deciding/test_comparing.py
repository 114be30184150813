"""What changed between two versions: every question, decision, signature, agency and area, with the words marked."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.rules.questions import Unanswered
from second_question.rules.template.content import (
    AgencyAnswer,
    ContentDecision,
    ContentRecord,
    ContentSignature,
    ReviewContent,
)
from second_question.rules.template.parts import OwnQuestion, template_with
from second_question_web.rapid_reviews.deciding.comparing import ADDED, LEFT_OUT, SAME, Difference, differences

TEXTS = st.text(alphabet="ab c\n", max_size=60)
COUNCIL = ContentSignature("Wessenmere Council", "Agrees", name="Dana Whitlock")


def version(*records: ContentRecord, **facts: object) -> ReviewContent:
    """A version that says this."""
    return replace(ReviewContent(template_with(()), "SIN-2026-0001", "Wessenmere", records), **facts)  # type: ignore[arg-type]  # by name


def about_review(answers: Mapping[str, object], unanswered: Mapping[str, Unanswered] | None = None) -> ContentRecord:
    return ContentRecord("review", 1, answers, unanswered or {})


def told(before: ReviewContent, after: ReviewContent) -> list[tuple[str, str, str, str]]:
    """Where, about what, and both texts."""
    return [(one.section, one.record, one.before, one.after) for one in differences(before, after)]


def test_the_same_is_no_difference() -> None:
    one = version(about_review({"outcome": "no_review"}), decisions=[ContentDecision(1, "no_review", date(2026, 3, 3))])
    assert differences(one, one) == []


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"outcome": "no_review"}, {"outcome": "other_action"}, ("No local review", "Other action")),
        ({"decided_on": date(2026, 3, 3)}, {"decided_on": date(2026, 3, 4)}, ("3 March 2026", "4 March 2026")),
        ({}, {"national_relevance": False}, ("", "No")),
        ({"how_spread": ("briefing",)}, {"how_spread": ("briefing", "training")}, ("Briefing for practitioners", None)),
        ({"rationale": "One."}, {}, ("One.", "")),
    ],
)
def test_an_answer_is_told_in_words(
    before: dict[str, object], after: dict[str, object], words: tuple[str, str | None]
) -> None:
    (found,) = differences(version(about_review(before)), version(about_review(after)))
    assert found.before == words[0]
    assert words[1] in (found.after, None)


def test_a_reason_for_no_answer_is_an_answer() -> None:
    because = about_review({"rationale_because": "Nobody asked."}, {"rationale": Unanswered.NOT_KNOWN})
    (found,) = differences(version(about_review({"rationale": "One."})), version(because))
    assert found.after == "Not known: Nobody asked."


def test_a_record_that_came_or_went_is_named() -> None:
    child = ContentRecord("child", 2, {"full_name": "Robin Thistlewood"})
    assert told(version(), version(child))[0][1:] == ("Robin Thistlewood", "", "Robin Thistlewood")
    assert told(version(child), version())[0][1:] == ("Robin Thistlewood", "Robin Thistlewood", "")


def test_two_agencies_episodes_are_told_apart() -> None:
    trust, school = (
        ContentRecord("agency_episode", 1, {"title": "The visit", "why": "Late."}, agency=name)
        for name in ("Trust", "School")
    )
    changed = replace(school, answers={"title": "The visit", "why": "Nobody rang."})
    assert [one.record for one in differences(version(trust, school), version(trust, changed))] == ["School, The visit"]


def test_a_question_that_only_the_earlier_asked_is_told_too() -> None:
    asked = template_with((), [OwnQuestion("own_1", "analysis", "What did the move change?")])
    before = replace(version(about_review({"own_1": "Much."})), form=asked)
    (found,) = differences(before, version(about_review({})))
    assert (found.question, found.before) == ("What did the move change?", "Much.")


def test_decisions_and_signatures_are_told() -> None:
    first = ContentDecision(1, "no_review", date(2026, 3, 3), signatures=(COUNCIL,))
    second = ContentDecision(2, "local_review", date(2026, 3, 9), why_changed="New facts.")
    refused = replace(first, signatures=(replace(COUNCIL, view="Disagrees"),))
    found = differences(version(decisions=[first]), version(decisions=[refused, second]))
    assert [(one.record, one.question) for one in found] == [("Decision 1", "Wessenmere Council"), ("", "Decision 2")]
    assert found[1].after == "A local child safeguarding practice review, on 9 March 2026\nNew facts."


def test_agencies_and_areas_are_told() -> None:
    asked, signed = AgencyAnswer("Trust", "Asked"), AgencyAnswer("Trust", "Returned", "Leila Frost", date(2026, 3, 3))
    found = differences(version(agencies=[asked]), version(agencies=[signed], contributing_areas=["Norvale"]))
    assert [(one.question, one.after) for one in found] == [
        ("Trust", "Returned, Leila Frost, 3 March 2026"),
        ("Other areas that contribute", "Norvale"),
    ]


def test_what_is_chosen_is_marked_whole_and_what_is_written_word_by_word() -> None:
    day, words = (
        Difference("", "", "", "3 March 2026", "4 March 2026", whole=True),
        Difference("", "", "", "An audit.", "An audit of two."),
    )
    assert [(one.kind, one.text) for one in day.pieces] == [(LEFT_OUT, "3 March 2026"), (ADDED, "4 March 2026")]
    assert [(one.kind, one.text) for one in words.pieces] == [
        (SAME, "An "),
        (LEFT_OUT, "audit."),
        (ADDED, "audit of two."),
    ]


def test_two_very_long_texts_stand_one_after_the_other() -> None:
    long = Difference("", "", "", "word " * 10_000, "word " * 10_001)
    assert [one.kind for one in long.pieces] == [LEFT_OUT, ADDED]


@given(TEXTS, TEXTS)
def test_the_pieces_make_both_texts_again(before: str, after: str) -> None:
    pieces = Difference("", "", "", before, after).pieces
    assert "".join(one.text for one in pieces if one.kind != ADDED) == before
    assert "".join(one.text for one in pieces if one.kind != LEFT_OUT) == after
