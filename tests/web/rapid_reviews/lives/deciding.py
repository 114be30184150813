"""Steps of a life: the partners decide, sign and send; the Panel replies; the partners answer; all is withdrawn."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from second_question.rules.template.codes import OUTCOMES
from second_question.rules.workflow import RapidReviewState
from second_question_web.panel import actions as panel
from second_question_web.panel.actions.replying import ReplyText
from second_question_web.panel.models import Reply
from second_question_web.rapid_reviews import actions as reviews
from second_question_web.rapid_reviews.deciding import actions as deciding
from tests.people import organisation
from tests.web.rapid_reviews.deciding.decisions import CARE_BOARD, COUNCIL, POLICE, digest_of, reasons
from tests.web.rapid_reviews.lives.base import MOSTLY_BEA, Life
from tests.web.rapid_reviews.lives.filling import write_what_is_missing
from tests.web.rapid_reviews.lives.random_answers import LINES

V = RapidReviewState
WORDS = LINES | st.just("")
OUTCOME = st.sampled_from([outcome.code for outcome in OUTCOMES])
VIEWS = st.sampled_from(("agrees", "reservation", "disagrees"))
ADVICE = st.sampled_from(Reply.Advice.values)
HAS_READ = st.sampled_from((True, True, True, False))
SENDING = 3  # the version, and each of its two files
EVERYBODY = (COUNCIL, POLICE, CARE_BOARD)


class Deciding(Life):
    """From the decision to the Panel and back."""

    @initialize(steps=st.integers(0, 5), outcome=OUTCOME, reconsiders=st.booleans())
    def begin_somewhere(self, steps: int, outcome: str, reconsiders: bool) -> None:
        """Lives begin at different places, so that all of them are reached in a few steps."""
        for _ in range(steps):
            self.go_on(outcome=outcome, reconsiders=reconsiders)

    @rule(outcome=OUTCOME, reconsiders=st.booleans())
    def go_on(self, outcome: str, reconsiders: bool) -> None:
        """What comes next in an ordinary life."""
        match self.review.state:
            case V.DECIDED:
                self.sign(by="Dana", view="agrees", words="", has_read=True)
                self.send(by="Bea", why="On leave.", has_read=True)
            case V.SUBMITTED:
                self.write_a_reply(by="Petra", advice="reconsider", words="Think again.")
                self.send_the_reply(by="Petra", has_read=True)
            case V.PANEL_REPLIED:
                self.answer_the_panel(by="Bea", reconsiders=reconsiders, words="We have talked.")
            case _:
                self.write_what_is_missing(outcome=outcome)
                self.decide(by="Dana", why="We have talked.", has_read=True)

    @rule(outcome=OUTCOME)
    def write_what_is_missing(self, outcome: str) -> None:
        write_what_is_missing(self, outcome)

    @rule(by=st.sampled_from(("Dana", "Sam", "Bea", "Noor")), why=WORDS, has_read=HAS_READ)
    def decide(self, by: str, why: str, has_read: bool) -> None:
        review = self.review
        version = review.version if has_read else review.version - 1
        self.act(deciding.decide, by=by, review=review, why_changed=why, version=version)

    @rule(by=st.sampled_from(("Dana", "Sam", "Bea", "Noor")), view=VIEWS, words=WORDS, has_read=HAS_READ)
    def sign(self, by: str, view: str, words: str, has_read: bool) -> None:
        seen = digest_of(self.review) if has_read else "another text"
        self.act(deciding.sign, by=by, review=self.review, view=view, words=words, seen=seen)

    @rule(by=MOSTLY_BEA, view=VIEWS, words=WORDS, how=WORDS)
    def write_down_a_view(self, by: str, view: str, words: str, how: str) -> None:
        told = deciding.Told(name="Cora Bligh", job_title="Chief nurse", how_given=how)
        facts: dict[str, Any] = {"view": view, "words": words, "told": told, "seen": digest_of(self.review)}
        self.act(deciding.record_view, by=by, review=self.review, organisation=organisation(CARE_BOARD).pk, **facts)

    @rule(by=MOSTLY_BEA, why=WORDS, has_read=HAS_READ)
    def send(self, by: str, why: str, has_read: bool) -> None:
        review = self.review
        version = review.version if has_read else review.version - 1
        facts: dict[str, Any] = {
            "late_reason": "",
            "unsigned_reasons": reasons(*EVERYBODY, words=why),
            "version": version,
        }
        self.act(deciding.send, by=by, review=review, rows=SENDING, **facts)

    @rule(by=st.sampled_from(("Petra", "Petra", "Bea")), advice=ADVICE, words=WORDS)
    def write_a_reply(self, by: str, advice: str, words: str) -> None:
        text = ReplyText(advice=advice, words=words, signed_name="Max Oduya", signed_title="Panel member")
        self.act(panel.write_reply, by=by, review=self.review, text=text, row_version=self._draft(has_read=True))

    @rule(by=st.sampled_from(("Petra", "Petra", "Bea")), has_read=HAS_READ)
    def send_the_reply(self, by: str, has_read: bool) -> None:
        self.act(panel.send_reply, by=by, review=self.review, row_version=self._draft(has_read=has_read))

    @rule(by=MOSTLY_BEA, reconsiders=st.booleans(), words=WORDS)
    def answer_the_panel(self, by: str, reconsiders: bool, words: str) -> None:
        newest = Reply.objects.exclude(sent_at=None).order_by("number").last()
        facts: dict[str, Any] = {"reply": newest.number if newest else 1, "reconsiders": reconsiders, "words": words}
        self.act(panel.answer_reply, by=by, review=self.review, **facts)

    @rule(by=MOSTLY_BEA, is_meant=st.sampled_from((True, False, False, False)))
    def close(self, by: str, is_meant: bool) -> None:
        """Now and then: what comes after it is refused."""
        if is_meant:
            self.act(reviews.close_review, by=by, notification=self.review.notification)

    def _draft(self, *, has_read: bool) -> int:
        draft = Reply.objects.filter(sent_at=None).first()
        version = draft.row_version if draft else 0
        return version if has_read else version - 1
