"""One demo incident, told step by step through the actions."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from second_question.rules.notification import NOTIFICATION_FORM
from second_question.rules.questions import Kind, Question, Section, Unanswered
from second_question_web.answering.records import AnswerRecord
from second_question_web.demo import community
from second_question_web.demo.people import PEOPLE
from second_question_web.demo.story import Answers, Later, Story, weekday
from second_question_web.demo.story import Person as Told
from second_question_web.incidents import actions
from second_question_web.incidents.actions import Change
from second_question_web.incidents.models import Adult, Child, Notification
from second_question_web.panel import actions as panel
from second_question_web.partnerships.models import Organisation
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import actions as reviews

TELEPHONE = "01632 960 100"  # a range kept for drama


class Case:
    """Tells one story; knows its notification once begun."""

    def __init__(self, story: Story, today: date) -> None:
        self.story = story
        self.aware_on = weekday(today, story.aware)
        self.incident_on = self.aware_on - timedelta(story.incident)
        self.reference = ""

    def begin(self, now: datetime) -> None:
        """Starts the draft and answers what the story tells."""
        by, place = self._manager(), community.partnership(self.story.place)
        token = f"demo-{self.story.place}-{self.story.aware}"
        self.reference = actions.start(by=by, partnership=place, start_token=token, now=now).reference
        self._answer("incident", 0, self._incident(), self.story.unanswered, now)
        if self.story.sent is not None:
            self._answer("notifier", 0, self._notifier(by), {}, now)
        for kind, people in (("child", self.story.children), ("adult", self.story.adults)):
            for told in people:
                self._person(kind, told, now)

    def send(self, now: datetime) -> None:
        """Sends the notification."""
        actions.send(by=self._manager(), notification=self._case(), now=now, duplicate_acknowledged=True)

    def happen(self, later: Later, now: datetime) -> None:
        """Something that came later."""
        getattr(self, f"_{later.what}")(later, now)

    def _acknowledge(self, _later: Later, now: datetime) -> None:
        panel.acknowledge(arrival=self._case().arrival, by=self._person_named("Petra"), now=now)

    def _tell(self, later: Later, now: datetime) -> None:
        case = self._case()
        actions.tell(by=self._manager(), notification=case, body=later.body, details="", how=later.how, at=now, now=now)

    def _amend(self, later: Later, now: datetime) -> None:
        case = self._case()
        changes = [self._change(path, value) for path, value in later.changes.items()]
        actions.amend(
            by=self._manager(), notification=case, changes=changes, reason=later.reason, version=case.version, now=now
        )

    def _withdraw(self, later: Later, now: datetime) -> None:
        actions.withdraw(by=self._manager(), notification=self._case(), reason=later.reason, now=now)

    def _pause(self, later: Later, now: datetime) -> None:
        review = self._case().rapid_review
        reviews.pause_clock(
            review=review,
            by=self._manager(),
            first_day=now.date(),
            reason=later.reason,
            version=review.version,
            now=now,
        )

    def _extend(self, later: Later, now: datetime) -> None:
        review = self._case().rapid_review
        reviews.extend_clock(
            review=review,
            by=self._manager(),
            working_days=later.working_days,
            reason=later.reason,
            version=review.version,
            now=now,
        )

    def _review_sent(self, later: Later, now: datetime) -> None:
        review = self._case().rapid_review
        reviews.record_sent(
            review=review,
            by=self._manager(),
            sent_on=now.date(),
            late_reason=later.reason,
            version=review.version,
            now=now,
        )

    def _change(self, path: str, value: object) -> Change:
        record, question = path.split(".")
        kind, place = record.rstrip("0123456789"), int(record.lstrip("abcdefghijklmnopqrstuvwxyz") or 0)
        if question == "date_of_death" and isinstance(value, int):
            return Change(kind, place, question, self.incident_on + timedelta(value))
        return Change(kind, place, question, value)

    def _person(self, kind: str, told: Told, now: datetime) -> None:
        add = actions.add_child if kind == "child" else actions.add_adult
        place = add(by=self._manager(), notification=self._case(), now=now).place
        self._answer(kind, place, self._dated(told), told.unanswered, now)

    def _dated(self, told: Told) -> Answers:
        answers = dict(told.answers)
        if told.born is not None:
            unborn = answers.get("birth_status") == "unborn"
            key = "expected_birth_on" if unborn else "date_of_birth"
            answers[key] = self.incident_on + timedelta(told.born if unborn else -told.born)
        if told.died is not None:
            answers["date_of_death"] = self.incident_on + timedelta(told.died)
        return answers

    def _incident(self) -> Answers:
        sent = self.story.sent
        told = {"partners_informed_on": weekday(self.aware_on, -min(1, sent))} if sent is not None else {}
        return {**self.story.answers, "incident_on": self.incident_on, "aware_on": self.aware_on, **told}

    def _notifier(self, by: Person) -> Answers:
        return {
            "notifier_name": by.name,
            "notifier_job_title": by.job_title,
            "notifier_telephone": TELEPHONE,
            "notifier_email": by.email,
        }

    def _answer(self, record: str, place: int, answers: Answers, unanswered: Mapping[str, str], now: datetime) -> None:
        """Answers every section of the record that the story says anything about."""
        for section in NOTIFICATION_FORM.sections:
            known = {q.id: _value(q, answers[q.id]) for q in section.questions if q.id in answers}
            reasons = {q.id: Unanswered(unanswered[q.id]) for q in section.questions if q.id in unanswered}
            if section.record == record and (known or reasons):
                self._answer_section(section, place, known, reasons, now)

    def _answer_section(
        self, section: Section, place: int, known: Answers, reasons: Mapping[str, Unanswered], now: datetime
    ) -> None:
        case = self._case()
        actions.answer_section(
            by=self._manager(),
            notification=case,
            section=section.id,
            place=place,
            answers=known,
            unanswered=reasons,
            version=self._record(case, section.record, place).version,
            now=now,
        )

    def _record(self, case: Notification, kind: str, place: int) -> AnswerRecord:
        if not place:
            return case
        return (Child if kind == "child" else Adult).objects.get(notification=case, place=place)

    def _case(self) -> Notification:
        return Notification.objects.get(reference=self.reference)

    def _manager(self) -> Person:
        return self._person_named(self.story.by)

    def _person_named(self, first_name: str) -> Person:
        email = next(who.email for who in PEOPLE if who.name.startswith(first_name))
        return Person.objects.get(email=email)


def _value(question: Question, told: object) -> object:
    """Agencies are told by name and kept by code."""
    if question.kind is Kind.ORGANISATIONS and isinstance(told, tuple):
        codes = dict(Organisation.objects.filter(name__in=told).values_list("name", "code"))
        return tuple(codes[name] for name in told)
    return told
