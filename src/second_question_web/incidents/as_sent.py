"""A notification as it was sent: what is known today, with every amendment taken back."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from second_question.rules.questions import Form
from second_question_web.answering.held import Held, question_of, write
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Adult, AmendmentLine, Child
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.showing import Key, as_notified

RecordType = TypeVar("RecordType", bound=AnswerRecord)


def as_sent(found: CaseFile, lines: Sequence[AmendmentLine]) -> CaseFile:
    """The same case with the answers as at sending, without those who were added since. Nothing is saved."""
    before, snapshot, form = as_notified(lines), found.notification.snapshot, form_of(found.notification)
    children = _then(found.children, snapshot.get("children"))
    adults = _then(found.adults, snapshot.get("adults"))
    return replace(
        found,
        notification=_restored(found.notification, form, ("incident", "notifier"), 0, before),
        children=[_restored(child, form, ("child",), child.place, before) for child in children],
        adults=[_restored(adult, form, ("adult",), adult.place, before) for adult in adults],
    )


def _then(records: Sequence[RecordType], sent: Iterable[Mapping[str, object]] | None) -> list[RecordType]:
    """Those who were there at sending; all of them when nothing was noted, as for an import."""
    if sent is None:
        return list(records)
    places = {one["place"] for one in sent}
    return [record for record in records if isinstance(record, (Child, Adult)) and record.place in places]


def _restored(
    record: RecordType, form: Form, kinds: Sequence[str], place: int, before: Mapping[Key, Held]
) -> RecordType:
    then = copy.copy(record)
    for kept in ("answers", "sealed_answers", "unanswered"):
        setattr(then, kept, dict(getattr(record, kept)))
    for (kind, at, question_id), what in before.items():
        if kind in kinds and at == place:
            write(then, question_of(form, kind, question_id), what)
    return then
