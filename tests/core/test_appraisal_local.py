"""Short reports in the usual wordings of published reviews: how they were made is told whatever the words.

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

WORDINGS = [
    (
        "LR01",
        "yes",
        (
            "## Overview\n\nThis review looks at the death of a baby and finds that services did not speak "
            "with one another. This review looks at the death of a baby and finds that services did not "
            "speak with one another. This review looks at the death of a baby and finds that services did "
            "not speak with one another. This review looks at the death of a baby and finds that services "
            "did not speak with one another. "
        ),
    ),
    (
        "LR01",
        "yes",
        (
            "## Headline messages\n\n- Services did not speak with one another about the baby and his "
            "mother.\n- Services did not speak with one another about the baby and his mother.\n- Services "
            "did not speak with one another about the baby and his mother.\n- Services did not speak with "
            "one another about the baby and his mother.\n- Services did not speak with one another about the "
            "baby and his mother.\n"
        ),
    ),
    (
        "LR01",
        "yes",
        (
            "## Summary of findings\n\nServices did not speak with one another about the baby and his mother. "
            "Services did not speak with one another about the baby and his mother. Services did not speak "
            "with one another about the baby and his mother. Services did not speak with one another about "
            "the baby and his mother. Services did not speak with one another about the baby and his "
            "mother. "
        ),
    ),
    (
        "LR01",
        "yes",
        (
            "## The review on a page\n\nServices did not speak with one another about the baby and his "
            "mother. Services did not speak with one another about the baby and his mother. Services did "
            "not speak with one another about the baby and his mother. Services did not speak with one "
            "another about the baby and his mother. Services did not speak with one another about the baby "
            "and his mother. "
        ),
    ),
    ("LR01", "no", "## Introduction\n\nThis report concerns a boy."),
    (
        "LR02",
        "yes",
        (
            "## 1. Background\n\nFollowing the rapid review, the Executive agreed that a local review should "
            "take place since the criteria were met.\n\nThe review was tasked with exploring:\n\n- The quality "
            "of pre-birth planning\n- The response to domestic abuse\n- How agencies shared information\n"
        ),
    ),
    (
        "LR02",
        "yes",
        (
            "## 1. Introduction\n\nThis Local Child Safeguarding Practice Review was commissioned by the "
            "Partnership after the death of Child K. The following key lines of enquiry were agreed: the "
            "effectiveness of pre-birth planning; the response to domestic abuse; and the quality of "
            "supervision."
        ),
    ),
    (
        "LR02",
        "yes",
        (
            "The case was referred by the police and the partners judged in May that a review should be "
            "held. It was set three tasks: to see how the boy became invisible, to test whether this could "
            "recur, and to say what would prevent it."
        ),
    ),
    (
        "LR02",
        "partly",
        "## Introduction\n\nThe partnership commissioned this review following the serious injury of a baby.",
    ),
    ("LR02", "no", "## Introduction\n\nThe Board is sorry for the loss of this child."),
    (
        "LR03",
        "yes",
        (
            "## Review process\n\nThe review followed a hybrid approach. Agencies provided chronologies and "
            "short reports, a panel met four times and practitioners came to a learning event."
        ),
    ),
    ("LR03", "yes", "## How the review was carried out\n\nThe SCIE Learning Together model was adopted."),
    ("LR03", "yes", "## Undertaking this review\n\nA systems methodology was used."),
    ("LR03", "partly", "## Introduction\n\nThe author read the reports of the agencies and spoke to the mother."),
    ("LR03", "no", "## Introduction\n\nThe Board is sorry for the loss of this child."),
    (
        "LR04",
        "yes",
        (
            "## Lead reviewer\n\nThe Partnership appointed Jane Whitlock as the lead reviewer. Jane has over "
            "thirty years’ experience of safeguarding. She has not previously worked for any organisation "
            "in the county and is wholly independent."
        ),
    ),
    (
        "LR04",
        "yes",
        (
            "Author: Tom Adler\n\n## The author\n\nTom Adler is a freelance consultant. He declared no "
            "conflicts and has no connection to the Partnership."
        ),
    ),
    ("LR04", "yes", "The report was written by Sue Okafor, who is independent of all local agencies."),
    (
        "LR04",
        "partly",
        "## Reviewer\n\nAn independent reviewer was commissioned who had no connection with the services.",
    ),
    (
        "LR04",
        "partly",
        (
            "Author: Tom Adler, Head of Quality Assurance at the Partnership.\n\n## Introduction\n\nThis report "
            "is about a boy."
        ),
    ),
    ("LR04", "no", "## Introduction\n\nThe Board is sorry for the loss of this child."),
    (
        "LR07",
        "yes",
        (
            "## Family engagement\n\nThe lead reviewer visited Kyle's mother at home and spoke to his nan on "
            "the phone. Mum felt that she was judged from the first day. She explained that she stopped "
            "opening the door because every visit ended with a list. Nan thought the school were the only "
            "ones who listened. She said nobody ever asked her what she saw on Sundays. Kyle's father "
            "shared his frustration at being left out of meetings."
        ),
    ),
    (
        "LR07",
        "partly",
        (
            "## Family engagement\n\nMother spoke to the reviewer once by telephone. She said that she felt "
            "let down. Father did not reply."
        ),
    ),
    ("LR07", "no", "## Family engagement\n\nThe parents were invited to contribute but did not respond."),
    ("LR08", "yes", "## Family engagement\n\nThe parents were invited to contribute but did not respond."),
    (
        "LR08",
        "yes",
        "Owing to the ongoing criminal investigation, the family have not yet been approached by the review.",
    ),
    (
        "LR08",
        "yes",
        ("It was decided with police that the parents, who are suspects, would not be seen until the trial ends."),
    ),
    ("LR08", "no", "## Introduction\n\nThe Board is sorry for the loss of this child."),
    (
        "LR09",
        "yes",
        (
            "## Process\n\nTwo practitioner events were held, at which 22 frontline staff who had worked with "
            "the family reflected on the case."
        ),
    ),
    (
        "LR09",
        "yes",
        (
            "Frontline staff and their managers came together in March to talk through the timeline, and "
            "were invited back in June to comment on the draft."
        ),
    ),
    (
        "LR09",
        "yes",
        ("The reviewer held one-to-one conversations with the social worker, the health visitor and two teachers."),
    ),
    ("LR09", "partly", "Each agency interviewed its own staff for its report to the review."),
    ("LR09", "no", "The review was based upon agency chronologies alone."),
    (
        "LR11",
        "yes",
        (
            "## Findings\n\nTo test this, the Partnership audited 18 further cases of pre-birth planning and "
            "found the same delay in eleven."
        ),
    ),
    (
        "LR11",
        "yes",
        (
            "## Findings\n\nThe review team asked managers whether this was typical. Data for the whole "
            "county show that a third of referrals are closed unread, and other reviews in the region have "
            "found the same."
        ),
    ),
    ("LR11", "partly", "## Findings\n\nPractitioners said that this was not unusual in their team."),
    ("LR11", "no", "## Findings\n\nThe nurse did not ask about the father in this family."),
    (
        "LR12",
        "yes",
        (
            "## Findings\n\nThe Director had been told in 2021 of the vacancies and no plan was made. The "
            "Trust's executive team accepted the risk without asking what it meant for families."
        ),
    ),
    ("LR12", "partly", "## Recommendations\n\n1. The Chief Executive of the Trust should review staffing."),
    ("LR12", "no", "## Findings\n\nThe nurse did not ask about the father in this family."),
    (
        "LR13",
        "yes",
        (
            "## Findings\n\nThe family's Somali heritage was noted on forms but practitioners did not "
            "consider what it meant to be a young Black boy in a mostly white school. His behaviour was "
            "interpreted as aggression, and adultification bias meant he was not seen as a child who needed "
            "protecting."
        ),
    ),
    ("LR13", "partly", "The family are White British and no issues of culture were explored."),
    ("LR13", "no", "## Findings\n\nThe nurse did not ask about the father in this family."),
    (
        "LR15",
        "yes",
        (
            "## Findings\n\nThe nurse did not ask.\n\n**Learning Point 1:** Fathers should be asked about in "
            "each visit by nurses.\n\n## Recommendations\n\n1. The Trust should change its form so that fathers "
            "are asked about."
        ),
    ),
    (
        "LR15",
        "yes",
        (
            "## Key learning\n\n- Fathers are easily missed when forms have no box for them.\n- Weights need "
            "one home if they are to be compared.\n\n## Recommendations\n\n1. The Trust should change its form."
        ),
    ),
    (
        "LR15",
        "partly",
        "## Learning and recommendations\n\n- The Trust should change its form so that it asks about fathers.",
    ),
    ("LR15", "no", "## Recommendations\n\n1. The Trust should change its form so that fathers are asked about."),
    (
        "LR21",
        "yes",
        (
            "## Appendix: Action plan\n\n| Action | Lead | Timescale |\n| --- | --- | --- |\n| Change the form "
            "| Trust | May 2025 |\n| Train staff | Council | June 2025 |"
        ),
    ),
    ("LR21", "partly", "The Partnership has developed an action plan, which is published separately."),
    ("LR21", "no", "## Findings\n\nThe nurse did not ask about the father in this family."),
    ("LR25", "yes", "The review began in March 2023 and was signed off in August 2023."),
    ("LR25", "yes", "Publication of the report was delayed because of the criminal trial."),
    ("LR25", "yes", "The review was concluded within the six-month timescale."),
    (
        "LR25",
        "no",
        ("The decision to commission the review was made on 4 March 2021. The report was finalised in November 2022."),
    ),
    ("LR25", "not clear", "## Findings\n\nThe nurse did not ask about the father in this family."),
    (
        "LR02",
        "yes",
        (
            "## Why we wrote this\n\nThe three partners asked us for a review after Ella was hurt. We were "
            "asked one thing above all: why did nobody come?"
        ),
    ),
    (
        "LR02",
        "yes",
        (
            "## Remit\n\n1. The partnership's executive commissioned this review on 3 May 2022 under Working "
            "Together 2018.\n\n2. Its remit is to determine (a) what was known, (b) what was done with it and "
            "(c) what would have to change."
        ),
    ),
    (
        "LR03",
        "yes",
        (
            "## Approach\n\nThe review used what is called a rapid learning model: two half-day meetings with "
            "those involved, and a reading of records."
        ),
    ),
    (
        "LR04",
        "yes",
        (
            "*Written for the partnership by Dr Amina Farrow*\n\n## About me\n\nI teach social work. I have "
            "never been employed in the county and know nobody in this report."
        ),
    ),
    ("LR04", "yes", "**Reviewer:** Colin Mabey (independent of the partnership and its agencies)"),
    (
        "LR07",
        "yes",
        (
            '## Listening to the family\n\nElla\'s mum met us twice. "They looked at the floor, not at me," '
            "she said. She wanted somebody to say sorry. Her dad wrote to us from prison. He said he had "
            "asked the midwife for help and been handed a leaflet. Her aunt thought that the family had "
            "been labelled. She told us about the night in May."
        ),
    ),
    ("LR08", "yes", "Neither parent answered our letters, and the grandparents asked to be left alone by the review."),
    ("LR08", "yes", "## Family\n\nThe father could not be located. The mother was too unwell to meet the reviewer."),
    (
        "LR09",
        "yes",
        ("I met eleven of those who had worked with her, in twos and threes, and showed them what I had written."),
    ),
    ("LR09", "yes", "## How we did it\n\nA half-day workshop brought together fifteen staff from seven agencies."),
    (
        "LR09",
        "partly",
        ("Managers of each agency answered the review's questions in writing, having spoken to the workers concerned."),
    ),
    ("LR25", "yes", "The review took five months from commission to completion."),
    (
        "LR25",
        "yes",
        "This report is three months late. The reason is that the coroner asked us to wait for the inquest.",
    ),
    ("LR25", "yes", "Commissioned: January 2022. Completed: May 2022."),
    ("LR25", "no", "Commissioned: January 2021. Completed: May 2022."),
    ("LR25", "no", "The partnership agreed to hold this review in February 2020 and approved it in March 2021."),
    (
        "LR21",
        "yes",
        (
            "## Who will do what\n\n| What | Who | When |\n| --- | --- | --- |\n| Change the form | Trust | May "
            "2025 |\n| Train staff | Council | June 2025 |"
        ),
    ),
    ("LR21", "partly", "Each agency will report on its actions through the partnership's improvement plan."),
    (
        "LR01",
        "yes",
        (
            "## Key messages\n\nServices did not speak with one another about the baby and his mother. "
            "Services did not speak with one another about the baby and his mother. Services did not speak "
            "with one another about the baby and his mother. Services did not speak with one another about "
            "the baby and his mother. Services did not speak with one another about the baby and his "
            "mother. "
        ),
    ),
    (
        "LR01",
        "yes",
        (
            "**In summary**\n\nServices did not speak with one another about the baby and his mother. "
            "Services did not speak with one another about the baby and his mother. Services did not speak "
            "with one another about the baby and his mother. Services did not speak with one another about "
            "the baby and his mother. Services did not speak with one another about the baby and his "
            "mother. "
        ),
    ),
]


@pytest.mark.parametrize(("item", "answer", "text"), WORDINGS)
def test_how_it_was_made_is_told_before_what_happened(item: str, answer: str, text: str) -> None:
    review = Review(read(f"# Child Safeguarding Practice Review: Child K\n\n{text}{TOLD * 3}".encode(), "review.md"))
    assert readers()[item](review).answer == answer
