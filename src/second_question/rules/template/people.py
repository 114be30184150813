"""Parts 1 and 2 of the template: who took part, and who the child and the family are (R2, R3, R5). Pure data."""

from second_question.rules import notification_codes as shared
from second_question.rules.questions import Kind, Question, Section, ShownWhen
from second_question.rules.template import codes
from second_question.rules.template.building import choice, line, starred, written, yes_no

PARTICIPANTS = Section(
    "participants",
    "Who took part",
    "participant",
    (
        line("name", "Name", required=True, source="R2"),
        line("job_title", "Job title", required=True, source="R2"),
        line("organisation", "Organisation", required=True, source="R2"),
        Question(
            "role_in_decision",
            "Role in the decision",
            Kind.CHOICE,
            options=codes.ROLES_IN_DECISION,
            required=True,
            source="R2",
        ),
    ),
    help="Everybody who took part in the review or its decision. On the screen, whoever attends a meeting is put here for you.",
)

AGENCIES = Section(
    "agencies",
    "Agencies involved",
    "agency",
    (
        line("organisation", "Agency", required=True, source="R2"),
        *starred(choice("involvement", "Did it know the child or family?", codes.INVOLVEMENT, source="R2")),
        line("involvement_details", "In what way, and when?", "A few words.", source="R2"),
    ),
    help="Also those that were asked and had no involvement. On the screen, those asked for a summary are put here for you.",
)

CHILD_IDENTITY = Section(
    "child_identity",
    "Who the child is",
    "child",
    (
        *starred(line("full_name", "Full name", source="R2")),
        line(
            "known_as", "Known as", "Other names, nicknames, or what you call a child who has no name yet.", source="R2"
        ),
        *starred(
            Question(
                "date_of_birth",
                "Date of birth, or the date on which the baby is expected",
                Kind.DATE,
                identifies=True,
                source="R2",
            )
        ),
        Question("date_of_death", "Date of death, if the child died", Kind.DATE, identifies=True, source="R2"),
        choice("sex", "Sex", shared.SEXES, source="R2"),
        choice("gender_identity", "Gender identity", shared.GENDER_IDENTITIES, source="N3"),
        *starred(
            choice("ethnicity", "Ethnicity", shared.ETHNICITIES, "As the child or family describes it.", source="R5")
        ),
        line("language_and_faith", "Language, faith and culture of the family", source="A6"),
        Question(
            "disabilities",
            "Disability",
            Kind.CHOICES,
            "Tick all that apply.",
            options=shared.DISABILITIES,
            may_be_unanswered=True,
            source="handbook 2, section 3.2",
        ),
    ),
)

CHILD_CARE = Section(
    "child_care",
    "Home, care and plans",
    "child",
    (
        written("address", "Home address", source="R2"),
        choice("legal_status", "Legal status", shared.LEGAL_STATUSES, source="R2"),
        line("plans_now", "Plans now", "For example child protection plan (neglect), since when.", source="R2"),
        line("plans_before", "Plans before", source="R2"),
        choice("placement", "Placement", shared.PLACEMENT_TYPES, "If looked after.", source="R2"),
        choice("education_status", "School, nursery or none", shared.EDUCATION_STATUSES, source="R2"),
        line("setting", "Which school or setting?", source="R2"),
        choice("who_has_care", "Who has care of the child?", codes.WHO_HAS_CARE, source="R2"),
        line("who_has_care_details", "More about who has care", source="R2"),
    ),
)

FAMILY_MEMBER = Section(
    "family_member",
    "Family and household",
    "family_member",
    (
        *starred(line("full_name", "Full name", source="R2")),
        *starred(choice("relationship", "Relationship to the child", shared.RELATIONSHIPS_OF_ADULTS, source="R2")),
        line("relationship_details", "More about the relationship", "If it differs from child to child.", source="R2"),
        Question("date_of_birth", "Date of birth", Kind.DATE, may_be_unanswered=True, identifies=True, source="R2"),
        *starred(choice("ethnicity", "Ethnicity", shared.ETHNICITIES, "As the person describes it.", source="R5")),
        yes_no("in_household", "Lives in the child’s household?", source="R2"),
        choice("contact", "Has contact with the child?", codes.YES_NO_PARTLY, source="R2"),
        Question(
            "contact_details",
            "What kind of contact?",
            Kind.LONG_TEXT,
            identifies=True,
            shown_when=ShownWhen("contact", ("yes", "partly")),
            source="A6",
        ),
        choice("role_in_incident", "Part in the incident", shared.ROLES_IN_INCIDENT, source="R2"),
    ),
    help="Fathers and other men included, whether or not they live with the child.",
)
