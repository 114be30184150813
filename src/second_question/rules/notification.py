"""The notification of a serious incident as a form: one task of the task list a section (N1 to N7).

The national service's own list of questions could not be found; this one holds what the official statistics need and
what a rapid review asks for, and every question names its source.
"""

from second_question.rules import notification_adult as adult
from second_question.rules import notification_child as child
from second_question.rules import notification_context as context
from second_question.rules import notification_incident as incident
from second_question.rules import notification_services as services
from second_question.rules.questions import Form

NOTIFICATION_FORM = Form(
    "notification/2025",
    "Notification of a serious incident",
    (
        incident.WHEN,
        incident.NATURE,
        incident.PLACE,
        incident.WHAT_HAPPENED,
        child.CHILD_IDENTITY,
        child.CHILD_HARM,
        child.CHILD_CHARACTERISTICS,
        child.CHILD_LIFE,
        services.CHILD_SERVICES,
        adult.ADULT_IDENTITY,
        adult.ADULT_CIRCUMSTANCES,
        context.CONTEXT,
        context.OTHER_PROCESSES,
        context.NOTIFIER,
    ),
    source="Children Act 2004 s.16C; handbook 1, N1 to N7; handbook 2, sections 1.2, 1.3 and 13",
)
