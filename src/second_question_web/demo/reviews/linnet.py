"""A strong review: a baby found dead on a sofa; no local review, and a check of what became of earlier learning (R11)."""

from second_question_web.demo.reviews.acts import (
    Add,
    Ask,
    Cite,
    Decide,
    KnowNothing,
    Meet,
    PanelReplies,
    Remark,
    Return,
    ReviewStory,
    Send,
    Sign,
    TellAgency,
    Write,
)

HEALTH, HOSPITAL, SURGERY = "Wessenmere Community Health", "Wessenmere Hospitals NHS Trust", "Harbour Street Surgery"
HOUSING, ABUSE_SERVICE = "Wessenmere Homes", "Safe Harbour Domestic Abuse Service"

SUMMARIES = (
    Return(
        after=6,
        agency=HEALTH,
        signed_by="Imogen Carrow",
        shared=True,
        answers={
            "involvement": (
                "Our health visitors knew Kezia from the antenatal contact at 31 weeks and saw Linnet at home on day "
                "12 and at six weeks. Ryan was out on both occasions. No other service of ours was involved."
            ),
            "analysis": (
                "Safer sleeping was talked through carefully with Kezia, with the leaflet and the room thermometer, "
                "and she could say it back. Nobody talked to Ryan, who did most of the nights. That made sense at "
                "the time: our visit is in the mother's name, takes place in working hours, and the record has one "
                "box for “safer sleeping discussed” that is ticked for the family. The health visitor had 410 "
                "families on her list; the figure we plan for is 250. A second visit in the evening was not "
                "something she could have offered."
            ),
            "child_as_known": (
                "A wakeful baby who settled best on somebody's chest, as Kezia told us. She followed faces at six "
                "weeks and smiled at her brother's voice on the telephone."
            ),
            "good_practice": (
                "The health visitor asked to see where Linnet slept, and moved the cot away from the radiator with "
                "Kezia."
            ),
            "concerns": (
                "Our own audit in 2024 found fathers recorded as spoken to in 3 of 40 records. We changed the "
                "leaflet, not the visit."
            ),
            "learning": (
                "A message given to one parent does not reach whoever is awake with the baby. The visit has to go to "
                "that person, or be made when that person is there."
            ),
            "actions_taken": (
                "From the first of next month the team leader phones the second carer of every new baby within a "
                "week of the birth visit. The call is recorded under that person's own name."
            ),
        },
        episodes=(
            {
                "title": "The birth visit on day 12",
                "what_happened": (
                    "Safer sleeping was discussed with Kezia alone. Ryan was asleep in the next room after a night "
                    "shift."
                ),
                "why": (
                    "The visit is booked with the mother at a time that suits the clinic. To wake a father after a "
                    "night shift seemed unkind, and nothing asks for it."
                ),
                "why_again": (
                    "The service counts visits and ticks, not people reached. Evening visits were stopped in 2022 to "
                    "make the numbers add up."
                ),
            },
        ),
    ),
    Return(
        after=7,
        agency=HOSPITAL,
        signed_by="Leila",
        answers={
            "involvement": (
                "Maternity care from booking at 9 weeks to discharge on day 2. Linnet was small for her dates and "
                "needed warming; she went home feeding well."
            ),
            "analysis": (
                "Smoking by both parents was recorded at booking, for Kezia only followed up. The discharge talk on "
                "safer sleeping is given on the ward at half past ten, when visitors may not yet come in. We tell "
                "ourselves that partners hear it too; by our own visiting rules they cannot."
            ),
            "child_as_known": "Born small, warm by the second day, held by both parents.",
            "good_practice": (
                "The midwife noticed that the sofa was the only place to sit in the flat and asked where night feeds "
                "happened."
            ),
            "concerns": "That answer stands in a free-text note which the health visitor cannot see.",
            "learning": "What a midwife learns about the home has to travel with the baby.",
            "actions_taken": (
                "The discharge talk now also takes place at seven in the evening, twice a week. We count who comes."
            ),
        },
        episodes=(
            {
                "title": "The note about the sofa",
                "what_happened": (
                    "A midwife wrote down that night feeds took place on the sofa. The note stayed in the maternity "
                    "record."
                ),
                "why": (
                    "The handover form to health visiting has set fields; there is none for where the family sits at "
                    "night."
                ),
                "why_again": "The form was last agreed between the two trusts in 2017 and belongs to nobody.",
            },
        ),
    ),
    Return(
        after=5,
        agency=SURGERY,
        signed_by="Dr Anselm Roke",
        answers={
            "involvement": (
                "Kezia saw us for antenatal checks. Ryan came twice in the autumn with poor sleep and low mood, and "
                "was offered a telephone assessment that he did not take up."
            ),
            "analysis": (
                "Ryan said that he was becoming a father. The record has no way to link a man to a pregnancy unless "
                "the couple share an address with us, and they had only just moved in together. So nobody who saw "
                "the family knew that he was unwell, and nobody who saw him thought of the baby."
            ),
            "good_practice": "The practice nurse rang him after the missed assessment.",
            "concerns": "He worked nights; every appointment that we offered was in the daytime.",
            "learning": "Ask every man with low mood whether there is, or soon will be, a baby at home.",
        },
    ),
    KnowNothing(
        after=4,
        agency=ABUSE_SERVICE,
        words="We looked for both parents by name and date of birth, and for the address, in all records since 2018.",
    ),
    KnowNothing(after=4, agency=HOUSING, words="The flat is let privately. No record of either parent."),
)

PEOPLE = (
    ("Bea Okafor", "Business manager", "Wessenmere Safeguarding Children Partnership", "supports", "present"),
    ("Dana Whitlock", "Director of children's services", "Wessenmere Council", "decides", "present"),
    ("Sam Pritchard", "Detective superintendent", "Wessen Valley Police", "decides", "present"),
    ("Joan Achebe", "Chief nurse", "NHS Wessenmere Integrated Care Board", "decides", "present"),
    ("Imogen Carrow", "Head of health visiting", HEALTH, "contributes", "present"),
    ("Leila Frost", "Named nurse", HOSPITAL, "contributes", "present"),
    ("Dr Anselm Roke", "General practitioner", SURGERY, "contributes", "apologies"),
)

WRITTEN = (
    Write(
        after=8, section="family_member", place=1, answers={"ethnicity": "MWBC", "contact": "yes", "in_household": True}
    ),
    Write(
        after=8,
        section="family_member",
        place=2,
        answers={
            "ethnicity_because": "Nobody asked him while Linnet was alive. He will be asked with the bereavement midwife.",
            "contact": "yes",
            "in_household": True,
        },
        unanswered={"ethnicity": "not_asked"},
    ),
    Write(
        after=8,
        section="child_identity",
        place=1,
        answers={
            "language_and_faith": (
                "English is spoken at home. Kezia's mother is a member of a Pentecostal church that supported the "
                "family."
            )
        },
    ),
    Write(
        after=8,
        section="child_care",
        place=1,
        answers={
            "address": "Flat 2, 40 Tannery Lane, Wessenmere",
            "legal_status": "none",
            "plans_now": "None",
            "plans_before": "None",
            "education_status": "under_school_age",
            "who_has_care": "both_parents",
        },
    ),
    Write(
        after=8,
        section="child_safety",
        place=1,
        answers={
            "safe_now": True,
            "safety_arrangements": (
                "Linnet has died. Her half-brother Jonah (6) lives with his own mother in Norvale and visits at "
                "weekends; children's social care there saw him on the day after and agreed with both parents that "
                "visits are supervised by his grandmother until the inquest has opened."
            ),
        },
    ),
    Write(
        after=8,
        section="incident",
        answers={
            "what_happened": (
                "At about seven in the morning Ryan woke on the sofa with Linnet, eight weeks old, beneath his arm. "
                "She was not breathing. He began resuscitation while Kezia rang 999; she was pronounced dead at "
                "hospital at 8.05. Ryan had come home from a night shift at five, taken Linnet so that Kezia could "
                "sleep, and fed her. He says that he had drunk three cans of beer. There were two other adults in "
                "the flat until four.\n\nThe joint home visit by police and the paediatrician took place the same "
                "day. There is no injury. The cause of death is not yet known."
            ),
            "likely_cause": "sudden_unexpected_death_in_infancy",
            "who_was_present": "Kezia Garrow and Ryan Tull. Two friends of theirs had left at four.",
            "other_processes": ("coroner", "child_death_review"),
            "other_processes_details": "The coroner has opened an investigation. No criminal investigation.",
        },
    ),
    Write(
        after=8,
        section="support",
        answers={
            "support_to_family": (
                "A bereavement midwife visits both parents. Ryan has been seen by the crisis team and has an "
                "appointment at half past seven in the evening."
            ),
            "support_to_staff": (
                "The health visitor and the crew were offered a session with the trust's psychologist, in working time."
            ),
            "actions_already_taken": (
                "Every health visitor was asked in the first week to telephone the second carer of each baby under "
                "three months on their list. 61 of 74 were reached within eight working days."
            ),
        },
    ),
    Write(
        after=9,
        section="background",
        answers={
            "context_before": (
                "Kezia (23) and Ryan (27) had been a couple for two years and moved into one flat four weeks before "
                "the birth. Both smoked. Ryan worked nights in a warehouse and cared for Linnet from five in the "
                "morning until Kezia got up. No agency had concerns about either of them as parents."
            ),
            "family_history": (
                "Kezia grew up with her grandmother. Ryan has a son, Jonah, with whom he has regular contact. He had "
                "seen his doctor for low mood in the autumn."
            ),
            "earlier_involvement": "Universal services only.",
            "daily_life_and_voice": (
                "Linnet was a wakeful baby. Both parents say that she would not lie down and slept only when held; "
                "Ryan called her “the limpet”. At six weeks she followed faces and turned to her brother's voice on "
                "the telephone. Her nights were spent with her father, on the one comfortable seat in the flat. No "
                "professional ever saw her at night, or with him."
            ),
        },
    ),
    Write(
        after=9,
        section="context",
        answers={
            "context_domestic_abuse": False,
            "context_mother_mental_health": False,
            "context_father_mental_health": True,
            "context_father_mental_health_words": (
                "Low mood and poor sleep, told to the surgery in the autumn. No agency that saw Linnet knew of it."
            ),
            "context_parental_alcohol": True,
            "context_parental_alcohol_words": (
                "Beer after the night shift, by Ryan's account most mornings since the birth. Alcohol was asked of "
                "Kezia only."
            ),
            "context_parental_drugs": False,
            "context_neglect": False,
            "context_exploitation": False,
            "context_poverty_and_housing": True,
            "context_poverty_and_housing_words": (
                "A one-room flat with a bed, a cot and a sofa. Both parents worked; after rent and travel there was "
                "little left. The cot stood where the radiator was."
            ),
            "context_identity_and_inequality": True,
            "context_identity_and_inequality_words": (
                "Shift work shaped who could be reached. Services open in the day met the mother, and through her "
                "eyes the father."
            ),
        },
        unanswered={"context_home_education": "not_asked", "context_child_mental_health": "not_asked"},
    ),
    Add(
        after=10,
        kind="moment",
        records=(
            {
                "title": "Father's low mood not linked to the baby",
                "on": -230,
                "stage": "identification",
                "lens": "family",
                "time": "history",
                "direction": "harm",
                "what_happened": "Ryan told his doctor of low mood and that he would be a father in spring.",
                "why": "The record cannot link a man to a pregnancy at another address.",
                "why_again": "Practice systems are built round households that have been together a long time.",
            },
            {
                "title": "Smoking followed up for the mother alone",
                "on": -190,
                "stage": "management",
                "lens": "practice",
                "time": "history",
                "direction": "harm",
                "what_happened": "Both smoked; only Kezia was referred to the stop-smoking service.",
                "why": "The referral form is the mother's.",
                "why_again": "The service is paid for each pregnant woman, not for each home.",
            },
            {
                "title": "Midwife asks where night feeds happen",
                "on": -54,
                "stage": "identification",
                "lens": "practice",
                "time": "recent",
                "direction": "protection",
                "what_happened": "A midwife saw that the sofa was the only seat, and asked.",
                "why": "She had lost a baby on her own list to a sofa, and always asks.",
            },
            {
                "title": "The answer stays in the maternity notes",
                "on": -52,
                "stage": "management",
                "lens": "practice",
                "time": "recent",
                "direction": "harm",
                "what_happened": "The note about the sofa was not handed over.",
                "why": "The handover form has no field for it.",
                "why_again": "The form of 2017 belongs to nobody.",
            },
            {
                "title": "Birth visit with the mother alone",
                "on": -44,
                "stage": "engagement",
                "lens": "practice",
                "time": "recent",
                "direction": "harm",
                "what_happened": "Safer sleeping was discussed while Ryan slept after a night shift.",
                "why": "Visits are booked with the mother, in the day.",
                "why_again": "Evening visits were stopped in 2022; caseloads are 410 where 250 are planned.",
            },
            {
                "title": "Cot moved from the radiator",
                "on": -44,
                "stage": "management",
                "lens": "practice",
                "time": "recent",
                "direction": "protection",
                "what_happened": "Health visitor and mother moved the cot together.",
                "why": "The health visitor asked to see where Linnet slept instead of asking about it.",
            },
            {
                "title": "Father takes the nights",
                "on": -30,
                "stage": "management",
                "lens": "family",
                "time": "recent",
                "direction": "protection",
                "what_happened": "Ryan took Linnet at five each morning so that Kezia could sleep.",
                "why": "They shared the care as fairly as their shifts allowed.",
            },
            {
                "title": "Telephone assessment in the daytime",
                "on": -21,
                "stage": "engagement",
                "lens": "family",
                "time": "recent",
                "direction": "harm",
                "what_happened": "Ryan missed the call about his mood; the nurse rang once more.",
                "why": "He was asleep. Every slot on offer was in the day.",
                "why_again": "The service is commissioned for office hours.",
            },
        ),
    ),
    Add(
        after=10,
        kind="episode",
        records=(
            {
                "title": "Safer sleeping, told to one parent",
                "on": -44,
                "what_happened": "On the ward and at home the advice was given well, and to Kezia alone.",
                "why": (
                    "Discharge talks are held before visiting hours; visits are booked with the mother. Each "
                    "practitioner believed that the message would be passed on."
                ),
                "why_again": "Both services measure that the talk was given. Neither measures who heard it.",
                "in_the_system": (
                    "One box for a family in the shared record; no evening contact since 2022; caseloads far above "
                    "plan; a handover form without an owner."
                ),
            },
            {
                "title": "A father's low mood seen apart from his baby",
                "on": -21,
                "what_happened": (
                    "The surgery treated a man with poor sleep. Maternity and health visiting saw a mother and baby."
                ),
                "why": (
                    "Nobody who met him had a reason to think of a baby, and nobody who met the baby had a way to "
                    "know of him."
                ),
                "why_again": (
                    "Records follow mothers and addresses. He was new at the address and had no record with the child."
                ),
                "in_the_system": (
                    "Perinatal mental health is commissioned for mothers. There is no question about fathers in the "
                    "antenatal pathway."
                ),
            },
        ),
    ),
    Write(
        after=11,
        section="analysis",
        answers={
            "fathers_and_other_men": (
                "Ryan was a caring, tired father who did the nights. He was a protection for Linnet and, "
                "unsupported, part of the risk. No service spoke to him about the baby: not because he kept away, "
                "but because every contact was arranged so that he could not be there."
            ),
            "culture_and_identity": (
                "Kezia describes herself as mixed White and Black Caribbean; she was asked at booking, and how she "
                "wished the birth to be was recorded. Ryan was not asked anything about himself. The family's church "
                "would have been a way to reach both."
            ),
            "what_worked": (
                "Two practitioners looked instead of asking: the midwife who saw the sofa, the health visitor who "
                "moved the cot. Both had the time for it on that day, and both had learned it from an earlier death."
            ),
            "analysis_summary": (
                "The advice was right and was given. It went to the parent who was not awake with the baby. Three "
                "services arranged their contact, their records and their counts round the mother, and each of them "
                "took for granted that she would carry the message. The same was found in Wessenmere in 2021 and in "
                "the audit of 2024; what changed then was a leaflet."
            ),
        },
    ),
    Write(
        after=11,
        section="learning",
        answers={
            "immediate_learning": (
                "Safer sleeping advice has to reach whoever cares for the baby at night. What a midwife learns about "
                "the home has to travel with the baby. A man with low mood may be about to be a father: ask."
            ),
            "how_spread": ("team_discussion", "procedure", "supervision"),
            "spread_to_whom": (
                "Health visiting and maternity teams, by the two heads of service, in the team meetings of the "
                "coming month. General practices through the lead nurse's next round. The partnership hears in three "
                "months how many second carers were reached."
            ),
            "learned_before": "yes_here",
            "learned_before_words": (
                "In 2021 the partnership's review of a baby's death recommended that fathers be included. A leaflet "
                "was rewritten. The 2024 audit found fathers recorded as spoken to in 3 of 40 records; it was noted, "
                "and no owner was named."
            ),
            "further_learning": (
                "What would have made it possible to reach Ryan? He is willing to tell us, and will be asked with "
                "the bereavement midwife."
            ),
        },
    ),
    Cite(
        after=11,
        document="Baby Hazel: local child safeguarding practice review",
        recommendation="1",
        became="partly",
        words="A leaflet for fathers was written; evening visits were offered in one locality of four, and ended.",
    ),
    Write(
        after=12,
        section="criteria",
        answers={
            "criterion_improvements": "met",
            "criterion_improvements_grounds": (
                "The analysis shows that contact, records and counts are arranged round the mother, and that this "
                "was known in 2021."
            ),
            "criterion_recurrent_themes": "met",
            "criterion_recurrent_themes_grounds": (
                "Fathers not reached, and safer sleeping: review of 2021, audit of 2024."
            ),
            "criterion_working_together": "may_be_met",
            "criterion_working_together_grounds": (
                "Maternity and health visiting hand over by a form that belongs to nobody. Whether more than the "
                "form is at fault is not yet known."
            ),
            "criterion_panel_better_locally": "not_met",
            "criterion_panel_better_locally_grounds": "The Panel has not considered the case.",
            "criterion_single_agency": "not_met",
            "criterion_single_agency_grounds": "The same pattern stands in three services.",
            "criterion_no_agency": "not_met",
            "criterion_no_agency_grounds": "Universal services knew the family.",
            "criterion_several_areas": "not_met",
            "criterion_several_areas_grounds": "Norvale knew the half-brother only.",
            "criterion_institutional_setting": "not_met",
            "criterion_institutional_setting_grounds": "The child lived at home.",
        },
    ),
    Write(
        after=13,
        section="decision",
        answers={
            "outcome": "other_action",
            "rationale": (
                "Two criteria are met, and the reasons are understood. A local review would describe them again. "
                "What is not understood is why the learning of 2021 changed a leaflet and not a visit. To find that "
                "out is what helps the next baby."
            ),
            "who_decided": (
                "Dana Whitlock, director of children's services, Wessenmere Council\nSam Pritchard, detective "
                "superintendent, Wessen Valley Police\nJoan Achebe, chief nurse, NHS Wessenmere Integrated Care Board"
            ),
            "instead": (
                "Within three months the independent scrutineer checks what became of the recommendations of 2021 "
                "and of the audit of 2024: who owned them, what was done, what stopped. The two heads of service "
                "bring the handover form an owner and a field within six weeks. We shall know that it helped when, "
                "of 40 records six months from now, at least 36 name a second carer who was spoken to (3 in 2024)."
            ),
            "checks_earlier_learning": True,
            "check_of_learning": (
                "The learning on fathers and safer sleeping of 2021. Chidi Marsh, independent scrutineer, within "
                "three months."
            ),
            "national_relevance": True,
            "national_relevance_words": (
                "The form on which birth visits are counted nationally has one box for a family."
            ),
        },
    ),
    Add(
        after=13,
        kind="immediate_action",
        records=(
            {
                "what": "Supervised visits for Jonah agreed with both parents",
                "for_whom": "Jonah (6), half-brother",
                "owner": "Norvale children's social care, duty manager",
                "by_when": 1,
                "done_on": 1,
                "result": "Agreed; grandmother supervises.",
            },
            {
                "what": "Telephone the second carer of every baby under three months",
                "for_whom": "74 families",
                "owner": "Imogen Carrow, head of health visiting",
                "by_when": 14,
                "done_on": 10,
                "result": "61 reached; 13 by letter and second call.",
            },
            {
                "what": "Evening appointment for Ryan",
                "for_whom": "Ryan Tull",
                "owner": "Crisis team",
                "by_when": 3,
                "done_on": 2,
                "result": "Seen.",
            },
        ),
    ),
)

LINNET = ReviewStory(
    "wessenmere",
    41,
    (
        Ask(
            after=1,
            agencies={
                HEALTH: "Imogen Carrow",
                HOSPITAL: "Leila Frost",
                SURGERY: "Dr Anselm Roke",
                HOUSING: "Duty manager",
                ABUSE_SERVICE: "Duty manager",
            },
            due_after=8,
            note="Please say what you knew of the father as well as of the mother.",
        ),
        *SUMMARIES,
        Meet(
            after=12,
            called_after=2,
            purpose="What happened, why, and what next",
            people=PEOPLE,
            agenda=(
                "1. What we know of Linnet and her days\n2. The summaries: where they meet and where they differ\n3. "
                "Why, and why again\n4. Has this been learned before?\n5. Criteria and decision"
            ),
            notes=(
                "Each summary was read beforehand. Most of the time went to one question: why did the learning of "
                "2021 change a leaflet? Nobody in the room had been its owner. Imogen Carrow showed that evening "
                "visits ended in 2022 to meet a target for visits.\n\nSam Pritchard asked whether a local review "
                "would find more. The meeting thought that it would find the same, and that the unanswered question "
                "is one of follow-through."
            ),
            actions=(
                ("Find the minutes of 2021 that gave the recommendation an owner", "Bea Okafor", 3),
                ("Ask Ryan, with the bereavement midwife, what would have reached him", "Imogen Carrow", 20),
            ),
        ),
        *WRITTEN,
        Remark(
            after=11,
            section="analysis",
            by="Chidi",
            text="“Included” was the word in 2021 too. Can we say what has to be done, by whom?",
            reply_by="Bea",
            reply="Rewritten: the visit goes to whoever is awake with the baby.",
        ),
        Decide(after=14),
        Sign(
            after=14,
            partner="Wessenmere Council",
            by="Dana",
            words="The scrutineer's check is worth more than a second account of the same night.",
        ),
        Sign(after=15, partner="Wessen Valley Police", by="Sam"),
        Sign(
            after=16,
            partner="NHS Wessenmere Integrated Care Board",
            name="Joan Achebe",
            job_title="Chief nurse",
            how_given="By telephone, confirmed by email",
            words="Agreed, with the count in six months as the test.",
        ),
        Send(after=17),
        TellAgency(
            after=18,
            agency=HEALTH,
            words=(
                "Your summary shaped the decision: the partners check why the learning of 2021 was not put into "
                "practice, and the call to the second carer is to be counted from now on."
            ),
        ),
        PanelReplies(
            after=27,
            advice="agrees_no_review",
            words=(
                "The Panel agrees that a local review is not needed. Your review asks why, and why again, and your "
                "decision follows from it. To check what became of earlier learning is the better step "
                "here.\n\nPlease tell us in three months what the scrutineer found."
            ),
            quality=("RR11", "RR13", "RR21"),
            quality_words="The father is considered as a carer and not only as a risk. That is rare in what we read.",
        ),
    ),
)
