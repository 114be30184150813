"""Steps of a life: agencies are asked and answer. Nia writes and Hana signs, each by the link that she was sent."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink, ReviewRecord
from second_question_web.rapid_reviews.summaries import actions as summaries
from second_question_web.rapid_reviews.summaries.actions.asking import Contact
from second_question_web.rapid_reviews.summaries.actions.returning import NOBODY, Lead
from second_question_web.rapid_reviews.summaries.guests import Guest
from second_question_web.rapid_reviews.summaries.loading import with_case
from second_question_web.rapid_reviews.summaries.texts import digest_of_text
from tests.people import organisation
from tests.reviews import NOW
from tests.summaries import DUE, HANA, NIA
from tests.web.rapid_reviews.lives.base import MOSTLY_BEA, Life
from tests.web.rapid_reviews.lives.random_answers import LINES, Answers, answers_to, some_answers

SCHOOL, TRUST = "Alder Lane Academy", "Wessenmere Hospitals NHS Trust"
AGENCY = st.sampled_from((SCHOOL, SCHOOL, TRUST))
SUMMARY, EPISODE = (RAPID_REVIEW_2021.section(name) for name in ("agency_summary", "agency_episode"))
SUMMARIES = answers_to(SUMMARY.questions) | some_answers(SUMMARY)
EPISODES = answers_to(EPISODE.questions) | some_answers(EPISODE)
LEADS = st.sampled_from((NOBODY, Lead(name="Nia Pugh", job_title="Head teacher", is_writer=True)))
WORDS = LINES | st.just(" ")


class Agencies(Life):
    """The requests to two agencies."""

    @rule(agency=AGENCY, by=MOSTLY_BEA, with_lead=st.booleans())
    def ask_an_agency(self, agency: str, by: str, with_lead: bool) -> None:
        lead = {"lead_name": "Hana Reid", "lead_email": HANA} if with_lead else {}
        contact = Contact(name="Nia Pugh", email=NIA, **lead)
        facts: dict[str, Any] = {"organisation": organisation(agency), "contact": contact, "due_on": DUE, "note": ""}
        self.act(summaries.ask, by=by, review=self.review, **facts)

    @rule(agency=AGENCY, answers=SUMMARIES)
    def write_the_summary(self, agency: str, answers: Answers) -> None:
        self._write(agency, SUMMARY.id, 1, answers)

    @rule(agency=AGENCY, place=st.integers(0, 2), answers=EPISODES)
    def write_an_episode(self, agency: str, place: int, answers: Answers) -> None:
        self._write(agency, EPISODE.id, place, answers)

    @rule(agency=AGENCY, place=st.integers(1, 2))
    def remove_an_episode(self, agency: str, place: int) -> None:
        self.by_link(agency, summaries.remove_episode, place=place)

    @rule(agency=AGENCY, lead=LEADS)
    def give_back(self, agency: str, lead: Lead) -> None:
        self.by_link(agency, summaries.give_back, seen=self._seen(agency), lead=lead)

    @rule(agency=AGENCY, has_read=st.sampled_from((True, True, True, False)))
    def sign_the_summary(self, agency: str, has_read: bool) -> None:
        seen = self._seen(agency) if has_read else "another text"
        self.by_link(agency, summaries.sign, email=HANA, name="Hana Reid", job_title="Head teacher", seen=seen)

    @rule(agency=AGENCY, where=WORDS)
    def know_nothing(self, agency: str, where: str) -> None:
        self.by_link(agency, summaries.know_nothing, where=where, who="Nia Pugh, head teacher")

    @rule(agency=AGENCY, where=WORDS, by=MOSTLY_BEA)
    def hear_that_nothing_is_known(self, agency: str, where: str, by: str) -> None:
        self._asked(agency, summaries.record_nothing_known, by, where=where, who="Nia Pugh")

    @rule(agency=AGENCY, reason=WORDS, by=MOSTLY_BEA)
    def withdraw_the_request(self, agency: str, reason: str, by: str) -> None:
        self._asked(agency, summaries.withdraw, by, reason=reason)

    @rule(agency=AGENCY, question=WORDS, by=MOSTLY_BEA)
    def send_the_summary_back(self, agency: str, question: str, by: str) -> None:
        self._asked(agency, summaries.send_back, by, question=question)

    @rule(agency=AGENCY, shared=st.booleans(), by=MOSTLY_BEA)
    def share_the_summary(self, agency: str, shared: bool, by: str) -> None:
        self._asked(agency, summaries.share, by, shared=shared)

    def by_link(self, agency: str, action: Callable[..., object], *, email: str = NIA, **facts: Any) -> None:
        """An action by whoever came by the newest link sent to that address; nothing where none was sent."""
        links = RequestLink.objects.filter(request__organisation__name=agency, email=email)
        link = with_case(links, "request__").last()
        if link is not None:
            self.laws.act(lambda: action(by=Guest(link), request=link.request, now=NOW, **facts))

    def _write(self, agency: str, section: str, place: int, answers: Answers) -> None:
        there = ReviewRecord.objects.filter(request=_request(agency), kind=section, place=place).first()
        version = there.version if there and place else 0
        facts: dict[str, Any] = {
            "section": section,
            "place": place,
            "answers": answers,
            "unanswered": {},
            "version": version,
        }
        self.by_link(agency, summaries.answer, **facts)

    def _asked(self, agency: str, action: Callable[..., object], by: str, **facts: Any) -> None:
        request = _request(agency)
        if request is not None:
            self.act(action, by=by, request=request, **facts)

    def _seen(self, agency: str) -> str:
        request = _request(agency)
        return digest_of_text(request) if request else ""


def _request(agency: str) -> AgencyRequest | None:
    """The newest request to that agency."""
    return with_case(AgencyRequest.objects.filter(organisation__name=agency)).order_by("number").last()
