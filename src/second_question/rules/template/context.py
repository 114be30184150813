"""Part 7 of the template: what surrounded the child, to tick and describe (R3, R12, N3). Pure data."""

from second_question.rules.questions import Option, Question, Section, ShownWhen
from second_question.rules.template.building import written, yes_no

TOPICS = (
    Option("domestic_abuse", "Domestic abuse, known or suspected"),
    Option("mother_mental_health", "Mental ill-health of the mother"),
    Option("father_mental_health", "Mental ill-health of the father"),
    Option("carer_mental_health", "Mental ill-health of another carer"),
    Option("child_mental_health", "Mental ill-health of the child"),
    Option("parental_alcohol", "Alcohol misuse by a parent or carer"),
    Option("parental_drugs", "Drug misuse by a parent or carer"),
    Option("neglect", "Neglect"),
    Option("exploitation", "Exploitation, criminal or sexual"),
    Option("missing_education", "Missing from education, or often absent"),
    Option("home_education", "Education at home"),
    Option("poverty_and_housing", "Poverty, debt, moves or poor housing"),
    Option(
        "identity_and_inequality",
        "Identity, racism or other inequality",
        "How may these have affected the family’s experience, and how well they were served?",
    ),
)


def asked_about(topic: Option, source: str) -> tuple[Question, Question]:
    """Whether a topic mattered, and how."""
    tick = yes_no(f"context_{topic.code}", topic.label, topic.hint, source=source)
    words = written(
        f"context_{topic.code}_words",
        f"{topic.label}: how did it matter?",
        shown_when=ShownWhen(tick.id, ("yes",)),
        source=source,
    )
    return tick, words


CONTEXT = Section(
    "context",
    "Context",
    "review",
    tuple(question for topic in TOPICS for question in asked_about(topic, "R3")),
    help="Tick what was there or suspected, and describe it in the words of this family. “Not known” is an answer, and "
    "so is “not asked”.",
)
