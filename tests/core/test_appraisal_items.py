"""Each item told from small texts: what counts as yes, as partly, and as no."""

import pytest

from second_question.documents import read
from second_question.reading.appraisal.registry import readers
from second_question.reading.appraisal.review import Review

PARTICIPANTS = (
    "## Participants\n\n| Name | Job title | Agency |\n| --- | --- | --- |\n| Ana Reed | Team manager | "
    "Children's social care |\n"
    "| Lee Ford | Detective inspector | Police |\n"
)
DATED = "\n\n".join(f"{day} March 2026: the worker rang." for day in range(1, 25))
GUIDANCE = (
    "Under section 16C of the Children Act 2004 the safeguarding partners must promptly undertake a rapid review of each case. "
    "Statutory guidance says that they should have regard to whether the case highlights or may highlight anything new. "
    "As set out in chapter 4, a decision is made within six months. This is for the purposes of learning in accordance with it."
)
REASONED = (
    "## Analysis\n\nThe visit was by day because the service is commissioned for office hours. Why was that? The contract was "
    "renewed unchanged, since nobody had asked practitioners. The underlying reason is that the board counts visits. This meant "
    "that managers could not see it. The form has one field, which is why the father was left out. In turn the list was wrong."
)

CASES: list[tuple[str, str, str]] = [
    ("RR01", "yes", "## Agencies involved\n\n- Police\n- Health visiting\n- Housing\n- Probation\n"),
    ("RR01", "no", "The family was well known."),
    ("RR02", "yes", PARTICIPANTS),
    ("RR02", "partly", "## Present\n\n- Team manager, social care\n- Named nurse, hospital trust\n"),
    ("RR02", "no", "The partners met."),
    (
        "RR03",
        "yes",
        (
            "## Child\n\n| Name | Robin Ash |\n| --- | --- |\n| Date of birth | 3 May 2025 |\n| Sex | Male |\n| "
            "Legal status | None |\n"
        ),
    ),
    ("RR03", "partly", "## Child\n\nChild K was aged three. He had a sister."),
    ("RR03", "no", "A meeting was held about the case."),
    ("RR04", "yes", "## Child\n\nRobin was a White British boy of three."),
    ("RR04", "yes", "## Child details\n\n| Age | 3 |\n| --- | --- |\n| Ethnicity | Bangladeshi |\n"),
    ("RR04", "no", "## Child details\n\n| Age | 3 |\n| --- | --- |\n| Ethnicity | Not recorded |\n"),
    ("RR04", "no", "The child’s mother is Polish."),
    ("RR05", "yes", "The child’s mother is Polish and his father is Somali."),
    ("RR05", "partly", "The child’s mother is Polish."),
    (
        "RR05",
        "yes",
        "## Family\n\n| | Child | Mother | Father |\n| --- | --- | --- | --- |\n| Ethnicity | Mixed | Irish | Nigerian |\n",
    ),
    ("RR05", "no", "The child is Polish."),
    (
        "RR06",
        "yes",
        "## Family composition\n\n| Name | Relationship |\n| --- | --- |\n| Ann | Mother |\n| Bo | Father |\n",
    ),
    ("RR06", "no", "The case was discussed."),
    (
        "RR07",
        "yes",
        "## Immediate action\n\nRobin is in foster care. His sister has been seen and is safe with her aunt.",
    ),
    (
        "RR07",
        "partly",
        "## Immediate action\n\nThe baby was placed in foster care.\n\n## Family\n\nHe has two older siblings.",
    ),
    ("RR07", "no", "The incident was sudden. His siblings go to school."),
    ("RR09", "yes", "On 3 March 2026 he was seen. It was quiet until 9 May 2026."),
    ("RR09", "no", f"## Background\n\n{DATED}"),
    ("RR11", "yes", REASONED),
    (
        "RR11",
        "no",
        "## Analysis\n\nThe nurse did not visit. The worker did not ring. The school did not write down the words.",
    ),
    (
        "RR12",
        "yes",
        (
            "## Daily life and voice\n\nShe liked drawing and told her teacher that the sofa was her bed. She "
            "played with the dog in the "
            "mornings. She said that nights were loud. She loved her grandmother's garden and wanted to live "
            "there. She sang when she "
            "was frightened, and nobody at home answered or asked her what the song was that she sang to herself at night."
        ),
    ),
    ("RR12", "no", "The voice of the child should be heard. The home was cluttered."),
    (
        "RR13",
        "yes",
        (
            "## Analysis\n\nThe father was never asked about nights. Nobody spoke with him. The father was seen "
            "as absent, and his role "
            "was not assessed. Mother's partner was not known to any agency."
        ),
    ),
    ("RR13", "no", "The mother was seen at home."),
    (
        "RR14",
        "yes",
        (
            "## Culture and identity\n\nThe family's faith mattered to how they met the service. Racism was part "
            "of their experience, and "
            "staff had not considered it. No interpreter was offered, because the budget is elsewhere."
        ),
    ),
    ("RR14", "no", "Equality and diversity: no issues were identified with regard to race or religion."),
    ("RR15", "yes", "## Decision\n\nThe partners agreed that the criteria for a local review are not met."),
    ("RR15", "yes", "## Outcome\n\nShould an LCSPR be undertaken?\n\nNo.\n"),
    ("RR15", "no", "The meeting ended at four."),
    (
        "RR16",
        "yes",
        "## Decision\n\nThe criteria are met because plans ended unseen. They recur, due to the same contract.",
    ),
    ("RR16", "no", "## Decision\n\nThe criteria are met."),
    (
        "RR18",
        "yes",
        "## Immediate learning\n\n- A form without a box for the father hides him.\n- Nobody adds up what is missed.\n",
    ),
    ("RR18", "no", "The case was sad."),
    ("RR19", "yes", "The learning will be shared in a newsletter and at team meetings in May."),
    ("RR19", "no", "The learning matters."),
    (
        "RR20",
        "yes",
        "## Decision\n\nThe partners decided on a local review.\n\n## Key questions\n\n- Why did the plan end?\n- Who saw him?\n",
    ),
    ("RR20", "no", "## Decision\n\nThe partners decided on a local review."),
    (
        "RR21",
        "yes",
        (
            "## Previous reviews\n\nThe review of Child B in 2021 recommended training. An audit found that the "
            "form was not changed."
        ),
    ),
    ("RR21", "no", "The family moved twice."),
    ("RR22", "yes", "word " * 4000),
    ("RR22", "partly", "word " * 1800),
    ("RR22", "no", "word " * 300),
    ("RR22", "no", "word " * 40000),
    ("RR23", "yes", "The partners had regard to what the family said."),
    ("RR23", "partly", GUIDANCE),
    ("RR23", "no", f"{GUIDANCE}\n\n{'Robin went home. ' * 40}\n\n{GUIDANCE}\n\n{'He was well. ' * 60}\n\n{GUIDANCE}"),
    ("RR24", "yes", "The nurse asked twice who was at home at night."),
    ("RR24", "yes", "There was “professional curiosity”, as one worker put it."),
    ("RR24", "partly", "There was a lack of professional curiosity."),
    (
        "RR24",
        "no",
        (
            "There was a lack of professional curiosity. Oversight was not robust.\n\nA holistic view was missing.\n\n"
            "Practice will be strengthened.\n\nStaff will be reminded."
        ),
    ),
    ("LR01", "yes", f"## Executive summary\n\n{'This review finds why plans ended. ' * 10}"),
    ("LR01", "no", "## Introduction\n\nThis review is about Robin."),
    (
        "LR02",
        "yes",
        (
            "## Reason for a review\n\nThe partners decided on a local review as the criteria were met.\n\n## Key questions\n\n"
            "- Why did plans end?\n- Who saw him?\n"
        ),
    ),
    ("LR02", "partly", "## Introduction\n\nThe partners decided on a local review as the criteria were met."),
    ("LR02", "no", "Robin was three."),
    (
        "LR03",
        "yes",
        (
            "## Methodology\n\nA systems approach was used. Records of nine agencies were read, a panel met five "
            "times, and two workshops "
            "were held with those who had worked with the family. Their comments changed the draft, which was "
            "read by all of them and by "
            "the family before the end."
        ),
    ),
    ("LR03", "no", "Robin was three."),
    (
        "LR04",
        "yes",
        "## Reviewer\n\nIndependent reviewer: Dr Ana Reed. She has no connection with any agency in the area.",
    ),
    ("LR04", "partly", "Author: Ana Reed"),
    ("LR04", "no", "This is a review."),
    ("LR05", "no", f"## Circumstances\n\n{DATED}"),
    ("LR05", "yes", "## Circumstances\n\nRobin was found at home. He had been seen twice."),
    (
        "LR07",
        "yes",
        (
            "## The family's views\n\nHis mother met the reviewer twice. She said that letters came in English. "
            "She felt blamed. She would "
            "have liked one person. His father told us that nobody had asked him."
        ),
    ),
    ("LR07", "partly", "## Family involvement\n\nThe mother met the reviewer."),
    ("LR07", "no", "The mother was seen by a midwife."),
    ("LR08", "yes", "## Family involvement\n\nThe parents were invited and declined to take part in the review."),
    ("LR08", "yes", "## Family involvement\n\nThe mother met the reviewer."),
    ("LR08", "no", "The mother was seen by a midwife."),
    ("LR09", "yes", "## Method\n\nA learning event was held with fourteen practitioners who had known the family."),
    ("LR09", "partly", "## Method\n\nThe authors of the reports interviewed 27 members of staff for the review."),
    ("LR09", "no", "Practitioners should be reminded."),
    (
        "LR11",
        "yes",
        "## Findings\n\nThis is not unique to one team. We read twelve other records and found the same in seven of twelve.",
    ),
    ("LR11", "no", "## Findings\n\nThe plan ended."),
    (
        "LR06",
        "yes",
        (
            "## Daily life and voice\n\nShe liked drawing and told her teacher that the sofa was her bed. She said that nights "
            "were loud. She loved her grandmother's garden. She sang when she was frightened, and nobody asked her what the song "
            "was that she sang to herself at night while she waited."
        ),
    ),
    ("LR06", "no", "The voice of the child should be heard. The home was cluttered."),
    ("LR10", "yes", REASONED),
    (
        "LR10",
        "no",
        "## Analysis\n\nThe nurse did not visit. The worker did not ring. The school did not write it down.",
    ),
    (
        "LR13",
        "yes",
        (
            "## Analysis\n\nBecause the family is Polish, staff assumed that the grandmother understood. Her faith was read as "
            "a matter for the home, and shaped whom they rang."
        ),
    ),
    ("LR13", "partly", "The family is White British. Their traveller heritage was not explored by anybody."),
    ("LR13", "no", "Equality and diversity: no issues were identified with regard to race or religion."),
    (
        "LR12",
        "yes",
        (
            "## Findings\n\nSenior leaders had been reassured by numbers. The board did not ask what lay behind "
            "them. Directors decided "
            "on the rule."
        ),
    ),
    ("LR12", "no", "## Findings\n\nThe nurse did not ask."),
    (
        "LR15",
        "yes",
        "## Learning\n\n- A form without a box hides a father.\n\n## Recommendations\n\n- The trust should change its form.\n",
    ),
    ("LR15", "partly", "## Learning and recommendations\n\n- The trust should change its form for new babies.\n"),
    ("LR15", "no", "## Recommendations\n\n- The trust should change its form for new babies.\n"),
    ("LR16", "yes", "## Recommendations\n\n- The trust should change its form for new babies.\n"),
    (
        "LR16",
        "partly",
        "## Recommendations\n\n- The trust should change its form.\n- Training on forms should be given.\n",
    ),
    ("LR16", "no", "## Recommendations\n\n- Training on the new form should be given.\n"),
    ("LR17", "yes", "## Recommendations\n\n- The trust should change its form by asking those who fill it in.\n"),
    ("LR17", "no", "## Recommendations\n\n- The trust should change its form for new babies.\n"),
    ("LR18", "yes", "## Recommendations\n\n- The trust should change its form so that fathers are named.\n"),
    (
        "LR19",
        "yes",
        "## Recommendations\n\n- The trust should change its form. An audit of forty forms will follow in May 2027.\n",
    ),
    ("LR19", "no", "## Recommendations\n\n- The trust should change its form for new babies.\n"),
    (
        "LR21",
        "yes",
        "## Action plan\n\n| Action | Lead | By when |\n| --- | --- | --- |\n| Change the form | Trust | May |\n",
    ),
    ("LR21", "no", "## Recommendations\n\n- The trust should change its form for new babies.\n"),
    ("LR23", "yes", "Robin was three when he was hurt, in the spring."),
    ("LR23", "no", "Robin lived at 14 Larch Close with his mother."),
    ("LR23", "no", "His date of birth was 3 May 2020."),
    ("LR23", "partly", f"## Circumstances\n\n{DATED}"),
    ("LR25", "yes", "## Timescale\n\nThe review was completed within six months of the decision."),
    (
        "LR25",
        "yes",
        "## Timescale\n\nPublication of the review was delayed because criminal proceedings had not ended.",
    ),
    ("LR25", "no", "Published 3 June 2026\n\nThe partners decided on 4 May 2025 to commission a local review."),
    ("LR25", "yes", "Published 3 June 2026\n\nThe partners decided on 4 February 2026 to commission a local review."),
    ("LR25", "not clear", "Robin was three."),
]


@pytest.mark.parametrize(("item", "answer", "text"), CASES)
def test_an_item_is_told_from_the_text(item: str, answer: str, text: str) -> None:
    review = Review(read(f"# Review\n\nThis is a review.\n\n{text}\n".encode(), "review.md"))
    assert readers()[item](review).answer == answer


def test_each_item_with_a_reader_is_tried_with_two_answers_or_shares_its_reader_with_one_that_is() -> None:
    tried = {item: {answer for one, answer, _ in CASES if one == item} for item in readers()}
    by_reader: dict[object, set[str]] = {}
    for item, reader in readers().items():
        by_reader.setdefault(reader, set()).update(tried[item])
    assert {item for item, reader in readers().items() if not by_reader[reader]} == set()
