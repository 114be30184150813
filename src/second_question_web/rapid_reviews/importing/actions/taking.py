"""What was read of a file is taken into the review, as far as somebody ticked it; the rest is kept for placing by hand."""

from collections.abc import Collection, Iterator
from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question.rules.questions import Form
from second_question_web.answering.held import NOTHING
from second_question_web.answering.held import held as held_now
from second_question_web.answering.saving import Wanted
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.importing.agencies import answered_request
from second_question_web.rapid_reviews.importing.passages import Passage, in_parts
from second_question_web.rapid_reviews.importing.planning import Fate, Line, PlannedRecord, asked_with, plan
from second_question_web.rapid_reviews.importing.reading import Proposal, Reading
from second_question_web.rapid_reviews.models import (
    AgencyRequest,
    ImportedFile,
    RapidReview,
    ReviewRecord,
    UnplacedPassage,
)
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import advance, refuse_unless_writable
from second_question_web.rapid_reviews.writing.keeping import keep, new_record
from second_question_web.trail.actions import Actor, record


@transaction.atomic
def import_review_file(*, imported: ImportedFile, by: Actor, take: Collection[int], now: datetime) -> ImportedFile:
    """Fills the questions that are open with what was read, and keeps everything else as passages.

    Args:
        take: which of the reading's answers are wanted, by their place in it.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review can no longer be written, or the file was taken in already.
    """
    review = taken(by, Permission.RAPID_REVIEW_WRITE, imported.review)
    refuse_unless_writable(review)
    locked = ImportedFile.objects.select_for_update().get(pk=imported.pk)
    if locked.taken_at:
        raise NotNow("This file was taken into the review already. What is left to place is on the page “Passages”.")
    taking = _Taking(review, form_of(review), by, now)
    rest = taking.take(Reading.from_json(locked.reading), frozenset(take))
    _keep_passages(locked, rest)
    locked.taken_at, locked.taken_by, locked.placed = now, by.trail_name, taking.placed
    locked.save(update_fields=["taken_at", "taken_by", "placed"])
    advance(review, "draft")
    reference, after = review.notification.reference, {"placed": taking.placed, "passages": len(rest)}
    record(
        "rapid_review.import",
        by=by,
        subject=("rapid_review", reference),
        case=reference,
        before={},
        after={"file": str(locked.file_id), **after},
        at=now,
    )
    return locked


class _Taking:
    """Fills records one after the other. `placed` counts the answers filled."""

    def __init__(self, review: RapidReview, form: Form, by: Actor, now: datetime) -> None:
        self._review, self._form, self._by, self._now = review, form, by, now
        self._requests: dict[int, AgencyRequest] = {}
        self.placed = 0

    def take(self, reading: Reading, wanted: frozenset[int]) -> list[tuple[Passage, str]]:
        """Takes what is wanted; everything else as passages, each with where it seems to belong, in the file's order."""
        rest = [(passage, "") for passage in reading.passages]
        known: set[int] = set()
        for planned in plan(self._review, self._form, reading):
            known |= {line.index for line in planned.lines}
            rest += self._record(planned, wanted)
        lost = [one for index, one in enumerate(reading.proposals) if index not in known]
        rest += [(Passage(one.agency, one.text, one.page), "") for one in lost]
        return sorted(rest, key=lambda one: one[0].page)

    def _record(self, planned: PlannedRecord, wanted: frozenset[int]) -> Iterator[tuple[Passage, str]]:
        """Fills one record, and gives what of it is left."""
        chosen = [line for line in planned.lines if line.fate is Fate.PLACED and line.index in wanted]
        asked = asked_with(self._form, planned.record, [line.proposal for line in chosen])
        placed = [line for line in chosen if line.question.id in asked]
        target = planned.record
        if placed:
            target = target or self._new(planned)
            self.placed += len(keep(target, _wanted(target, placed), by=self._by, now=self._now))
        left = [line for line in planned.lines if line not in placed and line.fate is not Fate.SAME]
        return (_passage(planned, line, target) for line in left)

    def _new(self, planned: PlannedRecord) -> ReviewRecord:
        request = self._request_of(planned)
        return new_record(self._review, planned.kind, by=self._by, now=self._now, request=request)

    def _request_of(self, planned: PlannedRecord) -> AgencyRequest | None:
        if planned.agency is None:
            return None
        if planned.agency.pk not in self._requests:
            made = answered_request(self._review, planned.agency, by=self._by, now=self._now)
            self._requests[planned.agency.pk] = made
        return self._requests[planned.agency.pk]


def _wanted(record: ReviewRecord, lines: list[Line]) -> Wanted:
    """Only what is open is filled: an answer is never replaced, whoever gave it meanwhile."""
    return [(line.question, line.proposal.held) for line in lines if held_now(record, line.question) == NOTHING]


def _passage(planned: PlannedRecord, line: Line, target: ReviewRecord | None) -> tuple[Passage, str]:
    about = "" if planned.kind == "review" else f"{planned.name} – "
    where = f"{target.kind}/{target.place}/{line.question.id}" if target and target.request_id is None else ""
    return Passage(f"{about}{line.question.label}", _words(line.proposal), line.proposal.page), where


def _words(proposal: Proposal) -> str:
    answer = proposal.held.get("answer")
    return answer if isinstance(answer, str) and len(answer) > len(proposal.text) else proposal.text


def _keep_passages(imported: ImportedFile, rest: list[tuple[Passage, str]]) -> None:
    parts = [(part, where) for passage, where in rest for part in in_parts(passage)]
    UnplacedPassage.objects.bulk_create(
        UnplacedPassage(
            imported=imported,
            position=position,
            heading=part.heading,
            text=part.text,
            page=part.page,
            proposed_in=where,
        )
        for position, (part, where) in enumerate(parts, 1)
    )
