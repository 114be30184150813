"""From an amended page to the changes that an amendment records."""

from dataclasses import replace

from second_question.rules.notification_codes import causes_for
from second_question.rules.questions import Form, Section
from second_question_web.answering.held import question_of
from second_question_web.incidents.actions.amend import Change
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Child, Notification
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.section_pages import SectionPage
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.questions.form import QuestionForm


def for_amending(found: CaseFile) -> None:
    """Lets only those on who may see whom it is about, and only with what was sent.

    Raises:
        Hidden: there is nothing for this person to amend.
    """
    reference = found.notification.reference
    if found.notification.state != Notification.State.SENT or not found.identity:
        raise Hidden("amendment", reference, case=reference)


def changes_of(page: SectionPage, form: QuestionForm) -> list[Change]:
    """What was sent and is not what is recorded."""
    kind, place = page.section.record, page.place
    return [Change(kind, place, q.id, form.answers.get(q.id), form.unanswered.get(q.id)) for q in page.differing(form)]


def death_form(notification: Notification) -> Form:
    """The few questions that a death after sending brings: when, and of what."""
    form = form_of(notification)
    died_on = replace(question_of(form, "child", "date_of_death"), shown_when=None)
    cause = replace(question_of(form, "incident", "likely_cause"), options=causes_for("death"))
    return Form("death", "A child has died", (Section("death", "A child has died", "child", (died_on, cause)),))


def death_changes(notification: Notification, child: Child, form: QuestionForm) -> list[Change]:
    """A harm that becomes a death: the child's outcome and the day, the nature of the incident and its cause."""
    said, why_not = form.answers.get, form.unanswered.get
    return [
        Change("child", child.place, "outcome", "died"),
        Change("child", child.place, "date_of_death", said("date_of_death"), why_not("date_of_death")),
        Change("incident", 0, "nature", "death"),
        Change("incident", 0, "likely_cause", said("likely_cause"), why_not("likely_cause")),
    ]
