"""Recommendations are found wherever they stand, each once, and taken apart into the words that say each part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.documents import read
from second_question.reading.appraisal.report import Report
from second_question.reading.recommendations.found import recommendations_in
from second_question.reading.recommendations.learning_points import learning_points_in
from second_question.reading.recommendations.recommendation import Recommendation
from second_question.reading.recommendations.words import PARTS


def found(text: str) -> list[Recommendation]:
    return recommendations_in(Report(read(text.encode(), "report.md")))


def under_heading(text: str) -> Recommendation:
    (one,) = found(f"# Review\n\nWhat it is.\n\n## Recommendations\n\n- {text}\n")
    return one


FULL = (
    "By March 2027 the Director of Nursing should give each team a duty line, by moving two posts from the ward, so that "
    "nobody decides alone. An audit of forty calls after a year will show whether it is used."
)

PLACES = {
    "list": "## Recommendations\n\n- The trust should review its form for referrals.\n- The council must train its staff.",
    "numbers": "## 7. What needs to change\n\n1. The trust should review its form.\n\n2. The council must train its staff.",
    "labels": "Recommendation 1: The trust should review its form.\n\nRecommendation 2: The council must train its staff.",
    "titles": "### Recommendation 1\n\nThe trust should review its form.\n\n### Recommendation 2\n\nThe council must train all.",
    "paragraphs": "## Recommendations\n\nThe trust should review its form.\n\nThe council must train all of its staff.",
    "words": "## Proposals\n\n**One.** Review the form for referrals.\n\n**Two.** Train the staff of the hub.",
    "table": (
        "| No | Action | Lead | By when |\n| --- | --- | --- | --- |\n| 1 | Review the form | The trust | May 2027 |\n"
        "| 2 | Train the staff | Council | June 2027 |"
    ),
    "inline": (
        "The form was long. It is recommended that the trust reviews its form for referrals. Training was old. The review "
        "recommends that the council trains its staff."
    ),
    "one paragraph": (
        "## Recommendations\n\nThe trust should review its form. This is long overdue. The council must train its staff by May."
    ),
    "asked": (
        "## Findings\n\nThe form is long. The trust is asked to review its form. We ask the council to train all staff."
    ),
    "undertaken": (
        "## Next steps\n\nThe trust has agreed to shorten its form. The council will train the staff of its hub by May."
    ),
    "minutes": (
        "## Notes\n\nLetters are lost. Action: trust to review its form by May.\n\n**Action 2:** Council to train its staff."
    ),
    "short labels": "R1 The trust to review its form.\n\nR2 The council to train its staff.",
    "politely": "## Way forward\n\nThe trust may wish to review its form. The council would benefit from staff who are trained.",
    "letters": "Recommendations:\n\n(a) That the trust review its form.\n\n(b) That the council train its staff.",
    "mixed order": (
        "| Who | When | What should change |\n| --- | --- | --- |\n| Trust | May | The form is short |\n| Council | June | "
        "Staff are trained |"
    ),
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_both_are_found_however_they_are_set_out(text: str) -> None:
    first, second = found(f"# Review of Child A\n\nA child was hurt.\n\n{text}\n")
    assert [("form" in one.said.text.lower(), "train" in one.said.text.lower()) for one in (first, second)] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Review\n\n## Recommendations\n\nThe review makes the following recommendations:\n",
        "# Review\n\nThe rapid review recommended that a local review be held.\n",
        "# Review\n\n## Findings\n\n- The trust reviewed its form in May.\n- Staff should have asked.\n",
        "# Review\n\n| Agency | Action | Status |\n| --- | --- | --- |\n| Trust | Form changed | Done in May |\n",
        "",
    ],
)
def test_what_only_speaks_of_recommendations_is_none(text: str) -> None:
    assert found(f"A report.\n\n{text}") == []


def test_a_recommendation_is_taken_apart() -> None:
    parts = under_heading(FULL).parts
    said = {name: part.text for name, part in parts.items()}
    assert set(said) == set(PARTS)
    assert said["who"] == "the Director of Nursing"
    assert said["what"].startswith("give each team a duty line")
    assert said["how"].startswith("by moving two posts")
    assert said["outcome"].startswith("so that nobody decides alone")
    assert said["by_when"] == "By March 2027"
    assert "audit of forty calls" in said["measure"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ICB and the hospital trust should agree on one form.", "The ICB and the hospital trust"),
        (
            "It is recommended that children’s social care reviews its threshold for repeat contacts.",
            "children’s social care",
        ),
        ("Children’s Social Care must visit at night when the worry is about the night.", "Children’s Social Care"),
        ("All schools should record what a child says in the child’s own words.", "All schools"),
        ("Training on bruising should be provided.", None),
        ("A protocol on bruising should be agreed by the designated doctors.", "designated doctors"),
        ("Consideration should be given to a review of caseloads.", None),
        ("Set up a line for advice. For the Directors of Nursing; to open in June.", "Directors of Nursing"),
    ],
)
def test_who_acts_is_somebody_who_can(text: str, who: str | None) -> None:
    part = under_heading(text).parts.get("who")
    assert (part and part.text) == who


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("by_when", "The trust should review its form within six months."),
        ("by_when", "The trust should review its form before the end of the school year."),
        ("by_when", "The trust should review its form immediately."),
        ("how", "The trust should shorten its form through a group of practitioners who use it."),
        ("outcome", "The trust should shorten its form in order that it is filled in."),
        ("outcome", "The trust should shorten its form. The intended outcome is fewer late referrals."),
        ("outcome", "The trust should review its form to ensure that fathers are named."),
        ("measure", "The trust should shorten its form. Its effect will be measured after a year."),
        ("measure", "The trust should shorten its form and dip sample thirty referrals each quarter."),
        ("measure", "The trust should shorten its form. Success will be a rise in forms that name the father."),
    ],
)
def test_a_part_is_said_in_many_ways(part: str, text: str) -> None:
    bare = under_heading("The trust should shorten its form.")
    assert part not in bare.parts
    assert part in under_heading(text).parts


@pytest.mark.parametrize("part", ["how", "by_when", "outcome", "measure"])
@pytest.mark.parametrize(
    "text",
    [
        "The partnership should ensure that all staff are aware of the policy.",
        "Practitioners should be reminded of the importance of information sharing.",
        "The trust should audit its records of bruising.",
        "GPs should adopt a think family approach.",
    ],
)
def test_a_bare_wish_has_no_more_than_it_says(part: str, text: str) -> None:
    assert part not in under_heading(text).parts


def test_lines_with_labels_go_to_their_recommendation() -> None:
    (one,) = found(
        "# Review\n\n**Recommendation 4: a longer visit**\n\n- *Who:* the head of service\n- *By when:* 1 May 2027\n"
        "- *How:* two posts are moved\n- *Outcome we want:* babies are seen awake\n- *How we shall know:* a count each month\n"
    )
    assert one.number == "4"
    assert {name: part.text for name, part in one.parts.items() if name != "what"} == {
        "who": "the head of service",
        "by_when": "1 May 2027",
        "how": "two posts are moved",
        "outcome": "babies are seen awake",
        "measure": "a count each month",
    }


def test_who_is_asked_by_a_heading_acts_in_its_list() -> None:
    trust, council = found(
        "# Review\n\n## Recommendations\n\n### For the hospital trust\n\n1. Review the form for referrals.\n\n"
        "### For the council\n\n2. Train the staff of the hub.\n"
    )
    assert trust.parts["who"].text == "For the hospital trust"
    assert council.parts["who"].text == "For the council"


def test_one_that_is_said_again_in_an_action_plan_is_given_once_with_both_places_parts() -> None:
    (one,) = found(
        "# Review\n\n## Recommendations\n\n1. The trust should shorten its form for referrals so that it is filled in.\n\n"
        "## Action plan\n\n| No | Action | Lead | By when |\n| --- | --- | --- | --- |\n"
        "| 1 | Shorten the form for referrals | Head of hub | May 2027 |\n"
    )
    assert one.parts["by_when"].text == "May 2027"
    assert one.parts["outcome"].text.startswith("so that")


def test_parts_are_given_as_words_and_with_their_places() -> None:
    given_out = under_heading("The trust should shorten its form by May 2027.").to_json()
    assert [given_out[part] for part in PARTS] == ["The trust", "shorten its form", None, "by May 2027", None, None]
    assert set(given_out["evidence"]) == {"who", "what", "by_when"}


@pytest.mark.parametrize(
    "text",
    [
        "## Learning\n\n1. A tool misses those who keep silent.\n\n2. Nobody adds up what is missed.\n",
        "Learning point 1: A tool misses those who keep silent.\n\nLearning point 2: Nobody adds up what is missed.\n",
        "*What we learned:* A tool misses those who keep silent.\n\n*What we learned:* Nobody adds up what is missed.\n",
        "| Learning identified | Action |\n| --- | --- |\n| A tool misses some | Change |\n| Nobody adds up | Add |\n",
    ],
)
def test_learning_points_are_told_from_recommendations(text: str) -> None:
    points = learning_points_in(Report(read(f"# Review\n\n{text}".encode(), "report.md")))
    assert [("misses" in point.said.text, "dds up" in point.said.text) for point in points] == [
        (True, False),
        (False, True),
    ]


SENTENCES = st.sampled_from(
    [
        "The trust should review its form by May 2027 so that it is used.",
        "Recommendation 3: All schools must record what is said.",
        "It is recommended that the council trains its staff.",
        "Outcome: fewer late referrals.",
        "Robin liked the dog.",
        "1.",
        "| What | Who |",
        "## Recommendations",
        "should",
    ]
)


@given(st.lists(SENTENCES, max_size=12), st.sampled_from(["\n\n", "\n", " "]))
def test_every_part_is_a_quotation(sentences: list[str], between: str) -> None:
    text = between.join(["A review.", *sentences])
    report = Report(read(text.encode(), "report.md"))
    for one in recommendations_in(report):
        for said in (one.said, *one.parts.values()):
            assert said.text
            assert report.text[said.start : said.end] == said.text
