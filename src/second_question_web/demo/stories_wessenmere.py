"""Demo incidents of Wessenmere. Nobody in them exists. Pure data."""

from second_question_web.demo.story import Later, Person, Story, adult, child, sibling, weeks, years

AREA = "Z06000001"
HOME = {"home_local_authority": AREA}

STORIES = (
    Story(
        "wessenmere",
        "Bea",
        aware=9,
        incident=1,
        sent=2,
        answers={
            "nature": "serious_harm",
            "likely_cause": "physical_abuse",
            "reason": "in_area",
            "local_authority": AREA,
            "place_kind": "family_home",
            "place_description": "14 Harbour Court, second floor",
            "what_happened": (
                "Aster was brought to the emergency department by both parents, who said that she had been floppy since the "
                "morning feed. A scan showed bleeding round the brain and two healing rib fractures. The parents' account "
                "does not explain the injuries.\n\nPolice were called to a disturbance at the address five weeks before; no "
                "child was recorded as present. The health visitor's new birth visit was missed twice."
            ),
            "children_safe_now": True,
            "immediate_action": (
                "Aster is in hospital and only supervised contact is allowed. Rowan and Wren stay with their maternal "
                "grandmother under a written agreement; both had a child protection medical on the same day."
            ),
            "other_processes": ("criminal_investigation", "family_court"),
            "other_processes_details": "Detective Sergeant leads. The parents are not to be told of the second account.",
            "media_interest": "no",
            "domestic_abuse": True,
            "maternal_mental_ill_health": True,
            "paternal_mental_ill_health": False,
            "child_mental_ill_health": False,
            "parental_alcohol_misuse": False,
            "parental_drug_misuse": False,
            "neglect_underlying": False,
            "known_as_vulnerable": False,
            "criminal_exploitation_background": False,
        },
        unanswered={},
        children=(
            child(
                "Aster Penhallow",
                weeks(11),
                "female",
                "WBRI",
                "seriously_harmed",
                harms=("head_injury", "physical_injury"),
                harm_details="Subdural bleeding; two rib fractures of different ages. Stable; outlook not yet known.",
                child_in_need_plan_now=False,
                child_protection_plan_now=False,
                known_to_any_agency=True,
                known_to_agencies=(
                    "Wessenmere Community Health",
                    "Harbour Street Surgery",
                    "Wessenmere Hospitals NHS Trust",
                ),
                professionals="Health visitor, Wessenmere Community Health\nMidwife, Wessenmere Hospitals NHS Trust",
                education_status="under_school_age",
                address="14 Harbour Court, Wessenmere",
                **HOME,
            ),
            sibling(
                "Rowan Penhallow",
                years(3.4),
                "male",
                "WBRI",
                education_status="early_years",
                school="Little Anchors Nursery, Wessenmere",
                known_to_agencies=("Wessenmere Community Health",),
                **HOME,
            ),
            sibling(
                "Wren Sayle",
                years(7.8),
                "female",
                "MWBC",
                education_status="in_school",
                school="Quayside Primary School",
                **HOME,
            ),
        ),
        adults=(
            adult(
                "Morwenna Penhallow",
                "mother",
                years(27),
                lives_in_household=True,
                sex="female",
                role_in_incident="suspected",
            ),
            adult(
                "Callum Dray",
                "father",
                years(31),
                lives_in_household=True,
                sex="male",
                role_in_incident="suspected",
                relationship_details="Father of Aster; partner of Rowan's and Wren's mother for two years",
                vulnerabilities=("domestic_abuse_caused",),
            ),
            adult("Jennifer Penhallow", "grandparent", None, lives_in_household=False, role_in_incident="none"),
        ),
        later=(
            Later(0, "tell", body="police", how="telephone"),
            Later(1, "acknowledge"),
            Later(
                4,
                "amend",
                reason="The hospital's specialist has written: a third fracture, and the likely cause of the bleeding.",
                changes={
                    "child1.harm_details": "Subdural bleeding; three rib fractures of different ages. Out of intensive care."
                },
            ),
        ),
    ),
    Story(
        "wessenmere",
        "Bea",
        aware=3,
        incident=0,
        sent=None,
        answers={
            "nature": "serious_harm",
            "likely_cause": "criminal_exploitation",
            "reason": "in_area",
            "local_authority": AREA,
            "place_kind": "public_place",
            "place_description": "Underpass by the bus station",
            "what_happened": (
                "Jude was stabbed in the thigh by two older boys shortly after leaving a car that does not belong to anybody "
                "in his family. He has been missing from home four times since September."
            ),
        },
        children=(
            child(
                "Jude Mercer", years(15.3), "male", "MWBC", "seriously_harmed", harms=("stabbing_or_shooting",), **HOME
            ),
        ),
    ),
    Story(
        "wessenmere",
        "Bea",
        aware=41,
        incident=0,
        sent=4,
        answers={
            "nature": "death",
            "likely_cause": "sudden_unexpected_death_in_infancy",
            "reason": "in_area",
            "local_authority": AREA,
            "place_kind": "other_private_home",
            "place_description": "Flat 2, 40 Tannery Lane; sofa in the living room",
            "what_happened": (
                "Baby Linnet was found not breathing at seven in the morning on the sofa where her father had fallen asleep "
                "with her after a night shift and some beer. Safer sleeping had been talked through with the mother; nobody "
                "has a record of talking to the father."
            ),
            "children_safe_now": True,
            "immediate_action": "Visits of her half-brother are supervised. A bereavement midwife is in touch.",
            "other_processes": ("coroner", "child_death_review"),
            "media_interest": "no",
            "domestic_abuse": False,
            "parental_alcohol_misuse": True,
            "parental_drug_misuse": False,
            "neglect_underlying": False,
            "known_as_vulnerable": False,
        },
        unanswered={"maternal_mental_ill_health": "not_asked", "paternal_mental_ill_health": "not_asked"},
        children=(
            child(
                "Linnet Garrow",
                weeks(8),
                "female",
                "MWBC",
                "died",
                harms=("other",),
                child_in_need_plan_now=False,
                child_protection_plan_now=False,
                known_to_any_agency=True,
                known_to_agencies=("Wessenmere Community Health", "Harbour Street Surgery"),
                education_status="under_school_age",
                **HOME,
            ),
        ),
        adults=(
            adult("Kezia Garrow", "mother", years(19), lives_in_household=True, vulnerabilities=("young_parent",)),
            adult("Ryan Tull", "father", years(22), lives_in_household=False, vulnerabilities=("alcohol_misuse",)),
        ),
        later=(Later(1, "acknowledge"),),
    ),
    Story(
        "wessenmere",
        "Bea",
        aware=27,
        incident=2,
        sent=3,
        answers={
            "nature": "serious_harm",
            "likely_cause": "neglect",
            "reason": "in_area",
            "local_authority": AREA,
            "place_kind": "family_home",
            "what_happened": (
                "Four children were found alone in a flat without electricity after the youngest was seen at a window. All "
                "were underweight; Ivy has untreated burns. School had raised worries about hunger in three separate terms, "
                "each dealt with as a new matter."
            ),
            "children_safe_now": True,
            "immediate_action": "Police protection, then interim care orders. The children are placed together.",
            "other_processes": ("criminal_investigation", "family_court"),
            "media_interest": "expected",
            "media_details": "A neighbour has spoken to the local newspaper; no names so far.",
            "domestic_abuse": True,
            "maternal_mental_ill_health": True,
            "parental_alcohol_misuse": True,
            "parental_drug_misuse": True,
            "neglect_underlying": True,
            "known_as_vulnerable": True,
        },
        unanswered={"paternal_mental_ill_health": "not_known"},
        children=(
            child(
                "Ivy Sloane",
                years(6.1),
                "female",
                "WBRI",
                "seriously_harmed",
                harms=("neglect", "physical_injury"),
                looked_after_now=True,
                placement_type="foster_care",
                legal_status="interim_care_order",
                child_in_need_plan_before=True,
                child_protection_plan_before=True,
                known_to_any_agency=True,
                known_to_agencies=("Quayside Primary School", "Wessenmere Homes", "Wessenmere Community Health"),
                **HOME,
            ),
            sibling("Flint Sloane", years(9.6), "male", "WBRI", "seriously_harmed", harms=("neglect",), **HOME),
            sibling("Teal Sloane", years(4.2), "female", "WBRI", "seriously_harmed", harms=("neglect",), **HOME),
            sibling("Marlow Sloane", years(1.5), "male", "WBRI", "seriously_harmed", harms=("neglect",), **HOME),
        ),
        adults=(adult("Tanith Sloane", "mother", years(29), lives_in_household=True, role_in_incident="suspected"),),
        later=(
            Later(1, "acknowledge"),
            Later(
                8,
                "extend",
                reason="Housing and school records from a previous area reached us late; agreed with the Panel secretariat.",
                working_days=3,
            ),
        ),
    ),
    Story(
        "wessenmere",
        "Bea",
        aware=210,
        incident=0,
        sent=9,
        answers={
            "nature": "death",
            "likely_cause": "suicide",
            "reason": "in_area",
            "local_authority": AREA,
            "place_kind": "family_home",
            "what_happened": (
                "Robin was found dead at home by an older brother. Robin had told a teacher in March of feeling alone since "
                "telling friends about being transgender, and was waiting for a first appointment with mental health services."
            ),
            "children_safe_now": True,
            "immediate_action": "Support for the brother and for the year group at school.",
            "late_reason": "First treated as a child death without a safeguarding question; the letters were found later.",
            "other_processes": ("coroner", "child_death_review"),
            "media_interest": "no",
            "domestic_abuse": False,
            "child_mental_ill_health": True,
            "known_as_vulnerable": False,
            "neglect_underlying": False,
        },
        children=(
            child(
                "Robin Tregarth",
                years(14.7),
                "female",
                "WBRI",
                "died",
                harms=("self_harm",),
                gender_identity="transgender",
                education_status="in_school",
                school="Alder Lane Academy",
                known_to_any_agency=True,
                known_to_agencies=("Alder Lane Academy",),
                **HOME,
            ),
        ),
        adults=(adult("Hester Tregarth", "mother", years(44), lives_in_household=True, role_in_incident="none"),),
        later=(Later(2, "acknowledge"), Later(18, "review_sent")),
    ),
    Story(
        "wessenmere",
        "Bea",
        aware=560,
        incident=4200,
        sent=5,
        answers={
            "nature": "serious_harm",
            "likely_cause": "intra_familial_sexual_abuse",
            "reason": "in_area",
            "local_authority": AREA,
            "place_kind": "family_home",
            "what_happened": (
                "At seventeen, Sorrel told a youth worker of sexual abuse by a relative between the ages of five and eight. "
                "A referral from school at the time was closed after one visit."
            ),
            "children_safe_now": True,
            "immediate_action": "The relative has no contact with children; police have been told.",
            "other_processes": ("criminal_investigation",),
            "media_interest": "no",
            "known_as_vulnerable": True,
        },
        children=(
            child("Sorrel Vane", years(5.8), "female", "MOTH", "seriously_harmed", harms=("sexual_abuse",), **HOME),
        ),
        later=(Later(1, "acknowledge"), Later(18, "review_sent")),
    ),
    Story(
        "wessenmere",
        "Bea",
        aware=95,
        incident=1,
        sent=3,
        answers={
            "nature": "death",
            "likely_cause": "not_maltreatment_or_unclear",
            "reason": "looked_after_death",
            "local_authority": AREA,
            "place_kind": "hospital",
            "what_happened": (
                "Fern, who had a life-limiting condition and lived with long-term foster carers, died in hospital after a "
                "chest infection. Nothing suggests abuse or neglect."
            ),
            "children_safe_now": True,
            "other_processes": ("child_death_review",),
            "media_interest": "no",
            "known_as_vulnerable": True,
        },
        children=(
            child(
                "Fern Ashby",
                years(10.2),
                "female",
                "WBRI",
                "died",
                looked_after_now=True,
                placement_type="foster_care",
                legal_status="care_order",
                disabilities=("MOB", "COMM"),
                **HOME,
            ),
        ),
        later=(Later(2, "acknowledge"),),
    ),
    Story(
        "wessenmere",
        "Bea",
        aware=15,
        incident=1,
        sent=5,
        from_referral=True,
        answers={
            "nature": "serious_harm",
            "likely_cause": "physical_abuse",
            "reason": "in_area",
            "local_authority": AREA,
            "place_kind": "family_home",
            "what_happened": (
                "An ambulance crew found Sable, 34 weeks pregnant, with injuries that she says her partner caused. The "
                "placenta had begun to separate; the baby is expected to survive and to need intensive care."
            ),
            "children_safe_now": True,
            "immediate_action": "A pre-birth conference is called for this week. The partner is on bail with conditions.",
            "other_processes": ("criminal_investigation",),
            "media_interest": "no",
            "domestic_abuse": True,
            "maternal_mental_ill_health": False,
            "parental_drug_misuse": True,
            "known_as_vulnerable": True,
        },
        children=(
            Person(
                {
                    "birth_status": "unborn",
                    "known_as": "Baby Lorne",
                    "focus_child": True,
                    "outcome": "seriously_harmed",
                    "harms": ("physical_injury",),
                    "looked_after_now": False,
                    **HOME,
                },
                born=weeks(6),
                unanswered={"sex": "not_known", "ethnicity": "refused"},
            ),
        ),
        adults=(
            adult("Sable Lorne", "mother", years(24), lives_in_household=True, role_in_incident="harmed"),
            adult("Dean Karsk", "partner_of_parent", None, lives_in_household=True, role_in_incident="suspected"),
        ),
        later=(Later(1, "acknowledge"),),
    ),
)
