"""One demo review, told step by step through the actions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import singledispatchmethod

from second_question.rules.questions import Unanswered
from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.demo import community
from second_question_web.demo.people import PEOPLE
from second_question_web.demo.reviews import acts
from second_question_web.demo.reviews.acts import Act, Answers, ReviewStory
from second_question_web.demo.reviews.word_file import bring_in
from second_question_web.demo.story import weekday
from second_question_web.demo.telling import Case
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.panel import actions as panel
from second_question_web.panel.actions.replying import ReplyText
from second_question_web.partnerships.models import Organisation
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.areas import actions as areas
from second_question_web.rapid_reviews.deciding import actions as deciding
from second_question_web.rapid_reviews.deciding import queries as decisions
from second_question_web.rapid_reviews.learned_before import actions as learned_before
from second_question_web.rapid_reviews.learned_before.actions import Chosen
from second_question_web.rapid_reviews.meetings import actions as meetings
from second_question_web.rapid_reviews.meetings.actions.people import Invited, Mark
from second_question_web.rapid_reviews.meetings.actions.tasks import Agreed
from second_question_web.rapid_reviews.meetings.seen import NOTES, seen_text
from second_question_web.rapid_reviews.models import AgencyRequest, Meeting, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.summaries import actions as summaries
from second_question_web.rapid_reviews.summaries.actions.asking import Contact
from second_question_web.rapid_reviews.summaries.actions.returning import Lead
from second_question_web.rapid_reviews.summaries.guests import Contributor, Guest
from second_question_web.rapid_reviews.summaries.texts import text_of
from second_question_web.rapid_reviews.writing import actions as writing

FROM_THE_INCIDENT, FROM_THE_SENDING = ("on",), ("by_when", "done_on")
PANEL = "Petra"
MEETS_AT = time(13, 30)


class ReviewTelling:
    """Tells what happened to the review of one case."""

    def __init__(self, story: ReviewStory, case: Case, today: date) -> None:
        self.story = story
        self.case = case
        self.today = today

    def in_time(self) -> Iterator[tuple[int, Callable[[datetime], None]]]:
        """What is to be done, each with how many days after the sending, in the order of time."""
        calls = [
            replace(act, after=act.called_after, notes="") for act in self.story.acts if isinstance(act, acts.Meet)
        ]
        for act in sorted([*calls, *self.story.acts], key=lambda act: act.after):
            yield act.after, self._doing(act)

    def _doing(self, act: Act) -> Callable[[datetime], None]:
        return lambda now: self.tell(act, now)

    @singledispatchmethod
    def tell(self, act: object, now: datetime) -> None:
        """Does what an act says.

        Raises:
            TypeError: nobody knows how to tell such an act.
        """
        raise TypeError(f"{type(act).__name__} cannot be told")

    @tell.register
    def _ask(self, act: acts.Ask, now: datetime) -> None:
        for agency, contact in act.agencies.items():
            summaries.ask(
                review=self._review(),
                by=self._manager(),
                organisation=Organisation.objects.get(name=agency),
                contact=Contact(name=contact, email=_email(contact)),
                due_on=now.date() + timedelta(max(act.due_after - act.after, 1)),
                note=act.note,
                now=now,
            )

    @tell.register
    def _begin(self, act: acts.Begin, now: datetime) -> None:
        self._summary(act.agency, act.answers, (), now)

    @tell.register
    def _return(self, act: acts.Return, now: datetime) -> None:
        self._summary(act.agency, act.answers, act.episodes, now)
        request = self._request(act.agency)
        lead = Lead(name=act.signed_by, job_title="Safeguarding lead", is_writer=bool(act.signed_by))
        who, seen = self._of_agency(request), text_of(request).digest
        summaries.give_back(request=request, by=who, seen=seen, now=now, lead=lead)
        if act.shared:
            summaries.share(request=self._request(act.agency), by=self._manager(), shared=True, now=now)

    @tell.register
    def _know_nothing(self, act: acts.KnowNothing, now: datetime) -> None:
        request = self._request(act.agency)
        who = self._of_agency(request)
        summaries.know_nothing(request=request, by=who, where=act.words, who=who.trail_name, now=now)

    @tell.register
    def _tell_agency(self, act: acts.TellAgency, now: datetime) -> None:
        summaries.tell(request=self._request(act.agency), by=self._manager(), words=act.words, now=now)

    @tell.register
    def _write(self, act: acts.Write, now: datetime) -> None:
        kind = RAPID_REVIEW_2021.section(act.section).record
        record = ReviewRecord.objects.get(review=self._review(), kind=kind, place=act.place or 1, request=None)
        said = {"decided_on": now.date()} if act.section == "decision" else {}
        writing.answer_section(
            by=self._named(act.by) if act.by else self._manager(),
            review=self._review(),
            section=act.section,
            place=act.place,
            answers={**self._already(record, act.section), **said, **act.answers},
            unanswered={question: Unanswered(reason) for question, reason in act.unanswered.items()},
            version=record.version,
            now=now,
        )

    @tell.register
    def _cite(self, act: acts.Cite, now: datetime) -> None:
        by, review, held = self._manager(), self._review(), library()
        document = next(one for one in held.documents(access_of(by), limit=None).documents if one.title == act.document)
        told = held.store.recommendations_of(document.id)
        start = next(one.start for one, _ in told if one.number == act.recommendation)
        cited = learned_before.cite(by=by, review=review, chosen=Chosen(document.key, None, start), now=now)
        learned_before.say_what_became(by=by, review=review, cited=cited, became=act.became, words=act.words, now=now)

    @tell.register
    def _add(self, act: acts.Add, now: datetime) -> None:
        for told in act.records:
            who, answers = self._manager(), self._dated(told)
            review = self._review()
            writing.add_record(by=who, review=review, kind=act.kind, answers=answers, unanswered={}, now=now)

    @tell.register
    def _remark(self, act: acts.Remark, now: datetime) -> None:
        made = writing.comment(
            by=self._named(act.by),
            review=self._review(),
            section=act.section,
            place=0,
            question="",
            text=act.text,
            now=now,
        )
        if act.reply:
            writing.reply(by=self._named(act.reply_by), review=self._review(), to=made, text=act.reply, now=now)

    @tell.register
    def _meet(self, act: acts.Meet, now: datetime) -> None:
        if act.after == act.called_after:
            self._call(act, now)
        elif act.notes:
            self._hold(act, now)

    @tell.register
    def _invite(self, act: acts.Invite, now: datetime) -> None:
        where = community.partnership(act.place)
        areas.add_area(review=self._review(), by=self._manager(), partnership=where, reason=act.reason, now=now)

    @tell.register
    def _decide(self, act: acts.Decide, now: datetime) -> None:
        review = self._review()
        deciding.decide(by=self._manager(), review=review, why_changed=act.why_changed, version=review.version, now=now)

    @tell.register
    def _sign(self, act: acts.Sign, now: datetime) -> None:
        review = self._review()
        said = {"view": act.view, "words": act.words, "seen": decisions.deciding(review, now.date()).digest}
        if act.by:
            deciding.sign(by=self._named(act.by), review=review, now=now, **said)
            return
        told = deciding.Told(name=act.name, job_title=act.job_title, how_given=act.how_given)
        partner = Organisation.objects.get(name=act.partner).pk
        deciding.record_view(by=self._manager(), review=review, organisation=partner, told=told, now=now, **said)

    @tell.register
    def _send(self, act: acts.Send, now: datetime) -> None:
        review = self._review()
        unsigned = {Organisation.objects.get(name=name).pk: why for name, why in act.unsigned.items()}
        deciding.send(
            by=self._manager(),
            review=review,
            late_reason=act.late_reason,
            unsigned_reasons=unsigned,
            version=review.version,
            now=now,
        )

    @tell.register
    def _panel_replies(self, act: acts.PanelReplies, now: datetime) -> None:
        petra = self._named(PANEL)
        text = ReplyText(
            advice=act.advice,
            words=act.words,
            quality=act.quality,
            quality_words=act.quality_words,
            signed_name="Max Oduya",
            signed_title="Panel member",
        )
        draft = panel.write_reply(review=self._review(), by=petra, text=text, row_version=0, now=now)
        panel.send_reply(review=self._review(), by=petra, row_version=draft.row_version, now=now)

    @tell.register
    def _respond(self, act: acts.Respond, now: datetime) -> None:
        review = self._review()
        reply = review.versions.latest("number").replies.latest("number").number
        manager = self._manager()
        panel.answer_reply(
            review=review, by=manager, reply=reply, reconsiders=act.reconsiders, words=act.words, now=now
        )

    @tell.register
    def _bring_in(self, act: acts.BringIn, now: datetime) -> None:
        bring_in(self._review(), self._manager(), now)

    def _call(self, act: acts.Meet, now: datetime) -> None:
        held_after = next(a.after for a in self.story.acts if isinstance(a, acts.Meet) and a.purpose == act.purpose)
        story = self.case.story
        day = weekday(self.today, story.aware - (story.sent or 0) - held_after)
        made = meetings.call_meeting(
            review=self._review(),
            by=self._manager(),
            purpose=act.purpose,
            at=datetime.combine(day, MEETS_AT, now.tzinfo),
            where="Committee room 2, and by video call",
            agenda=act.agenda,
            now=now,
        )
        invited = [
            Invited(name=name, job_title=title, organisation=organisation, role=role)
            for name, title, organisation, role, _ in act.people
        ]
        meetings.invite(meeting=made, by=self._manager(), people=invited, now=now)

    def _hold(self, act: acts.Meet, now: datetime) -> None:
        meeting = Meeting.objects.get(review=self._review(), purpose=act.purpose)
        presence = {name: said for name, _, _, _, said in act.people}
        there = meeting.attendances.all()
        marks = {one.pk: Mark(presence=presence[one.name], seen=one.presence) for one in there}
        manager = self._manager()
        meetings.mark_presence(meeting=meeting, by=manager, marks=marks, now=now)
        seen = seen_text(meeting, NOTES)
        meetings.write_text(meeting=meeting, part=NOTES, by=manager, text=act.notes, seen=seen, now=now)
        agreed = [Agreed(what=what, owner=who, by_when=now.date() + timedelta(days)) for what, who, days in act.actions]
        meetings.add_actions(meeting=meeting, by=manager, agreed=agreed, now=now)
        meetings.hold_meeting(meeting=meeting, by=manager, now=now)

    def _summary(self, agency: str, answers: Answers, episodes: Sequence[Answers], now: datetime) -> None:
        for section, told in [("agency_summary", answers), *(("agency_episode", one) for one in episodes)]:
            request = self._request(agency)
            summaries.answer(
                request=request,
                by=self._of_agency(request),
                section=section,
                place=1 if section == "agency_summary" else 0,
                answers=self._dated(told),
                unanswered={},
                version=0,
                now=now,
            )

    def _already(self, record: ReviewRecord, section: str) -> Mapping[str, object]:
        """What stands there: saving a section answers all of it."""
        own = {question.id for question in RAPID_REVIEW_2021.section(section).questions}
        said = record.all_answers()
        days = {name: date.fromisoformat(str(said[name])) for name in own & said.keys() if _is_day(name)}
        return {**{name: said[name] for name in own & said.keys()}, **days}

    def _dated(self, told: Answers) -> dict[str, object]:
        """Days are told as numbers, counted from the incident or from the sending."""
        dated = dict(told)
        for name, begin in _begins(self.case.incident_on, self._review().opened_on, told):
            number = told[name]
            dated[name] = begin + timedelta(number) if isinstance(number, int) else number
        return dated

    def _review(self) -> RapidReview:
        return RapidReview.objects.select_related("notification__partnership").get(
            notification__reference=self.case.reference
        )

    def _request(self, agency: str) -> AgencyRequest:
        found = AgencyRequest.objects.select_related("organisation", "partnership", "review__notification__partnership")
        return found.get(review=self._review(), organisation__name=agency)

    def _of_agency(self, request: AgencyRequest) -> Contributor:
        """Whoever has an account of the agency; otherwise the guest to whom the link was sent."""
        colleague = Person.objects.filter(organisation=request.organisation, grants__scope="agency").first()
        link = request.links.select_related("request__organisation").filter(part="contribute").first()
        if colleague or link is None:
            return self._named(colleague.name.split()[0] if colleague else "Bea")
        return Guest(link)

    def _manager(self) -> Person:
        return self._named(self.case.story.by)

    def _named(self, first_name: str) -> Person:
        email = next(who.email for who in PEOPLE if who.name.startswith(first_name))
        return Person.objects.get(email=email)


def _begins(incident: date, sending: date, told: Answers) -> Iterator[tuple[str, date]]:
    for names, begin in ((FROM_THE_INCIDENT, incident), (FROM_THE_SENDING, sending)):
        yield from ((name, begin) for name in names if name in told)


def _is_day(question: str) -> bool:
    return question.endswith("_on") or question.startswith("date_of")


def _email(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@example.org"
