"""Part 6 of the template: what one agency contributes, short and analytical (R3; handbook 2, section 3.5). Pure data."""

from second_question.rules.questions import Kind, Question, Section
from second_question.rules.template.building import line, written

AGENCY_SUMMARY = Section(
    "agency_summary",
    "Agency summary",
    "agency_summary",
    (
        Question(
            "involvement",
            "What was your agency’s involvement?",
            Kind.LONG_TEXT,
            "Whom you knew, from when to when, and what for. A paragraph is enough; no diary of contacts.",
            required=True,
            identifies=True,
            source="R3",
        ),
        Question(
            "analysis",
            "Looking back, what stands out, and why did it happen so?",
            Kind.LONG_TEXT,
            "What made sense to the people who did it then? What in the system around them made it likely?",
            required=True,
            identifies=True,
            source="R3, F1",
        ),
        written(
            "child_as_known",
            "The child as your agency knew the child",
            "Daily life, wishes and feelings, identity and culture.",
            source="A7",
        ),
        written("good_practice", "What went well, and what made that possible?", source="R3"),
        written("concerns", "What concerns you?", source="R3"),
        written("learning", "What has your agency learned?", source="R3"),
        written("actions_taken", "What has it done about it already?", "What, who, when.", source="R3"),
    ),
)

AGENCY_EPISODE = Section(
    "agency_episode",
    "Key practice episode",
    "agency_episode",
    (
        line("title", "What shall we call it?", "For example “The visit of 3 March”.", required=True, source="R3"),
        Question("on", "When?", Kind.DATE, "The day on which it began is enough.", identifies=True, source="R3"),
        Question(
            "what_happened",
            "What happened?",
            Kind.LONG_TEXT,
            required=True,
            identifies=True,
            source="handbook 2, section 3.2",
        ),
        written("why", "Why did it happen so?", "For the family, for the practitioner, for the agency.", source="F1"),
        written("why_again", "And why was that?", "Go on until you reach a reason in the system.", source="F1, W3"),
    ),
    help="A stretch of practice that mattered, for better or worse. One to three are enough.",
)
