"""Parts 8 and 9 of the template: pathways, and why things happened as they did (W1 to W3, F1, A6). Pure data."""

from second_question.rules.questions import Kind, Question, Section
from second_question.rules.template import codes
from second_question.rules.template.building import line, written

WHAT = Question("what_happened", "What happened?", Kind.LONG_TEXT, required=True, identifies=True, source="F1")

MOMENT = Section(
    "moment",
    "Pathways to harm, pathways to protection",
    "moment",
    (
        line(
            "title",
            "In a few words",
            "As it is to stand in the picture, for example “Referral not accepted”.",
            required=True,
            source="W1",
        ),
        Question("on", "When?", Kind.DATE, "For older history a rough date will do.", identifies=True, source="W2"),
        Question("stage", "Stage", Kind.CHOICE, options=codes.STAGES, required=True, source="W1"),
        Question("lens", "Whose moment is it?", Kind.CHOICE, options=codes.LENSES, required=True, source="W2"),
        Question("time", "Recent or history?", Kind.CHOICE, options=codes.TIMES, required=True, source="W2"),
        Question(
            "direction",
            "In which direction did it move the child?",
            Kind.CHOICE,
            options=codes.DIRECTIONS,
            required=True,
            source="W1",
        ),
        WHAT,
        written("why", "Why?", "What was the pathway for that practitioner, that agency, that family?", source="W3"),
        written("why_again", "And why was that?", "Go on until a reason in the system is reached.", source="F1"),
    ),
    help="Each moment can have moved the child towards harm or towards protection.",
)

EPISODE = Section(
    "episode",
    "Key practice episodes",
    "episode",
    (
        line("title", "What shall we call it?", required=True, source="R2"),
        Question("on", "When?", Kind.DATE, identifies=True, source="R2"),
        WHAT,
        written("why", "Why did it happen so?", "For the family, the practitioners, the agencies.", source="F1"),
        written("why_again", "And why was that?", source="F1"),
        written(
            "in_the_system",
            "What in the system made it likely?",
            "Workload, rules, tools, culture, other agencies.",
            source="F1, L10",
        ),
    ),
    help="Ask the second question of each: not only what happened, but why, until a reason in the system is reached.",
)

ANALYSIS = Section(
    "analysis",
    "Analysis",
    "review",
    (
        written(
            "fathers_and_other_men",
            "Fathers and other men",
            "What was known of them, as a risk and as a protection? Who asked?",
            source="A6",
        ),
        written(
            "culture_and_identity",
            "Culture, identity and inequality",
            "Whether and how they were considered, and by whom.",
            source="A6",
        ),
        written("what_worked", "What worked, and why?", source="handbook 3, section 1"),
        written(
            "analysis_summary",
            "What does all of it add up to?",
            "The conclusion of part 11 should follow from here.",
            source="R9",
        ),
    ),
)
