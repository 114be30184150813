"""Short reports in the usual wordings of published reviews: what they find, learn and recommend is told whatever the words.

Written while the readers were made, so that they say nothing of reports that nobody has seen.
"""

import pytest

from second_question.documents import read
from second_question.reading.appraisal.registry import readers
from second_question.reading.appraisal.review import Review

TOLD = (
    "\n\n## What happened\n\nThe family moved to the town. The baby was seen at the clinic and the nurse wrote down the weight. "
    "The school rang the council about the older boy and a worker visited. Nothing was found and the file was closed. In the "
    "summer the baby was taken to hospital by ambulance.\n\n"
)

ANALYSES = [
    (
        "LR10",
        "yes",
        (
            "## Analysis\n\nThe nurse did not ring the ward. She had 700 families and had been told to close "
            "contacts within a day. That target came from the commissioner, who had set it after an "
            "inspection. The contract counted contacts and not outcomes, so nobody saw what closing meant. "
            "Practitioners described a culture in which asking for help was read as weakness. This stemmed "
            "from the loss of team managers in the restructure. The electronic record could not show two "
            "children side by side; it had been bought for adults. As a result each team saw one child "
            "only. Supervision was about compliance because the form that guides it lists tasks.\n"
        ),
    ),
    (
        "LR10",
        "no",
        (
            "## Analysis\n\nThe nurse did not ring the ward. The worker did not visit within ten days. The "
            "school did not send the form. The police did not check the address. The home was dirty. There "
            "were missed opportunities. Information was not shared. The GP did not reply to the letter.\n"
        ),
    ),
    (
        "LR11",
        "yes",
        (
            "## Finding 1\n\nThe review group read ten more files chosen at random. In eight of these no "
            "father was named.\n"
        ),
    ),
    (
        "LR11",
        "yes",
        (
            "## Finding 1\n\nAn audit by the Trust of all babies seen that quarter showed that one in four "
            "had no plan.\n"
        ),
    ),
    ("LR11", "partly", "## Finding 1\n\nThe case group told us that the same happens with many families.\n"),
    ("LR11", "no", "## Finding 1\n\nThe reviewer was asked to consider this case only. The nurse did not ask.\n"),
    (
        "LR12",
        "yes",
        (
            "## Findings\n\nHeads of service knew of the backlog, and the corporate management board had "
            "accepted it as a risk. Assistant directors told the review that they had not visited the team "
            "in a year.\n"
        ),
    ),
    ("LR12", "partly", "## Findings\n\nService leads were aware that forms went astray but had other priorities.\n"),
    (
        "LR12",
        "no",
        "## Findings\n\nThe Board is grateful to all who took part in this review. The worker did not ask.\n",
    ),
    (
        "LR13",
        "yes",
        (
            "## Findings\n\nNobody asked the mother, who is Nigerian and a Pentecostal Christian, what church "
            "meant to her. Workers told us they avoided the subject for fear of giving offence. Her reserve "
            "was taken for hostility and she was recorded as difficult.\n"
        ),
    ),
    ("LR13", "partly", "## Family\n\nMother is White British and Father is Black Caribbean.\n"),
    ("LR13", "no", "## Findings\n\nNo issues of race, culture or religion arose in this case.\n"),
    (
        "LR15",
        "yes",
        (
            "## Findings\n\n### Finding 1: A weight is lost when a nurse leaves\n\nText about the finding.\n\n### "
            "Finding 2: Lists have no owner\n\nText about it.\n\n## Recommendations\n\n1. The ICB should buy one "
            "record for all weights.\n"
        ),
    ),
    (
        "LR15",
        "yes",
        (
            "## Lessons learned\n\n9.1 Weights that are kept in two books will be lost.\n\n9.2 A list without "
            "an owner will grow until somebody is hurt.\n\n## Recommendations\n\n1. The ICB should buy one "
            "record for all weights.\n"
        ),
    ),
    (
        "LR15",
        "yes",
        (
            "## What we have learned\n\nWeights that are kept in two books will be lost. A list without an "
            "owner will grow until somebody is hurt. Asking once is not asking.\n\n## What we recommend\n\n1. "
            "The ICB should buy one record for all weights.\n"
        ),
    ),
    (
        "LR15",
        "partly",
        (
            "## Learning\n\n**Learning point:** Weights are lost. The ICB should buy one record.\n\n**Learning "
            "point:** Lists grow. It is recommended that the council names an owner.\n"
        ),
    ),
    ("LR15", "no", "The story goes on.\n\n**The ICB should buy one record for all weights so that none are lost.**\n"),
    (
        "LR16",
        "yes",
        (
            "## Recommendations\n\n1. NHS Norfolk should buy one record.\n\n2. The Head of Safeguarding at the "
            "hospital to name an owner.\n\n3. Kent Police should check addresses.\n"
        ),
    ),
    (
        "LR16",
        "partly",
        "## Recommendations\n\n1. The ICB should buy one record.\n\n2. Training on neglect should be refreshed.\n",
    ),
    (
        "LR16",
        "no",
        (
            "## Recommendations\n\n1. Training on neglect should be refreshed.\n\n2. The threshold document "
            "should be reviewed.\n"
        ),
    ),
    (
        "LR17",
        "yes",
        (
            "## Recommendations\n\n1. The ICB should join up weights by buying one record.\n\n2. The council "
            "should own its lists through a named manager for each.\n"
        ),
    ),
    (
        "LR17",
        "partly",
        (
            "## Recommendations\n\n1. The ICB should join up weights by buying one record.\n\n2. The council "
            "should own its lists.\n"
        ),
    ),
    (
        "LR17",
        "no",
        (
            "## Recommendations\n\n1. The ICB should improve its practice on weights.\n\n2. The council should "
            "ensure that staff follow procedure.\n"
        ),
    ),
    (
        "LR18",
        "yes",
        (
            "## Recommendations\n\n1. The ICB should buy one record so that a second weigher sees the first "
            "weight.\n\n2. The council should name owners. The intended outcome is that no family waits "
            "without a worker.\n"
        ),
    ),
    ("LR18", "no", "## Recommendations\n\n1. The ICB should buy one record.\n\n2. The council should name owners.\n"),
    (
        "LR19",
        "yes",
        (
            "## Recommendations\n\n1. The ICB should buy one record and audit thirty babies in May 2026.\n\n2. "
            "The council should name owners and report the number of waiting families each month.\n"
        ),
    ),
    (
        "LR19",
        "no",
        (
            "## Recommendations\n\n1. The ICB should buy one record by May.\n\n2. The council should name "
            "owners within six months.\n"
        ),
    ),
    ("LR23", "no", "## Findings\n\nMrs Karen Smithson, the mother, lived at 12 Orchard Close with her son Liam.\n"),
    ("LR23", "partly", "## What happened then\n\nOn 3 March 2021 the boy was seen. On 9 April 2021 he was hurt.\n"),
    (
        "LR23",
        "partly",
        "## What happened then\n\nThe boy went to Holly Bank Primary School and was seen there by the nurse.\n",
    ),
    (
        "LR23",
        "yes",
        ("## What happened then\n\nThe boy went to a primary school and was seen there by the nurse in spring 2021.\n"),
    ),
]


@pytest.mark.parametrize(("item", "answer", "text"), ANALYSES)
def test_what_is_made_of_it_is_told_after_what_happened(item: str, answer: str, text: str) -> None:
    review = Review(read(f"# Child Safeguarding Practice Review: Child K\n\n{TOLD}{text}".encode(), "review.md"))
    assert readers()[item](review).answer == answer
