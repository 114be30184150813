"""Parts 10 and 11 of the template: what was learned, and what is decided on what grounds (L1 to L3, R9 to R11). Pure data."""

from second_question.rules.questions import Kind, Option, Question, Section, ShownWhen
from second_question.rules.template import codes
from second_question.rules.template.building import choice, starred, written, yes_no

A_REVIEW = ShownWhen("outcome", codes.REVIEW_FOLLOWS)
NO_REVIEW = ShownWhen("outcome", ("no_review", "other_action"))

LEARNING = Section(
    "learning",
    "Learning",
    "review",
    (
        *starred(written("immediate_learning", "What is learned already?", source="R2")),
        *starred(
            Question(
                "how_spread",
                "How will it be spread?",
                Kind.CHOICES,
                "More training is the routine answer. Choose what fits.",
                options=codes.WAYS_TO_SPREAD,
                source="R2, F6",
            )
        ),
        *starred(written("spread_to_whom", "To whom, by whom, and by when?", source="R2")),
        *starred(
            choice(
                "learned_before",
                "Has this been learned before?",
                codes.LEARNED_BEFORE,
                "Look into earlier reviews.",
                source="R11, F5",
            )
        ),
        written(
            "learned_before_words",
            "Where was it learned, and what became of it?",
            shown_when=ShownWhen("learned_before", ("yes_here", "yes_elsewhere")),
            source="R11",
        ),
        written("further_learning", "What more might be learned, and from whom?", source="R2"),
    ),
)


def weighed(criterion: Option, source: str) -> tuple[Question, ...]:
    """One criterion or circumstance: whether it is met, and on what grounds."""
    met = Question(f"criterion_{criterion.code}", criterion.label, Kind.CHOICE, options=codes.MET, source=source)
    grounds = Question(
        f"criterion_{criterion.code}_grounds",
        f"Grounds: {criterion.label[0].lower()}{criterion.label[1:]}",
        Kind.LONG_TEXT,
        "What in the analysis leads to this?",
        required=True,
        identifies=True,
        shown_when=ShownWhen(met.id, tuple(option.code for option in codes.MET)),
        source=source,
    )
    return (*starred(met), grounds)


CRITERIA = Section(
    "criteria",
    "Criteria and circumstances",
    "review",
    (
        *(question for criterion in codes.CRITERIA for question in weighed(criterion, "L1")),
        *(question for circumstance in codes.CIRCUMSTANCES for question in weighed(circumstance, "L1")),
    ),
    help="The first four are criteria to take into account, the others circumstances to have regard to. Meeting them does "
    "not oblige a review: the partners decide, and write down why.",
)

DECISION = Section(
    "decision",
    "The decision",
    "review",
    (
        Question(
            "outcome", "What do the partners decide?", Kind.CHOICE, options=codes.OUTCOMES, required=True, source="R2"
        ),
        *starred(written("rationale", "Why?", "It should follow from the analysis.", source="R9, R10")),
        *starred(
            written(
                "who_decided",
                "Which partners took the decision?",
                "Name, post and partner, one on each line.",
                source="R2",
            )
        ),
        Question("decided_on", "On which day?", Kind.DATE, required=True, source="R2"),
        Question(
            "key_questions",
            "Which key questions is the review to answer?",
            Kind.LONG_TEXT,
            "One on each line. They are carried into the local review.",
            required=True,
            identifies=True,
            shown_when=A_REVIEW,
            source="R10, L7",
        ),
        Question(
            "added_value",
            "What will it add to this rapid review?",
            Kind.LONG_TEXT,
            required=True,
            identifies=True,
            shown_when=A_REVIEW,
            source="R10",
        ),
        written(
            "suggested_method", "Which method do you suggest?", shown_when=A_REVIEW, source="handbook 3, section 1"
        ),
        Question(
            "local_label",
            "What do you call it locally?",
            Kind.TEXT,
            "Whatever its name or method, a further inquiry by several agencies is a local child safeguarding practice "
            "review, and is labelled and published as one.",
            identifies=True,
            source="L3",
        ),
        Question(
            "instead",
            "What happens instead?",
            Kind.LONG_TEXT,
            "Who does what by when, and how anybody will know that it helped.",
            required=True,
            identifies=True,
            shown_when=NO_REVIEW,
            source="handbook 3, section 1",
        ),
        yes_no(
            "checks_earlier_learning",
            "Will you check instead whether the earlier learning was put into practice?",
            "Where learning repeats that of earlier reviews, this can serve better than another review.",
            source="R11",
        ),
        written(
            "check_of_learning",
            "Which learning, who checks it, and by when?",
            shown_when=ShownWhen("checks_earlier_learning", ("yes",)),
            source="R11",
        ),
        yes_no("national_relevance", "May it be complex or of national importance?", source="P4"),
        written(
            "national_relevance_words",
            "In what way?",
            shown_when=ShownWhen("national_relevance", ("yes",)),
            source="P4",
        ),
    ),
)
