"""The tasks of a notification about what surrounds the incident, and about the person who notifies. Pure data."""

from second_question.rules import notification_codes as codes
from second_question.rules.questions import Kind, Question, Section, ShownWhen

OTHER_PROCESSES = Section(
    "other_processes",
    "Other enquiries and the media",
    "incident",
    (
        Question(
            "other_processes",
            "What else is running, or likely to?",
            Kind.CHOICES,
            "Tick all that apply.",
            options=codes.OTHER_PROCESSES,
            may_be_unanswered=True,
            source="L15",
        ),
        Question(
            "other_processes_details",
            "More about these",
            Kind.LONG_TEXT,
            "Who leads them, and anything that must not be disturbed, for example witnesses.",
            identifies=True,
            source="L15",
        ),
        Question(
            "media_interest",
            "Is there media interest?",
            Kind.CHOICE,
            "Newspapers, broadcasters or social media.",
            options=codes.MEDIA_INTEREST,
            may_be_unanswered=True,
            source="handbook 2, section 13",
        ),
        Question(
            "media_details",
            "What has been said, and where?",
            Kind.LONG_TEXT,
            identifies=True,
            shown_when=ShownWhen("media_interest", ("yes", "expected")),
            source="handbook 2, section 13",
        ),
    ),
)

CONTEXT = Section(
    "context",
    "What was going on in the family",
    "incident",
    (
        *(
            Question(
                feature.code,
                feature.label,
                Kind.YES_NO,
                feature.hint,
                may_be_unanswered=True,
                characteristic=True,
                source="N5" if feature.code == "criminal_exploitation_background" else "N3",
            )
            for feature in codes.FEATURES
        ),
        Question(
            "current_themes",
            "Does a theme that the national Panel asks about at present apply?",
            Kind.LONG_TEXT,
            "For example a pandemic. Say which, and how it mattered. Leave empty if none does.",
            identifies=True,
            source="R12",
        ),
    ),
    help="What is known today is enough. “Not known”, “not asked” and “refused to say” are three different answers; "
    "please choose the true one.",
)

NOTIFIER = Section(
    "notifier",
    "About you",
    "notifier",
    (
        Question(
            "notifier_name",
            "Your full name",
            Kind.TEXT,
            required=True,
            identifies=True,
            source="handbook 2, section 1.3",
        ),
        Question("notifier_job_title", "Your job title", Kind.TEXT, required=True, source="handbook 2, section 1.3"),
        Question(
            "notifier_telephone",
            "Telephone number",
            Kind.TEXT,
            "On which you can be reached in the next few days.",
            required=True,
            identifies=True,
            source="handbook 2, section 1.3",
        ),
        Question(
            "notifier_email",
            "Email address",
            Kind.TEXT,
            required=True,
            identifies=True,
            source="handbook 2, section 1.3",
        ),
    ),
)
