"""Demo incidents of Norvale and Hexdale. Nobody in them exists. Pure data."""

from second_question_web.demo.story import Later, Person, Story, adult, child, sibling, weeks, years

NORVALE, HEXDALE = "Z06000002", "Z06000003"

STORIES = (
    Story(
        "norvale",
        "Noor",
        aware=13,
        incident=0,
        sent=4,
        answers={
            "nature": "serious_harm",
            "likely_cause": "physical_abuse",
            "reason": "in_area",
            "local_authority": HEXDALE,
            "other_local_authorities": (NORVALE,),
            "place_kind": "foster_home",
            "what_happened": (
                "Kit, placed by Norvale with foster carers in Hexdale, told his teacher that the carer's adult son had burned "
                "his arm. Two earlier bruises had been explained by football. The agency's file and the authority's file each "
                "hold one of them."
            ),
            "children_safe_now": True,
            "immediate_action": "Kit and another child have moved. The fostering service has suspended the carers.",
            "other_processes": ("criminal_investigation", "allegation_against_adult", "ofsted"),
            "media_interest": "no",
            "domestic_abuse": False,
            "known_as_vulnerable": True,
            "neglect_underlying": True,
        },
        children=(
            child(
                "Kit Hallam",
                years(8.5),
                "male",
                "WROM",
                "seriously_harmed",
                harms=("physical_injury",),
                looked_after_now=True,
                placement_type="foster_care",
                legal_status="care_order",
                child_protection_plan_before=True,
                education_status="in_school",
                school="St Bede's Fold School",
                known_to_any_agency=True,
                known_to_agencies=("Fellside Fostering", "St Bede's Fold School"),
                home_local_authority=NORVALE,
            ),
            child(
                "Juno Pell",
                years(11.1),
                "female",
                "WBRI",
                "not_harmed",
                focus_child=False,
                relationship_to_focus_child="same_setting",
                looked_after_now=True,
                placement_type="foster_care",
                home_local_authority=HEXDALE,
            ),
        ),
        adults=(
            adult("Grant Oxley", "foster_carer", years(53), lives_in_household=True, role_in_incident="none"),
            adult("Liam Oxley", "household_member", years(23), lives_in_household=True, role_in_incident="suspected"),
        ),
        later=(Later(1, "acknowledge"), Later(2, "tell", body="ofsted", how="telephone")),
    ),
    Story(
        "norvale",
        "Noor",
        aware=33,
        incident=1,
        sent=5,
        answers={
            "nature": "serious_harm",
            "likely_cause": "physical_abuse",
            "reason": "in_area",
            "local_authority": NORVALE,
            "place_kind": "family_home",
            "what_happened": (
                "Seven-week-old Ottilie was admitted with a fractured skull. A bruise on her ear had been seen at the six-week "
                "check and put down to a toy. The procedure for bruises in babies who cannot yet move was not used."
            ),
            "children_safe_now": True,
            "immediate_action": "Interim supervision order; the father lives elsewhere.",
            "other_processes": ("criminal_investigation", "family_court"),
            "media_interest": "no",
            "domestic_abuse": False,
            "maternal_mental_ill_health": True,
            "known_as_vulnerable": False,
        },
        unanswered={"paternal_mental_ill_health": "not_asked"},
        children=(
            child(
                "Ottilie Brand",
                weeks(7),
                "female",
                "WBRI",
                "seriously_harmed",
                harms=("head_injury",),
                known_to_any_agency=True,
                known_to_agencies=("Northmoor University Hospitals NHS Trust",),
                home_local_authority=NORVALE,
            ),
        ),
        adults=(
            adult(
                "Petronella Brand", "mother", years(33), lives_in_household=True, vulnerabilities=("mental_ill_health",)
            ),
            adult("Marcus Brand", "father", years(35), lives_in_household=True, role_in_incident="suspected"),
        ),
        later=(
            Later(1, "acknowledge"),
            Later(
                12,
                "amend",
                reason="Ottilie died of her injuries this morning.",
                changes={
                    "incident.nature": "death",
                    "incident.likely_cause": "maltreatment_within_family",
                    "child1.outcome": "died",
                    "child1.date_of_death": 12,
                },
            ),
        ),
    ),
    Story(
        "norvale",
        "Noor",
        aware=150,
        incident=0,
        sent=3,
        answers={
            "nature": "serious_harm",
            "likely_cause": "child_sexual_exploitation",
            "reason": "in_area",
            "local_authority": HEXDALE,
            "place_kind": "several_places",
            "what_happened": (
                "Police found Saskia with three adults in a hotel. She had been reported missing eleven times in a year; return "
                "interviews were offered after four of them and held after one."
            ),
            "children_safe_now": True,
            "immediate_action": "Strategy meeting held; two other girls identified and seen.",
            "other_processes": ("criminal_investigation",),
            "media_interest": "yes",
            "media_details": "Regional radio reported the arrests without details of the girls.",
            "known_as_vulnerable": True,
            "child_mental_ill_health": True,
            "criminal_exploitation_background": True,
        },
        children=(
            child(
                "Saskia Moor",
                years(15.8),
                "female",
                "WOTH",
                "seriously_harmed",
                harms=("sexual_exploitation",),
                child_in_need_plan_now=True,
                education_status="alternative_provision",
                known_to_any_agency=True,
                known_to_agencies=("Northmoor Mental Health NHS Trust", "Hexdale College"),
                home_local_authority=HEXDALE,
            ),
        ),
        later=(Later(1, "acknowledge"), Later(15, "review_sent")),
    ),
    Story(
        "norvale",
        "Noor",
        aware=400,
        incident=0,
        sent=2,
        answers={
            "nature": "death",
            "likely_cause": "related_to_maltreatment",
            "reason": "in_area",
            "local_authority": NORVALE,
            "place_kind": "hospital",
            "what_happened": (
                "Ellis died of complications of diabetes. Eight of eleven clinic appointments in the year before had been "
                "missed; each was recorded as “did not attend” and followed by a letter to the home."
            ),
            "children_safe_now": True,
            "other_processes": ("coroner", "nhs_patient_safety", "child_death_review"),
            "media_interest": "no",
            "neglect_underlying": True,
            "known_as_vulnerable": True,
        },
        children=(
            child(
                "Ellis Crane",
                years(12.4),
                "male",
                "BCRB",
                "died",
                harms=("neglect",),
                disabilities=("DDA",),
                education_status="home_educated",
                known_to_any_agency=True,
                known_to_agencies=("Northmoor University Hospitals NHS Trust",),
                home_local_authority=NORVALE,
            ),
        ),
        adults=(adult("Verity Crane", "mother", years(39), lives_in_household=True),),
        later=(
            Later(1, "acknowledge"),
            Later(26, "review_sent", reason="The hospital's chronology came two days late."),
        ),
    ),
    Story(
        "norvale",
        "Noor",
        aware=22,
        incident=0,
        sent=1,
        answers={
            "nature": "serious_harm",
            "likely_cause": "neglect",
            "reason": "in_area",
            "local_authority": NORVALE,
            "place_kind": "family_home",
            "what_happened": "A two-year-old was resuscitated after, it was thought, swallowing methadone left within reach.",
            "children_safe_now": True,
            "other_processes": ("criminal_investigation",),
            "media_interest": "no",
            "parental_drug_misuse": True,
            "known_as_vulnerable": True,
        },
        children=(
            child("Bran Holloway", years(2.2), "male", "WBRI", "seriously_harmed", harms=("overdose_or_poisoning",)),
        ),
        later=(
            Later(1, "acknowledge"),
            Later(
                6,
                "withdraw",
                reason=(
                    "Toxicology shows no methadone; the child had a seizure from an illness. All three partners agree that the "
                    "criteria are not met."
                ),
            ),
        ),
    ),
    Story(
        "norvale",
        "Noor",
        aware=1,
        incident=0,
        sent=None,
        answers={
            "nature": "death",
            "likely_cause": "sudden_unexpected_death_in_infancy",
            "reason": "in_area",
            "local_authority": HEXDALE,
            "place_kind": "family_home",
            "what_happened": "A baby, two days old and not yet named, was found dead in the parents' bed this morning.",
        },
        children=(
            Person(
                {
                    "birth_status": "unnamed",
                    "known_as": "Baby Thorne",
                    "focus_child": True,
                    "outcome": "died",
                    "sex": "male",
                    "looked_after_now": False,
                },
                born=2,
                unanswered={"ethnicity": "not_asked"},
            ),
        ),
    ),
    Story(
        "norvale",
        "Noor",
        aware=900,
        incident=1,
        sent=4,
        answers={
            "nature": "serious_harm",
            "likely_cause": "emotional_abuse",
            "reason": "in_area",
            "local_authority": HEXDALE,
            "place_kind": "hospital",
            "what_happened": (
                "Over two years Mabel had nine admissions for symptoms that nobody but her mother saw. Tests stopped when a new "
                "consultant read all the notes together."
            ),
            "children_safe_now": True,
            "other_processes": ("criminal_investigation", "family_court", "nhs_patient_safety"),
            "media_interest": "no",
            "maternal_mental_ill_health": True,
            "known_as_vulnerable": False,
        },
        children=(
            child(
                "Mabel Fenn",
                years(4.9),
                "female",
                "WBRI",
                "seriously_harmed",
                harms=("fabricated_or_induced_illness",),
                known_to_any_agency=True,
                home_local_authority=HEXDALE,
            ),
            sibling("Ned Fenn", years(2.1), "male", "WBRI", home_local_authority=HEXDALE),
        ),
        later=(Later(1, "acknowledge"), Later(15, "review_sent")),
    ),
)
