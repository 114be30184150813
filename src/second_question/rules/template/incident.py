"""Parts 3 to 5 of the template: the incident, immediate action, and the background (R1, R2, L15, A7). Pure data."""

from second_question.rules import notification_codes as shared
from second_question.rules.questions import Kind, Question, Section
from second_question.rules.template.building import choice, line, starred, written, yes_no

INCIDENT = Section(
    "incident",
    "The incident",
    "review",
    (
        Question(
            "incident_on", "Date of the incident", Kind.DATE, may_be_unanswered=True, identifies=True, source="N6"
        ),
        *starred(
            written(
                "what_happened",
                "What happened?",
                "When, where, and how you know. Facts, not explanations: those come in part 9.",
                source="R2",
            )
        ),
        *starred(choice("nature", "What kind of incident is it?", shared.NATURES, source="N3")),
        *starred(choice("likely_cause", "What is the likely cause?", shared.CAUSES, source="N4, N5")),
        written("who_was_present", "Who was present?", source="R2"),
        Question(
            "other_processes",
            "What else is running, or likely to?",
            Kind.CHOICES,
            "Tick all that apply.",
            options=shared.OTHER_PROCESSES,
            may_be_unanswered=True,
            source="L15",
        ),
        written(
            "other_processes_details",
            "More about these",
            "Who leads them, and what must not be disturbed.",
            source="L15",
        ),
    ),
)

CHILD_SAFETY = Section(
    "child_safety",
    "Is the child safe?",
    "child",
    (
        *starred(yes_no("safe_now", "Is this child safe now?", source="R2")),
        *starred(
            written(
                "safety_arrangements",
                "What keeps this child safe, and who sees to it?",
                "For a child who has died: what was done for the other children is written with each of them.",
                source="R2",
            )
        ),
    ),
    help="Every child concerned, brothers and sisters among them.",
)

IMMEDIATE_ACTION = Section(
    "immediate_action",
    "Immediate actions",
    "immediate_action",
    (
        line("what", "What is to be done?", required=True, source="R1"),
        line("for_whom", "For which child or person?", source="R1"),
        line("owner", "Who does it?", "Name or post, and agency.", required=True, source="R1"),
        Question("by_when", "By when?", Kind.DATE, source="R1"),
        Question("done_on", "Done on", Kind.DATE, "Leave empty until it is done.", source="R1"),
        line("result", "What came of it?", source="R1"),
    ),
)

SUPPORT = Section(
    "support",
    "Support, and what was done already",
    "review",
    (
        written("support_to_family", "Support to the family", source="handbook 3, section 1"),
        written("support_to_staff", "Support to staff", source="handbook 3, section 1"),
        written("actions_already_taken", "What has been changed or done already?", source="handbook 3, section 1"),
    ),
)

BACKGROUND = Section(
    "background",
    "Background",
    "review",
    (
        *starred(
            written(
                "context_before",
                "The context before the incident, briefly",
                "What a reader must know to follow the analysis. No chronology.",
                source="R2",
            )
        ),
        written("family_history", "Household and family history", source="R2"),
        written("earlier_involvement", "Earlier involvement of agencies", source="R2"),
        *starred(
            written(
                "daily_life_and_voice",
                "The child’s daily life and voice",
                "What was a day like for this child? What did the child say or show, to whom, and what was made of it?",
                source="A7",
            )
        ),
    ),
)
