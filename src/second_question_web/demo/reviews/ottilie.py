"""A weak review: short, one person's slip, no why. The Panel asks to think again, and the partners do: no becomes yes (P2)."""

from second_question_web.demo.reviews.acts import (
    Add,
    Ask,
    Decide,
    KnowNothing,
    PanelReplies,
    Remark,
    Respond,
    Return,
    ReviewStory,
    Send,
    Sign,
    Write,
)

HOSPITAL, AMBULANCE = "Northmoor University Hospitals NHS Trust", "Northmoor Ambulance Service"
COUNCIL, BOROUGH = "Norvale Council", "Hexdale Borough Council"
POLICE, BOARD = "Northmoor Police", "NHS Northmoor Integrated Care Board"
EACH_CRITERION = (
    *("improvements", "recurrent_themes", "working_together", "panel_better_locally"),
    *("single_agency", "no_agency", "several_areas", "institutional_setting"),
)

UNKNOWN = {"ethnicity_because": "Not recorded."}
WEAK = (
    Write(after=14, section="family_member", place=1, answers=UNKNOWN, unanswered={"ethnicity": "not_known"}),
    Write(after=14, section="family_member", place=2, answers=UNKNOWN, unanswered={"ethnicity": "not_known"}),
    Write(
        after=14,
        section="child_care",
        place=1,
        answers={"legal_status": "none", "who_has_care": "both_parents"},
    ),
    Write(
        after=14,
        section="child_safety",
        place=1,
        answers={"safe_now": True, "safety_arrangements": "In foster care."},
    ),
    Write(
        after=14,
        section="background",
        answers={
            "context_before": (
                "Young family, universal services. Ottilie was seen at the six-week check. Mother was relaxed and at "
                "ease. The procedure for bruises in babies who cannot yet move was not used."
            ),
            "daily_life_and_voice": "Ottilie is too young to speak.",
        },
    ),
)

LEARNED = {
    "immediate_learning": (
        "Practitioners need more professional curiosity and a robust approach to bruises. The voice of the child "
        "must be strengthened."
    ),
    "how_spread": ("training",),
    "spread_to_whom": "All staff.",
    "learned_before_because": "Not looked into in the time.",
}

OTTILIE = ReviewStory(
    "norvale",
    33,
    (
        Ask(after=2, agencies={HOSPITAL: "Named doctor", AMBULANCE: "Safeguarding team"}, due_after=9),
        KnowNothing(after=5, agency=AMBULANCE, words="One call, on the day of admission; nothing before."),
        Return(
            after=11,
            agency=HOSPITAL,
            signed_by="Dr Orla Finch",
            answers={
                "involvement": "Birth, and admission at seven weeks with a fractured skull.",
                "analysis": (
                    "The bruise at six weeks should have been referred. The doctor did not follow the procedure."
                ),
            },
        ),
        *WEAK,
        Write(after=15, section="learning", answers=LEARNED, unanswered={"learned_before": "not_asked"}),
        Add(
            after=15,
            kind="participant",
            records=(
                {
                    "name": "Noor Bailey",
                    "job_title": "Business manager",
                    "organisation": COUNCIL,
                    "role_in_decision": "supports",
                },
                {
                    "name": "Grace Orme",
                    "job_title": "Director of children's services",
                    "organisation": COUNCIL,
                    "role_in_decision": "decides",
                },
            ),
        ),
        Write(
            after=16,
            section="criteria",
            answers={
                **{f"criterion_{code}": "not_met" for code in EACH_CRITERION},
                **{f"criterion_{code}_grounds": "Not met." for code in EACH_CRITERION},
            },
        ),
        Write(
            after=16,
            section="decision",
            answers={
                "outcome": "no_review",
                "rationale": "Isolated error by one doctor.",
                "who_decided": "Grace Orme, director of children's services",
                "instead": "Further training on the procedure.",
                "national_relevance": False,
            },
        ),
        Decide(after=17),
        Sign(after=18, partner=COUNCIL, by="Grace"),
        Sign(after=18, partner=BOROUGH, name="Hal Wickstead", job_title="Director", how_given="By email"),
        Sign(after=18, partner=BOARD, name="Rosa Lindgren", job_title="Chief nurse", how_given="By email"),
        Send(
            after=21,
            late_reason="The hospital's summary came two days after it was due.",
            unsigned={POLICE: "The superintendent was on leave and nobody had been named in his place."},
        ),
        PanelReplies(
            after=22,
            advice="reconsider",
            words=(
                "We ask the partners to think again about whether a local review is needed.\n\nYour review says what "
                "one doctor did not do. It does not ask why. A bruise on the ear of a baby of six weeks was seen by "
                "at least two people, and a procedure that everybody knew was not used by any of them. What made "
                "that likely? Ethnicity, the father, and who took part in the decision are missing."
            ),
            quality=("RR04", "RR11", "RR13", "RR16", "RR17"),
            quality_words="“Professional curiosity” is asked for, and not looked into.",
        ),
        Respond(
            after=24,
            reconsiders=True,
            words=(
                "Thank you. We agree that we stopped at the first answer. We have asked the surgery and health "
                "visiting, who were not asked before, and will decide again."
            ),
        ),
        Add(
            after=25,
            kind="episode",
            records=(
                {
                    "title": "The bruise at the six-week check",
                    "on": -6,
                    "what_happened": (
                        "The general practitioner saw a bruise on Ottilie's left ear. Her mother said that a toy had "
                        "fallen. The nurse saw it too. Neither made a referral."
                    ),
                    "why": (
                        "Both knew the procedure. Each believed that it was for bruises without an explanation, and "
                        "there was one. The father, who was in the room, was not asked; he had not been at a check "
                        "before."
                    ),
                    "why_again": (
                        "The procedure begins with “unexplained”. The two-page summary on the wall leaves out that "
                        "no explanation is enough at this age. Check-ups are ten minutes; a referral takes forty, "
                        "and the surgery had been told off twice for referrals that were “not met”."
                    ),
                    "in_the_system": (
                        "A threshold that teaches practitioners not to refer; a procedure whose short form says less "
                        "than its long one; ten-minute checks."
                    ),
                },
            ),
        ),
        Write(
            after=25,
            section="analysis",
            answers={
                "fathers_and_other_men": (
                    "Marcus Brand was in the room and was not spoken to. Nothing is known of him beyond his name. He "
                    "was alone with Ottilie on four evenings a week."
                ),
                "culture_and_identity": "Both parents are White British. The practice had written “not stated”.",
                "what_worked": (
                    "The emergency department asked both parents apart from one another, and rang the surgery the "
                    "same night."
                ),
                "analysis_summary": (
                    "Three people saw the bruise or heard of it. All three knew the procedure and read it in the "
                    "same way. The reason lies in how referrals are answered, not in one doctor."
                ),
            },
        ),
        Write(
            after=26,
            section="criteria",
            answers={
                "criterion_improvements": "met",
                "criterion_improvements_grounds": (
                    "The short form of the procedure and the way in which referrals are answered both need to "
                    "change: see the episode of the six-week check."
                ),
                "criterion_working_together": "met",
                "criterion_working_together_grounds": (
                    "Surgery and children's social care had learned to keep referrals from one another."
                ),
                "criterion_recurrent_themes": "may_be_met",
                "criterion_recurrent_themes_grounds": (
                    "Two earlier referrals of bruises were declined last year; they have not been looked at yet."
                ),
            },
        ),
        Write(
            after=26,
            section="decision",
            answers={
                "outcome": "local_review",
                "rationale": (
                    "We know now that three people read the procedure alike, and not why referrals of bruises are so "
                    "seldom made in Norvale. That is a question about the system."
                ),
                "who_decided": (
                    "Grace Orme, director of children's services, Norvale Council\nHal Wickstead, director, Hexdale "
                    "Borough Council\nThe superintendent of Northmoor Police\nRosa Lindgren, chief nurse, NHS "
                    "Northmoor Integrated Care Board"
                ),
                "key_questions": (
                    "What happens to a referral of a bruise in a baby who cannot move, from the surgery to the "
                    "answer?\nWhat have practitioners learned from the answers they were given?\nHow are fathers met "
                    "at the checks of the first weeks?"
                ),
                "added_value": (
                    "The rapid review could speak with two practitioners. A local review can follow thirty referrals "
                    "and hear those who made them."
                ),
                "suggested_method": "A table-top review of thirty referrals, with a practitioner event.",
                "local_label": "Table-top learning review",
                "national_relevance": False,
            },
        ),
        Remark(
            after=26,
            section="decision",
            by="Grace",
            text="We call these “table-top learning reviews” here. Is that a problem?",
            reply_by="Noor",
            reply="It is a local child safeguarding practice review by law, and we publish it as one.",
        ),
        Decide(
            after=26,
            why_changed=(
                "The Panel asked why. Three people read the procedure in the same way: that is no isolated error."
            ),
        ),
        Sign(after=26, partner=COUNCIL, by="Grace"),
        Sign(after=26, partner=BOROUGH, name="Hal Wickstead", job_title="Director", how_given="By email"),
        Sign(after=27, partner=BOARD, name="Rosa Lindgren", job_title="Chief nurse", how_given="By email"),
        Sign(
            after=27,
            partner=POLICE,
            view="reservation",
            name="Edmund Sarr",
            job_title="Superintendent",
            how_given="By telephone",
            words="We agree, and ask that the criminal investigation is not named in the terms.",
        ),
        Send(after=27),
    ),
)
