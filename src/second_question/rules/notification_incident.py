"""The tasks of a notification that are about the incident itself. Pure data."""

from second_question.rules import notification_codes as codes
from second_question.rules.questions import Kind, Question, Section, ShownWhen

WHEN = Section(
    "when",
    "When it happened",
    "incident",
    (
        Question(
            "incident_on",
            "When did the incident happen?",
            Kind.DATE,
            "If it went on for some time, give the day on which it came to a head. It may be years ago.",
            required=True,
            may_be_unanswered=True,
            source="N6",
        ),
        Question(
            "incident_period",
            "About when was it?",
            Kind.TEXT,
            "For example “between Easter and the end of May 2026”.",
            shown_when=ShownWhen("incident_on", ("not_known", "not_asked", "refused")),
            source="ours",
        ),
        Question("incident_time", "What time was it?", Kind.TIME, "If known.", source="handbook 2, section 1.3"),
        Question(
            "aware_on",
            "When did your local authority become aware of it?",
            Kind.DATE,
            "The five working days for notifying are counted from this day.",
            required=True,
            source="N1; handbook 2, section 1.1",
        ),
        Question(
            "partners_informed_on",
            "When were the safeguarding partners told?",
            Kind.DATE,
            "Health and police of your area. They should hear within the same five working days.",
            source="handbook 2, section 1.1",
        ),
        Question(
            "review_already_begun",
            "Has a review already begun?",
            Kind.YES_NO,
            "Some reviews begin before the incident is notified. Say so here, and nothing is counted twice.",
            source="N7",
        ),
        Question(
            "review_began_on",
            "When did the review begin?",
            Kind.DATE,
            shown_when=ShownWhen("review_already_begun", ("yes",)),
            source="N7",
        ),
        Question(
            "late_reason",
            "Why was it not notified within five working days?",
            Kind.LONG_TEXT,
            "Only if five working days have passed since your local authority became aware. One sentence is enough.",
            identifies=True,
            source="N6; handbook 2, section 2.4",
        ),
    ),
)

NATURE = Section(
    "nature",
    "What kind of incident it is",
    "incident",
    (
        Question(
            "nature",
            "What kind of incident is it?",
            Kind.CHOICE,
            "If several children are concerned, answer for the one harmed most.",
            options=codes.NATURES,
            required=True,
            characteristic=True,
            source="N3; handbook 2, section 1.3",
        ),
        Question(
            "likely_cause",
            "What is the likely cause?",
            Kind.CHOICE,
            "What you think now. You can change it later; what you send today is kept.",
            options=codes.CAUSES,
            required=True,
            may_be_unanswered=True,
            characteristic=True,
            source="N4, N5",
        ),
        Question(
            "reason",
            "Why are you notifying it?",
            Kind.CHOICE,
            options=codes.REASONS,
            required=True,
            characteristic=True,
            source="Children Act 2004 s.16C(1); handbook 2, section 1.1",
        ),
    ),
)

PLACE = Section(
    "place",
    "Where it happened",
    "incident",
    (
        Question(
            "local_authority",
            "Which local authority is responsible?",
            Kind.AREA,
            "The one where it happened; if that was outside England, the one where the child normally lives.",
            required=True,
            characteristic=True,
            source="handbook 2, section 1.1",
        ),
        Question(
            "other_local_authorities",
            "Which other local authorities are involved?",
            Kind.AREAS,
            "For example where a child lives, or the authority that looks after them.",
            source="L1; handbook 2, section 1.1",
        ),
        Question(
            "place_kind",
            "What kind of place was it?",
            Kind.CHOICE,
            options=codes.PLACE_KINDS,
            may_be_unanswered=True,
            source="handbook 2, section 1.3",
        ),
        Question(
            "place_description",
            "Where was it?",
            Kind.TEXT,
            "Address, or a short description such as “the car park behind the library”.",
            identifies=True,
            source="handbook 2, section 1.3",
        ),
        Question(
            "place_postcode", "Postcode", Kind.TEXT, "If known.", identifies=True, source="handbook 2, section 1.3"
        ),
        Question(
            "place_country",
            "Which country was it in?",
            Kind.TEXT,
            shown_when=ShownWhen("reason", ("outside_england",)),
            source="Children Act 2004 s.16C(1)(b)",
        ),
    ),
)

WHAT_HAPPENED = Section(
    "what_happened",
    "What happened",
    "incident",
    (
        Question(
            "what_happened",
            "What happened?",
            Kind.LONG_TEXT,
            "What is known so far, in a few short paragraphs. Say what is fact and what is suspected. "
            "It need not be complete: you can add to it after sending.",
            required=True,
            identifies=True,
            source="N1, R1",
        ),
        Question(
            "children_safe_now",
            "Are all the children concerned safe now?",
            Kind.YES_NO,
            "Think of brothers and sisters too, and of other children whom the same person could harm.",
            required=True,
            may_be_unanswered=True,
            source="R1, R2",
        ),
        Question(
            "immediate_action",
            "What has been done to keep children safe?",
            Kind.LONG_TEXT,
            "Who did what, and what is still to do.",
            identifies=True,
            source="R1, R2",
        ),
    ),
)
