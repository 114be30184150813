"""An agency writes its summary and its key practice episodes (R3)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question.rules.questions import Section, Unanswered
from second_question_web.answering.saving import refuse_overwriting, wanted_of
from second_question_web.incidents.actions.drafts import forget_draft_text
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import AgencyRequest, ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.rapid_reviews.summaries.scope import taken_by_agency
from second_question_web.rapid_reviews.summaries.steps import case_of, open_again, refuse_unless_open, subject_of
from second_question_web.rapid_reviews.summaries.texts import MOST_EPISODES, records_of
from second_question_web.rapid_reviews.summaries.typed import EPISODE, SUMMARY, page_of
from second_question_web.rapid_reviews.writing.keeping import keep, new_record
from second_question_web.trail.actions import record as record_in_trail

WRITE = Permission.SUMMARY_WRITE


@transaction.atomic
def answer(
    *,
    request: AgencyRequest,
    by: Contributor,
    section: str,
    place: int,
    answers: Mapping[str, object],
    unanswered: Mapping[str, Unanswered],
    version: int,
    now: datetime,
    seen: str = "",
) -> ReviewRecord | None:
    """Saves the summary (place 1), one of the episodes, or with place 0 a new episode; None when nothing was written.

    Whatever changes after the summary was returned opens it again, and a signature under it lapses.

    Args:
        section: `agency_summary` or `agency_episode`.
        version: of the record, when the page was opened; 0 when there was none.
        seen: digest of the section when the page was opened.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the request was withdrawn, or the review can no longer be written.
        ChangedMeanwhile: a colleague has answered the same questions since.
        Refusal: the episode was removed, or there are as many as there can be.
    """
    locked = taken_by_agency(by, WRITE, request, now)
    refuse_unless_open(locked)
    form = form_of(locked.review)
    asked = form.section(section)
    found = _found(locked, asked, place)
    wanted = wanted_of(form, asked, found or ReviewRecord(kind=asked.record), answers, unanswered)
    forget_draft_text(by, page_of(case_of(locked), locked.number, section, place))
    if found is None and not any(what for _, what in wanted):
        return None
    if found is not None:
        refuse_overwriting(found, asked, wanted, version, seen)
    there = found or new_record(locked.review, asked.record, by=by, now=now, request=locked)
    changes = keep(there, wanted, by=by, now=now)
    if changes:
        open_again(locked, by=by, now=now)
        after = {"section": section, "place": there.place, "questions": [change.question.id for change in changes]}
        record_in_trail("summary.answer", by=by, subject=subject_of(locked), case=case_of(locked), after=after, at=now)
    return there


@transaction.atomic
def remove_episode(*, request: AgencyRequest, by: Contributor, place: int, now: datetime) -> None:
    """Takes an episode out of the summary; its words and who wrote them stay in the history. Doing it again changes nothing.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the request was withdrawn, or the review can no longer be written.
    """
    locked = taken_by_agency(by, WRITE, request, now)
    refuse_unless_open(locked)
    found = records_of(locked).select_for_update().filter(kind=EPISODE, place=place).first()
    if found is not None:
        found.removed_at, found.changed_at, found.changed_by = now, now, by.trail_name
        found.version += 1
        found.save(update_fields=["removed_at", "changed_at", "changed_by", "version"])
        open_again(locked, by=by, now=now)
        forget_draft_text(by, page_of(case_of(locked), locked.number, EPISODE, place))
        subject, case = subject_of(locked), case_of(locked)
        record_in_trail("summary.remove_episode", by=by, subject=subject, case=case, after={"place": place}, at=now)


def _found(request: AgencyRequest, section: Section, place: int) -> ReviewRecord | None:
    """The record as it is now, locked; None for a summary that nobody has begun, and for an episode to be added."""
    mine = records_of(request).select_for_update().filter(kind=section.record)
    if section.id == SUMMARY:
        return mine.first()
    if place:
        found = mine.filter(place=place).first()
        if found is None:
            raise Refusal("A colleague removed this episode after you opened the page. Add it again if it is needed.")
        return found
    if mine.count() >= MOST_EPISODES:
        raise Refusal(f"There are {MOST_EPISODES} episodes already. One to three that matter are enough.")
    return None
