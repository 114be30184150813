"""The first page of a case: the facts at a glance, the clocks, the children, what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from second_question.rules.deadlines import Deadline as CountedDeadline
from second_question_web.answering.held import held, question_of
from second_question_web.answering.records import AnswerRecord
from second_question_web.answering.showing import held_in_words
from second_question_web.incidents import clocks
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Adult, AmendmentLine, Child, Notification
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.showing import Key, as_notified, heading_of
from second_question_web.ui.components import Answer, Deadline, Event
from second_question_web.ui.filters import age

GLANCE = ("nature", "likely_cause", "reason", "incident_on", "aware_on", "place_kind")
IF_SAID = ("review_already_begun", "review_began_on", "incident_period")
OF_A_CHILD = ("outcome", "sex", "ethnicity", "looked_after_now", "child_protection_plan_now")
NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True)
class ChildCard:
    """A child at a glance."""

    heading: str
    focus: bool
    facts: Sequence[Answer]


@dataclass(frozen=True)
class Overview:
    """What the first page of a case shows."""

    facts: Sequence[Answer]
    children: Sequence[ChildCard]
    adults: Sequence[str]
    changes: Sequence[Event]
    notifying: Deadline | None
    review: CountedDeadline | None
    review_page: str
    what_happened: str
    acknowledged_at: datetime | None


def overview_of(
    found: CaseFile, lines: Sequence[AmendmentLine], today: date, names: Mapping[str, str] = NO_NAMES
) -> Overview:
    """The facts of a case at a glance, as now known and, where it differs, as notified."""
    notification, before = found.notification, as_notified(lines)
    return Overview(
        facts=[*_facts(notification, before), *_places(notification)],
        children=[_card(child, found, before) for child in found.children],
        adults=[_adult(found, adult) for adult in found.adults],
        changes=changes_of(found, lines, names),
        notifying=clocks.notifying(notification, today),
        review=clocks.first_rapid_review_due(notification),
        review_page=clocks.rapid_review_page(notification),
        what_happened=str(notification.sealed_answers.get("what_happened", "")) if found.identity else "",
        acknowledged_at=getattr(getattr(notification, "arrival", None), "acknowledged_at", None),
    )


def _facts(notification: Notification, before: Mapping[Key, Mapping[str, object]]) -> list[Answer]:
    said = [name for name in IF_SAID if name in notification.answers]
    return [_fact(notification, notification, "incident", 0, name, before) for name in (*GLANCE, *said)]


def _places(notification: Notification) -> list[Answer]:
    area = str(notification.local_authority or "")
    return [
        Answer(question="Local authority", text=area),
        Answer(question="Partnership", text=str(notification.partnership or "")),
    ]


def _card(child: Child, found: CaseFile, before: Mapping[Key, Mapping[str, object]]) -> ChildCard:
    facts = [_age(child)]
    facts += [_fact(found.notification, child, "child", child.place, name, before) for name in OF_A_CHILD]
    return ChildCard(heading_of(child, found.identity), child.focus, facts)


def _age(child: Child) -> Answer:
    if child.answers.get("birth_status") == "unborn":
        return Answer(question="Age at the incident", text="Not yet born")
    text = age(child.age_years).capitalize() if child.age_years is not None else ""
    return Answer(question="Age at the incident", text=text, unanswered="" if text else "Not known")


def _adult(found: CaseFile, adult: Adult) -> str:
    question = question_of(form_of(found.notification), "adult", "relationship")
    return f"{heading_of(adult, found.identity)}, {held_in_words(question, held(adult, question), NO_NAMES).lower()}"


def _fact(
    notification: Notification,
    record: AnswerRecord,
    kind: str,
    place: int,
    question_id: str,
    before: Mapping[Key, Mapping[str, object]],
) -> Answer:
    question = question_of(form_of(notification), kind, question_id)
    now = held(record, question)
    words = held_in_words(question, now, NO_NAMES)
    was = before.get((kind, place, question_id), now)
    text = f"{words}\nAs notified: {held_in_words(question, was, NO_NAMES)}" if was != now else words
    return Answer(question=question.label, text=text)


def changes_of(found: CaseFile, lines: Sequence[AmendmentLine], names: Mapping[str, str]) -> list[Event]:
    """The amendments, newest first, each with its lines."""
    by_amendment = [list(group) for _, group in groupby(lines, key=lambda line: line.amendment.number)]
    return [_event(found, group, names) for group in reversed(by_amendment)]


def _event(found: CaseFile, lines: Sequence[AmendmentLine], names: Mapping[str, str]) -> Event:
    made = lines[0].amendment
    said = [line_in_words(found, line, names) for line in lines]
    reason = f"Why: {made.reason}" if found.identity else ""
    text = "\n\n".join(filter(None, (reason, "\n".join(said))))
    return Event(at=made.made_at, title=str(made), who=made.made_by, text=text)


def line_in_words(found: CaseFile, line: AmendmentLine, names: Mapping[str, str]) -> str:
    """One changed answer: Child 1, What happened to this child? From “…” to “…”."""
    question = question_of(form_of(found.notification), line.record_kind, line.question)
    about = f"{line.record_kind.capitalize()} {line.record_place}, " if line.record_place else ""
    was = held_in_words(question, line.before, names, identity=found.identity)
    now = held_in_words(question, line.after, names, identity=found.identity)
    mark = "" if question.label.endswith("?") else ":"
    return f"{about}{question.label}{mark} From “{was}” to “{now}”"
