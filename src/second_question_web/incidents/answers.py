"""A notification's answers for the rules: the form that it was filled in on, and its records."""

from collections.abc import Iterable

from second_question.rules.completeness import FilledRecord
from second_question.rules.notification import NOTIFICATION_FORM
from second_question.rules.questions import Form
from second_question_web.answering.held import values_of
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents.models import Adult, Child, Notification

FORMS = {NOTIFICATION_FORM.id: NOTIFICATION_FORM}


def form_of(notification: Notification) -> Form:
    """The form that the notification was filled in on."""
    return FORMS[notification.form]


def filled(record: AnswerRecord, record_kind: str, form: Form, name: str = "") -> FilledRecord:
    """One record as the completeness rules read it."""
    return FilledRecord(
        record_kind, values_of(record, form.questions_of(record_kind)), record.reasons_unanswered(), name
    )


def filled_records(
    notification: Notification, children: Iterable[Child], adults: Iterable[Adult]
) -> tuple[FilledRecord, ...]:
    """Everything that a notification says, for the rules: incident, notifier, children, adults."""
    form = form_of(notification)
    return (
        filled(notification, "incident", form),
        *(filled(child, "child", form, str(child)) for child in children),
        *(filled(adult, "adult", form, str(adult)) for adult in adults),
        filled(notification, "notifier", form),
    )
