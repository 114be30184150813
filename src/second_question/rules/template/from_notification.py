"""Which answers of a notification a rapid review begins with, so that nobody types them twice."""

# Kind of record in the review -> (kind of record in the notification, {question of the review: question there}).
TAKEN_OVER: dict[str, tuple[str, dict[str, str]]] = {
    "review": (
        "incident",
        {
            "incident_on": "incident_on",
            "what_happened": "what_happened",
            "nature": "nature",
            "likely_cause": "likely_cause",
            "other_processes": "other_processes",
            "other_processes_details": "other_processes_details",
            "context_domestic_abuse": "domestic_abuse",
            "context_mother_mental_health": "maternal_mental_ill_health",
            "context_father_mental_health": "paternal_mental_ill_health",
            "context_child_mental_health": "child_mental_ill_health",
            "context_parental_alcohol": "parental_alcohol_misuse",
            "context_parental_drugs": "parental_drug_misuse",
            "context_neglect": "neglect_underlying",
        },
    ),
    "child": (
        "child",
        {
            "full_name": "full_name",
            "known_as": "known_as",
            "date_of_birth": "date_of_birth",
            "date_of_death": "date_of_death",
            "sex": "sex",
            "gender_identity": "gender_identity",
            "ethnicity": "ethnicity",
            "disabilities": "disabilities",
            "legal_status": "legal_status",
            "placement": "placement_type",
            "education_status": "education_status",
            "setting": "school",
        },
    ),
    "family_member": (
        "adult",
        {
            "full_name": "full_name",
            "relationship": "relationship",
            "relationship_details": "relationship_details",
            "date_of_birth": "date_of_birth",
            "ethnicity": "ethnicity",
            "in_household": "lives_in_household",
            "role_in_incident": "role_in_incident",
        },
    ),
}
