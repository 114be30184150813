"""What was changed in a review since a partner signed it: who changed which question, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from second_question.rules.template.parts import record_kind
from second_question_web.rapid_reviews.deciding.partners import Partner
from second_question_web.rapid_reviews.deciding.queries import Deciding, changes_since
from second_question_web.rapid_reviews.models import AnswerChange, ReviewRecord

MOST_SHOWN = 8


@dataclass(frozen=True)
class Change:
    """One answer that was changed, without its words."""

    at: datetime
    who: str
    question: str
    record: str


def since_each_signed(found: Deciding) -> dict[int, Sequence[Change]]:
    """For each partner whose signature has lapsed, by its key, what was changed since; the latest first.

    No query when none has lapsed, otherwise one. Nothing is listed for what came or went as a whole: a record that was
    added or taken out, a summary that an agency gave back.
    """
    lapsed = [
        (partner.organisation.pk, signed_at) for partner in found.partners if (signed_at := _lapsed_from(partner))
    ]
    if not lapsed:
        return {}
    labels = {(s.record, q.id): q.label for s in found.content.form.sections for q in s.questions}
    changes = [_change(one, labels) for one in changes_since(found.review, min(at for _, at in lapsed))]
    return {key: [one for one in changes if one.at > signed_at] for key, signed_at in lapsed}


def _lapsed_from(partner: Partner) -> datetime | None:
    return partner.signature.signed_at if partner.signature and partner.has_lapsed else None


def _change(change: AnswerChange, labels: dict[tuple[str, str], str]) -> Change:
    label = labels.get((change.record.kind, change.question), change.question)
    return Change(change.made_at, change.made_by, label, _record(change.record))


def _record(record: ReviewRecord) -> str:
    """Which child, moment or agency; empty for the review itself."""
    if record.request is not None:
        return str(record.request.organisation)
    kind = record_kind(record.kind)
    return f"{kind.one} {record.place}" if kind.repeated else ""
