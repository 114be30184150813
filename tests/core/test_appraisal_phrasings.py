"""The same matters in other words: each text was written before the appraisal had met its wording."""

import pytest

from second_question.documents import read
from second_question.reading.appraisal.registry import readers
from second_question.reading.appraisal.review import Review

PHRASINGS: list[tuple[str, str, str]] = [
    (
        "RR15",
        "yes",
        (
            "## Where we came to\n\nThe three partners were of one mind: this meets the test for a local "
            "review, and there will be one."
        ),
    ),
    ("RR15", "yes", ("In conclusion, the group considers that the threshold for a CSPR has not been reached.")),
    ("RR15", "yes", ("## Recommendation\n\nThat an LCSPR be carried out jointly by both partnerships.")),
    (
        "RR15",
        "partly",
        (
            "## Decision\n\nThe partners are minded to hold a local review but will await the pathologist's "
            "report before they decide."
        ),
    ),
    (
        "RR16",
        "yes",
        (
            "## Why a review\n\nA local review is needed since three agencies held parts of the picture and "
            "because the same was found in 2019."
        ),
    ),
    ("RR16", "no", ("## Decision\n\nNo LCSPR.\n")),
    (
        "RR07",
        "yes",
        (
            "## What has been done to protect the children\n\nThe baby is with foster carers. Her two sisters "
            "stay with their aunt, and a social worker has seen them."
        ),
    ),
    ("RR07", "no", ("The child died in hospital. He had one sister.")),
    (
        "RR19",
        "yes",
        (
            "Team leaders will go through the learning with their teams in May, and there will be a "
            "lunchtime webinar for schools."
        ),
    ),
    ("RR19", "partly", ("The learning will be shared with partners.")),
    (
        "RR20",
        "yes",
        (
            "## What a local review would add\n\nIt would ask why the letters were returned, and how often. It"
            " would also look at nights."
        ),
    ),
    (
        "RR21",
        "yes",
        (
            "The same was said in our review of Child Y three years ago. The training it asked for was given"
            " and made no difference."
        ),
    ),
    ("RR21", "partly", ("Similar themes have been seen in earlier reviews.")),
    ("RR13", "no", ("Father: not known.")),
    ("RR13", "partly", ("The father lived elsewhere. He worked nights.")),
    (
        "RR12",
        "yes",
        (
            "Theo was four. He called the social worker 'the lady with keys'. He loved diggers and would "
            "only sleep with the light on. When his nursery closed he asked every morning whether it was a "
            "nursery day. He told his grandmother that he was good at being quiet."
        ),
    ),
    (
        "RR02",
        "yes",
        (
            "## Those taking part\n\n- Ann Lee, Team Manager, Children's Services\n- Raj Sidhu, Detective "
            "Inspector, County Police\n- Fay Orr, Named Nurse, Hospital Trust"
        ),
    ),
    (
        "LR02",
        "yes",
        (
            "## Background to the review\n\nThe partnership commissioned this review because two agencies had "
            "known of the injuries. It was to find out how bruises are judged, why the plan ended early, and"
            " what the family thought."
        ),
    ),
    (
        "LR03",
        "yes",
        (
            "## Approach taken\n\nThe reviewer read the files of six agencies, met twice with a group of "
            "managers and held three conversations with those who had known the family. The approach was one"
            " of learning from how the system works every day, and drafts were shared with all who had taken"
            " part."
        ),
    ),
    ("LR04", "yes", ("The review was led by Sara Quill, a former headteacher, who has no links to the area.")),
    ("LR04", "partly", ("The review was written by the Partnership's business manager, Sara Quill.")),
    (
        "LR07",
        "yes",
        (
            "## Mum and Dad\n\nMum told us that she had rung four times. She felt that she was not believed. "
            "Dad said he was never asked. He showed the reviewer the letters. They both asked that the word "
            "'chaotic' not be used."
        ),
    ),
    ("LR07", "no", ("It was not possible to speak with the parents as the trial had not ended.")),
    ("LR08", "yes", ("It was not possible to speak with the parents as the trial had not ended.")),
    ("LR08", "yes", ("The family chose not to be part of the review.")),
    (
        "LR09",
        "yes",
        (
            "Twelve people who had worked with the family came to a reflective workshop, and eight came back"
            " to hear what had been made of it."
        ),
    ),
    ("LR09", "no", ("The report is based on the chronologies of seven agencies.")),
    (
        "LR12",
        "yes",
        (
            "## Findings\n\nThe executive had cut the team in 2019 and was not told what this meant. Senior "
            "managers asked for numbers and got them. The health board must look at its own part."
        ),
    ),
    (
        "LR01",
        "yes",
        (
            "## In short\n\nThis review tells of a boy who was missed by many, of the four reasons for it, and"
            " of what the three partners have changed since. It was asked for by his grandmother, who wrote "
            "to the council twice and was answered once, by a letter that had been meant for another family."
        ),
    ),
    (
        "LR25",
        "yes",
        ("The review took ten months because the coroner asked for the report to be held back until the inquest."),
    ),
    ("LR25", "yes", ("The review began in May 2022 and was completed in October 2022.")),
    (
        "LR21",
        "yes",
        (
            "## Delivering the change\n\n| Action | Who | By when | Status |\n| --- | --- | --- | --- |\n| New "
            "form | Trust | May | Begun |"
        ),
    ),
    ("LR23", "no", ("Mrs Joan Peters of 4 Mill Lane said that she had heard cries.")),
    ("LR23", "yes", ("The partnership can be reached at 01632 960 123 or by e-mail.")),
    (
        "LR11",
        "yes",
        (
            "## Findings\n\nAre others treated the same? The reviewer asked three schools and each told of "
            "pupils in the same position. Figures for the county show that one in five referrals is "
            "returned."
        ),
    ),
    (
        "LR15",
        "yes",
        (
            "## Lessons\n\nLesson 1: What is seen each day stops being seen.\n\nLesson 2: A closed case is a "
            "decision about risk.\n\n## What we recommend\n\n1. The council should look again at closed cases "
            "each quarter."
        ),
    ),
    (
        "RR01",
        "yes",
        ("We heard from the school, the surgery, both hospitals and the police. Housing was asked and had nothing."),
    ),
    ("RR01", "partly", ("The police and the school were involved.")),
    (
        "RR02",
        "partly",
        ("## Attendance\n\n| Agency | Representative |\n| --- | --- |\n| Police | A Smith |\n| Council | B Jones |"),
    ),
    ("RR03", "partly", ("The child is a boy of seven.")),
    ("RR06", "yes", ("Ella lives with her mother, her mother's partner and a baby brother; her father is abroad.")),
    ("RR06", "partly", ("The child lived with his mother.")),
    ("RR04", "yes", ("## About Sami\n\nSami is Syrian and came here at six.")),
    ("RR05", "yes", ("## Family\n\nBoth parents are White British.")),
    (
        "RR07",
        "partly",
        (
            "## Immediate action\n\nThe trust has put a notice in the ward. The baby is in foster care.\n\n## "
            "Family\n\nThere is a half-sister of nine."
        ),
    ),
    (
        "RR09",
        "partly",
        (
            "## Background\n\nOn 1 May 2026 there was a visit.\n\nOn 2 May 2026 there was a visit.\n\nOn 3 May "
            "2026 there was a visit.\n\nOn 4 May 2026 there was a visit.\n\nOn 5 May 2026 there was a visit.\n\nOn"
            " 6 May 2026 there was a visit.\n\nOn 7 May 2026 there was a visit.\n\nOn 8 May 2026 there was a "
            "visit.\n\nOn 9 May 2026 there was a visit.\n\nOn 10 May 2026 there was a visit."
        ),
    ),
    (
        "RR11",
        "partly",
        (
            "## Analysis\n\nThe letter was not read because the clerk was away. Staff believed that the plan "
            "had ended. The delay was due to a backlog. There was confusion, which led to a gap. The visit "
            "was short. She did not ask about the father. The form was sent late. The nurse rang once. "
            "Nobody came."
        ),
    ),
    ("RR13", "partly", ("## Family\n\nHis father lives in Leeds. The father was at the birth.")),
    ("RR14", "partly", ("The family is Muslim and speaks Urdu at home. The mother prays at the local mosque.")),
    (
        "RR18",
        "yes",
        (
            "## Early learning\n\nThe night staff could not see the alert, and nobody in the day knew it. "
            "Letters that come back are filed unread by whoever opens them first."
        ),
    ),
    ("RR20", "partly", ("There may be further learning for the partnership.")),
    ("RR21", "no", ("The family had been known to services before.")),
    ("RR24", "partly", ("Agencies should be more robust. Practice was holistic.")),
    ("LR01", "partly", ("## Executive summary\n\nSee page 4.")),
    ("LR02", "partly", ("The terms of reference were agreed by the panel in May.")),
    ("LR03", "partly", ("The reviewer met with staff of four agencies.")),
    ("LR06", "partly", ("She was described by her teacher as bright.")),
    ("LR07", "partly", ("The mother met with the reviewer. She asked that the review be short.")),
    ("LR09", "partly", ("Some practitioners were interviewed for the review.")),
    ("LR11", "partly", ("## Findings\n\nThis may be so for other children too.")),
    ("LR12", "partly", ("## Findings\n\nSenior managers did not know.")),
    ("LR15", "partly", ("## Learning\n\n- Forms hide fathers from those who use them.\n")),
    ("LR21", "partly", ("An action plan will be drawn up by the partnership.")),
    (
        "LR23",
        "partly",
        (
            "## What happened\n\nOn 1 May 2021 she was seen. On 2 May 2021 she was seen. On 3 May 2021 she was"
            " seen. On 4 May 2021 she was seen. On 5 May 2021 she was seen. On 6 May 2021 she was seen. On 7"
            " May 2021 she was seen. On 8 May 2021 she was seen. On 9 May 2021 she was seen. On 10 May 2021 "
            "she was seen. On 11 May 2021 she was seen. On 12 May 2021 she was seen. On 13 May 2021 she was "
            "seen. On 14 May 2021 she was seen. On 15 May 2021 she was seen."
        ),
    ),
]


@pytest.mark.parametrize(("item", "answer", "text"), PHRASINGS)
def test_an_item_is_told_in_other_words_too(item: str, answer: str, text: str) -> None:
    review = Review(read(f"# Review of the case of a child\n\nThis is the report.\n\n{text}\n".encode(), "review.md"))
    assert readers()[item](review).answer == answer
