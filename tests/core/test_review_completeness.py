"""What a review lacks, from the template alone."""

import pytest

from second_question.rules.completeness import TaskStatus
from second_question.rules.questions import Unanswered
from second_question.rules.review_completeness import progress, what_prevents_sending
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.parts import OF_AN_AGENCY, RECORD_KINDS
from second_question.rules.template.parts import RAPID_REVIEW_2021 as FORM


def gaps(*records: ContentRecord) -> set[tuple[str, str]]:
    return {(gap.kind, gap.question.id if gap.question else "") for gap in what_prevents_sending(FORM, records)}


def status(section: str, *records: ContentRecord) -> TaskStatus:
    return next(one.status for one in progress(FORM, records) if one.section.id == section)


def test_an_empty_review_lacks_every_starred_question_of_the_review_and_every_kind_that_it_needs() -> None:
    always = {("review", q.id) for q in FORM.questions_of("review") if q.required and q.shown_when is None}
    kinds = {(kind.id, "") for kind in RECORD_KINDS if kind.at_least}
    assert gaps() == always | kinds
    assert len(always) > 10


def test_not_known_needs_its_because() -> None:
    unknown = ContentRecord("child", 1, {}, {"ethnicity": Unanswered.NOT_KNOWN})
    assert ("child", "ethnicity") not in gaps(unknown)
    assert ("child", "ethnicity_because") in gaps(unknown)


@pytest.mark.parametrize(
    ("outcome", "needed"),
    [("local_review", {"key_questions", "added_value"}), ("no_review", {"instead"}), ("other_action", {"instead"})],
)
def test_what_a_decision_needs_follows_from_it(outcome: str, needed: set[str]) -> None:
    found = {question for kind, question in gaps(ContentRecord("review", 1, {"outcome": outcome})) if kind == "review"}
    assert found & {"key_questions", "added_value", "instead"} == needed


def test_progress_tells_of_every_section_that_the_partnership_writes() -> None:
    told = [one.section.id for one in progress(FORM, [])]
    assert told == [section.id for section in FORM.sections if section.record not in OF_AN_AGENCY]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), TaskStatus.NOT_STARTED),
        ((ContentRecord("participant", 1, {"name": "Ada"}),), TaskStatus.IN_PROGRESS),
        (
            (
                ContentRecord(
                    "participant",
                    1,
                    {"name": "Ada", "job_title": "Nurse", "organisation": "Trust", "role_in_decision": "advises"},
                ),
            ),
            TaskStatus.COMPLETED,
        ),
    ],
)
def test_the_status_of_a_section(records: tuple[ContentRecord, ...], expected: TaskStatus) -> None:
    assert status("participants", *records) == expected
