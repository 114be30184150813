"""Decided, and waiting for signatures: one partner signed and the text changed afterwards, one never answered."""

from second_question_web.demo.reviews.acts import (
    Add,
    Ask,
    Cite,
    Decide,
    KnowNothing,
    Meet,
    Return,
    ReviewStory,
    Sign,
    Write,
)

SCHOOL, HEALTH, HOUSING = "Quayside Primary School", "Wessenmere Community Health", "Wessenmere Homes"
COUNCIL, POLICE = "Wessenmere Council", "Wessen Valley Police"
SAFE = "In foster care together with brothers and sisters. Their social worker sees each of them every week, alone."
CHILDREN = (1, 2, 3, 4)
DAYS = {
    1: (
        "Ivy (the eldest of those at school) got the younger ones up, and hid bread in her coat. She told a dinner "
        "lady that she liked Fridays least."
    ),
}

IVY = ReviewStory(
    "wessenmere",
    27,
    (
        Ask(
            after=1,
            agencies={SCHOOL: "Designated safeguarding lead", HEALTH: "Named nurse", HOUSING: "Tenancy manager"},
            due_after=8,
        ),
        KnowNothing(
            after=3,
            agency=HEALTH,
            words="No open record since the youngest turned two; transferred out on paper, never transferred in.",
        ),
        Return(
            after=6,
            agency=SCHOOL,
            signed_by="Maud Ellery",
            shared=True,
            answers={
                "involvement": (
                    "Ivy and Flint have been on our roll for three years. Worries about hunger were written down in "
                    "three terms."
                ),
                "analysis": (
                    "Each worry was handled well by itself and closed. We changed our recording system twice in that "
                    "time; the earlier entries could not be seen beside the new ones. Nobody chose to forget: the "
                    "screen showed one term."
                ),
                "child_as_known": "Ivy is quick and funny and never leaves food. Flint falls asleep after lunch.",
                "good_practice": "The kitchen gave both children seconds without asking for a form.",
                "concerns": "Two referrals were answered with “no further action, please monitor”. We monitored.",
                "learning": "Worries have to be read together. We now print the last three years for every meeting.",
            },
            episodes=(
                {
                    "title": "Three terms, three beginnings",
                    "what_happened": (
                        "Hunger was noted in autumn, spring and summer. Each time a new record was opened and closed."
                    ),
                    "why": "The new system starts each term with an empty page.",
                    "why_again": "It was bought to satisfy an inspection that asked for up-to-date records.",
                },
            ),
        ),
        Return(
            after=8,
            agency=HOUSING,
            signed_by="Curtis Vale",
            answers={
                "involvement": "Tenants since 2021. Electricity was cut off by the supplier in August.",
                "analysis": (
                    "We knew of the debt and not of the children: the tenancy names adults. Our officer knocked "
                    "twice at noon."
                ),
                "learning": "Ask who lives there.",
            },
        ),
        Meet(
            after=9,
            called_after=2,
            purpose="Rapid review meeting",
            people=(
                ("Dana Whitlock", "Director of children's services", COUNCIL, "decides", "present"),
                ("Sam Pritchard", "Detective superintendent", POLICE, "decides", "apologies"),
                ("Joan Achebe", "Chief nurse", "NHS Wessenmere Integrated Care Board", "decides", "present"),
                ("Maud Ellery", "Designated safeguarding lead", SCHOOL, "contributes", "present"),
                ("Curtis Vale", "Tenancy manager", HOUSING, "contributes", "present"),
            ),
            notes="The police were to send their record by the following day.",
            actions=(("Ask the supplier whether it is told when children live at an address", "Curtis Vale", 10),),
        ),
        *(
            Write(after=10, section="child_safety", place=n, answers={"safe_now": True, "safety_arrangements": SAFE})
            for n in CHILDREN
        ),
        Write(
            after=10,
            section="background",
            answers={
                "context_before": (
                    "Tanith Sloane cared for four children alone after her partner left two years ago. Debts grew; "
                    "the electricity went in August."
                ),
                "daily_life_and_voice": DAYS[1],
            },
        ),
        Add(
            after=11,
            kind="episode",
            records=(
                {
                    "title": "“Please monitor”",
                    "on": -120,
                    "what_happened": "Two referrals of hunger were answered with no further action.",
                    "why": (
                        "Each was weighed as a single event. The screen of the front door team shows the referral "
                        "and not the ones before."
                    ),
                    "why_again": (
                        "Referrals are counted and timed one by one; looking back costs the minutes by which the "
                        "team is measured."
                    ),
                    "in_the_system": (
                        "A measure of speed for each contact; two record systems that show the newest page."
                    ),
                },
            ),
        ),
        Add(
            after=11,
            kind="moment",
            records=(
                {
                    "title": "Seconds in the kitchen",
                    "on": -200,
                    "stage": "identification",
                    "lens": "practice",
                    "time": "recent",
                    "direction": "protection",
                    "what_happened": "The kitchen fed the children without a form.",
                    "why": "The cook decides.",
                },
                {
                    "title": "First referral closed",
                    "on": -120,
                    "stage": "identification",
                    "lens": "practice",
                    "time": "recent",
                    "direction": "harm",
                    "what_happened": "Answered with “please monitor”.",
                    "why": "Read by itself.",
                    "why_again": "Counted by itself.",
                },
                {
                    "title": "Electricity cut off",
                    "on": -95,
                    "stage": "management",
                    "lens": "family",
                    "time": "recent",
                    "direction": "harm",
                    "what_happened": "The flat was without power in August.",
                    "why": "Debt after the partner left.",
                },
            ),
        ),
        Write(
            after=12,
            section="learning",
            answers={
                "immediate_learning": (
                    "Worries about neglect have to be read together, over years and over brothers and sisters."
                ),
                "how_spread": ("procedure", "supervision"),
                "spread_to_whom": "Front door team and schools, by the head of service, within a month.",
                "learned_before": "yes_elsewhere",
                "learned_before_words": (
                    "Many published reviews of neglect say the same; what others did about the counting is not known "
                    "to us yet."
                ),
            },
        ),
        Cite(
            after=12,
            document="Child T: report of a local child safeguarding practice review",
            recommendation="2",
            became="not_known",
            words="Norvale will be asked.",
        ),
        Write(
            after=12,
            section="criteria",
            answers={
                "criterion_improvements": "met",
                "criterion_improvements_grounds": (
                    "Referrals of hunger are counted and read one by one: see “Please monitor”."
                ),
                "criterion_recurrent_themes": "met",
                "criterion_recurrent_themes_grounds": "Neglect read as single events.",
                "criterion_working_together": "met",
                "criterion_working_together_grounds": "School and front door each waited for the other.",
                "criterion_panel_better_locally": "not_met",
                "criterion_panel_better_locally_grounds": "Not considered by the Panel.",
                "criterion_single_agency": "not_met",
                "criterion_single_agency_grounds": "Several agencies.",
                "criterion_no_agency": "not_met",
                "criterion_no_agency_grounds": "Schools and housing were involved.",
                "criterion_several_areas": "not_met",
                "criterion_several_areas_grounds": "One area.",
                "criterion_institutional_setting": "not_met",
                "criterion_institutional_setting_grounds": "At home.",
            },
        ),
        Write(
            after=13,
            section="decision",
            answers={
                "outcome": "local_review",
                "rationale": (
                    "Why referrals of hunger are read one at a time is a question that this review can ask and not "
                    "answer."
                ),
                "who_decided": "Dana Whitlock, Wessenmere Council\nJoan Achebe, NHS Wessenmere Integrated Care Board",
                "key_questions": (
                    "How does a worry about neglect travel through a year?\nWhat do the measures of the front door "
                    "team teach the people in it?"
                ),
                "added_value": "It can follow forty families, where this review followed one.",
                "national_relevance": False,
            },
        ),
        Decide(after=14),
        Sign(after=14, partner=COUNCIL, by="Dana"),
        Sign(after=15, partner="NHS Wessenmere Integrated Care Board", by="Joan"),
        Write(
            after=17,
            section="background",
            by="Dana",
            answers={
                "context_before": (
                    "Tanith Sloane cared for four children alone after her partner left two years ago. Debts grew, "
                    "also because a benefit was stopped after a missed appointment; the electricity went in August."
                ),
                "daily_life_and_voice": DAYS[1],
            },
        ),
    ),
)
