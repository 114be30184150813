"""Items of a rapid review by the definitions of `rules/checklist_grades.py`, in wordings of several kinds of authors."""

import pytest

from second_question.documents import read
from second_question.reading.appraisal import naming
from second_question.reading.appraisal.appraising import appraise
from second_question.reading.appraisal.registry import readers
from second_question.reading.appraisal.review import Review

CASES: list[tuple[str, str, str]] = [
    (
        "RR02",
        "yes",
        (
            "**Present:** Tomasz Wrona (Team Manager, City Council); Sgt Ada Pell (Missing Persons, Estuary Police); "
            "Fay Orr, Named Nurse, Hospital Trust."
        ),
    ),
    (
        "RR02",
        "partly",
        "**Present:** Tomasz Wrona (Team Manager, City Council); Mr Lowe; Steve; the legal adviser; Ms Dunn.",
    ),
    ("RR02", "partly", "## Round the table\n\n- AB, Wick Council\n- SJ, Coast Council\n- NK, police\n"),
    ("RR02", "no", "## Attendance\n\nThe panel was attended by representatives of health, police and housing."),
    ("RR05", "no", "The mother rang in Polish. The father was met with a Polish interpreter."),
    ("RR05", "partly", "The boy lived with his mother, who was of Welsh origin."),
    (
        "RR07",
        "partly",
        "## Safe now?\n\n- Ravi: with foster carers.\n- His sister: with an aunt; a medical to be confirmed.\n",
    ),
    (
        "RR12",
        "no",
        "## Voice of the child\n\nThe voice of the child was not always captured by agencies in the records.",
    ),
    (
        "RR15",
        "partly",
        (
            "## Are the criteria met?\n\nThe group agreed that the first criterion is met. The final decision rests with the "
            "executive, who meet in July."
        ),
    ),
    ("RR15", "no", "## Decision\n\nThe members could not reach a decision and will meet again."),
    ("RR15", "partly", "## Is it an LCSPR?\n\nProposed outcome, subject to both chairs: no LCSPR."),
    (
        "RR16",
        "no",
        "## Decision\n\nThe partners agreed that the criteria for an LCSPR are not met.\n\n## Rationale\n\nAs above.",
    ),
    ("RR18", "partly", "## Learning identified\n\n- Curiosity.\n- Domestic abuse awareness.\n"),
    ("RR19", "partly", "## Learning\n\nIt'll go in the February newsletter."),
    (
        "RR19",
        "yes",
        "## Learning\n\nLearning will go to the head teachers' forum on 9 November and to shift briefings at all stations.",
    ),
    ("RR19", "no", "## Actions\n\n- Remind staff of the procedure.\n- Further training to be sourced.\n"),
    (
        "RR20",
        "yes",
        (
            "## Whether to review\n\nIf a review were held, those present would want it to ask:\n\n(a) for whom the "
            "service is there;\n\n"
            "(b) what a college may ask of a student."
        ),
    ),
    (
        "RR21",
        "yes",
        (
            "The meeting was held in March 2026. The Jordan review of 2019 recommended a single list. The list exists. It is "
            "kept by hand. He was not on it."
        ),
    ),
    ("RR21", "partly", "Members recalled the review of Child P. The meeting went on to other matters."),
]


@pytest.mark.parametrize(("item", "answer", "text"), CASES)
def test_an_item_is_answered_as_defined(item: str, answer: str, text: str) -> None:
    assert str(readers()[item](Review(read(text.encode(), "review.md"))).answer) == answer


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Kacper Wiśniewski, DOB 3 March 2007, is in Year 11. Kacper likes to cook.", {"kacper"}),
        ("Gülşen Kaya (b. 1984) is his mother. Ünal, aged 4, was there. Ünal spoke. So did Ünal.", {"ünal"}),
        ("His sister Zoë, aged 7, was at school. Zoë is well.", set[str]()),
    ],
)
def test_a_child_is_known_by_the_birth_or_age_behind_the_name(text: str, called: set[str]) -> None:
    assert set(Review(read(text.encode(), "review.md")).child_names) == called


def test_a_brother_and_a_stepfather_are_known_by_the_word_before_the_name() -> None:
    text = "He lives with stepfather Marek Nowak and sisters Elif (16) and Zeynep (13)."
    assert set(naming.of_siblings(text)) == {"elif", "zeynep"}
    assert set(naming.of_men(text)) == {"marek", "nowak"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Minutes of the Rapid Review Group\n\nHeld on Tuesday.", "rapid-review"),
        ("# Child Safeguarding Practice Review\n\nThe rapid review group met before.", "local-review"),
    ],
)
def test_minutes_of_a_group_are_of_its_kind(text: str, kind: str) -> None:
    assert appraise(read(text.encode(), "review.md")).kind == kind
