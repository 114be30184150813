"""The answers that a notification offers: what is stored and exported, and the words a person reads.

Pure data. Codes are written into exports and never change meaning; a code that falls out of use stays, so that old
records can still be read.
"""

from second_question.rules.questions import Option, Unanswered

DEATH_CAUSE = "Causes of death"
HARM_CAUSE = "Causes of serious harm or another incident"

# N3; "other" is mostly a child who harmed another and was themselves abused or neglected (handbook 2, section 2.2).
NATURES = (
    Option("death", "A child died"),
    Option("serious_harm", "A child was seriously harmed"),
    Option(
        "other", "Another incident", "For example a child harmed another child and may have been abused or neglected"
    ),
)

# Children Act 2004 s.16C(1); looked-after children and care leavers: handbook 2, section 1.1.
REASONS = (
    Option("in_area", "A child died or was seriously harmed in our area, and abuse or neglect is known or suspected"),
    Option(
        "outside_england",
        "A child who normally lives in our area died or was seriously harmed outside England, "
        "and abuse or neglect is known or suspected",
    ),
    Option("looked_after_death", "A looked-after child died, and abuse or neglect is not suspected"),
    Option("care_leaver_death", "A care leaver aged 24 or under died"),
)

# These go to the Department for Education and Ofsted; no rapid review follows (handbook 2, section 1.1).
REASONS_WITHOUT_RAPID_REVIEW = frozenset({"looked_after_death", "care_leaver_death"})

# N4 for a death, N5 for serious harm and other incidents.
CAUSES = (
    Option("sudden_unexpected_death_in_infancy", "Sudden unexpected death in infancy", group=DEATH_CAUSE),
    Option("suicide", "Suicide", group=DEATH_CAUSE),
    Option("maltreatment_within_family", "Maltreatment within the family", group=DEATH_CAUSE),
    Option("related_to_maltreatment", "Related to maltreatment, but not directly caused by it", group=DEATH_CAUSE),
    Option("extra_familial_assault", "Assault or homicide by somebody outside the family", group=DEATH_CAUSE),
    Option("not_maltreatment_or_unclear", "Not related to maltreatment, or cause unclear", group=DEATH_CAUSE),
    Option("physical_abuse", "Physical abuse", group=HARM_CAUSE),
    Option("neglect", "Neglect", group=HARM_CAUSE),
    Option("intra_familial_sexual_abuse", "Sexual abuse within the family", group=HARM_CAUSE),
    Option("extra_familial_sexual_abuse", "Sexual abuse outside the family", group=HARM_CAUSE),
    Option("child_sexual_exploitation", "Child sexual exploitation", group=HARM_CAUSE),
    Option("emotional_abuse", "Emotional abuse", group=HARM_CAUSE),
    Option("criminal_exploitation", "Criminal exploitation", group=HARM_CAUSE),
    Option("risk_taking_or_violent_behaviour", "Risk-taking or violent behaviour", group=HARM_CAUSE),
    Option("young_person_as_perpetrator", "The young person harmed somebody else", group=HARM_CAUSE),
    Option("other", "Another cause", group=HARM_CAUSE),
)

# N3, and for the last N5 (the background of risk-taking or violent behaviour). Each is a question of its own.
FEATURES = (
    Option("domestic_abuse", "Domestic abuse", "Seen, heard or suffered by the child, or in the family's past"),
    Option("maternal_mental_ill_health", "Mother's mental ill-health"),
    Option("paternal_mental_ill_health", "Father's mental ill-health", "Or that of a man in the father's place"),
    Option("child_mental_ill_health", "Child's mental ill-health"),
    Option("parental_alcohol_misuse", "A parent or carer misuses alcohol"),
    Option("parental_drug_misuse", "A parent or carer misuses drugs"),
    Option("neglect_underlying", "Neglect in the background", "Whether or not it caused this incident"),
    Option("known_as_vulnerable", "Child already known to be vulnerable", "Known to the child protection system"),
    Option(
        "criminal_exploitation_background",
        "Criminal exploitation, gangs or county lines in the background",
        "Whether or not it caused this incident",
    ),
)

PLACE_KINDS = (
    Option("family_home", "The child's home"),
    Option("other_private_home", "Another private home"),
    Option("foster_home", "A foster home"),
    Option("residential_home", "A residential children's home", "Includes residential schools"),
    Option("supported_accommodation", "Supported accommodation or lodgings"),
    Option("hospital", "A hospital", "Includes mother and baby units"),
    Option("school_or_early_years", "A school, college, nursery or childminder"),
    Option("custody", "Custody or a secure home"),
    Option("public_place", "A public place", "Includes roads, parks and public transport"),
    Option("online", "Online"),
    Option("several_places", "Several places"),
    Option("other", "Somewhere else"),
)

# L15; handbook 2, section 4.7; the rest is ours.
OTHER_PROCESSES = (
    Option("criminal_investigation", "Criminal investigation or proceedings"),
    Option("coroner", "Coroner's investigation or inquest"),
    Option("family_court", "Family court proceedings"),
    Option("child_death_review", "Child death review"),
    Option("nhs_patient_safety", "NHS patient safety investigation"),
    Option("allegation_against_adult", "Allegation against somebody who works with children", "Employer or LADO"),
    Option("ofsted", "Ofsted enquiry into a setting"),
    Option("care_quality_commission", "Care Quality Commission enquiry"),
    Option("police_conduct", "Police complaint or conduct investigation"),
    Option("youth_justice", "Youth justice serious incident review"),
    Option("prison_and_probation", "Probation or prison investigation"),
    Option(
        "domestic_abuse_death_review", "Domestic homicide review", "Also called domestic abuse related death review"
    ),
    Option("safeguarding_adult_review", "Safeguarding adult review"),
    Option("mappa_review", "MAPPA serious case review"),
    Option("other", "Another process"),
    Option("none", "None that we know of"),
)

MEDIA_INTEREST = (
    Option("yes", "Yes, already"),
    Option("expected", "Not yet, but expected"),
    Option("no", "No"),
)

BIRTH_STATUSES = (
    Option("named", "Born, and has a name"),
    Option("unnamed", "Born, and has no name yet"),
    Option("unborn", "Not yet born"),
)

OUTCOMES = (
    Option("died", "The child died"),
    Option("seriously_harmed", "The child was seriously harmed"),
    Option("caused_harm", "The child harmed somebody else"),
    Option("not_harmed", "The child was not seriously harmed", "For example a brother or sister who lives there too"),
)

SEXES = (Option("female", "Female"), Option("male", "Male"))

# N3 counts transgender children; the other answers are ours.
GENDER_IDENTITIES = (
    Option("same_as_sex", "The same as the sex recorded at birth"),
    Option("transgender", "Transgender"),
    Option("another", "Another gender", "For example non-binary"),
)

# The codes of the Department for Education's children in need census, without REFU and NOBT: see below.
ETHNICITIES = (
    Option("WBRI", "White British", group="White"),
    Option("WIRI", "White Irish", group="White"),
    Option("WIRT", "Traveller of Irish heritage", group="White"),
    Option("WROM", "Gypsy or Roma", group="White"),
    Option("WOTH", "Any other White background", group="White"),
    Option("MWBC", "White and Black Caribbean", group="Mixed"),
    Option("MWBA", "White and Black African", group="Mixed"),
    Option("MWAS", "White and Asian", group="Mixed"),
    Option("MOTH", "Any other mixed background", group="Mixed"),
    Option("AIND", "Indian", group="Asian or Asian British"),
    Option("APKN", "Pakistani", group="Asian or Asian British"),
    Option("ABAN", "Bangladeshi", group="Asian or Asian British"),
    Option("CHNE", "Chinese", group="Asian or Asian British"),
    Option("AOTH", "Any other Asian background", group="Asian or Asian British"),
    Option("BCRB", "Caribbean", group="Black or Black British"),
    Option("BAFR", "African", group="Black or Black British"),
    Option("BOTH", "Any other Black background", group="Black or Black British"),
    Option("OOTH", "Any other ethnic group", group="Other ethnic groups"),
)

# The census's two codes for "no answer", as our reasons. NOBT ("information not yet obtained") does not say whether
# anybody asked, so it is read as the reason that claims least.
ETHNICITY_UNANSWERED = {"REFU": Unanswered.REFUSED, "NOBT": Unanswered.NOT_KNOWN}

# Children in need census. NONE stands alone.
DISABILITIES = (
    Option("NONE", "No disability"),
    Option("MOB", "Mobility", "Getting about the house and beyond"),
    Option("HAND", "Hand function", "Holding and touching"),
    Option("PC", "Personal care", "For example eating, washing, dressing"),
    Option("INC", "Incontinence"),
    Option("COMM", "Communication", "Speaking, or understanding others"),
    Option("LD", "Learning", "Includes special educational needs"),
    Option("HEAR", "Hearing"),
    Option("VIS", "Vision"),
    Option("BEH", "Behaviour", "Includes attention deficit hyperactivity disorder (ADHD)"),
    Option("CON", "Consciousness", "Seizures"),
    Option("AUT", "Autism", "Diagnosed by a doctor or another qualified practitioner"),
    Option("DDA", "Another disability"),
)

EDUCATION_STATUSES = (
    Option("under_school_age", "Under school age"),
    Option("early_years", "In nursery or with a childminder"),
    Option("in_school", "In school"),
    Option("special_school", "In a special school"),
    Option("alternative_provision", "In alternative provision"),
    Option("in_college_or_training", "In college, an apprenticeship or training"),
    Option("home_educated", "Educated at home"),
    Option("excluded", "Excluded, with no place yet"),
    Option("missing_education", "Missing education", "On no school's roll and not educated otherwise"),
    Option("not_in_education", "Over school age and not in education or training"),
)

# Words of the Children Act 1989; the looked-after return has a code for most of them.
LEGAL_STATUSES = (
    Option("none", "No order"),
    Option("accommodated", "Accommodated by agreement", "Children Act 1989, section 20"),
    Option("interim_care_order", "Interim care order"),
    Option("care_order", "Care order"),
    Option("placement_order", "Placement order"),
    Option("supervision_order", "Supervision order", "Includes an interim one"),
    Option("emergency_protection_order", "Emergency protection order"),
    Option("police_protection", "Police protection"),
    Option("special_guardianship_order", "Special guardianship order"),
    Option("child_arrangements_order", "Child arrangements order"),
    Option("secure_accommodation_order", "Secure accommodation order"),
    Option("remand_or_custody", "On remand or serving a custodial sentence"),
    Option("adopted", "Adopted"),
    Option("deprivation_of_liberty", "Deprivation of liberty authorised by the High Court"),
    Option("other", "Another order or status"),
)

# Children in need census: the category of abuse of a child protection plan.
CHILD_PROTECTION_CATEGORIES = (
    Option("NEG", "Neglect"),
    Option("PHY", "Physical abuse"),
    Option("SAB", "Sexual abuse"),
    Option("EMO", "Emotional abuse"),
    Option("MUL", "More than one"),
)

# Terms of the official statistics where known (handbook 2, section 1.3); the rest is ours.
PLACEMENT_TYPES = (
    Option("foster_care", "Foster care"),
    Option("kinship_foster_care", "Foster care with relatives or friends"),
    Option("with_parents", "With parents", "Under a care order"),
    Option("placed_for_adoption", "Placed for adoption"),
    Option("residential_home", "Residential children's home", "Includes residential schools"),
    Option("secure_home", "Secure children's home"),
    Option("hospital", "Hospital", "Includes mother and baby units"),
    Option("supported_accommodation", "Supported accommodation or lodgings"),
    Option("custody", "Young offender institution or secure training centre"),
    Option("other", "Another placement"),
)

HARMS = (
    Option("physical_injury", "Physical injury"),
    Option("head_injury", "Head injury"),
    Option("neglect", "Effects of neglect", "Includes malnutrition, untreated illness and accidents"),
    Option("sexual_abuse", "Sexual abuse"),
    Option("sexual_exploitation", "Sexual exploitation"),
    Option("criminal_exploitation", "Criminal exploitation"),
    Option("emotional_harm", "Emotional or psychological harm"),
    Option("self_harm", "Self-harm or attempted suicide"),
    Option("overdose_or_poisoning", "Overdose or poisoning"),
    Option("stabbing_or_shooting", "Stabbing or shooting"),
    Option("drowning_fire_or_fall", "Drowning, fire, burn or fall"),
    Option("fabricated_or_induced_illness", "Fabricated or induced illness"),
    Option("harmful_practice", "Female genital mutilation or another harmful practice"),
    Option("other", "Another harm"),
)

RELATIONSHIPS_TO_FOCUS_CHILD = (
    Option("sibling", "Brother or sister", "Includes half and step brothers and sisters"),
    Option("same_household", "Lives in the same household"),
    Option("other_relative", "Another relative"),
    Option("own_child", "Their own child"),
    Option("parent", "Their mother or father"),
    Option("girlfriend_or_boyfriend", "Girlfriend or boyfriend"),
    Option("friend_or_peer", "Friend, peer or acquaintance"),
    Option("same_setting", "Same placement, school or other setting"),
    Option("not_related", "Not connected before the incident"),
    Option("other", "Another relationship"),
)

RELATIONSHIPS_OF_ADULTS = (
    Option("mother", "Mother"),
    Option("father", "Father"),
    Option("step_parent", "Step-parent"),
    Option("partner_of_parent", "A parent's partner", "Now or in the past"),
    Option("adoptive_parent", "Adoptive parent"),
    Option("special_guardian", "Special guardian"),
    Option("foster_carer", "Foster carer"),
    Option("grandparent", "Grandparent"),
    Option("adult_sibling", "Adult brother or sister"),
    Option("other_relative", "Another relative"),
    Option("household_member", "Lives or stays in the household, and is not a relative"),
    Option("family_friend", "Friend of the family, or neighbour"),
    Option("person_in_position_of_trust", "Works or volunteers with children"),
    Option("young_person", "Another young person"),
    Option("stranger", "Not known to the family before"),
    Option("other", "Another relationship"),
)

ROLES_IN_INCIDENT = (
    Option("none", "None"),
    Option("present", "Was there, and is not suspected"),
    Option("harmed", "Was harmed too"),
    Option("suspected", "Suspected of causing or allowing the harm"),
    Option("charged", "Charged"),
    Option("convicted", "Convicted"),
    Option("cleared", "Was suspected, and has been cleared"),
)

VULNERABILITIES = (
    Option("domestic_abuse_suffered", "Has suffered domestic abuse"),
    Option("domestic_abuse_caused", "Has caused domestic abuse"),
    Option("mental_ill_health", "Mental ill-health"),
    Option("alcohol_misuse", "Alcohol misuse"),
    Option("drug_misuse", "Drug misuse"),
    Option("learning_disability", "Learning disability or difficulty"),
    Option("physical_disability_or_illness", "Physical disability or illness"),
    Option("care_experienced", "Was in care as a child"),
    Option("young_parent", "Became a parent while still a child"),
    Option("own_abuse_in_childhood", "Was abused or neglected as a child"),
    Option("homeless_or_poorly_housed", "Homeless or poorly housed"),
    Option("no_recourse_to_public_funds", "Uncertain immigration status, or no recourse to public funds"),
    Option("other", "Something else"),
    Option("none", "None that we know of"),
)

# Answers that exclude every other answer to the same question.
ANSWERS_THAT_STAND_ALONE = frozenset({"none", "NONE"})


def causes_for(nature: str) -> tuple[Option, ...]:
    """The likely causes that fit a nature (N4 for a death, N5 otherwise)."""
    group = DEATH_CAUSE if nature == "death" else HARM_CAUSE
    return tuple(cause for cause in CAUSES if cause.group == group)
