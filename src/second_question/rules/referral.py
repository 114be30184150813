"""The referral of an incident to the safeguarding partners, as a form: short, for any agency, to be filled in on a phone.

Who may raise one: any agency; only the local authority notifies (handbook 2, section 1.1). Some partnerships ask that the
agency's safeguarding lead agrees (handbook 2, section 3.5). No agency's own form could be read: the questions are ours.
"""

from second_question.rules.notification_codes import NATURES
from second_question.rules.questions import Form, Kind, Option, Question, Section, ShownWhen

NOT_SURE = Option("not_sure", "I am not sure")

LEAD_AGREED = (
    Option("yes", "Yes"),
    Option("no", "No, or not asked yet"),
    Option("i_am_the_lead", "I am the safeguarding lead"),
)

INCIDENT = Section(
    "incident",
    "What happened",
    "referral",
    (
        Question(
            "what_happened",
            "What happened?",
            Kind.LONG_TEXT,
            "What you know so far, in a few sentences. Say which of it you saw yourself and which you were told.",
            required=True,
            identifies=True,
            source="handbook 2, section 13",
        ),
        Question(
            "nature",
            "Which of these is it, as far as you can tell?",
            Kind.CHOICE,
            options=(*NATURES, NOT_SURE),
            required=True,
            source="N3",
        ),
        Question(
            "incident_on",
            "When did it happen?",
            Kind.DATE,
            "If it went on for some time, give the day on which it came to a head. For example, 27 3 2026.",
            required=True,
            may_be_unanswered=True,
            source="N6",
        ),
        Question(
            "place",
            "Where did it happen?",
            Kind.TEXT,
            "A town or part of a town is enough. The authority where it happened is the one that notifies.",
            identifies=True,
            source="handbook 2, section 1.1",
        ),
        Question(
            "why_serious",
            "Why do you think that it may be serious?",
            Kind.LONG_TEXT,
            "For example the injury, what doctors say, or why you think that abuse or neglect played a part.",
            required=True,
            identifies=True,
            source="handbook 2, section 1.1",
        ),
    ),
    help="The partners decide what it becomes. You do not need to be sure.",
)

CHILDREN = Section(
    "children",
    "The children",
    "referral",
    (
        Question(
            "children",
            "Which children does it concern?",
            Kind.LONG_TEXT,
            "Names and dates of birth as far as you know them, one child on each line. An unborn child counts.",
            required=True,
            may_be_unanswered=True,
            identifies=True,
            source="handbook 2, section 1.3",
        ),
        Question(
            "safe_now",
            "Are the children safe now, and other children near them?",
            Kind.CHOICE,
            "If a child is in danger, ring 999 or children’s social care first. This form is not read at night.",
            options=(Option("yes", "Yes"), Option("no", "No"), Option("not_known", "I do not know")),
            required=True,
            source="R1",
        ),
        Question(
            "safe_now_words",
            "What is being done, and by whom?",
            Kind.LONG_TEXT,
            required=True,
            identifies=True,
            shown_when=ShownWhen("safe_now", ("no", "not_known")),
            source="R1",
        ),
    ),
)

REFERRER = Section(
    "referrer",
    "Who refers",
    "referral",
    (
        Question("contact_name", "Your name", Kind.TEXT, required=True, identifies=True, source="ours"),
        Question("contact_telephone", "Your telephone number", Kind.TEXT, identifies=True, source="ours"),
        Question("contact_email", "Your work email address", Kind.TEXT, required=True, identifies=True, source="ours"),
        Question(
            "lead_agreed",
            "Does your agency’s safeguarding lead agree with this referral?",
            Kind.CHOICE,
            "You can send it without. The partners will want to know.",
            options=LEAD_AGREED,
            required=True,
            source="handbook 2, section 3.5",
        ),
        Question(
            "lead_name",
            "Who is your safeguarding lead?",
            Kind.TEXT,
            identifies=True,
            shown_when=ShownWhen("lead_agreed", ("yes", "no")),
            source="handbook 2, section 3.5",
        ),
    ),
)

REFERRAL_FORM = Form(
    "referral/2026",
    "Referral of an incident to the safeguarding partners",
    (INCIDENT, CHILDREN, REFERRER),
    source="Handbook 2, sections 1.1, 3.5 and 13; N1, N3, N6, R1",
)
