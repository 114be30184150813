"""The tasks of a notification about each adult or other person of the family and household. Pure data."""

from second_question.rules import notification_codes as codes
from second_question.rules.questions import Kind, Question, Section

ADULT_IDENTITY = Section(
    "adult_identity",
    "Who the person is",
    "adult",
    (
        Question(
            "full_name",
            "Full name",
            Kind.TEXT,
            required=True,
            may_be_unanswered=True,
            identifies=True,
            source="R2",
        ),
        Question("known_as", "Other names", Kind.TEXT, "Put a comma between them.", identifies=True, source="R2"),
        Question(
            "relationship",
            "Who is this person to the child?",
            Kind.CHOICE,
            options=codes.RELATIONSHIPS_OF_ADULTS,
            required=True,
            may_be_unanswered=True,
            source="R2",
        ),
        Question(
            "relationship_details",
            "More about the relationship",
            Kind.TEXT,
            "If it differs from child to child, for example “father of Rowan, step-father of Aster”.",
            identifies=True,
            source="R2",
        ),
        Question("date_of_birth", "Date of birth", Kind.DATE, may_be_unanswered=True, identifies=True, source="R2"),
        Question("sex", "Sex", Kind.CHOICE, options=codes.SEXES, may_be_unanswered=True, source="ours"),
        Question(
            "ethnicity",
            "Ethnicity",
            Kind.CHOICE,
            "As the person describes it.",
            options=codes.ETHNICITIES,
            may_be_unanswered=True,
            source="R2, R5",
        ),
    ),
    help="Parents and carers first, fathers and other men included; then anybody else who lives in the household or "
    "had a part in what happened. Children of the household are entered as children.",
)

ADULT_CIRCUMSTANCES = Section(
    "adult_circumstances",
    "Household and part in the incident",
    "adult",
    (
        Question(
            "lives_in_household",
            "Does this person live with the child?",
            Kind.YES_NO,
            may_be_unanswered=True,
            source="R2; handbook 2, section 13",
        ),
        Question("address", "Address", Kind.LONG_TEXT, "If different from the child's.", identifies=True, source="R2"),
        Question(
            "parental_responsibility",
            "Has parental responsibility?",
            Kind.YES_NO,
            may_be_unanswered=True,
            source="ours",
        ),
        Question(
            "role_in_incident",
            "What part did this person have in the incident?",
            Kind.CHOICE,
            "What is known today. It can be changed as enquiries go on.",
            options=codes.ROLES_IN_INCIDENT,
            may_be_unanswered=True,
            source="handbook 2, section 13",
        ),
        Question(
            "vulnerabilities",
            "What in this person's life matters here?",
            Kind.CHOICES,
            "Tick all that apply.",
            options=codes.VULNERABILITIES,
            may_be_unanswered=True,
            source="N3; ours",
        ),
    ),
)
