"""Recommendations in the usual ways of setting them out, among sentences that only look like some."""

import pytest

from second_question.documents import read
from second_question.reading.appraisal.review import Review

AMONG = (
    "## What happened\n\nThe family moved to the town. The nurse should have asked about the father. Procedures say that a "
    "bruise must be seen by a doctor. In 2019 an earlier review recommended that the trust change its form. The trust has since "
    "introduced a new form. The midwife was asked to ring the ward.\n\n"
)

SET_OUT = {
    "prose in conclusions": (
        (
            "## Conclusion\n\nThe services did their best. The Partnership should now look at how weights are "
            "shared between its health providers. Children's Social Care needs to tell referrers what "
            "became of a referral. More generally, leaders in the city must decide who holds the risk.\n"
        ),
        ["The Partnership should now", "Children's Social Care needs", "leaders in the city|More generally"],
    ),
    "bold para": (
        (
            "The weight was not shared.\n\n**The ICB should buy one record for weights by April 2026.**\n\nNext "
            "chapter. The worker had gone.\n\n**Children's Services should give each vacant list to a named "
            "manager.**\n"
        ),
        ["The ICB", "Children's Services should"],
    ),
    "labelled rec bold number": (
        (
            "## Findings\n\n### Finding 1\n\nWeights were lost.\n\n**Recommendation 1** The ICB to commission one "
            "record for weights.\n\n### Finding 2\n\nWorkers left.\n\n**Recommendation 2** The council to name a "
            "manager for vacant lists.\n"
        ),
        ["Recommendation 1", "Recommendation 2"],
    ),
    "R1.1": (
        (
            "## Recommendations\n\nR1.1 The ICB should commission one record for weights.\n\nR1.2 The council "
            "should name a manager for vacant lists.\n"
        ),
        ["The ICB", "The council"],
    ),
    "table 2 col": (
        (
            "## Recommendations\n\n| No. | Recommendation |\n| --- | --- |\n| 1 | The ICB should commission one "
            "record for weights. |\n| 2 | The council should name a manager for vacant lists. |\n"
        ),
        ["The ICB", "The council"],
    ),
    "table owner": (
        (
            "## Actions arising\n\n| Learning | What will change | Responsible | Target date | How we will "
            "know |\n| --- | --- | --- | --- | --- |\n| Weights get lost | One record for weights | ICB | "
            "April 2026 | Audit of 30 records |\n| Lists have no owner | A named manager | Council | May "
            "2026 | Monthly count |\n"
        ),
        ["One record", "A named manager"],
    ),
    "questions": (
        (
            "## Questions for the Partnership\n\n- How will partners satisfy themselves that weights are "
            "shared?\n- What will the ICB do about vacant lists and by when?\n"
        ),
        ["How will partners", "What will the ICB"],
    ),
    "considerations": (
        (
            "## Considerations for the Partnership\n\n1. The Partnership may wish to consider how weights are "
            "shared between health providers.\n2. The Partnership may wish to satisfy itself that lists have "
            "owners.\n"
        ),
        ["The Partnership may wish to consider", "The Partnership may wish to satisfy"],
    ),
    "assurance": (
        (
            "## Next steps\n\nThe Partnership should:\n\n- seek assurance that weights are shared between "
            "health providers\n- ask each agency to name a manager for vacant lists\n"
        ),
        ["seek assurance", "ask each agency"],
    ),
    "we recommend sentence": (
        (
            "## Closing thoughts\n\nWe recommend that the ICB commissions one record for weights. We also "
            "recommend that the council names a manager for vacant lists.\n"
        ),
        ["the ICB", "the council"],
    ),
    "is invited": (
        (
            "## Closing thoughts\n\nThe Partnership is invited to consider one record for weights. The "
            "Council is invited to name a manager for vacant lists.\n"
        ),
        ["The Partnership is", "The Council is"],
    ),
    "imperative heads": (
        (
            "## What needs to change\n\n**Share weights.** Commission one record, so that a second weigher "
            "sees the first weight.\n\n**Own the lists.** Name a manager for each vacant list within three "
            "months.\n"
        ),
        ["Share weights|Commission", "Own the lists|Name a"],
    ),
    "opportunity": (
        (
            "## Areas for improvement\n\n1. There is an opportunity for the ICB to commission one record for "
            "weights.\n\n2. It would be beneficial for the council to name a manager for vacant lists.\n"
        ),
        ["There is|the ICB", "It would|the council"],
    ),
    "challenge": (
        (
            "## Challenges to the Board\n\nChallenge 1: What will the Board do so that weights are "
            "shared?\n\nChallenge 2: How can the Board be sure that lists have owners?\n"
        ),
        ["What will|Challenge 1", "How can|Challenge 2"],
    ),
    "letters sub": (
        (
            "## 9. RECOMMENDATIONS\n\n9.1 The review makes two recommendations.\n\n9.2 Recommendation One – "
            "that the ICB commission one record for weights.\n\n9.3 Recommendation Two – that the council "
            "name a manager for vacant lists.\n"
        ),
        ["9.2|Recommendation One|that the ICB|the ICB", "9.3|Recommendation Two|that the council|the council"],
    ),
    "multi-line": (
        (
            "## Recommendations\n\n### Recommendation 1: Weights\n\nThe ICB should commission one "
            "record.\n\n*Why:* so that a second weigher sees the first.\n\n*Lead:* Director of "
            "Commissioning\n\n*By:* April 2026\n\n*We will know by:* an audit of thirty records\n\n### "
            "Recommendation 2: Lists\n\nThe council should name a manager.\n\n*Lead:* Head of Service\n"
        ),
        ["The ICB", "The council"],
    ),
    "suggest": (
        (
            "## Moving forward\n\nThe author suggests that the ICB commissions one record for weights. A "
            "further suggestion is that the council should name a manager for vacant lists.\n"
        ),
        ["the ICB", "A further|the council"],
    ),
    "expect": (
        (
            "## Moving forward\n\nI would like to see the ICB commission one record for weights. I would "
            "expect the council to name a manager for vacant lists before the summer.\n"
        ),
        ["I would like|the ICB", "I would expect|the council"],
    ),
    "proposal": (
        (
            "## Proposals for change\n\n(1) One record for weights, commissioned by the ICB.\n\n(2) A named "
            "manager for every vacant list.\n"
        ),
        ["One record", "A named"],
    ),
    "none": (
        (
            "## Findings\n\nThe nurse should have asked. The guidance says that all agencies should share "
            "information. The trust has already changed its form. Learning point 1: Staff need to ask about "
            "fathers.\n"
        ),
        [],
    ),
}
PARTS = [
    ("The Partnership should seek assurance from partner agencies that supervision is reflective.", "who what"),
    (
        (
            "Safeguarding partners need to agree a single pathway, to be in place by the end of Quarter 2 "
            "2025/26, so that no referral waits for two panels."
        ),
        "who what by_when outcome",
    ),
    ("It is recommended that training on coercive control is reviewed.", "what"),
    ("The Trust should review its policy by using the experience of parents on the ward.", "who what how"),
    (
        (
            "The Integrated Care Board must work with the Local Maternity System to introduce a red flag in "
            "the maternity record. Progress will be reported to the Partnership every six months with data "
            "on uptake."
        ),
        "who what measure",
    ),
    (
        (
            "Schools to nominate a lead for young carers. Lead: Director of Education. Timescale: September "
            "2025. Success measure: number of young carers known to schools doubles."
        ),
        "who what by_when measure",
    ),
    (
        (
            "Police and children's social care should, within three months, revise the joint protocol "
            "through a task and finish group of practitioners."
        ),
        "who what by_when how",
    ),
    ("Every child should have a named nurse.", "what"),
    ("Consideration should be given to whether the neglect tool is fit for purpose.", "what"),
    ("Strengthen the offer to kinship carers.", "what"),
    ("The council should carry out an audit of fifty cases in which a child was withdrawn from school.", "who what"),
    (
        (
            "The council should bring in a new form and dip sample thirty forms after six months to see "
            "whether fathers are named."
        ),
        "who what measure",
    ),
    ("That the Director of Children's Services ensure that all managers have read this report.", "who what"),
    (
        (
            "Health providers should put in place an alert on the record so as to make sure that the next "
            "clinician sees the weight."
        ),
        "who what outcome",
    ),
    (
        (
            "The expected impact is that babies are weighed on the same record. The ICB should buy one "
            "record by moving money from the paper books."
        ),
        "who what how outcome",
    ),
    (
        (
            "A repeat audit in January 2026 will establish if fathers are being seen; the Partnership's "
            "Quality Group will own it. The Partnership should give each team a prompt card about fathers."
        ),
        "who what by_when measure",
    ),
    (
        (
            "Commissioners of drug services should include the household of the adult in the contract, with "
            "quarterly returns of the number of children identified."
        ),
        "who what measure",
    ),
    ("The Home Office should consider a register.", "who what"),
]


def recommended(text: str) -> Review:
    return Review(read(f"# Child Safeguarding Practice Review: Child K\n\n{text}".encode(), "review.md"))


@pytest.mark.parametrize(("text", "beginnings"), SET_OUT.values(), ids=SET_OUT)
def test_each_is_found_and_nothing_else(text: str, beginnings: list[str]) -> None:
    """A beginning may be given in several ways, with bars between them: with or without the words that introduce it."""
    said = [one.said.text.lstrip("*# ") for one in recommended(AMONG + text).recommendations]
    assert len(said) == len(beginnings)
    for words, begins in zip(said, beginnings, strict=True):
        assert words.startswith(tuple(begins.split("|")))


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_it_says_those_parts_and_no_others(text: str, parts: str) -> None:
    first = recommended(f"## Recommendations\n\n1. {text}\n\n2. The hospital should open a door.\n").recommendations[0]
    assert sorted(first.parts) == sorted(parts.split())
