"""Steps of a life: the partnership writes, comments, dismisses prompts and meets."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from second_question.reading.prompts import PromptKind
from second_question.rules.questions import Section, Unanswered
from second_question.rules.template.parts import OF_AN_AGENCY, RAPID_REVIEW_2021, RECORD_KINDS, record_kind
from second_question_web.rapid_reviews.meetings import actions as meetings
from second_question_web.rapid_reviews.meetings.actions.people import Invited, Mark
from second_question_web.rapid_reviews.models import Comment, Meeting, ReviewRecord
from second_question_web.rapid_reviews.writing import actions as writing
from tests.reviews import NOW
from tests.web.rapid_reviews.lives.base import MOSTLY_BEA, Life
from tests.web.rapid_reviews.lives.random_answers import LINES, Answers, some_answers, some_reasons

OWN = [section for section in RAPID_REVIEW_2021.sections if section.record not in OF_AN_AGENCY]
FIRST = {section.record: section for section in reversed(OWN) if record_kind(section.record).repeated}
PLACES = st.integers(1, 3)
KINDS = st.sampled_from([kind.id for kind in RECORD_KINDS])
SAVED = st.sampled_from(OWN).flatmap(lambda s: st.tuples(st.just(s), some_answers(s), some_reasons(s)))
ADDED = st.sampled_from(sorted(FIRST)).flatmap(lambda kind: st.tuples(st.just(kind), some_answers(FIRST[kind])))
PROMPTS = st.sampled_from([*(f"{kind}:review::1:analysis_summary:" for kind in PromptKind), "Rowan’s arm"])


class Writing(Life):
    """The text of the review, and what is said about it."""

    @rule(told=SAVED, place=PLACES, by=MOSTLY_BEA, behind=st.sampled_from((0, 0, 0, 1)))
    def save_a_section(
        self, told: tuple[Section, Answers, dict[str, Unanswered]], place: int, by: str, behind: int
    ) -> None:
        section, answers, unanswered = told
        repeated = record_kind(section.record).repeated
        there = ReviewRecord.objects.filter(kind=section.record, place=place if repeated else 1, request=None).first()
        self.act(
            writing.answer_section,
            by=by,
            review=self.review,
            section=section.id,
            place=place if repeated else 0,
            answers=answers,
            unanswered=unanswered,
            version=there.version - behind if there else 0,
        )

    @rule(told=ADDED, by=MOSTLY_BEA)
    def add_a_record(self, told: tuple[str, Answers], by: str) -> None:
        kind, answers = told
        self.act(writing.add_record, by=by, review=self.review, kind=kind, answers=answers, unanswered={})

    @rule(kind=KINDS, place=PLACES, by=MOSTLY_BEA, back=st.booleans())
    def remove_or_put_back_a_record(self, kind: str, place: int, by: str, back: bool) -> None:
        if ReviewRecord.objects.filter(kind=kind, place=place, request=None).exists():
            action = writing.put_back if back else writing.remove_record
            self.act(action, by=by, review=self.review, kind=kind, place=place)

    @rule(by=MOSTLY_BEA)
    def take_over_what_the_notification_says(self, by: str) -> None:
        self.act(writing.take_over, by=by, review=self.review)

    @rule(text=LINES | st.just(" "), by=MOSTLY_BEA)
    def comment(self, text: str, by: str) -> None:
        about: dict[str, Any] = {"section": "analysis", "place": 0, "question": ""}
        self.act(writing.comment, by=by, review=self.review, text=text, **about)

    @rule(action=st.sampled_from((writing.settle, writing.reopen)), by=MOSTLY_BEA)
    def settle_or_reopen_a_comment(self, action: object, by: str) -> None:
        there = Comment.objects.filter(answers=None).first()
        if there is not None and callable(action):
            self.act(action, by=by, review=self.review, comment=there)

    @rule(text=LINES, by=MOSTLY_BEA)
    def reply_to_a_comment(self, text: str, by: str) -> None:
        there = Comment.objects.filter(answers=None).first()
        if there is not None:
            self.act(writing.reply, by=by, review=self.review, to=there, text=text)

    @rule(key=PROMPTS, reason=LINES | st.just(""), by=MOSTLY_BEA)
    def dismiss_a_prompt(self, key: str, reason: str, by: str) -> None:
        self.act(writing.dismiss_prompt, by=by, review=self.review, key=key, reason=reason)

    @rule(key=PROMPTS, by=MOSTLY_BEA)
    def take_back_a_dismissal(self, key: str, by: str) -> None:
        self.act(writing.take_back_dismissal, by=by, review=self.review, key=key)

    @rule(by=MOSTLY_BEA, day=st.integers(-1, 1))
    def call_a_meeting(self, by: str, day: int) -> None:
        at = NOW + timedelta(days=day)
        self.act(meetings.call_meeting, by=by, review=self.review, purpose="To decide", at=at, where="Here", agenda="")

    @rule(presence=st.sampled_from(("present", "apologies")))
    def hold_a_meeting(self, presence: str) -> None:
        meeting = Meeting.objects.select_related("review__notification__partnership").last()
        if meeting is not None:
            guests = [Invited(name="Ana Bell", job_title="Nurse", organisation="Wessenmere Hospitals", role="advises")]
            self.act(meetings.invite, meeting=meeting, people=guests)
            marks = {one.pk: Mark(presence=presence, seen=one.presence) for one in meeting.attendances.all()}
            self.act(meetings.mark_presence, meeting=meeting, marks=marks)
            self.act(meetings.hold_meeting, meeting=meeting)
